/** An edition, set: where everything went, as the press and the report need it. */
import { describe, expect, it } from 'vitest';
import type { Edition } from '@trame/cms/domain/contract/press/edition';
import { toPrintExport } from '@trame/cms/demo/to-print-export';
import { bookletData } from './booklet-data.ts';
import { readCoverage } from './glyph-coverage.ts';
import { screenOutput } from './outputs.ts';
import { createSafeText } from './safe-text.ts';
import { builtAt, knownToTheCms } from './testing/demo-export.ts';
import { readPdf } from './testing/read-pdf.ts';
import { typeset, typesetCoverSheet, typesetEntry } from './typst-compiler.ts';

const covers = readCoverage();
const printed = toPrintExport(knownToTheCms);

function prepared(changes: Partial<Edition>) {
  const warn = () => undefined;
  const edition = { ...printed.edition, ...changes };
  const safe = createSafeText({ covers, warn });
  const siteUrl = 'https://trame.example.org';
  const booklet = bookletData(printed.content, { safe, warn, builtAt, siteUrl, edition });
  return { booklet, output: screenOutput(edition.format) };
}

describe('an edition, set', () => {
  it.each([
    { format: 'A5', binding: 'agrafé', columns: 2 },
    { format: 'A5', binding: 'agrafé', columns: 1 },
    { format: 'A4', binding: 'dos carré collé', columns: 2 },
    { format: 'carré', binding: 'dos carré collé', columns: 2 },
  ] satisfies Partial<Edition>[])(
    '$format, $binding, in $columns column(s): whole sheets, every entry on a page, none that runs over it',
    (changes) => {
      const { booklet, output } = prepared(changes);
      const { pages, entryPages, notesPages, overset } = typeset(booklet, new Map(), output);
      expect(pages % 4).toBe(0);
      expect(notesPages).toBeLessThan(4);
      expect(overset).toEqual([]);
      const slugs = booklet.chapters.flatMap(({ entries }) => entries.map(({ slug }) => slug));
      expect(Object.keys(entryPages).sort()).toEqual([...slugs].sort());
      // Entries follow each other through the pages, in order.
      const inOrder = slugs.map((slug) => entryPages[slug] ?? 0);
      expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b));
    },
    60_000,
  );

  it('names the first and the last entry of each page at its head, whatever the column they stand in', async () => {
    const { booklet, output } = prepared({});
    const { pdf, entryPages } = typeset(booklet, new Map(), output);
    const { pages } = await readPdf(pdf);
    const headed = booklet.chapters.flatMap(({ entries }) => {
      const byPage = Map.groupBy(entries, ({ slug }) => entryPages[slug] ?? 0);
      // The first page of a chapter has its band instead.
      return [...byPage].slice(1).map(([page, onPage]) => ({ page, first: onPage[0], last: onPage.at(-1) }));
    });
    expect(headed.length).toBeGreaterThan(5);
    for (const { page, first, last } of headed) {
      const head = first === last ? first?.shortName : `${first?.shortName} – ${last?.shortName}`;
      expect(pages[page - 1]?.replace(/\s+/g, ' ')).toContain(head?.replace(/\s+/g, ' '));
    }
  }, 60_000);

  it('takes fewer pages in two columns than in one', () => {
    const pages = (columns: 1 | 2) => {
      const { booklet, output } = prepared({ columns });
      return typeset(booklet, new Map(), output).pages;
    };
    expect(pages(2)).toBeLessThan(pages(1));
  }, 60_000);

  it('has its cover on one sheet with its spine, and each entry as a picture of its own', () => {
    const { booklet, output } = prepared({ binding: 'dos carré collé' });
    const { pdf } = typesetCoverSheet(booklet, new Map(), output, { spineMm: 8 });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const [entry] = booklet.chapters[0]?.entries ?? [];
    expect(typesetEntry(booklet, entry!, new Map(), output).svg).toMatch(/^<svg/);
  });
});
