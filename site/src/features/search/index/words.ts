/** The words of a page as the index holds them, part by part: where a word stands tells how much it says. */
import { indexedText, APART } from '../../../view/indexed-text.ts';
import { folded } from '../question.ts';
import { stem } from '../stem.ts';
import type { IndexedPage } from './records.ts';
import { familyToken, tokenOf } from '../bundle/tokens.ts';

/** Tokens, in order: of the name, of each row, of the rest. */
export interface Words {
  readonly name: readonly string[];
  readonly rows: readonly { readonly label: readonly string[]; readonly text: readonly string[] }[];
  readonly rest: readonly string[];
}

export interface Indexed extends Words {
  /** Everything in order, as Pagefind is given it. */
  readonly content: string;
  /** Words as they are written, for « Vouliez-vous dire ». */
  readonly written: readonly string[];
}

/** @param familiesOf ranks of the families of which a sequence of stems tells */
export function wordsOfPage(page: IndexedPage, familiesOf: (stems: readonly string[]) => readonly number[]): Indexed {
  const written: string[] = [];
  const tokens = (texts: readonly string[]): string[] => {
    const found: string[] = [];
    const families = new Set<number>();
    for (const text of texts) {
      const words = indexedText([text])
        .split(' ')
        .filter((word) => word !== '' && word !== APART);
      written.push(...words);
      const stems = words.map((word) => stem(folded(word)));
      found.push(...stems.map(tokenOf));
      for (const family of familiesOf(stems)) families.add(family);
    }
    return [...found, ...[...families].map(familyToken)];
  };
  const name = tokens(page.names);
  const rows = page.rows.map(({ label, text }) => ({ label: tokens(label), text: tokens(text) }));
  const rest = tokens(page.text);
  return {
    name,
    rows,
    rest,
    written,
    content: [name, ...rows.flatMap(({ label, text }) => [label, text]), rest].flat().join(' '),
  };
}
