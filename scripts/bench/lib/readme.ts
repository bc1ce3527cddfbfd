/** The last figures of a bench, kept in its README. */
import { readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import path from 'node:path';
import { type Figure, summarise } from './figure.ts';

const MARKS = /<!-- figures -->[\s\S]*<!-- \/figures -->/;

const round = (value: number): string =>
  String(value < 10 ? Math.round(value * 100) / 100 : Math.round(value * 10) / 10);

export function figuresTable(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, unit, values, target }) => {
    const { minimum, median, maximum } = summarise(values);
    const verdict = target === null ? '–' : median <= target ? 'held' : '**missed**';
    const limit = target === null ? '–' : `≤ ${round(target)} ${unit}`;
    return `| ${name} | ${round(median)} ${unit} | ${round(minimum)} – ${round(maximum)} | ${limit} | ${verdict} |`;
  });
  return ['| figure | median | min – max | target | |', '| --- | --- | --- | --- | --- |', ...rows].join('\n');
}

/** @throws {Error} when the README has no place for figures */
export function withFigures(readme: string, figures: string): string {
  if (!MARKS.test(readme)) throw new Error('This README has no <!-- figures --> marks');
  return readme.replace(MARKS, () => `<!-- figures -->\n${figures}\n<!-- /figures -->`);
}

/** Writes the figures of a bench into its README, with the day and the machine. */
export async function keepFigures(folder: string, figures: readonly Figure[], runs: number): Promise<void> {
  const file = path.join(folder, 'README.md');
  const machine = `${cpus().length} cores, Node ${process.versions.node}, PostgreSQL 18 embedded`;
  const day = new Date().toISOString().slice(0, 10);
  const text = `\nMeasured on ${day}, ${runs} runs, ${machine}.\n\n${figuresTable(figures)}\n`;
  await writeFile(file, withFigures(await readFile(file, 'utf8'), text));
}
