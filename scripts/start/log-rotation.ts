/** Logs that programs write to for years: a large or an old one is put aside, compressed, and erased after a year. */
import { createReadStream, createWriteStream } from 'node:fs';
import { readdir, rename, rm, stat, truncate } from 'node:fs/promises';
import path from 'node:path';
import { setInterval } from 'node:timers';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { stampOf, type Clock } from '../lib/clock.ts';

const LARGEST_BYTES = 20 * 1024 * 1024;
/** Days: what a log says of people is kept no longer (retention table of `cms/src/upkeep/README.md`). */
export const KEPT_DAYS = 365;
/** Days after which a log is put aside however small it is: its first lines would never grow old otherwise. */
export const LONGEST_DAYS = 30;
const EVERY_MS = 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

const PUT_ASIDE = /^(.+)-\d{8}T\d{6}\.log\.gz$/;

/**
 * Puts large and old logs of a folder aside as `cms-20261130T220500.log.gz`, and erases those of more than a year.
 *
 * The text is copied and the file emptied, since the programs keep it open and append to it: a renamed file would go on growing.
 * What is written between the two, some milliseconds of lines, is lost. A log that cannot be put aside grows on until the next time.
 */
export async function rotateLogs(folder: string, now: Date, largestBytes = LARGEST_BYTES): Promise<void> {
  const names = await readdir(folder).catch(() => []); // none yet
  const isPast = (ms: number, days: number): boolean => now.getTime() - ms > days * DAY_MS;
  /** When each log was put aside last. */
  const last = new Map<string, number>();
  for (const name of names) {
    const log = PUT_ASIDE.exec(name)?.[1];
    if (log === undefined) continue;
    const { mtimeMs } = await stat(path.join(folder, name));
    last.set(log, Math.max(last.get(log) ?? 0, mtimeMs));
    if (isPast(mtimeMs, KEPT_DAYS)) await rm(path.join(folder, name), { force: true });
  }
  for (const name of names.filter((one) => one.endsWith('.log'))) {
    const file = path.join(folder, name);
    const log = path.basename(name, '.log');
    const { size, birthtimeMs } = await stat(file);
    const isOld = size > 0 && isPast(last.get(log) ?? birthtimeMs, LONGEST_DAYS);
    if (size <= largestBytes && !isOld) continue;
    // Half a copy, of a program that was killed, has another name and is written over.
    const copy = `${file}.copy`;
    await pipeline(createReadStream(file), createGzip(), createWriteStream(copy, { mode: 0o600 }));
    await rename(copy, path.join(folder, `${log}-${stampOf(now)}.log.gz`));
    await truncate(file);
  }
}

/** Does so now and every hour, as long as this program runs. @param trouble is told what kept it from being done */
export function watchLogs(folder: string, clock: Clock, trouble: (error: unknown) => void): void {
  const rotate = (): void => void rotateLogs(folder, clock.now()).catch(trouble);
  rotate();
  setInterval(rotate, EVERY_MS).unref();
}
