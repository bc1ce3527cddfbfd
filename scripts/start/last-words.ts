/** Why a program stopped, in its own French sentence, when it left one in its log. */
import { open, stat } from 'node:fs/promises';

/** More than any stack trace. */
const MOST_BYTES = 64 * 1024;

// eslint-disable-next-line no-control-regex -- the colours of Strapi's log
const COLOURS = /\u001b\[[\d;]*m/g;
/** What stands before the sentence: an instant, a level, the names of errors. */
const BEFORE = /^.*?\b(?:[A-Z]\w*)?[Ee]rror(?: \[[^\]]*\])?: +/;
/** Words that French sentences have and that English messages, stack traces and paths do not. */
const FRENCH = /(^|[\s’«])(le|la|les|un|une|des|du|n’est|cette|dans|pour|votre)([\s’]|$)/i;
const TECHNICAL = /^\s*at |node:|file:\/\/|^\s*[{}\]]/;

/**
 * The first French sentence after the last beginning of an error; null when there is none.
 * @param said what the program wrote, colours included
 */
export function sentenceIn(said: string): string | null {
  const sentences = said
    .replace(COLOURS, '')
    .split('\n')
    .filter((line) => BEFORE.test(line) && !TECHNICAL.test(line))
    .map((line) => {
      let rest = line;
      while (BEFORE.test(rest)) rest = rest.replace(BEFORE, '');
      return rest.trim();
    })
    .filter((text) => text.length > 20 && /[.!»]$/.test(text) && FRENCH.test(text));
  return sentences.at(-1) ?? null;
}

/** How long a log is before a program adds to it; 0 when there is none. */
export const lengthOf = (file: string): Promise<number> =>
  stat(file).then(
    ({ size }) => size,
    () => 0,
  );

/** The sentence in what was added to a log since it was `from` bytes long; null when there is none or it cannot be read. */
export async function lastWords(file: string, from: number): Promise<string | null> {
  try {
    const handle = await open(file, 'r');
    try {
      const { size } = await handle.stat();
      const start = Math.max(from, size - MOST_BYTES);
      const bytes = Buffer.alloc(Math.max(0, size - start));
      await handle.read(bytes, 0, bytes.length, start);
      return sentenceIn(bytes.toString('utf8'));
    } finally {
      await handle.close();
    }
  } catch {
    return null; // the log is named in any case
  }
}
