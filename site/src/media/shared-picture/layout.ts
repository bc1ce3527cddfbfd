/** Which words of a title stand on which line, and how large. */

export interface Setting {
  readonly lines: readonly string[];
  /** Pixels. */
  readonly size: number;
}

/** Sizes from the largest, with the lines that the height has room for. */
export interface Measure {
  /** Width of a text in ems. */
  readonly widthOf: (text: string) => number;
  /** Pixels. */
  readonly width: number;
  readonly steps: readonly { readonly size: number; readonly lines: number }[];
}

/** The largest size at which the whole title fits; at the smallest one, what does not fit is cut with "…". */
export function fitTitle(title: string, { widthOf, width, steps }: Measure): Setting {
  const words = title.split(/[ \t\n]+/).filter((word) => word !== '');
  for (const { size, lines: room } of steps) {
    const lines = wrap(words, widthOf, width / size);
    if (lines.length <= room && lines.every((line) => widthOf(line) * size <= width)) return { lines, size };
  }
  const { size, lines: room } = steps.at(-1) as Measure['steps'][number];
  const ems = width / size;
  const lines = wrap(words, widthOf, ems).slice(0, room);
  const whole = lines.join(' ') === words.join(' ');
  return { lines: lines.map((line, at) => cut(line, widthOf, ems, !whole && at === lines.length - 1)), size };
}

/** Lines as full as they can be. A word that is longer than a line has one of its own. */
function wrap(words: readonly string[], widthOf: Measure['widthOf'], ems: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    if (line !== undefined && widthOf(`${line} ${word}`) <= ems) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** @param goesOn the title goes on after this line */
function cut(line: string, widthOf: Measure['widthOf'], ems: number, goesOn: boolean): string {
  if (!goesOn && widthOf(line) <= ems) return line;
  const letters = Array.from(line);
  while (letters.length > 1 && widthOf(`${letters.join('').trimEnd()}…`) > ems) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
