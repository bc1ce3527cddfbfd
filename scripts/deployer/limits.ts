/** How long a step may take before it is stopped: one that hangs would hold every publication behind it, withdrawals too. */
import { setTimeout as sleep } from 'node:timers/promises';
import { readStepSeconds } from '../lib/environment.ts';
import type { StepName } from './steps.ts';

interface StepLimit {
  /** Null: what the machine's STEP_SECONDS says. */
  readonly seconds: number | null;
  /** More for each megabyte of content; none for what is asked for one record at a time. */
  readonly perMegabyte: number;
}

/**
 * Ten times what was measured on two cores, and never less than what a busy machine needs to start a program. STEP_SECONDS gives a
 * slower machine more; `pnpm faults`, which waits for programs that hang, takes less.
 */
const OF_A_RELEASE: StepLimit = { seconds: null, perMegabyte: 20 };

const STEP_LIMITS: Readonly<Record<StepName, StepLimit>> = {
  pages: OF_A_RELEASE,
  annuaire: OF_A_RELEASE,
  search: OF_A_RELEASE,
  precompress: OF_A_RELEASE,
  checks: OF_A_RELEASE,
  switch: OF_A_RELEASE,
  edition: { seconds: 1800, perMegabyte: 0 },
  letters: { seconds: 1800, perMegabyte: 0 },
  entry: { seconds: 180, perMegabyte: 0 },
  preview: { seconds: 180, perMegabyte: 0 },
  searches: { seconds: 180, perMegabyte: 0 },
};

/** @param bytes of the content that the step reads */
export function limitOf(step: StepName, bytes = 0): number {
  const { seconds, perMegabyte } = STEP_LIMITS[step];
  return Math.ceil(((seconds ?? readStepSeconds()) + (perMegabyte * bytes) / 1e6) * 1000);
}

/** What some work comes to, or `late` when it takes longer than that: it goes on then, and whoever asked stops it. */
export async function withinLimit<Outcome>(work: Promise<Outcome>, limitMs: number): Promise<Outcome | 'late'> {
  const over = new AbortController();
  try {
    return await Promise.race([work, sleep(limitMs, 'late' as const, { signal: over.signal, ref: false })]);
  } finally {
    over.abort();
  }
}
