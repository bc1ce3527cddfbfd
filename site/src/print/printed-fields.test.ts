/** What the catalogue of the entry says is read in print is what the booklet and the designer's package print, and no more. */
import { describe, expect, it } from 'vitest';
import type { Association } from '@trame/cms/domain/contract/site/association';
import { textFields } from '@trame/cms/domain/entry/texts';
import { visit } from '@trame/cms/domain/visit';
import { toPrintExport } from '@trame/cms/demo/to-print-export';
import { bookletData } from './booklet-data.ts';
import { packedChapters } from './layout-package/entries.ts';
import { createSafeText } from './safe-text.ts';
import { bareAssociation, builtAt, demoExport, knownToTheCms } from './testing/demo-export.ts';
import { collectWarnings } from './warnings.ts';

const picture = { url: '/uploads/x.png', hash: 'x', mime: 'image/png', width: 9, height: 9, alt: 'x', caption: 'x' };

/** An association that says something in every text of the catalogue. */
function full(): Association {
  return structuredClone({
    ...bareAssociation(demoExport(), { slug: 'x' }),
    officialName: 'x',
    acronym: 'x',
    rnaId: 'x',
    siret: 'x',
    description: 'x',
    howToJoin: 'x',
    activities: [
      {
        label: 'x',
        description: 'x',
        ageMin: null,
        ageMinUnit: 'ans',
        ageMax: null,
        ageMaxUnit: 'ans',
        slots: [{ day: 'lundi', begin: null, end: null, note: 'x' }],
        price: 'x',
        place: 'x',
        communeCode: null,
        season: 'x',
      },
    ],
    contacts: [{ role: 'x', name: 'x', phone: '+33536490000', email: null }],
    address: { street: 'x', complement: 'x', postalCode: 'x', city: 'x', latitude: null, longitude: null },
    website: 'https://x.example.org',
    networks: [{ network: 'autre', url: 'https://y.example.org' }],
    logo: { ...picture },
    photos: [{ ...picture }],
    seeksVolunteers: true,
    volunteersNote: 'x',
    words: ['x'],
    easyText: 'x',
    notice: { kind: 'fermé', until: '2099-01-01', note: 'x' },
    accessibility: {
      mobility: false,
      hearing: false,
      sight: false,
      intellectual: false,
      psychological: false,
      note: 'x',
    },
  } satisfies Association);
}

/** Everything that the press is handed of one association, as one text. */
function printed(association: Association): string {
  const { warn } = collectWarnings();
  const safe = createSafeText({ covers: (codePoint) => codePoint < 0x2030, warn });
  const source = { ...demoExport(), associations: [association] };
  const booklet = bookletData(source, { safe, warn, builtAt, siteUrl: 'https://trame.example.org' });
  const demo = toPrintExport(knownToTheCms);
  const chapters = packedChapters({ ...demo, content: { ...demo.content, associations: [association] } }, booklet);
  // Of a logo, the package takes the file and no word.
  const entries = chapters.flatMap((chapter) => chapter.entries.map((entry) => ({ ...entry, logo: null })));
  return JSON.stringify([booklet.chapters, entries]);
}

/** Where the contract holds a field under another name. */
const IN_THE_CONTRACT: Readonly<Record<string, string>> = { noticeNote: 'notice.note' };

describe('what is printed of an entry', () => {
  it.each(textFields.map(([path, field]) => [path, field] as const))('%s', (path, field) => {
    const association = full();
    const places = visit(association, IN_THE_CONTRACT[path] ?? path);
    // What never leaves the CMS is not in the contract at all.
    if (field.read.on.length === 0) return expect(places).toEqual([]);
    const word = 'zwbxq';
    for (const { holder, key } of places) holder[key] = field.kind === 'url' ? `https://${word}.example.org` : word;
    // The official name stands in for a name that the booklet cannot print.
    if (path === 'officialName') association.name = '\u{1f3b2}';
    expect(places).not.toEqual([]);
    expect(printed(association).includes(word)).toBe((field.read.on as readonly string[]).includes('print'));
  });
});
