import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Edition, PrintExport } from '@trame/cms/domain/contract/press/edition';
import { isPrintable, PrintReport } from '@trame/cms/domain/contract/press/print-report';
import { demoContent } from '@trame/cms/demo/territory';
import { toPrintExport } from '@trame/cms/demo/to-print-export';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEntryPictures } from './entry-picture/entry-picture.ts';
import { printEdition, spineOf } from './print-edition.ts';

const base = toPrintExport(demoContent({ today: '2026-11-22' }));
let root: string;
let picture: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'trame-print-edition-'));
  picture = join(root, 'picture.jpg');
  await sharp({ create: { width: 2200, height: 3000, channels: 3, background: '#7a1f3d' } })
    .jpeg()
    .toFile(picture);
});
afterAll(() => rm(root, { recursive: true, force: true }));

let printings = 0;
async function print(change: Partial<Edition> = {}, content = base.content, previous: PrintExport | null = null) {
  const folder = join(root, String((printings += 1)));
  await mkdir(folder);
  const report = await printEdition({
    printExport: { ...base, content, edition: { ...base.edition, ...change } },
    folder,
    cacheDir: join(root, 'cache'),
    printedAt: '2026-11-22T10:00:00.000Z',
    siteUrl: 'https://annuaire.example',
    originalFile: () => Promise.resolve(picture),
    profileFile: null,
    previous,
  });
  return { folder, report, html: await readFile(join(folder, 'rapport.html'), 'utf8') };
}
const check = (report: PrintReport, id: string) => report.checks.find((one) => one.id === id);

describe('printing an edition', () => {
  it('stitched, gives one file, the package and a report that says what is in them', async () => {
    const { folder, report } = await print({ binding: 'agrafé' });
    expect((await readdir(folder)).sort()).toEqual(['livret.pdf', 'mise-en-page.zip', 'rapport.html', 'rapport.json']);
    expect(PrintReport.parse(JSON.parse(await readFile(join(folder, 'rapport.json'), 'utf8')))).toEqual(report);
    for (const { name, bytes, sha256 } of report.files) {
      const content = await readFile(join(folder, name));
      expect([content.length, createHash('sha256').update(content).digest('hex')]).toEqual([bytes, sha256]);
    }
    expect(report.checks.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    expect(isPrintable(report)).toBe(true);
    expect(report.checks.length).toBeGreaterThan(15);
    const printed = base.content.associations.filter(({ inPrint }) => inPrint);
    expect(report.entries).toBe(printed.length);
    expect(Object.keys(report.entryPages)).toHaveLength(printed.length);
    expect(report.pages % 4).toBe(0);
    expect(report.spineMm).toBeNull();
  }, 60_000);

  it('glued, sets the cover after the interior, with the spine that its pages make', async () => {
    const { folder, report } = await print({
      binding: 'dos carré collé',
      interiorPaper: { name: 'offset', grammage: 90, bulk: 1.2 },
    });
    expect(report.files.map(({ name }) => name)).toEqual(['interieur.pdf', 'couverture.pdf', 'mise-en-page.zip']);
    expect(report.spineMm).toBe(spineOf(report.pages, { grammage: 90, bulk: 1.2, name: '' }));
    expect(report.checks.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    expect(check(report, 'trim-box')?.measure).toContain('couverture.pdf');
    expect((await readFile(join(folder, 'couverture.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
  }, 60_000);

  it('names entries without a contact, and says who came, left and changed', async () => {
    const content = structuredClone(base.content);
    const [first, second, third] = content.associations.filter(({ inPrint }) => inPrint);
    if (!first || !second || !third) throw new Error('The demo is too small');
    const previous: PrintExport = structuredClone({
      ...base,
      edition: { ...base.edition, year: 2025, title: 'Guide 2025' },
    });
    Object.assign(first, { contacts: [], verifiedOn: '2026-11-01' });
    Object.assign(second, { inPrint: false });
    previous.content.associations = previous.content.associations.filter(({ id }) => id !== third.id);
    const { report, html } = await print({}, content, previous);
    expect(report.notices).toContainEqual(
      expect.objectContaining({ kind: 'missing-consent', association: first.id, page: report.entryPages[first.slug] }),
    );
    expect(check(report, 'consent')?.outcome).toBe('warning');
    expect(report.changes).toEqual({
      since: 'Guide 2025, 2025',
      came: [{ association: third.id, name: third.name, what: [] }],
      left: [{ association: second.id, name: second.name, what: [] }],
      changed: first.contacts.length === 0 ? [{ association: first.id, name: first.name, what: ['contacts'] }] : [],
    });
    expect(html).toMatch(/1\snouvelle fiche/);
  }, 60_000);

  it('says that two entries of one name with one contact are most likely one', async () => {
    const content = structuredClone(base.content);
    const [first] = content.associations.filter(
      ({ inPrint, contacts }) => inPrint && contacts.some(({ phone }) => phone),
    );
    if (!first) throw new Error('The demo has no entry with a telephone');
    expect(check((await print({}, content)).report, 'twins')).toMatchObject({ outcome: 'passed', places: [] });
    content.associations.push({
      ...structuredClone(first),
      id: 'twin',
      slug: 'twin',
      name: `Association ${first.name}`,
    });
    const { report, html } = await print({}, content);
    expect(check(report, 'twins')).toMatchObject({
      outcome: 'warning',
      places: [expect.stringContaining(`Association ${first.name}`)],
    });
    const notice = report.notices.find(({ message }) => message.startsWith('semble la même que'));
    expect(notice?.page).toBeGreaterThan(0);
    expect(notice?.message).toContain('même contact');
    expect([first.id, 'twin']).toContain(notice?.association);
    expect(isPrintable(report)).toBe(true);
    expect(html).toContain('Aucune association n’est imprimée deux fois');
  }, 120_000);

  it('fails when nothing is selected, and escapes what an editor wrote', async () => {
    const { report, html } = await print({ verifiedSince: '2199-01-01', title: '<script>alert("é")</script> & Cie' });
    expect(check(report, 'entries')?.outcome).toBe('failed');
    expect(isPrintable(report)).toBe(false);
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;');
    expect(html).toContain('Ce qui bloque');
  }, 60_000);
});

it('a leaf is two pages: 100 pages of 115 g/m² at 0.9 are 5.2 mm thick', () => {
  expect(spineOf(100, { name: 'couché mat', grammage: 115, bulk: 0.9 })).toBe(5.2);
  expect(spineOf(232, { name: 'offset', grammage: 90, bulk: 1.2 })).toBe(12.5);
});

describe('the picture of an entry', () => {
  it('shows a printed entry, and nothing for one that is not', async () => {
    const exportFile = join(root, 'export.json');
    await writeFile(exportFile, JSON.stringify(base));
    const draw = createEntryPictures();
    const tools = {
      siteUrl: 'https://annuaire.example',
      cacheDir: join(root, 'cache'),
      originalFile: () => Promise.resolve(picture),
    };
    const job = (slug: string) => ({
      exportFile,
      content: 'a',
      slug,
      out: join(root, `${slug}.png`),
      builtAt: '2026-11-22T10:00:00.000Z',
    });
    const [printed] = base.content.associations.filter(({ inPrint }) => inPrint);
    const hidden = base.content.associations.find(({ inPrint }) => !inPrint);
    expect(await draw(job(printed?.slug ?? ''), tools)).toBe(true);
    const { format, width, height } = await sharp(join(root, `${printed?.slug}.png`)).metadata();
    expect(format).toBe('png');
    expect(width).toBeGreaterThan(500);
    expect(height).toBeGreaterThan(200);
    expect(await draw(job(hidden?.slug ?? ''), tools)).toBe(false);
    expect(await draw(job('no-such-entry'), tools)).toBe(false);
    expect((await readdir(root)).filter((name) => name.endsWith('.png'))).toHaveLength(1);
  }, 60_000);
});
