/** Whether two names are those of one and the same: what the look-alikes of a declaration, of a new record and of a booklet go by. */
import { withoutAccents } from './french.ts';

/** Words that half of all associations have in their name. */
const COMMON = new Set(
  'a asso association associations au aux comite club d de des du en et l la le les loisirs pour sur un une'.split(' '),
);

/** The words of a name that tell it apart: « Association Les Amis du Moulin » → amis, moulin. */
export function tellingWords(name: string): string[] {
  const words = withoutAccents(name)
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const telling = words.filter((word) => !COMMON.has(word));
  return [...new Set(telling.length > 0 ? telling : words)];
}

/** Two words are the same but for a plural or one slip of the finger. */
function alike(a: string, b: string): boolean {
  if (a === b || `${a}s` === b || a === `${b}s`) return true;
  if (Math.min(a.length, b.length) < 5 || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const rest = Math.max(a.length, b.length) - start - end;
  return rest <= 1 || (rest === 2 && a.length === b.length && a[start] === b[start + 1] && a[start + 1] === b[start]);
}

/** 0 to 1: the share of telling words that two names have in common (Dice). */
export const nameLikeness = (a: string, b: string): number => likenessOfWords(tellingWords(a), tellingWords(b));

/** The same of names whose telling words are known already: for who compares thousands. */
export function likenessOfWords(left: readonly string[], right: readonly string[]): number {
  if (left.length === 0 || right.length === 0) return 0;
  const rest = [...right];
  let shared = 0;
  for (const word of left) {
    const index = rest.findIndex((other) => alike(word, other));
    if (index >= 0) {
      rest.splice(index, 1);
      shared += 1;
    }
  }
  return (2 * shared) / (left.length + right.length);
}
