/** The whole way, from the export to a PDF read back by another library. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SiteExport } from '@trame/cms/domain/contract/site/site-export';
import { formatPhone } from '@trame/cms/domain/phone';
import { bookletData } from './booklet-data.ts';
import type { Booklet, Entry } from './booklet.ts';
import { buildAnnuaire, type Annuaire } from './build-annuaire.ts';
import { readCoverage } from './glyph-coverage.ts';
import { createSafeText } from './safe-text.ts';
import { bareAssociation, builtAt, demoExport, knownToTheCms } from './testing/demo-export.ts';
import { hostileTexts } from './testing/hostile-texts.ts';
import { bare, readPdf, type ReadPdf } from './testing/read-pdf.ts';

const siteUrl = 'https://trame.example.org';
let folder: string;
let drawing: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trame-annuaire-'));
  drawing = join(folder, 'drawing.png');
  await sharp({ create: { width: 60, height: 60, channels: 3, background: '#1f5b57' } }).toFile(drawing);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function build(siteExport: SiteExport, name: string): Promise<Annuaire & { path: string }> {
  const path = join(folder, `${name}.pdf`);
  const cacheDir = join(folder, 'cache');
  const annuaire = await buildAnnuaire({
    siteExport,
    out: path,
    cacheDir,
    builtAt,
    siteUrl,
    originalFile: () => Promise.resolve(drawing),
  });
  return { ...annuaire, path };
}

function mapped(siteExport: SiteExport): Booklet {
  const safe = createSafeText({ covers: readCoverage(), warn: () => {} });
  return bookletData(siteExport, { safe, warn: () => {}, builtAt, siteUrl });
}

describe('the booklet of the demonstration', () => {
  const source = demoExport();
  const booklet = mapped(source);
  const entries = booklet.chapters.flatMap((chapter) => chapter.entries);
  let annuaire: Annuaire;
  let pdf: ReadPdf;
  /** Page on which an entry's bookmark lands, by its number. */
  let pageOfEntry: Map<number, number>;

  beforeAll(async () => {
    const built = await build(source, 'demo');
    annuaire = built;
    pdf = await readPdf(built.path);
    const chapters = new Set(booklet.chapters.map(({ name }) => bare(name)));
    let inChapters = false;
    const pages = pdf.bookmarks.flatMap(({ title, level, page }) => {
      if (level === 1) inChapters = chapters.has(bare(title));
      return level === 2 && inChapters ? [page] : [];
    });
    pageOfEntry = new Map(entries.map(({ number }, index) => [number, pages[index] ?? 0]));
  }, 120_000);

  it('declares itself tagged, in French, titled, and PDF/UA-1', () => {
    const file = pdf.bytes.toString('latin1');
    expect(pdf.tagged).toBe(true);
    expect(file).toMatch(/\/Lang\s*\(fr(-FR)?\)/);
    expect(file).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
    expect(file).toMatch(/\/DisplayDocTitle true/);
    expect(pdf.info['Title']).toBe(`${booklet.title} ${booklet.season}`);
  });

  it('is A5, without a blank page', () => {
    for (const [, , width = 0, height = 0] of pdf.sizes) {
      expect(width / 72).toBeCloseTo(148 / 25.4, 2);
      expect(height / 72).toBeCloseTo(210 / 25.4, 2);
    }
    expect(annuaire.pages).toBe(pdf.pages.length);
    pdf.pages.forEach((text, index) => expect(bare(text).length, `page ${index + 1}`).toBeGreaterThan(40));
  });

  it('has nothing to mend', () => {
    // Two of the demonstration have more to say than the booklet has room for.
    expect(annuaire.warnings.filter(({ kind }) => kind !== 'shortened')).toEqual([]);
    expect(annuaire.warnings.length).toBeLessThan(5);
  });

  it('structures its text for those who hear it', () => {
    expect(pdf.roles.get('H1')).toBeGreaterThanOrEqual(booklet.chapters.length + 4);
    expect(pdf.roles.get('H2')).toBeGreaterThanOrEqual(entries.length);
    expect(pdf.roles.get('L')).toBeGreaterThan(0);
    expect(pdf.roles.get('Link')).toBeGreaterThan(entries.length);
    const logos = entries.map(({ logo }) => logo).filter((logo) => logo !== null);
    for (const { alt } of logos) expect(pdf.alternatives).toContain(alt);
  });

  it('bookmarks every part, every chapter and every entry', () => {
    const parts = pdf.bookmarks.filter(({ level }) => level === 1).map(({ title }) => title);
    expect(parts).toEqual([
      'Avant-propos',
      'Sommaire',
      'Mode d’emploi',
      'Agenda',
      ...booklet.chapters.map(({ name }) => name),
      'Plan d’actions',
      'Index par activité',
      'Index par commune',
      'Index alphabétique',
    ]);
    const titles = new Set(pdf.bookmarks.filter(({ level }) => level === 2).map(({ title }) => bare(title)));
    expect(entries.filter(({ name }) => !titles.has(bare(name)))).toEqual([]);
  });

  it('prints every entry whole, on the page that its bookmark names, and on no other', () => {
    const faults = entries.flatMap((entry) => {
      const page = pageOfEntry.get(entry.number) ?? 0;
      const text = bare(pdf.pages[page - 1] ?? '');
      return textsOf(entry)
        .filter((part) => !text.includes(bare(part)))
        .map((part) => `${entry.name} (page ${page}): ${part}`);
    });
    expect(faults).toEqual([]);
  });

  it('gives true page numbers in its contents and its indexes, and links that lead there', () => {
    const textFrom = (title: string, to?: string) => {
      const start = pdf.bookmarks.find((bookmark) => bookmark.level === 1 && bookmark.title === title)?.page ?? 0;
      const end = pdf.bookmarks.find((bookmark) => bookmark.level === 1 && bookmark.title === to)?.page;
      return { start, end, text: bare(pdf.pages.slice(start - 1, end === undefined ? undefined : end - 1).join('')) };
    };
    const contents = textFrom('Sommaire', 'Mode d’emploi');
    for (const { name, count } of booklet.chapters) {
      const page = pdf.bookmarks.find(({ title, level }) => level === 1 && title === name)?.page;
      expect(contents.text).toContain(bare(`${name}${count}${page}`));
    }
    for (const [groups, { start, end, text }] of [
      [booklet.communeIndex, textFrom('Index par commune', 'Index alphabétique')],
      [booklet.alphabeticalIndex, textFrom('Index alphabétique')],
    ] as const) {
      const rows = groups.flatMap((group) => group.rows);
      const wrong = rows.filter((row) => !text.includes(bare(`${row.text}${pageOfEntry.get(row.entry)}`)));
      expect(wrong).toEqual([]);
      const links = pdf.links.filter(
        ({ page, toPage }) => page >= start && page < (end ?? Infinity) && toPage !== null,
      );
      const expected = new Set(rows.map(({ entry }) => pageOfEntry.get(entry)));
      expect(new Set(links.map(({ toPage }) => toPage))).toEqual(expected);
      expect(links.length).toBeGreaterThanOrEqual(rows.length);
    }
  });

  it('leaves out what is not for print, and every contact that did not agree to the web', () => {
    const all = bare(pdf.pages.join(''));
    const hidden = source.associations.filter(({ inPrint }) => !inPrint);
    expect(hidden.length).toBeGreaterThan(0);
    // It may still be named in the agenda, as the organiser of an event that is public.
    const named = new Set(pdf.bookmarks.map(({ title }) => bare(title)));
    const indexed = booklet.alphabeticalIndex.flatMap(({ rows }) => rows.map(({ text }) => text));
    for (const { name } of hidden) {
      expect(named).not.toContain(bare(name));
      expect(indexed).not.toContain(name);
    }

    const contacts = knownToTheCms.associations.flatMap((association) => association.contacts);
    const agreed = new Set(contacts.filter(({ web }) => web).flatMap(({ phone, email }) => [phone, email]));
    const refused = contacts.filter(({ web }) => !web).flatMap(({ phone, email }) => [phone, email]);
    const secret = refused.filter((value) => value !== null && !agreed.has(value));
    expect(secret.length).toBeGreaterThan(0);
    for (const value of secret as string[]) {
      expect(all).not.toContain(bare(value.includes('@') ? value : formatPhone(value)));
      expect(pdf.links.some(({ url }) => url?.includes(value))).toBe(false);
    }
  });

  it('is the same file when it is built again', async () => {
    const again = await build(demoExport(), 'again');
    expect((await readFile(again.path)).equals(pdf.bytes)).toBe(true);
  }, 120_000);
});

describe('a booklet of hostile records', () => {
  const source = demoExport();
  source.events = source.events.slice(0, 1);
  source.actionPlans = [];
  source.associations = [
    ...Object.entries(hostileTexts).map(([name, text]) => vandalised(source, name.toLowerCase(), text)),
    ...fc
      .sample(fc.string({ unit: 'binary', minLength: 1, maxLength: 120 }), { numRuns: 60, seed: 2026 })
      .map((text, index) => vandalised(source, `fuzz-${index}`, text)),
  ];
  const [theme] = source.themes;
  if (theme) {
    theme.name = hostileTexts.endlessWideWord.slice(0, 250);
    theme.description = hostileTexts.longText.slice(0, 2000);
  }
  let annuaire: Annuaire;
  let pdf: ReadPdf;

  beforeAll(async () => {
    const built = await build(source, 'hostile');
    annuaire = built;
    pdf = await readPdf(built.path);
  }, 120_000);

  it('still keeps to PDF/UA-1, and tells the editor what to mend', () => {
    expect(pdf.tagged).toBe(true);
    expect(annuaire.warnings.length).toBeGreaterThan(10);
    for (const { record, message } of annuaire.warnings) {
      expect(Array.from(record).length).toBeLessThan(100);
      expect(`${record}${message}`).not.toContain('\n');
    }
  });

  it('shortens a text of 5,000 words, and says so', () => {
    const all = bare(pdf.pages.join(''));
    const words = hostileTexts.longText.split(' ');
    expect(all).toContain(bare(words.slice(0, 40).join(' ')));
    expect(all).not.toContain(words.at(-1));
    const shortened = annuaire.warnings
      .filter(({ kind }) => kind === 'shortened')
      .map(({ association }) => association);
    expect(shortened).toContain('longtext');
  });

  it('keeps every association', () => {
    const booklet = mapped(source);
    expect(booklet.chapters.flatMap(({ entries }) => entries)).toHaveLength(source.associations.length);
    expect(pdf.bookmarks.length).toBeGreaterThanOrEqual(source.associations.length);
  });
});

describe('pictures', () => {
  it.each([
    ['an empty file', Buffer.alloc(0)],
    ['text with the name of a picture', Buffer.from('<html>404</html>')],
    ['a truncated picture', null],
    [
      'an SVG that reads the disk',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'),
    ],
  ])('%s does not keep the booklet from appearing', async (name, bytes) => {
    const source = demoExport();
    const hash = name.replaceAll(' ', '-');
    const logo = { url: '/uploads/x.png', hash, mime: 'image/png', width: 9, height: 9, alt: 'x', caption: null };
    source.associations = [bareAssociation(source, { slug: 'club', logo })];
    source.settings.bookletCover = null;
    const original = join(folder, hash);
    await writeFile(original, bytes ?? (await readFile(drawing)).subarray(0, 60));
    const annuaire = await buildAnnuaire({
      siteExport: source,
      out: join(folder, 'picture.pdf'),
      cacheDir: join(folder, 'cache'),
      builtAt,
      siteUrl,
      originalFile: () => Promise.resolve(original),
    });
    expect(annuaire.warnings).toEqual([
      {
        kind: 'missing-image',
        association: 'club',
        record: 'Association « club »',
        message: expect.stringContaining('le logo') as string,
      },
    ]);
  });
});

/** The same text in every field that an editor types. */
function vandalised(source: SiteExport, slug: string, text: string): SiteExport['associations'][number] {
  const short = text.slice(0, 300);
  return bareAssociation(source, {
    slug,
    name: text.slice(0, 3000),
    acronym: short,
    summary: text,
    commune: source.communes[0]?.id ?? null,
    seeksVolunteers: true,
    volunteersNote: text,
    activities: [
      {
        label: short,
        description: null,
        ageMin: null,
        ageMinUnit: 'ans',
        ageMax: null,
        ageMaxUnit: 'ans',
        slots: [{ day: 'lundi', begin: '10:00', end: null, note: short }],
        price: short,
        place: short,
        communeCode: null,
        season: short,
      },
    ],
    contacts: [
      { role: short, name: short, phone: '+33536490000', email: `${'a'.repeat(60)}@${'b'.repeat(60)}.example.org` },
    ],
    address: { street: short, complement: short, postalCode: null, city: short, latitude: null, longitude: null },
    website: `https://example.org/${'x'.repeat(200)}?é=1`,
    verifiedOn: '2026-06-01',
  });
}

/** What an entry says, piece by piece. */
function textsOf(entry: Entry): string[] {
  const contacts = entry.contacts.flatMap(({ role, name, phone, email }) => [role, name, phone?.text, email?.text]);
  return [
    entry.name,
    entry.acronym,
    entry.commune,
    entry.specialty,
    entry.audiences,
    ...entry.summary,
    ...entry.activities.flatMap(({ label, details }) => [label, ...details]),
    entry.accessibility,
    entry.volunteers?.note,
    ...contacts,
    ...entry.address,
    entry.website?.text,
    entry.verified,
  ].filter((text) => typeof text === 'string');
}
