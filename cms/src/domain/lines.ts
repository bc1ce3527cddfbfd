/** Lists that an editor writes one below the other: words that people say, other names of a place. */
import { parsed, refused, type Parsed } from './parsed.ts';
import { wordsOf } from './search/words.ts';

/** As they are stored: one a line. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A list is looked through at each question of a resident, and read over by editors. */
const MOST_LINES = 60;
const LONGEST_LINE = 60;

/**
 * A list as it was typed, one a line, or separated by commas or semicolons: each once, however it is accented or capitalised, in
 * the order in which they were written. A line without a letter or a digit says nothing, and is left out.
 */
export function parseLines(typed: string): Parsed<string> {
  const lines = new Map<string, string>();
  for (const line of typed.split(/[\n,;]/).map((one) => one.replace(/\s+/g, ' ').trim())) {
    const key = wordsOf(line).join(' ');
    if (key === '' || lines.has(key)) continue;
    if (line.length > LONGEST_LINE)
      return refused(
        `« ${line.slice(0, 30)}… » est trop long : ${LONGEST_LINE} caractères au plus. Écrivez un mot ou une courte expression par ligne.`,
      );
    lines.set(key, line);
  }
  return lines.size > MOST_LINES
    ? refused(
        `C’est trop : ${lines.size} lignes, pour ${MOST_LINES} au plus. Gardez celles que les gens disent le plus.`,
      )
    : parsed([...lines.values()].join('\n'));
}
