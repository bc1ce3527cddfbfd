import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { splitLines } from './lines.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'trame-lines-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const LINES = [
  JSON.stringify({ text: 'une ligne\u2028et une autre\u2029fin' }),
  '',
  JSON.stringify({ text: 'é€😀\u0085\r' }),
  '{"text":"\r"}\r',
];

it.each([1, 2, 3, 7, 65536])('cuts at line feeds alone, read %i bytes at a time', async (highWaterMark) => {
  const file = path.join(folder, 'rows.jsonl');
  await writeFile(file, LINES.map((line) => `${line}\n`).join(''));
  const found: string[] = [];
  for await (const line of splitLines(createReadStream(file, { encoding: 'utf8', highWaterMark }))) found.push(line);
  expect(found).toEqual(LINES);
});

it('gives a last line that has no end', async () => {
  const file = path.join(folder, 'rows.jsonl');
  await writeFile(file, 'a\nb');
  const found: string[] = [];
  for await (const line of splitLines(createReadStream(file, 'utf8'))) found.push(line);
  expect(found).toEqual(['a', 'b']);
});
