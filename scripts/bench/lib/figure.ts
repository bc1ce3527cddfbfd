/** What a bench measures: one question, several runs, the median to quote. Machines are noisy; a single run says little. */

export interface Figure {
  /** "publication visible, 1 200 associations" */
  readonly name: string;
  readonly unit: 's' | 'ms' | 'kB' | 'MB' | 'pages';
  /** One value a run. */
  readonly values: readonly number[];
  /** The most that the design allows; null when it names none. */
  readonly target: number | null;
}

export interface BenchOptions {
  /** Counted runs of each figure. */
  readonly runs: number;
  /** Sizes to measure, in associations; a bench that has its own ignores them. */
  readonly sizes: readonly number[];
  readonly say: (line: string) => void;
}

export interface Bench {
  /** As the folder and the command line name it. */
  readonly name: string;
  readonly question: string;
  run(options: BenchOptions): Promise<Figure[]>;
}

export interface Summary {
  readonly minimum: number;
  readonly median: number;
  readonly maximum: number;
}

/** @throws {RangeError} for a figure without a run */
export function summarise(values: readonly number[]): Summary {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [minimum, maximum, upper] = [sorted[0], sorted.at(-1), sorted[middle]];
  if (minimum === undefined || maximum === undefined || upper === undefined)
    throw new RangeError('No run to summarise');
  const median = sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
  return { minimum, median, maximum };
}

/** Runs `work` and gives its duration in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}
