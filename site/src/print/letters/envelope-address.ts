/**
 * An address as the French post reads it by machine (NF Z 10-011, « Rédigez correctement l’adresse »): at most six lines of at
 * most 38 characters, each on its own line, the last in capitals and without punctuation.
 */
import { withoutAccents } from '@trame/cms/domain/french';
import { shortenedForPrint } from '@trame/cms/domain/print-length';

export const MOST_LINES = 6;
export const MOST_CHARACTERS = 38;

const length = (text: string): number => Array.from(text).length;

/** Words over as many lines as they need. A word that is longer than a line is cut. */
function wrapped(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/u).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && length(`${last} ${word}`) <= MOST_CHARACTERS) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(shortenedForPrint(word, MOST_CHARACTERS));
  }
  return lines;
}

/**
 * @param name of the association; it gets the lines that the address leaves, two at most
 * @param address lines below the name, the post code and town last; none when it is not known
 * @returns the block; the name alone when there is no address
 */
export function envelopeAddress(name: string, address: readonly string[]): string[] {
  const town = address.at(-1);
  const last = town === undefined ? [] : [shortenedForPrint(capitals(town), MOST_CHARACTERS)];
  const street = address
    .slice(0, -1)
    .flatMap(wrapped)
    .slice(0, MOST_LINES - last.length - 1);
  const room = Math.min(2, MOST_LINES - last.length - street.length);
  const names = wrapped(name);
  const shown =
    names.length <= room
      ? names
      : [...names.slice(0, room - 1), shortenedForPrint(names.slice(room - 1).join(' '), MOST_CHARACTERS)];
  return [...shown, ...street, ...last];
}

/** Without accents, hyphens and punctuation: what sorting machines read without doubt. */
const capitals = (town: string): string =>
  withoutAccents(town)
    .replace(/œ/gi, 'oe')
    .replace(/æ/gi, 'ae')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim() || town;
