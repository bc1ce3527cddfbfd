/** A real build after a real change: what was taken out of the directory is out of the site, and a bad source changes nothing. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleAssociation, sampleExport } from '../src/content/sample-export.ts';
import { astroBuild } from './support/preview.ts';

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
  });
  return out;
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
