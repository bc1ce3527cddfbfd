/**
 * Letters on paper, and labels and sheets of a list, set when an editor asks for them.
 *
 * Letters hold the links of a whole campaign, and lists what the office alone knows of people. Whoever reads a letter can answer for that association: so the document and its PDF stand
 * on the disk, for nobody else to read, while they are being set, and not a moment longer; and the program that set them ends
 * with its job.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { causeOf } from '@trame/cms/domain/cause';
import { PRESS_JOB_VARIABLE, type PressJob } from '@trame/site/press-job';
import type { Clock } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';
import type { RunPress } from '../editions/print-jobs.ts';
import { openOneAtATime } from '../one-at-a-time.ts';

const PRIVATE = 0o600;
/** One is set, one waits: more editors than that press the same button twice. */
const MOST_WAITING = 2;

/** What is set and forgotten. */
export type PaperKind = Extract<PressJob, { kind: 'letters' | 'mailing' | 'labels' | 'sheets' }>['kind'];

export type LettersMade =
  { readonly outcome: 'set'; readonly pdf: Buffer } | { readonly outcome: 'busy' } | { readonly outcome: 'failed' };

export interface LetterPress {
  /** @param document of that kind as JSON, checked. Never throws. */
  set(kind: PaperKind, document: string): Promise<LettersMade>;
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
  const turns = await openOneAtATime({ root: path.join(parts.dataDir, 'cache', 'letters'), most: MOST_WAITING });

  async function make(kind: PaperKind, document: string, folder: string, signal: AbortSignal): Promise<LettersMade> {
    const begun = clock.ticks();
    await writeFile(path.join(folder, 'source.json'), document, { mode: PRIVATE });
    const job: PressJob = { kind, folder };
    const { exit } = await press('letters', { [PRESS_JOB_VARIABLE]: JSON.stringify(job) }, signal);
    if (exit.code !== 0) {
      // What the program said may quote a letter: its exit is enough for a log.
      log.error(`${kind} not set`, { exit: String(exit.signal ?? exit.code) });
      return { outcome: 'failed' };
    }
    const pdf = await readFile(path.join(folder, 'set.pdf'));
    log.info(`${kind} set`, { bytes: pdf.length, milliseconds: Math.round(clock.ticks() - begun) });
    return { outcome: 'set', pdf };
  }

  return {
    async set(kind, document) {
      try {
        return (await turns.run((folder, signal) => make(kind, document, folder, signal))) ?? { outcome: 'busy' };
      } catch (error) {
        log.error(`${kind} not set`, { cause: causeOf(error) });
        return { outcome: 'failed' };
      }
    },
    close: () => turns.close(),
  };
}
