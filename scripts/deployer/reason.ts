/** The sentence for people in a program's last words, when there is one. */

/** Words that French sentences have and that stack traces, paths and English messages do not. */
const FRENCH = /(^|[\s’«])(le|la|les|l’|un|une|des|du|n’est|est|dans|pour|cette|fiche|corrigez)([\s’]|$)/i;
const TECHNICAL = /^\s*at |node:|file:\/\/|^\s*[{}\]]|\bError\b/;

/**
 * The steps end on a French sentence when they know what is wrong with the content. Anything else they print is for the log.
 * @returns the last such line, or null.
 */
export function frenchReason(output: string): string | null {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.length > 20 && /[.!»]$/.test(line) && FRENCH.test(line) && !TECHNICAL.test(line));
  return lines.at(-1) ?? null;
}
