/** The figures of a run, as a table. */
import { median } from '../bench/lib/figures.ts';
import type { Outcome } from './publications.ts';

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1);

/** A Markdown table, one row for each kind of fault, ready for the README of this room. */
export function table(outcomes: readonly Outcome[]): string {
  const row = (name: string, of: readonly Outcome[]): string => {
    const recovered = of.flatMap(({ recoveredMs }) => (recoveredMs === null ? [] : [recoveredMs]));
    const missed = of.filter(({ met }) => !met).length;
    const cells = [
      name,
      missed === 0 ? of.length : `${of.length} (${missed} met nothing)`,
      recovered.length === 0 ? '–' : `${seconds(median(recovered))} s`,
      recovered.length === 0 ? '–' : `${seconds(Math.max(...recovered))} s`,
      `${of.reduce((sum, { bad }) => sum + bad.length, 0)} of ${of.reduce((sum, { answers }) => sum + answers, 0)}`,
      of.filter(({ unequal }) => unequal).length,
      of.filter(({ wrong, unequal }) => wrong.length > 0 && !unequal).length,
    ];
    return `| ${cells.join(' | ')} |`;
  };
  const kinds = [...new Set(outcomes.map(({ kind }) => kind))].sort();
  return [
    '| fault | times | recovered in, median | worst | bad answers | site unequal | otherwise wrong |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...kinds.map((kind) =>
      row(
        kind,
        outcomes.filter((outcome) => outcome.kind === kind),
      ),
    ),
    row('**all**', outcomes),
  ].join('\n');
}
