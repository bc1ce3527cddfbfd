import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { BACKUP_RECORD_FILE, NO_BACKUP_YET, storedBackupRecord } from '@trame/cms/domain/stored/backup-record';
import { expect, it } from 'vitest';
import type { Clock } from '../lib/clock.ts';
import { writeStored } from '../lib/files.ts';
import { PlainError } from '../lib/plain-error.ts';
import { backUpEveryNight, isDue } from './nightly-backup.ts';

const made = (at: string) => ({ last: { at, file: '/b', bytes: 1, rows: 1 }, failure: null });
const failed = (at: string) => ({ last: null, failure: { at, since: at, times: 1, message: 'Plein.' } });

it.each([
  ['none was ever made', NO_BACKUP_YET, '2026-12-01T15:00:00Z', true],
  ['this night’s is there', made('2026-12-01T02:00:05Z'), '2026-12-01T23:00:00Z', false],
  ['it is past midnight, and not yet the hour', made('2026-12-01T02:00:05Z'), '2026-12-02T01:59:00Z', false],
  ['the hour has come', made('2026-12-01T02:00:05Z'), '2026-12-02T02:00:00Z', true],
  ['the hour has come by summer time', made('2026-07-01T01:00:05Z'), '2026-07-02T01:00:00Z', true],
  ['the machine was off for a week', made('2026-11-24T02:00:05Z'), '2026-12-01T09:00:00Z', true],
  ['one was made by hand before the hour', made('2026-12-01T20:00:00Z'), '2026-12-02T02:00:00Z', true],
  ['the last try failed just now', failed('2026-12-01T02:00:00Z'), '2026-12-01T02:59:00Z', false],
  ['the last try failed an hour ago', failed('2026-12-01T02:00:00Z'), '2026-12-01T03:00:00Z', true],
  ['the clock was a year ahead', made('2027-12-01T02:00:05Z'), '2026-12-01T15:00:00Z', true],
  ['the clock was ahead when it failed', failed('2027-12-01T02:00:00Z'), '2026-12-01T15:00:00Z', true],
])('when %s', (_, record, now, due) => {
  expect(isDue(record, new Date(now))).toBe(due);
});

it('makes one a night, tells of one that fails and tries it again, and ends with the program', async () => {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'trame-nightly-'));
  const stop = new AbortController();
  let now = new Date('2026-12-01T01:00:00Z').getTime();
  const tried: string[] = [];
  const said: string[] = [];
  const clock: Clock = {
    now: () => new Date(now),
    ticks: () => now,
    sleep: async (milliseconds, signal) => {
      await turn();
      signal?.throwIfAborted();
      now += milliseconds;
      if (now > new Date('2026-12-04T12:00:00Z').getTime()) stop.abort();
    },
  };
  const complete = async (
    _step: string,
    _command: string,
    args: readonly string[],
    { env }: { env: NodeJS.ProcessEnv },
  ) => {
    tried.push(new Date(now).toISOString().slice(0, 16));
    expect(args.at(-1)).toMatch(/scripts\/backup\/backup\.ts$/);
    expect(env).toEqual({ PATH: '/bin', DATABASE_URL: 'postgresql://own' });
    if (tried.length === 2) throw new PlainError('Le disque est plein.');
    await writeStored(path.join(dataDir, BACKUP_RECORD_FILE), storedBackupRecord, made(new Date(now).toISOString()));
  };
  backUpEveryNight({
    ...{ dataDir, clock, logFile: path.join(dataDir, 'backup.log') },
    supervisor: { signal: stop.signal, complete },
    env: { PATH: '/bin', DATABASE_URL: 'postgresql://own', TRAME_LINK_SECRET: 'none of its business' },
    say: (text) => said.push(text),
  });
  await expect.poll(() => stop.signal.aborted).toBe(true);
  await rm(dataDir, { recursive: true, force: true });
  expect(tried).toEqual([
    '2026-12-01T01:05',
    '2026-12-01T02:00',
    '2026-12-01T03:00',
    '2026-12-02T02:00',
    '2026-12-03T02:00',
    '2026-12-04T02:00',
  ]);
  expect(said).toEqual([expect.stringMatching(/Le disque est plein\. Nouvel essai dans une heure/)]);
});
