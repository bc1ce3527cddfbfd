import { asMeant } from './pasted-text.ts';

/** Control characters that Windows-1252 gives no meaning: nothing is known of them once `asMeant` has read the others. */
const MEANINGLESS = /[\u0080-\u009f]/g;

/**
 * A text as it is stored: what was pasted as it was meant, line ends of one kind, accents composed, nothing invisible, no outer
 * spaces. Idempotent.
 */
export const cleanText = (text: string): string => asMeant(text).replace(MEANINGLESS, '').trim();

/** Every text of a value, however deep. */
export function cleanTexts<T>(value: T): T {
  if (typeof value === 'string') return cleanText(value) as T;
  if (Array.isArray(value)) return value.map((inner) => cleanTexts<unknown>(inner)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cleanTexts<unknown>(inner)])) as T;
}
