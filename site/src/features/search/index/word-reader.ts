/** The words of the pages of one index after the other: those of a page that says the same are read once. */
import { hash } from 'node:crypto';
import { everydayWords } from '@trame/cms/domain/vocabulary/everyday-words/everyday-words';
import { createRemembered } from '../../../remembered.ts';
import { familyFinder } from '../bundle/lexicon.ts';
import type { IndexedPage } from './records.ts';
import { wordsOfPage, type Indexed } from './words.ts';

/** @returns words in the order of the pages */
export type WordReader = (pages: readonly IndexedPage[]) => Indexed[];

/** Remembers the pages of the last index alone. */
export function createWordReader(): WordReader {
  const familiesOf = familyFinder(everydayWords);
  const remembered = createRemembered();
  return (pages) => {
    const words = pages.map((page) =>
      remembered.once(hash('sha256', JSON.stringify(page)), () => wordsOfPage(page, familiesOf)),
    );
    remembered.end();
    return words;
  };
}
