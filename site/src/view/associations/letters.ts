import { derived } from '../../content/derived.ts';
import type { Content } from '../../content/index-content.ts';

/** A to Z, then what begins with a digit or another script. */
export const LETTERS: readonly string[] = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ', '#'];

/** Above this many associations, a letter has its own page: all of them on one would weigh too much on a phone. */
const ALL_ON_ONE_PAGE = 150;

export const lettersHaveTheirPages = derived(
  'letters have their pages',
  ({ associations }: Pick<Content, 'associations'>): boolean => associations.all.length > ALL_ON_ONE_PAGE,
);

/** Address of a letter's page: `#` has no place in a path. */
export function letterPath(letter: string): string {
  return `/associations/lettre/${letter === '#' ? 'autres' : letter.toLowerCase()}/`;
}

/** Name of a letter's place in the page that shows them all. */
export function letterAnchor(letter: string): string {
  return `lettre-${letter === '#' ? 'autres' : letter.toLowerCase()}`;
}
