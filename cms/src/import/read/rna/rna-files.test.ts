import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMUNES, fileOf, HEADS, type TestLayout } from '../../../domain/import/rna/testing/rows.ts';
import { zipOf, zipOfRaw } from '../testing/files.ts';
import { mayBeRna, readRna } from './read-rna.ts';
import { readRnaFile, type RnaAnswer } from './read-rna-file.ts';
import { decoded } from './rna-rows.ts';

const QUESTION = { communes: COMMUNES, known: [], today: '2026-11-30' };
let folder: string;
let count = 0;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'trame-rna-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function place(bytes: Buffer): Promise<string> {
  const file = path.join(folder, String((count += 1)));
  await writeFile(file, bytes);
  return file;
}
const read = async (bytes: Buffer, name = 'rna.csv'): Promise<RnaAnswer> =>
  readRnaFile(await place(bytes), name, QUESTION);
async function titles(bytes: Buffer, name?: string): Promise<string[]> {
  const answer = await read(bytes, name);
  if (answer.kind !== 'rna') throw new Error(JSON.stringify(answer));
  return answer.reading.kept.map(({ title }) => title);
}
const ROWS = [
  { id: 'W332001234', titre: 'COLLèGE "LES ÉTÉS"; SECTION JUDO' },
  { id: 'W332001235', titre: 'FORÊT' },
];
const NAMES = ROWS.map(({ titre }) => titre);

describe('a file of the register', () => {
  it.each(Object.keys(HEADS) as TestLayout[])('is read in each layout and encoding: %s', async (layout) => {
    expect(await titles(fileOf(layout, ROWS))).toEqual(NAMES);
    expect(await titles(fileOf(layout, ROWS, 'utf8'))).toEqual(NAMES);
    expect(await titles(Buffer.concat([Buffer.from('\ufeff'), fileOf(layout, ROWS, 'utf8')]))).toEqual(NAMES);
    expect(
      await titles(Buffer.from(fileOf(layout, ROWS).toString('latin1').replaceAll('\n', '\r\n'), 'latin1')),
    ).toEqual(NAMES);
  });

  it('is read in a ZIP, and only the files of the département', async () => {
    const part = (name: string, content: Buffer) => ({ name: `rna/${name}`, content });
    const zip = zipOf([
      part('rna_waldec_20260901_dpt_32.csv', Buffer.from('not even a table')),
      part('rna_waldec_20260901_dpt_33.csv', fileOf('waldec 39', [ROWS[0]!])),
      part('rna_import_20260901_dpt_33.csv', fileOf('import 24', [ROWS[1]!])),
      part('lisez-moi.pdf', Buffer.from('%PDF')),
    ]);
    const answer = await read(zip, 'rna.zip');
    expect(answer).toMatchObject({ kind: 'rna', reading: { asOf: '2026-09-01', layouts: ['waldec', 'import'] } });
    expect(await titles(zip)).toEqual(NAMES);
    const other = zipOf([part('rna_waldec_20260901_dpt_32.csv', fileOf('waldec 39', ROWS))]);
    expect(await read(other)).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('département') as string,
    });
  });

  it('is read from a GZ', async () => {
    expect(await titles(gzipSync(fileOf('waldec 39', ROWS)))).toEqual(NAMES);
  });

  it('is the same in a process of its own', async () => {
    const file = await place(fileOf('waldec 39', ROWS));
    expect(await readRna(file, 'rna.csv', QUESTION)).toEqual(await readRnaFile(file, 'rna.csv', QUESTION));
  });

  it('that was glued together from two encodings is read right', () => {
    expect(decoded(Buffer.from('été', 'utf8').toString('latin1'))).toBe('été');
    expect(decoded(Buffer.from('été', 'latin1').toString('latin1'))).toBe('été');
    expect(decoded('l\u0092été')).toBe('l’été');
  });
});

describe('a file that is something else', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a list of an office', Buffer.from('Nom;Commune\nJudo;Cavignac\n')],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2])],
    ['a ZIP of something', zipOf([{ name: 'liste.csv', content: 'Nom;Commune\nJudo;Cavignac\n' }])],
    ['a ZIP that is cut', zipOf([{ name: 'rna.csv', content: fileOf('waldec 39', ROWS) }]).subarray(0, 60)],
    ['a GZ of something', gzipSync('Nom;Commune\n')],
    ['a GZ that is cut', gzipSync(fileOf('waldec 39', ROWS)).subarray(0, 20)],
  ])('is left to others: %s', async (_, bytes) => {
    expect(await read(bytes)).toEqual({ kind: 'other' });
  });

  it('is told by its first bytes where that is sure', async () => {
    const ask = async (bytes: Buffer) => mayBeRna(await place(bytes));
    expect(await ask(fileOf('import 24', ROWS))).toBe(true);
    expect(await ask(zipOf([{ name: 'rna.csv', content: '' }]))).toBe(true);
    expect(await ask(zipOf([{ name: '[Content_Types].xml', content: '' }]))).toBe(false);
    expect(await ask(Buffer.from('Nom;Commune\n'))).toBe(false);
  });
});

describe('a file of the register that is damaged', () => {
  it('is read as far as it goes, and says that it was cut', async () => {
    const whole = fileOf('waldec 39', [...ROWS, { id: 'W332001236', titre: 'COUPEE; AU MILIEU' }]);
    const cut = whole.subarray(0, whole.indexOf('; AU MIL'));
    expect(await read(cut)).toMatchObject({ kind: 'rna', reading: { isCut: true, counts: { taken: 2 } } });
  });

  it('loses a row with too many or too few fields, and tells which', async () => {
    const lines = fileOf('waldec 39', ROWS).toString('latin1').split('\n');
    lines[1] = `${lines[1]};x`;
    expect(await read(Buffer.from(lines.join('\n'), 'latin1'))).toMatchObject({
      kind: 'rna',
      reading: { counts: { taken: 1, malformed: 1 }, malformedLines: [2] },
    });
  });

  it('is refused when a quote swallows the rest', async () => {
    const rows = Array.from({ length: 2_000 }, (_, rank) => ({
      id: `W33200${1000 + rank}`,
      titre: 'LES AMIS',
      objet: 'se retrouver',
    }));
    const text = fileOf('waldec 39', rows).toString('latin1').replace('W332001001;', 'W332001001;"');
    expect(await read(Buffer.from(text, 'latin1'))).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('guillemet') as string,
    });
  });

  it('is refused when its checksum is of something else, when files overlap, and when it says a password', async () => {
    const { deflateRawSync } = await import('node:zlib');
    const content = fileOf('waldec 39', ROWS);
    const raw = { name: 'rna.csv', data: deflateRawSync(content), crc: 1, size: content.length };
    expect(await read(zipOfRaw([raw]))).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('abîmé') as string,
    });
    expect(await read(zipOfRaw([raw, { ...raw, name: 'b.csv' }], true))).toEqual({ kind: 'other' });
    expect(await read(zipOf([{ name: 'rna.csv', content, encrypted: true }]))).toEqual({ kind: 'other' });
  });

  it('that is a bomb ends in a sentence', async () => {
    const whole = fileOf('waldec 39', ROWS);
    const endless = zipOf([{ name: 'rna.csv', content: Buffer.concat([whole, Buffer.alloc(10_000_000, 'a')]) }]);
    expect(await read(endless)).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('guillemet') as string,
    });
    for (const bytes of [zipOf([{ name: 'rna.csv', content: whole }]), gzipSync(whole)]) {
      const answer = await readRnaFile(await place(bytes), 'rna.zip', QUESTION, whole.length - 1);
      expect(answer.kind).not.toBe('rna');
    }
  });

  it('that takes too long or too much is ended', async () => {
    const rows = Array.from({ length: 30_000 }, (_, rank) => ({
      id: `W3320${10000 + rank}`,
      titre: `LES AMIS ${rank}`,
    }));
    const file = await place(fileOf('waldec 39', rows));
    const late = await readRna(file, 'rna.csv', QUESTION, { milliseconds: 20, heapMegabytes: 160 });
    expect(late).toMatchObject({ kind: 'refused', message: expect.stringContaining('trop long') as string });
    const heavy = await readRna(file, 'rna.csv', QUESTION, { milliseconds: 60_000, heapMegabytes: 8 });
    expect(heavy).toMatchObject({ kind: 'refused', message: expect.stringContaining('mémoire') as string });
  });

  it('never ends the program, whatever its bytes', async () => {
    const good = fileOf('waldec 39', ROWS);
    const zip = zipOf([{ name: 'rna_waldec_20260901_dpt_33.csv', content: good }]);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(good, zip, gzipSync(good)),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 20 }),
        fc.nat(),
        async (bytes, changes, end) => {
          const hurt = Buffer.from(bytes);
          for (const [at, value] of changes) hurt[at % hurt.length] = value;
          const answer = await read(hurt.subarray(0, end % 4 === 0 ? end % hurt.length : hurt.length));
          expect(['rna', 'other', 'refused']).toContain(answer.kind);
        },
      ),
      { numRuns: 300 },
    );
  });
});

it('the real files are read, where they are', async () => {
  const real = '/work/shared/data/rna_import_sample_4000.csv';
  const bytes = await readFile(real).catch(() => null);
  if (bytes === null) return;
  const quimper = { id: 'quimper', name: 'Quimper', inseeCode: '29232', postalCodes: ['29000'], aliases: [] };
  const answer = await readRnaFile(real, 'rna_import_20200901_dpt_29.csv', { ...QUESTION, communes: [quimper] });
  expect(answer).toMatchObject({ kind: 'rna', reading: { counts: { rows: 4000, malformed: 0 } } });
});
