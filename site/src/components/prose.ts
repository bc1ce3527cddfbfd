import { french } from '../content/french.ts';

/** The paragraphs of a plain text: one a line, blank lines dropped, French typography applied. */
export function paragraphs(text: string): string[] {
  return text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map(french);
}
