/** The words of the pages of one index after the other: those of a page that says the same are read once. */
import { hash } from 'node:crypto';
import { everydayWords } from '@trame/cms/domain/vocabulary/everyday-words/everyday-words';
import { familyFinder } from '../bundle/lexicon.ts';
import type { IndexedPage } from './records.ts';
import { wordsOfPage, type Indexed } from './words.ts';

/** @returns words in the order of the pages */
export type WordReader = (pages: readonly IndexedPage[]) => Indexed[];

/** Remembers the pages of the last index alone: what left the directory stays nowhere. */
export function createWordReader(): WordReader {
  const familiesOf = familyFinder(everydayWords);
  let last = new Map<string, Indexed>();
  return (pages) => {
    const now = new Map<string, Indexed>();
    const words = pages.map((page) => {
      const said = hash('sha256', JSON.stringify(page));
      const read = last.get(said) ?? wordsOfPage(page, familiesOf);
      now.set(said, read);
      return read;
    });
    last = now;
    return words;
  };
}
