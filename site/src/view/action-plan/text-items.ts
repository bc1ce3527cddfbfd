/** Bullets and dashes that people type at the head of a line: the page sets its own. */
const BULLET = /^(?:[-–—•·*▪◦‣]\s+|[-•]\s*(?=\p{L}))/u;

/** The items of a heading of the fiche action, one a line; empty for an absent text, one when it is a plain sentence. */
export function readItems(text: string | null): string[] {
  if (text === null) return [];
  return text
    .split(/\r?\n/)
    .map((line) => line.trim().replace(BULLET, '').trim())
    .filter((line) => /[\p{L}\p{N}]/u.test(line));
}
