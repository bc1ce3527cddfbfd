import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { PDFDict, PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { setInTypst } from '../testing/typst-pdf.ts';
import { finishPressFile } from './finish.ts';
import type { PressFile, PressGeometry } from './press-file.ts';
import { pressProfile, type PressProfile } from './profile.ts';
import { points } from './units.ts';

const geometry: PressGeometry = { trim: { width: 148, height: 210 }, bleedMm: 3, slugMm: 10, marks: true };
let cacheDir: string;
let profile: PressProfile;
let source: Buffer;

const file = (change: Partial<PressFile> = {}): PressFile => ({
  standard: 'PDF/X-4',
  geometry,
  profile,
  title: 'Annuaire « 2027 » & suite',
  author: 'Office de tourisme',
  language: 'fr-FR',
  ...change,
});

beforeAll(async () => {
  cacheDir = await mkdtemp(path.join(os.tmpdir(), 'trame-finish-'));
  profile = await pressProfile({ file: null, cacheDir });
  source = setInTypst(
    `#set page(width: 168mm, height: 230mm)
     #set text(fill: cmyk(0%, 0%, 0%, 100%))
     = Une page
     #link("https://example.org")[un lien]
     #pagebreak()
     = Une autre`,
    '1.6',
  );
});
afterAll(() => rm(cacheDir, { recursive: true, force: true }));

it('nests the boxes of every page', async () => {
  const document = await PDFDocument.load(await finishPressFile(source, file()), { updateMetadata: false });
  expect(document.getPageCount()).toBe(2);
  const box = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) =>
    [x, y, width, height].map((value) => Math.round((value / points(1)) * 100) / 100);
  for (const page of document.getPages()) {
    expect(box(page.getMediaBox())).toEqual([0, 0, 168, 230]);
    expect(box(page.getBleedBox())).toEqual([7, 7, 154, 216]);
    expect(box(page.getTrimBox())).toEqual([10, 10, 148, 210]);
  }
});

it('is the same file each time, and another one for another title', async () => {
  const [first, second] = [await finishPressFile(source, file()), await finishPressFile(source, file())];
  expect(first.equals(second)).toBe(true);
  const other = await finishPressFile(source, file({ title: 'Autre' }));
  expect(other.equals(first)).toBe(false);
});

it('says the same of itself in Info and in XMP, and names the press', async () => {
  const bytes = await finishPressFile(source, file({ date: new Date('2026-11-22T10:00:00.750Z') }));
  expect(bytes.toString('latin1', 0, 8)).toBe('%PDF-1.6');
  expect(bytes.includes('<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Annuaire « 2027 » &amp; suite')).toBe(true);
  expect(bytes.includes('<pdfxid:GTS_PDFXVersion>PDF/X-4<')).toBe(true);
  expect(bytes.includes('<xmp:CreateDate>2026-11-22T10:00:00Z<')).toBe(true);
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  expect(document.getTitle()).toBe('Annuaire « 2027 » & suite');
  expect(document.getCreationDate()).toEqual(new Date('2026-11-22T10:00:00Z'));
  const info = document.context.lookup(document.context.trailerInfo.Info, PDFDict);
  expect(info.get(PDFName.of('Trapped'))).toBe(PDFName.of('False'));
  const intents = document.catalog.lookup(PDFName.of('OutputIntents')) as unknown as { lookup(at: number): PDFDict };
  expect(intents.lookup(0).lookup(PDFName.of('Info'), PDFHexString).decodeText()).toBe(profile.name);
});

it('keeps to PDF 1.4 without compressed objects for PDF/X-1a', async () => {
  const old = setInTypst(
    '#set page(width: 168mm, height: 230mm)\n#set text(fill: cmyk(0%, 0%, 0%, 100%))\nBonjour',
    '1.4',
  );
  const bytes = await finishPressFile(old, file({ standard: 'PDF/X-1a:2003' }));
  expect(bytes.toString('latin1', 0, 8)).toBe('%PDF-1.4');
  expect(bytes.includes('/ObjStm')).toBe(false);
  expect(bytes.includes('/GTS_PDFXVersion (PDF/X-1a:2003)')).toBe(true);
  expect(bytes.includes('<pdfx:GTS_PDFXVersion>PDF/X-1a:2003<')).toBe(true);
});

it('leaves out what only a screen needs, and every object that nothing refers to', async () => {
  const document = await PDFDocument.load(await finishPressFile(source, file()), { updateMetadata: false });
  for (const key of ['Outlines', 'StructTreeRoot', 'MarkInfo', 'Names', 'Dests', 'OpenAction', 'AA']) {
    expect(document.catalog.has(PDFName.of(key)), key).toBe(false);
  }
  for (const { node } of document.getPages()) expect(node.has(PDFName.of('Annots'))).toBe(false);
  const kinds = document.context
    .enumerateIndirectObjects()
    .map(([, object]) => (object instanceof PDFDict ? object.get(PDFName.of('Type'))?.toString() : undefined));
  expect(kinds).not.toContain('/Annot');
  expect(kinds).not.toContain('/Outlines');
});

it('refuses pages of another size, and marks without room', async () => {
  await expect(
    finishPressFile(source, file({ geometry: { ...geometry, trim: { width: 148, height: 148 } } })),
  ).rejects.toThrow('Page 1');
  await expect(finishPressFile(source, file({ geometry: { ...geometry, bleedMm: 8 } }))).rejects.toThrow('no room');
});
