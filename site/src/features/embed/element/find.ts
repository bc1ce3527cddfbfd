import { withoutAccents } from '@trame/cms/domain/french';
import { questionWords } from '../../../view/search-words.ts';
import type { EmbedEntry } from '../../../view/embed/shape.ts';

export interface Asked {
  readonly question: string;
  /** Slug; empty for all. */
  readonly theme: string;
  readonly audience: string;
  /** INSEE code. */
  readonly commune: string;
}

/** A plural finds its singular: the end of a word says little in French. */
const stem = (word: string): string => (word.length > 3 ? word.replace(/[sx]$/, '') : word);

/** Those that have each word of the question at the beginning of one of theirs, those that are called so first. */
export function find(entries: readonly EmbedEntry[], { question, theme, audience, commune }: Asked): EmbedEntry[] {
  const words = questionWords(question).map((word) => stem(withoutAccents(word)));
  const has = (text: string, word: string) => ` ${text}`.includes(` ${word}`);
  const found = entries.filter(
    (entry) =>
      (theme === '' || entry.themes.includes(theme)) &&
      (audience === '' || entry.publics.includes(audience)) &&
      (commune === '' || entry.communes.includes(commune)) &&
      words.every((word) => has(entry.mots, word)),
  );
  if (words.length === 0) return found;
  const isNamed = ({ nom }: EmbedEntry) => {
    const name = withoutAccents(nom.toLowerCase()).replace(/[^a-z0-9]+/g, ' ');
    return words.every((word) => has(name, word));
  };
  return [...found.filter(isNamed), ...found.filter((entry) => !isNamed(entry))];
}
