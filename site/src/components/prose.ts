import { typography } from '@trame/cms/domain/french';

/** The paragraphs of a plain text: one a line, blank lines dropped, French typography applied. */
export function paragraphs(text: string): string[] {
  return text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map(typography);
}
