import { chmod, mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepPrivate } from './private-files.ts';

let folder: string;
let umask: number;
beforeEach(async () => {
  umask = process.umask(0);
  folder = await mkdtemp(path.join(os.tmpdir(), 'trame-private-'));
});
afterEach(async () => {
  process.umask(umask);
  await rm(folder, { recursive: true, force: true });
});

const OPEN = {
  'editions/e1/frozen/export.json': 0o444,
  'editions/e1/frozen/originals/logo.png': 0o444,
  'editions/e1/links.json': 0o644,
  'deployer/export.json': 0o644,
  'submissions/a-logo': 0o644,
  'mailbox/1.eml': 0o666,
  'logs/cms.log': 0o644,
  'secrets.json': 0o644,
  'suppressions.jsonl': 0o644,
  'public/uploads/photo.jpg': 0o644,
  'cache/editions/e1/export.json': 0o644,
  'of-a-later-release.json': 0o644,
  'site/releases/r1/index.html': 0o644,
};
const place = (name: string) => path.join(folder, 'data', name);
async function layOut(): Promise<void> {
  for (const [name, mode] of Object.entries(OPEN)) {
    await mkdir(path.dirname(place(name)), { recursive: true, mode: 0o755 });
    await writeFile(place(name), 'x');
    await chmod(place(name), mode);
  }
  await chmod(path.join(folder, 'data'), 0o755);
}
/** Whether another account may get at it: every folder on the way lets it pass, and the file lets it read. */
async function othersMayRead(name: string): Promise<boolean> {
  const parts = ['data', ...name.split('/')];
  for (let depth = 1; depth < parts.length; depth++) {
    const { mode } = await stat(path.join(folder, ...parts.slice(0, depth)));
    if ((mode & 0o001) === 0) return false;
  }
  return ((await stat(place(name))).mode & 0o004) !== 0;
}

it('lets others read the site’s pages and nothing else of what an older release left open', async () => {
  await layOut();
  await keepPrivate(path.join(folder, 'data'));
  const read: string[] = [];
  for (const name of Object.keys(OPEN)) if (await othersMayRead(name)) read.push(name);
  expect(read).toEqual(['site/releases/r1/index.html']);
  expect((await stat(path.join(folder, 'data'))).mode & 0o777).toBe(0o711);
  for (const name of ['editions/e1/frozen/export.json', 'deployer/export.json', 'secrets.json'])
    expect((await stat(place(name))).mode & 0o077, name).toBe(0);
  expect((await stat(place('editions/e1/frozen/export.json'))).mode & 0o777).toBe(0o400);
});

it('opens nothing that was closed', async () => {
  await mkdir(path.join(folder, 'data'), { mode: 0o700 });
  await keepPrivate(path.join(folder, 'data'));
  expect((await stat(path.join(folder, 'data'))).mode & 0o777).toBe(0o700);
});

it('follows no link out of the DATA_DIR, and makes a missing one', async () => {
  await writeFile(path.join(folder, 'outside'), 'x', { mode: 0o644 });
  await mkdir(path.join(folder, 'data/editions'), { recursive: true });
  await symlink(path.join(folder, 'outside'), place('editions/link'));
  await keepPrivate(path.join(folder, 'data'));
  expect((await stat(path.join(folder, 'outside'))).mode & 0o777).toBe(0o644);

  await keepPrivate(path.join(folder, 'fresh'));
  const made = await readdir(path.join(folder, 'fresh'));
  expect(made).toEqual(expect.arrayContaining(['public', 'editions', 'deployer', 'cache', 'submissions', 'logs']));
  for (const name of made) expect((await stat(path.join(folder, 'fresh', name))).mode & 0o777, name).toBe(0o700);
  expect(await readdir(path.join(folder, 'fresh/public'))).toEqual(['uploads']);
});
