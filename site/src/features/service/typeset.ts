import { typography } from '@trame/cms/domain/french';

/**
 * Sets the words of a page that runs in the browser as French is set (no-break spaces before a colon, inside « »), so that they
 * can be written plainly. Sentences with blanks are functions; their results are set too.
 */
export function typeset<T>(words: T): T {
  if (typeof words === 'string') return typography(words) as T;
  if (Array.isArray(words)) return words.map(typeset) as T;
  if (typeof words === 'function') {
    return ((...args: unknown[]) => typeset((words as (...given: unknown[]) => unknown)(...args))) as T;
  }
  if (words === null || typeof words !== 'object') return words;
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, typeset(value)])) as T;
}
