/** What a bench gives, and how it is shown. */

export interface Figure {
  /** "1,200 associations: publish → visible" */
  readonly what: string;
  readonly value: number;
  readonly unit: 'ms' | 'kB' | 's' | 'MiB' | 'times' | 'rows/s' | '%';
  /** The most that it may be (design, "Figures to hold"); null when it only explains another one. */
  readonly limit: number | null;
}

export interface Bench {
  /** Runs it. `sizes` are numbers of associations, `runs` how often each measure is taken; the median counts. */
  run(options: { sizes: readonly number[]; runs: number; say: (text: string) => void }): Promise<Figure[]>;
  /** Sizes when none are asked for. */
  readonly sizes: readonly number[];
  readonly runs: number;
}

/** The middle value: one slow run on a busy machine does not move it. @throws on an empty list */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  if (middle === undefined) throw new Error('No measure was taken');
  const next = sorted[Math.ceil((sorted.length - 1) / 2)] ?? middle;
  return (middle + next) / 2;
}

/** Milliseconds that the work takes, and its result. */
export async function timed<T>(work: () => Promise<T>): Promise<{ milliseconds: number; result: T }> {
  const begun = performance.now();
  const result = await work();
  return { milliseconds: performance.now() - begun, result };
}

const round = (value: number) => (value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en'));

/** A Markdown table, ready for the README of the bench. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, value, unit, limit }) => {
    const verdict = limit === null ? '' : value <= limit ? 'held' : 'NOT HELD';
    return `| ${what} | ${round(value)} ${unit} | ${limit === null ? '' : `≤ ${round(limit)} ${unit}`} | ${verdict} |`;
  });
  return ['| what | median | limit | |', '|---|---|---|---|', ...rows].join('\n');
}
