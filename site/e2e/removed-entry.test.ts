/** A real build after a real change: what was taken out of the directory is out of the site, and a bad source changes nothing. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleAssociation, sampleExport } from '../src/content/sample-export.ts';
import { astroBuild, BUILT_AT } from './support/preview.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trame-build-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Builds a release from a document; the cache is shared by the releases, as it is for the deployer. */
async function build(name: string, document: unknown): Promise<string> {
  const out = join(folder, name);
  await writeFile(join(folder, 'export.json'), JSON.stringify(document));
  await astroBuild({
    ...process.env,
    NODE_ENV: 'production', // not vitest's own: Astro would make a development build
    ASTRO_TELEMETRY_DISABLED: '1',
    TRAME_EXPORT: join(folder, 'export.json'),
    TRAME_OUT: out,
    TRAME_CACHE_DIR: join(folder, 'cache'),
    TRAME_BUILT_AT: BUILT_AT,
  });
  return out;
}

/** The program that the deployer keeps: it compiles the pages once and renders them for each document. */
function openPagesWorker() {
  const worker = fork(fileURLToPath(new URL('../src/workers/pages-worker.ts', import.meta.url)), {
    execArgv: ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const answer = async (): Promise<unknown> => (await once(worker, 'message'))[0] as unknown;
  const ready = answer();
  return {
    render: async (name: string, document: unknown) => {
      await ready;
      const out = join(folder, name);
      const source = join(folder, `${name}.json`);
      const cwd = `${out}.work`;
      await writeFile(source, JSON.stringify(document));
      await mkdir(cwd);
      await mkdir(out);
      await symlink(fileURLToPath(new URL('../node_modules', import.meta.url)), join(cwd, 'node_modules'));
      const env = {
        NODE_ENV: 'production',
        TRAME_EXPORT: source,
        TRAME_OUT: out,
        TRAME_CACHE_DIR: join(folder, 'cache'),
        TRAME_BUILT_AT: BUILT_AT,
      };
      worker.send({ env, cwd });
      return { out, said: await answer() };
    },
    close: () => worker.disconnect(),
  };
}

async function filesOf(out: string): Promise<Map<string, string>> {
  const entries = await readdir(out, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(
      files.sort().map(async (file) => [relative(out, file), (await readFile(file)).toString('base64')] as const),
    ),
  );
}

/** Every page of a release as one text. */
async function allPages(out: string): Promise<string> {
  const files = (await readdir(out, { recursive: true })).filter((file) => /\.(?:html|xml|json|csv)$/.test(file));
  return (await Promise.all(files.map((file) => readFile(join(out, file), 'utf8')))).join('\n');
}

describe('a build', () => {
  const kept = sampleAssociation();
  const removed = sampleAssociation({
    id: 'chorale',
    slug: 'chorale-du-lavoir',
    name: 'Chorale du lavoir',
    themes: ['culture'],
  });

  it('loses what was removed, on its page and everywhere it was named', async () => {
    const before = await build('before', sampleExport({ associations: [kept, removed] }));
    expect(await readdir(join(before, 'associations'))).toContain('chorale-du-lavoir');
    expect(await allPages(before)).toContain('Chorale du lavoir');

    const after = await build('after', sampleExport({ associations: [kept] }));
    expect(await readdir(join(after, 'associations'))).not.toContain('chorale-du-lavoir');
    const pages = await allPages(after);
    expect(pages).toContain('Judo club');
    expect(pages).not.toMatch(/Chorale du lavoir|chorale-du-lavoir/);
  });

  it('by the program that is kept is what a build by hand is, whatever was rendered or refused before', async () => {
    const program = openPagesWorker();
    try {
      const first = await program.render('kept-1', sampleExport({ associations: [kept, removed] }));
      expect(first.said).toMatchObject({ done: true });
      const refused = await program.render(
        'kept-2',
        sampleExport({ associations: [kept, { ...removed, summary: '' }] }),
      );
      expect(refused.said).toMatchObject({
        done: false,
        reason: expect.stringContaining('« Chorale du lavoir », summary') as string,
      });
      const { out, said } = await program.render('kept-3', sampleExport({ associations: [kept] }));
      expect(said).toMatchObject({ done: true });
      const [byProgram, byHand] = await Promise.all([filesOf(out), filesOf(join(folder, 'after'))]);
      expect([...byProgram.keys()]).toEqual([...byHand.keys()]);
      expect([...byProgram].filter(([name, bytes]) => byHand.get(name) !== bytes).map(([name]) => name)).toEqual([]);
      expect((await allPages(first.out)).includes('Chorale du lavoir')).toBe(true);
    } finally {
      program.close();
    }
  });

  it('writes no page at all from a document that breaks the contract, and says which record is at fault', async () => {
    const broken = sampleExport({ associations: [kept, { ...removed, summary: '' }] });
    const failure = await build('broken', broken).then(
      () => null,
      (error: unknown) => error as { code: number; stderr: string },
    );
    expect(failure?.code).toBe(1);
    expect(failure?.stderr).toContain('« Chorale du lavoir », summary');
    const files = await readdir(join(folder, 'broken'), { recursive: true }).catch(() => []);
    expect(files.filter((file) => file.endsWith('.html'))).toEqual([]);
  });
});
