import { link, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { precompress } from './precompress.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'trame-precompress-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const page = (word: string) => `<p>${word}</p>`.repeat(300);
async function folder(name: string, files: Record<string, string>) {
  for (const [file, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(root, name, file)), { recursive: true });
    await writeFile(path.join(root, name, file), content);
  }
  return path.join(root, name);
}
const inode = async (file: string) => (await stat(file)).ino;
const exists = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  );

it('compresses text that gets smaller, and nothing else', async () => {
  const release = await folder('r1', { 'a/index.html': page('un'), 'photo.webp': page('x'), 'small.css': 'a{}' });
  expect(await precompress(release, null)).toEqual({ compressed: 1, reused: 0 });
  expect(brotliDecompressSync(await readFile(`${release}/a/index.html.br`)).toString()).toBe(page('un'));
  expect(gunzipSync(await readFile(`${release}/a/index.html.gz`)).toString()).toBe(page('un'));
  expect(await exists(`${release}/photo.webp.br`)).toBe(false);
  expect(await exists(`${release}/small.css.br`)).toBe(false);
});

it('compresses what is the program’s own as well as it can, for it does so once', async () => {
  const script = Array.from({ length: 400 }, (_, rank) => `export const f${rank} = (x) => x * ${rank} + ${rank % 7};`);
  const [own, other] = ['_trame/commun.js', 'autre/commun.js'];
  const release = await folder('r1', { [own]: script.join('\n'), [other]: script.join('\n') });
  await precompress(release, null);
  const size = async (file: string) => (await stat(`${release}/${file}.br`)).size;
  expect(await size(own)).toBeLessThan(await size(other));
  expect(brotliDecompressSync(await readFile(`${release}/${own}.br`)).toString()).toBe(script.join('\n'));
});

it('shares unchanged files with the previous release, and only those', async () => {
  const first = await folder('r1', {
    'same.html': page('same'),
    'other.html': page('before'),
    'photo.webp': page('x'),
  });
  await precompress(first, null);
  const second = await folder('r2', {
    'same.html': page('same'),
    'other.html': page('after!'),
    'photo.webp': page('x'),
  });
  expect(await precompress(second, first)).toEqual({ compressed: 1, reused: 1 });
  for (const shared of ['same.html', 'same.html.br', 'same.html.gz', 'photo.webp'])
    expect(await inode(`${second}/${shared}`)).toBe(await inode(`${first}/${shared}`));
  expect(brotliDecompressSync(await readFile(`${second}/other.html.br`)).toString()).toBe(page('after!'));
  expect(await readFile(`${first}/other.html`, 'utf8')).toBe(page('before'));
});

it('takes the twins of a page that is the previous one’s file already', async () => {
  const first = await folder('r1', { 'same.html': page('same'), 'small.css': 'a{}' });
  await precompress(first, null);
  const second = await folder('r2', { 'other.html': page('other') });
  for (const file of ['same.html', 'small.css']) await link(`${first}/${file}`, `${second}/${file}`);
  expect(await precompress(second, first)).toEqual({ compressed: 1, reused: 1 });
  for (const twin of ['same.html.br', 'same.html.gz'])
    expect(await inode(`${second}/${twin}`)).toBe(await inode(`${first}/${twin}`));
  expect(await exists(`${second}/small.css.br`)).toBe(false);
});

it('does without a previous release that has no twins', async () => {
  const first = await folder('r1', { 'same.html': page('same') });
  const second = await folder('r2', { 'same.html': page('same') });
  expect(await precompress(second, first)).toEqual({ compressed: 1, reused: 0 });
});
