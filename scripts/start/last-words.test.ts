import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { lastWords, lengthOf, sentenceIn } from './last-words.ts';

const NEWER =
  'Cette base de données a été ouverte par une version plus récente de Trame (migrations inconnues ici\u00a0: 2099-01-01-later.js). Rien n’y a été changé.';

it.each([
  ['a stack trace', `Error: ${NEWER}\n    at guard (/x/dist/guard.js:1:1)\n    at async load\n`],
  ['Strapi’s log, in colours', `[2026-11-29 10:00:00.000] \u001b[31merror\u001b[39m: ${NEWER}\n`],
  ['an error in an error', `Unhandled: MigrationError: Error: ${NEWER}\n  cause: Error: no\n`],
])('finds the sentence in %s', (_, said) => {
  expect(sentenceIn(said)).toBe(NEWER);
});

it('takes nothing else for one', () => {
  for (const said of [
    '',
    'Error: Cannot find module.\n    at Object.<anonymous> (file:///est/le/x.js:1:1).\n',
    `[2026-11-29 10:00:00.000] info: La fiche est publiée dans le site.\n`,
    'error: connect ECONNREFUSED 127.0.0.1:5432.',
  ])
    expect(sentenceIn(said), said).toBeNull();
});

it('looks at what was added since the start, not at why an earlier one failed', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'trame-words-'));
  const file = path.join(folder, 'cms.log');
  expect(await lengthOf(file)).toBe(0);
  expect(await lastWords(file, 0)).toBeNull();
  await writeFile(file, 'Error: Une vieille panne est dans ce journal.\n');
  const before = await lengthOf(file);
  await appendFile(file, 'stopped\n');
  expect(await lastWords(file, before)).toBeNull();
  await appendFile(file, `${'x'.repeat(100_000)}\nError: ${NEWER}\n`);
  expect(await lastWords(file, before)).toBe(NEWER);
  await rm(folder, { recursive: true });
});
