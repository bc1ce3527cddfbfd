import { link, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { damageOf, sealRelease } from './integrity.ts';

/** To the second: no more can be given back to a file. */
const MADE = new Date('2026-09-01T08:00:00Z');
let place: string;
const at = (...parts: string[]) => path.join(place, ...parts);

beforeEach(async () => {
  place = await mkdtemp(path.join(os.tmpdir(), 'trame-integrity-'));
  for (const release of ['a', 'b']) await mkdir(at(release));
  for (const name of ['same.html', 'other.html', 'rewritten.html']) {
    await writeFile(at('a', name), 'a');
    await utimes(at('a', name), MADE, MADE);
  }
  await sealRelease(at('a'), at('a.json'), null);
  // As a release is made: what is the same is shared, what is not is another file.
  await link(at('a/same.html'), at('b/same.html'));
  for (const name of ['other.html', 'new.html']) await writeFile(at('b', name), 'b');
  await writeFile(at('b/rewritten.html'), 'b');
});
afterEach(() => rm(place, { recursive: true }));

it('notes the same of a release whether the one before noted its files or not', async () => {
  await sealRelease(at('b'), at('b.json'), at('a.json'));
  await sealRelease(at('b'), at('alone.json'), at('no-such.json'));
  expect(JSON.parse(await readFile(at('b.json'), 'utf8'))).toEqual(
    JSON.parse(await readFile(at('alone.json'), 'utf8')),
  );
  expect(await damageOf(at('b'), at('b.json'), true)).toBeNull();
});

it('finds a shared file that was changed and given back its time, which only its bytes tell', async () => {
  await writeFile(at('a/same.html'), 'x');
  await utimes(at('a/same.html'), MADE, MADE);
  await sealRelease(at('b'), at('b.json'), at('a.json'));
  expect(await damageOf(at('b'), at('b.json'), true)).toBe('same.html');
});
