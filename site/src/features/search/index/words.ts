/** The words of a page as the index holds them, part by part: where a word stands tells how much it says. */
import { indexedText, APART } from '../../../view/indexed-text.ts';
import { folded } from '../question.ts';
import { stem } from '../stem.ts';
import type { IndexedPage } from './records.ts';
import type { FamiliesOfText } from '../bundle/lexicon.ts';
import { familyToken, hintToken, tokenOf } from '../bundle/tokens.ts';

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

/** @param familiesOf families of which a sequence of stems tells */
export function wordsOfPage(page: IndexedPage, familiesOf: (stems: readonly string[]) => FamiliesOfText): Indexed {
  const written: string[] = [];
  /** @param isName words by which people ask for a family prove something where they name what there is */
  const tokens = (texts: readonly string[], isName: boolean): string[] => {
    const found: string[] = [];
    const families = new Set<string>();
    for (const text of texts) {
      const words = indexedText([text])
        .split(' ')
        .filter((word) => word !== '' && word !== APART);
      written.push(...words);
      const stems = words.map((word) => stem(folded(word)));
      found.push(...stems.map(tokenOf));
      const { told, hinted } = familiesOf(stems);
      for (const family of told) families.add(familyToken(family));
      if (isName) for (const family of hinted) families.add(hintToken(family));
    }
    return [...found, ...families];
  };
  const name = tokens(page.names, true);
  const rows = page.rows.map(({ label, text }) => ({ label: tokens(label, true), text: tokens(text, false) }));
  const rest = tokens(page.text, false);
  return {
    name,
    rows,
    rest,
    written,
    content: [name, ...rows.flatMap(({ label, text }) => [label, text]), rest].flat().join(' '),
  };
}
