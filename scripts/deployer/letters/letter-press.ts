/**
 * Letters on paper, set when an editor asks for them.
 *
 * They hold the links of a whole campaign. Whoever reads one can answer for that association: so the document and its PDF stand
 * on the disk, for nobody else to read, while they are being set, and not a moment longer; and the program that set them ends
 * with its job.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { causeOf } from '@trame/cms/domain/cause';
import { PRESS_JOB_VARIABLE, type PressJob } from '@trame/site/press-job';
import type { Clock } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';
import type { RunPress } from '../editions/print-jobs.ts';

const OWN_FOLDER = 0o700;
const PRIVATE = 0o600;
/** One is set, one waits: more editors than that press the same button twice. */
const MOST_WAITING = 2;

export type LettersMade =
  { readonly outcome: 'set'; readonly pdf: Buffer } | { readonly outcome: 'busy' } | { readonly outcome: 'failed' };

export interface LetterPress {
  /** @param document a LettersExport as JSON, checked. Never throws. */
  set(document: string): Promise<LettersMade>;
  close(): Promise<void>;
}

/** Puts away what a crash left. */
export async function openLetterPress(parts: {
  readonly dataDir: string;
  readonly press: RunPress;
  readonly clock: Clock;
  readonly log: Log;
}): Promise<LetterPress> {
  const { press, clock, log } = parts;
  const root = path.join(parts.dataDir, 'cache', 'letters');
  const stopping = new AbortController();
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  await rm(root, { recursive: true, force: true });

  async function make(document: string): Promise<LettersMade> {
    const folder = path.join(root, randomUUID());
    const begun = clock.ticks();
    try {
      await mkdir(folder, { recursive: true, mode: OWN_FOLDER });
      await writeFile(path.join(folder, 'letters.json'), document, { mode: PRIVATE });
      const job: PressJob = { kind: 'letters', folder };
      const { exit } = await press('letters', { [PRESS_JOB_VARIABLE]: JSON.stringify(job) }, stopping.signal);
      if (exit.code !== 0) {
        // What the program said may quote a letter: its exit is enough for a log.
        log.error('letters not set', { exit: String(exit.signal ?? exit.code) });
        return { outcome: 'failed' };
      }
      const pdf = await readFile(path.join(folder, 'lettres.pdf'));
      log.info('letters set', { bytes: pdf.length, milliseconds: Math.round(clock.ticks() - begun) });
      return { outcome: 'set', pdf };
    } catch (error) {
      log.error('letters not set', { cause: causeOf(error) });
      return { outcome: 'failed' };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  return {
    set(document) {
      if (waiting >= MOST_WAITING || stopping.signal.aborted) return Promise.resolve({ outcome: 'busy' });
      waiting += 1;
      const mine = last.then(() => make(document)).finally(() => (waiting -= 1));
      last = mine;
      return mine;
    },
    async close() {
      stopping.abort();
      await last;
    },
  };
}
