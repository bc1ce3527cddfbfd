import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { causeOf } from '@trame/cms/domain/cause';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { launch } from './child.ts';
import { formatDuration } from './clock.ts';
import { readEnvironment, ROOT } from './environment.ts';
import { isThere, namesIn, readCache, readJson, UnreadableFile, writeJson } from './files.ts';
import { fingerprint } from './fingerprint.ts';
import { takeLock } from './lock.ts';
import { createLog } from './log.ts';
import { canEnter } from './postgres/places.ts';
import { isAlive, startedAt } from './processes.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'trame-lib-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('words durations as people say them', () => {
  expect([0, 1234, 9949, 9950, 59_499, 59_500, 125_000].map(formatDuration)).toEqual([
    '0,0 s',
    '1,2 s',
    '9,9 s',
    '10 s',
    '59 s',
    '1 min 00 s',
    '2 min 05 s',
  ]);
});

describe('the environment', () => {
  it('has a default for everything, and takes a relative DATA_DIR from the clone', () => {
    expect(readEnvironment({})).toEqual({
      databaseUrl: null,
      dataDir: path.join(ROOT, '.data'),
      backupDir: path.join(ROOT, '.data/backups'),
      sitePort: 8080,
      cmsPort: 1337,
      deployerPort: 8081,
      mailPort: 1025,
      mailboxPort: 8025,
      hasMailServer: false,
      siteUrl: 'http://127.0.0.1:8080',
      cmsUrl: 'http://127.0.0.1:1337',
      cmsDirectUrl: 'http://127.0.0.1:1337',
      deployerUrl: 'http://127.0.0.1:8081',
      pressUrl: 'http://127.0.0.1:8081',
    });
  });
  it('counts an empty variable as absent, and drops a slash at the end of an address', () => {
    expect(readEnvironment({ SITE_PORT: '', SITE_URL: 'https://asso.example/' })).toMatchObject({
      sitePort: 8080,
      siteUrl: 'https://asso.example',
    });
  });
  it('asks the CMS at its public address, unless it is told of a way past the proxy', () => {
    const CMS_URL = 'https://gestion.asso.example';
    expect(readEnvironment({ CMS_URL }).cmsDirectUrl).toBe(CMS_URL);
    expect(readEnvironment({ CMS_URL, CMS_DIRECT_URL: 'http://127.0.0.1:1337' })).toMatchObject({
      cmsUrl: CMS_URL,
      cmsDirectUrl: 'http://127.0.0.1:1337',
    });
  });
  it('names what is malformed, never its value', () => {
    expect(() => readEnvironment({ DATABASE_URL: 'mysql://secret', CMS_PORT: '99999' })).toThrow(
      /^(?!.*secret).*DATABASE_URL, CMS_PORT/,
    );
  });
});

describe('a file of JSON', () => {
  const Shape = z.strictObject({ name: z.string() });

  it('is absent, read, or unreadable, and the three are told apart', async () => {
    const file = path.join(folder, 'kept.json');
    expect(await readJson(file, Shape)).toBeNull();
    await writeJson(file, { name: 'a' });
    expect(await readJson(file, Shape)).toEqual({ name: 'a' });
    for (const text of ['', '{"name":', '{"name":1}', '{"name":"a","more":1}', 'null']) {
      await writeFile(file, text);
      await expect(readJson(file, Shape), text).rejects.toThrow(`Le fichier ${file} ne peut pas être relu`);
      expect(await readCache(file, Shape), text).toBeNull();
    }
    await rm(file);
    await mkdir(file);
    await expect(readJson(file, Shape)).rejects.toBeInstanceOf(UnreadableFile);
    await expect(readJson(file, Shape).catch((error: unknown) => causeOf(error))).resolves.toMatch(/EISDIR/);
  });

  it('stands in a folder that is absent, listed, or no folder', async () => {
    expect(await namesIn(path.join(folder, 'none'))).toEqual([]);
    await writeFile(path.join(folder, 'file'), '');
    expect(await namesIn(folder)).toEqual(['file']);
    await expect(namesIn(path.join(folder, 'file'))).rejects.toThrow(/ENOTDIR/);
    await expect(isThere(path.join(folder, 'file', 'below'))).rejects.toThrow(/ENOTDIR/);
  });
});

describe('a lock', () => {
  it('is had by one, given back, and taken over from the dead', async () => {
    const file = path.join(folder, 'lock');
    const lock = await takeLock(file);
    expect(lock).toHaveProperty('release');
    await (lock as { release(): Promise<void> }).release();

    await writeFile(file, `${process.ppid}\n${startedAt(process.ppid)}\n`);
    expect(await takeLock(file)).toEqual({ heldBy: process.ppid });
    await writeFile(file, `${process.ppid}\nanother time\n`); // the number came again, for another program
    expect(await takeLock(file)).toHaveProperty('release');
    await writeFile(file, '999999999\n\n');
    expect(await takeLock(file)).toHaveProperty('release');
    await writeFile(file, 'torn');
    expect(await takeLock(file)).toHaveProperty('release');
  });
});

describe('a fingerprint', () => {
  it('changes with content, names and words, not with tests or what was generated', async () => {
    const write = (name: string, content: string) => writeFile(path.join(folder, name), content);
    await write('a.ts', '1');
    const first = await fingerprint(folder, ['.']);
    await write('a.test.ts', 'anything');
    expect(await fingerprint(folder, ['.'])).toBe(first);
    expect(await fingerprint(folder, ['.'], ['word'])).not.toBe(first);
    await write('b.ts', '');
    expect(await fingerprint(folder, ['.'])).not.toBe(first);
    await rm(path.join(folder, 'b.ts'));
    await write('a.ts', '2');
    expect(await fingerprint(folder, ['.'])).not.toBe(first);
    expect(await fingerprint(folder, ['missing'])).toHaveLength(16);
  });
});

describe('a child process', () => {
  const node = (code: string) => launch(process.execPath, ['-e', code], { cwd: folder, env: process.env });

  it('tells how it ended and what it said last', async () => {
    const child = node(`console.log('bonjour'); process.exit(3)`);
    expect(await child.exited).toEqual({ code: 3, signal: null });
    expect(child.lastOutput()).toContain('bonjour');
  });

  it('is stopped with everything that it started, also when it does not listen', async () => {
    const child = node(
      `process.on('SIGTERM', () => {}); const c = require('node:child_process').spawn(process.execPath, ['-e', 'process.on("SIGTERM",()=>{});setInterval(()=>{},1000)']);
       console.log(c.pid); setInterval(() => {}, 1000)`,
    );
    while (!/\d+\n/.test(child.lastOutput())) await new Promise((resolve) => setTimeout(resolve, 20));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const grandchild = Number(child.lastOutput());
    expect(isAlive(grandchild)).toBe(true);
    await child.stop(200);
    await child.stop(200);
    expect(isAlive(child.pid ?? 0)).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(isAlive(grandchild)).toBe(false);
  });

  it('says so when the program does not exist', async () => {
    const child = launch(path.join(folder, 'missing'), [], { cwd: folder, env: process.env });
    expect((await child.exited).code).toBe(127);
    expect(child.lastOutput()).toContain('ENOENT');
  });
});

it('knows which folders another account can pass through', async () => {
  const stranger = { ids: { uid: 54321, gid: 54321 } };
  const { chmod, mkdir } = await import('node:fs/promises');
  await chmod(folder, 0o711);
  expect(await canEnter(folder, stranger)).toBe(true);
  expect(await canEnter(path.join(folder, 'not/yet/there'), stranger)).toBe(true);
  await mkdir(path.join(folder, 'closed'), { mode: 0o700 });
  expect(await canEnter(path.join(folder, 'closed/inside'), stranger)).toBe(false);
});

it('writes no secret into a log, neither in what happened nor in its details', () => {
  const lines: string[] = [];
  const log = createLog('site', (line) => lines.push(line));
  const token = 'Jeton-de-quarante-trois-signes_0123456789ab';
  log.error(`no page at /ma-fiche/${token}`, {
    cause: `fetch https://a.example/?token=abc&x=${token}`,
    stack: [token],
  });
  expect(lines.join('')).toMatch(/ error site: no page at \/ma-fiche\/\*\*\* /);
  expect(lines.join('')).not.toMatch(/quarante|=abc/);
});
