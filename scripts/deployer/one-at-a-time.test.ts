import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openOneAtATime } from './one-at-a-time.ts';

let root: string;
beforeEach(async () => {
  root = path.join(await mkdtemp(path.join(os.tmpdir(), 'trame-one-at-a-time-')), 'work');
});
afterEach(() => rm(path.dirname(root), { recursive: true, force: true }));

/** Work that ends when it is told to. */
function held() {
  let end!: () => void;
  const over = new Promise<void>((resolve) => (end = resolve));
  return { end, over };
}

it('does one piece after the other, in the order in which they were asked for, and turns away a crowd', async () => {
  const turns = await openOneAtATime({ root, most: 2 });
  const told: string[] = [];
  const first = held();
  const piece = (name: string, until: Promise<void> = Promise.resolve()) =>
    turns.run(async () => {
      told.push(`${name} begins`);
      await until;
      told.push(`${name} ends`);
      return { name };
    });
  const asked = [piece('first', first.over), piece('second')];
  expect(await piece('third')).toBeNull();
  first.end();
  expect(await Promise.all(asked)).toEqual([{ name: 'first' }, { name: 'second' }]);
  expect(told).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  expect(await piece('fourth')).toEqual({ name: 'fourth' });
});

it('gives each a folder for nobody else to read, and puts it away whether the work succeeds or not', async () => {
  await mkdir(path.join(root, 'of-a-crash'), { recursive: true });
  const turns = await openOneAtATime({ root, most: 2 });
  await expect(readdir(root)).rejects.toThrow('ENOENT');
  const seen = await turns.run(async (folder) => {
    await writeFile(path.join(folder, 'source.json'), '{}');
    return { mode: (await stat(folder)).mode & 0o777 };
  });
  expect(seen).toEqual({ mode: 0o700 });
  await expect(turns.run(() => Promise.reject(new Error('no paper')))).rejects.toThrow('no paper');
  expect(await readdir(root)).toEqual([]);
});

it('goes on after a piece whose folder could not be made', async () => {
  const turns = await openOneAtATime({ root, most: 2 });
  await writeFile(root, 'a file where the folder belongs');
  await expect(turns.run(() => Promise.resolve({ made: true }))).rejects.toThrow();
  await rm(root);
  expect(await turns.run(() => Promise.resolve({ made: true }))).toEqual({ made: true });
});

it('breaks off what is under way when it closes, and takes no more', async () => {
  const turns = await openOneAtATime({ root, most: 2 });
  const begun = held();
  const broken = turns.run(
    (_, signal) =>
      new Promise<{ by: string }>((resolve) => {
        signal.addEventListener('abort', () => resolve({ by: 'the signal' }));
        begun.end();
      }),
  );
  await begun.over;
  await turns.close();
  expect(await broken).toEqual({ by: 'the signal' });
  expect(await turns.run(() => Promise.resolve({ made: true }))).toBeNull();
});
