/** Control characters, which PostgreSQL, JSON columns or the typesetter refuse, and spaces of no width; tabs and newlines stay. */
// eslint-disable-next-line no-control-regex
const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\u2028\u2029\ufeff]/g;

/** A text as it is stored: line ends of one kind, accents composed, nothing invisible, no outer spaces. Idempotent. */
export const cleanText = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(INVISIBLE, '').normalize('NFC').trim();

/** Every text of a value, however deep. */
export function cleanTexts<T>(value: T): T {
  if (typeof value === 'string') return cleanText(value) as T;
  if (Array.isArray(value)) return value.map((inner) => cleanTexts<unknown>(inner)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cleanTexts<unknown>(inner)])) as T;
}
