/** Printing editions, one at a time, in a program that stays; and what is remembered of it when it goes wrong. */
import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import { causeOf } from '@trame/cms/domain/cause';
import type { Edition } from '@trame/cms/domain/contract/press/edition';
import { PRESS_JOB_VARIABLE, type PressJob } from '@trame/site/press-job';
import type { Clock } from '../../lib/clock.ts';
import { isDiskFull } from '../../lib/files.ts';
import type { Log } from '../../lib/log.ts';
import { PlainError } from '../../lib/plain-error.ts';
import { frenchReason } from '../reason.ts';
import type { PressName } from '../steps.ts';
import type { StepOutcome } from '../workshop.ts';
import { messages } from './messages.ts';
import { type PrintContentSource, readPrintExport } from './print-content.ts';
import type { EditionStore } from './store.ts';

type PreviousKey = 'previous' | 'previousUnreadable';

/** Runs one job of the press worker; never throws. */
export type RunPress = (step: PressName, env: Record<string, string>, signal: AbortSignal) => Promise<StepOutcome>;

export interface PrintJobs {
  /** Prints a proof as soon as the press is free. Asking again while it waits or prints changes nothing. */
  request(edition: string): Promise<void>;
  isPrinting(edition: string): boolean;
  /** Returns when nothing is left to print. */
  idle(): Promise<void>;
  /** Breaks off what is being printed, and says so in its state. */
  close(): Promise<void>;
}

export function createPrintJobs(parts: {
  readonly store: EditionStore;
  readonly source: PrintContentSource;
  readonly press: RunPress;
  readonly clock: Clock;
  readonly log: Log;
}): PrintJobs {
  const { store, source, press, clock, log } = parts;
  const waiting = new Set<string>();
  const stopping = new AbortController();
  let last: Promise<void> = Promise.resolve();

  async function print(edition: string): Promise<void> {
    const begun = clock.ticks();
    try {
      await printInto(edition);
      await store.acceptPrinting(edition);
      await store.remember(edition, { printing: null, failure: null });
      log.info('proof printed', { edition, milliseconds: Math.round(clock.ticks() - begun) });
    } catch (error) {
      await store.dropPrinting(edition).catch(() => undefined);
      const message = stopping.signal.aborted ? messages.interrupted : sentence(error);
      log.error('printing failed', {
        edition,
        message,
        cause: String(error instanceof Error ? (error.cause ?? error) : error),
      });
      await store.remember(edition, { printing: null, failure: { at: clock.now().toISOString(), message } });
    }
  }

  async function printInto(edition: string): Promise<void> {
    const content = await source.fetch(edition);
    const folder = await store.beginPrinting(edition);
    await copyFile(content.file, path.join(folder, 'export.json'));
    const { edition: wanted } = await readPrintExport(content.file);
    const job: PressJob = {
      kind: 'edition',
      folder,
      ...(await previousOf(wanted)),
      printedAt: clock.now().toISOString(),
    };
    const { exit, output } = await press('edition', { [PRESS_JOB_VARIABLE]: JSON.stringify(job) }, stopping.signal);
    if (exit.code !== 0) {
      const message = isDiskFull(output) ? messages.diskFull : messages.printingFailed(frenchReason(output));
      throw new PlainError(message, { cause: new Error(`${exit.signal ?? exit.code}: ${output.slice(-2000)}`) });
    }
    stopping.signal.throwIfAborted();
  }

  /** The export of the edition before, which the CMS names when it was frozen. What cannot be read of it stops no printing. */
  async function previousOf({ previous }: Edition): Promise<Pick<PressJob & { kind: 'edition' }, PreviousKey>> {
    if (previous === null || !store.isName(previous)) return { previous: null, previousUnreadable: false };
    try {
      const content = await store.content(previous, 'frozen');
      if (content === null) throw new Error('The CMS says that it is frozen, and it has no folder');
      return { previous: store.contentFile(previous, 'frozen'), previousUnreadable: false };
    } catch (error) {
      log.error('previous edition not compared', { previous, cause: causeOf(error) });
      return { previous: null, previousUnreadable: true };
    }
  }

  return {
    async request(edition) {
      if (waiting.has(edition) || stopping.signal.aborted) return;
      waiting.add(edition);
      try {
        const { failure } = await store.memory(edition);
        await store.remember(edition, { printing: { startedAt: clock.now().toISOString() }, failure });
      } catch (error) {
        waiting.delete(edition);
        throw error;
      }
      last = last
        .then(() => print(edition))
        .catch((error: unknown) => log.error('state not written', { edition, error: String(error) }))
        .finally(() => waiting.delete(edition));
    },
    isPrinting: (edition) => waiting.has(edition),
    async idle() {
      for (let seen; seen !== last;) await (seen = last);
    },
    async close() {
      stopping.abort();
      await this.idle();
    },
  };
}

const sentence = (error: unknown): string =>
  error instanceof PlainError
    ? error.message
    : (error as NodeJS.ErrnoException).code === 'ENOSPC'
      ? messages.diskFull
      : messages.printingFailed(null);
