import { appendFileSync, closeSync, openSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rotateLogs } from './log-rotation.ts';

let folder: string;
const at = (name: string) => path.join(folder, name);
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'trame-logs-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const now = new Date('2026-11-30T22:05:00Z');

test('puts a large log aside while its program goes on writing to it, and leaves a small one', async () => {
  const open = openSync(at('cms.log'), 'a');
  appendFileSync(open, 'une longue ligne\n');
  await writeFile(at('site.log'), 'courte\n');
  await rotateLogs(folder, now, 10);
  appendFileSync(open, 'la suite\n');
  closeSync(open);
  expect((await readdir(folder)).sort()).toEqual(['cms-20261130T220500.log.gz', 'cms.log', 'site.log']);
  expect(gunzipSync(await readFile(at('cms-20261130T220500.log.gz'))).toString()).toBe('une longue ligne\n');
  expect((await stat(at('cms-20261130T220500.log.gz'))).mode & 0o777).toBe(0o600);
  expect(await readFile(at('cms.log'), 'utf8')).toBe('la suite\n');
});

test('erases what was put aside more than a year ago, and nothing else', async () => {
  for (const name of ['cms-20251001T000000.log.gz', 'cms-20260601T000000.log.gz', 'notes.txt'])
    await writeFile(at(name), 'x');
  await utimes(at('cms-20251001T000000.log.gz'), new Date('2025-10-01'), new Date('2025-10-01'));
  await utimes(at('cms-20260601T000000.log.gz'), new Date('2026-06-01'), new Date('2026-06-01'));
  await utimes(at('notes.txt'), new Date('2020-01-01'), new Date('2020-01-01'));
  await rotateLogs(folder, now);
  expect((await readdir(folder)).sort()).toEqual(['cms-20260601T000000.log.gz', 'notes.txt']);
});

test('puts a small log aside once it is a month old', async () => {
  await writeFile(at('cms.log'), 'courte\n');
  const later = new Date(Date.now() + 31 * 24 * 60 * 60 * 1000);
  await rotateLogs(folder, later);
  expect(await readFile(at('cms.log'), 'utf8')).toBe('');
  expect((await readdir(folder)).filter((name) => name.endsWith('.gz'))).toHaveLength(1);
  await rotateLogs(folder, later); // empty since
  expect((await readdir(folder)).filter((name) => name.endsWith('.gz'))).toHaveLength(1);
});

test('has nothing to do where there is no log yet', async () => {
  await rotateLogs(at('none'), now);
});
