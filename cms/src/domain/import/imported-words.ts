/** What an import brings in, as sentences of every place count it: fiches of associations, or events, each with its own gender. */
import { plural } from '../french.ts';

interface Noun {
  readonly one: string;
  readonly many: string;
  readonly isFeminine: boolean;
}

const ENTRY: Noun = { one: 'fiche', many: 'fiches', isFeminine: true };
const EVENT: Noun = { one: 'événement', many: 'événements', isFeminine: false };
const LINE: Noun = { one: 'ligne', many: 'lignes', isFeminine: true };

/** @param source as imports name it: `events` is any agenda */
export const nounOf = (source: string): Noun => (source === 'events' ? EVENT : ENTRY);
/** What stands in the file: a line of it, or an event. */
export const lineNounOf = (source: string): Noun => (source === 'events' ? EVENT : LINE);

/** « créé » of two fiches → « créées ». @param word masculine, singular */
export const agreed = (word: string, { isFeminine }: Pick<Noun, 'isFeminine'>, count = 1): string =>
  `${word}${isFeminine ? 'e' : ''}${Math.abs(count) < 2 ? '' : 's'}`;

/** « 12 fiches créées », « 1 événement créé » */
export const counted = (count: number, noun: Noun, word: string): string =>
  plural(count, `${noun.one} ${agreed(word, noun)}`, `${noun.many} ${agreed(word, noun, 2)}`);

/** « 12 fiches » */
export const countOf = (count: number, { one, many }: Noun): string => plural(count, one, many);

/** « 3 modifiées »: after what says of what. */
export const also = (count: number, noun: Noun, word: string): string =>
  plural(count, agreed(word, noun), agreed(word, noun, 2));
