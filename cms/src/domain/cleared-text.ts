/** A text without what a channel may not show. */
import { discloses, withoutWithheld, type Withheld } from './withheld-contacts.ts';

/** What stands in the place of a number or an address in a sentence. */
export const REMOVED = '(coordonnées retirées)';
/** What of a text may not be read. */
export type Find = (text: string) => readonly Withheld[];

/** Characters of a line in the database. */
const COLUMN = 255;
const NOTHING = /^[\s\p{P}\p{S}]*$/u;

/** What decides how a text is cleared: a field of the catalogue. */
export interface Clearing {
  /** `text`: in paragraphs; `url` and `identifier` are no words; else one line. */
  readonly kind: string;
  /** Characters. */
  readonly limit?: number;
  readonly required?: true;
}

/** Taken out once more when what stood on both sides makes another: nobody writes more of them into one another. */
const MOST_ROUNDS = 5;

/**
 * A text without what is withheld, in whatever spelling. Words say so in its place; a text that was nothing else becomes
 * empty, unless the record needs it; a web address becomes empty, since what would be left of it leads elsewhere.
 */
export function clearedText(text: string, withheld: readonly Withheld[], { kind, limit, required }: Clearing): string {
  if (!discloses(text, withheld)) return text;
  if (kind === 'url') return '';
  if (kind === 'identifier') return taken(text, withheld, '-').replace(/-{2,}/g, '-').replace(/^-|-$/g, '');
  const cleared = taken(text, withheld, REMOVED);
  if (NOTHING.test(cleared.replaceAll(REMOVED, ''))) return required ? REMOVED : '';
  if (kind === 'text' || cleared.length <= Math.min(limit ?? COLUMN, COLUMN)) return cleared;
  return taken(text, withheld, '…').slice(0, COLUMN);
}

/** Words without what is found in them; there are always some: what was nothing else says that it was taken out. */
export function clearedWords(text: string, find: Find): string {
  const withheld = find(text);
  if (withheld.length === 0) return text;
  const rest = clearedText(text, withheld, { kind: 'text', required: true });
  return find(rest).length === 0 ? rest : REMOVED;
}

function taken(text: string, withheld: readonly Withheld[], instead: string): string {
  let rest = text;
  for (let round = 0; round < MOST_ROUNDS && discloses(rest, withheld); round += 1) {
    rest = withoutWithheld(rest, withheld, instead);
  }
  return rest;
}
