import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  LABELS_EXPORT_FORMAT,
  LabelsExport,
  SHEETS_EXPORT_FORMAT,
  SheetsExport,
} from '@trame/cms/domain/contract/press/lists';
import { labelSheetNames, labelSheets, placeOfLabel } from '@trame/cms/domain/label-sheets';
import { describe, expect, it } from 'vitest';
import { hostileTexts } from '../testing/hostile-texts.ts';
import { placedTexts } from '../testing/placed-texts.ts';
import { bare, readPdf, type ReadPdf } from '../testing/read-pdf.ts';
import { buildLabels, buildSheets } from './build-lists.ts';

async function read(pdf: Buffer): Promise<ReadPdf> {
  const folder = await mkdtemp(join(tmpdir(), 'trame-lists-'));
  try {
    await writeFile(join(folder, 'liste.pdf'), pdf);
    return await readPdf(join(folder, 'liste.pdf'));
  } finally {
    await rm(folder, { recursive: true });
  }
}

const ADDRESS = ['3 RUE DES LILAS', '33920 SAINT SAVIN'];
const labelsOf = (given: Partial<LabelsExport> & { labels: LabelsExport['labels'] }): LabelsExport =>
  LabelsExport.parse({ format: LABELS_EXPORT_FORMAT, sheet: 'L7160', first: 1, ...given });

describe('labels', () => {
  it.each(labelSheetNames)('of %s stand inside what the maker cut, however long their lines are', async (sheet) => {
    const { width, height, columns, rows } = labelSheets[sheet];
    const count = columns * rows + 1;
    const labels = Array.from({ length: count }, (_, index) =>
      index % 2 === 0
        ? [`N${index}`, ...ADDRESS]
        : [`N${index}`, ...Array.from({ length: 5 }, () => `${'WWWWWW '.repeat(5)}WWW`)],
    );
    const { pdf, pages } = buildLabels(labelsOf({ sheet, labels }));
    expect(pages).toBe(2);
    const texts = [await placedTexts(pdf, 1), await placedTexts(pdf, 2)];
    labels.forEach((lines, rank) => {
      const { page, x, y } = placeOfLabel(sheet, rank, 1);
      const inside = (texts[page] ?? []).filter(
        (one) => one.x >= x && one.end <= x + width && one.y >= y && one.y <= y + height,
      );
      expect(inside.map(({ text }) => text).join(' ')).toBe(lines.join(' '));
    });
    const all = texts.flat();
    expect(all).toHaveLength(labels.flat().length);
  });

  it('begin at the label that is still there', async () => {
    const { pdf } = buildLabels(labelsOf({ first: 20, labels: [['A'], ['B'], ['C']] }));
    const [one, two] = [await placedTexts(pdf, 1), await placedTexts(pdf, 2)];
    expect(one.map(({ text }) => text)).toEqual(['A', 'B']);
    expect(one[0]?.y).toBeGreaterThan(240);
    expect(two.map(({ text }) => text)).toEqual(['C']);
    for (const wrong of [{ first: 0 }, { first: 22 }, { sheet: 'L7163', first: 15 }])
      expect(LabelsExport.safeParse({ ...labelsOf({ labels: [['A']] }), ...wrong }).success).toBe(false);
  });

  it('say whatever stands in a record as text', () => {
    const labels = Object.values(hostileTexts)
      .map((text) => [text.trim().slice(0, 200)])
      .filter(([text]) => text !== '');
    expect(labels.length).toBeGreaterThan(5);
    expect(buildLabels(labelsOf({ labels })).pages).toBeGreaterThan(0);
  });
});

const sheetsOf = (sheets: SheetsExport['sheets']): SheetsExport =>
  SheetsExport.parse({
    format: SHEETS_EXPORT_FORMAT,
    office: 'Office de tourisme',
    madeOn: '2026-11-30',
    audience: 'Pour l’office lui-même.',
    sheets,
  });
const LONG = 'Des mots en nombre, pour une association qui fait beaucoup de choses. '.repeat(12);

describe('sheets', () => {
  it('are one tagged page for each association, whole where it fits', async () => {
    const pdf = await read(
      buildSheets(
        sheetsOf([
          {
            title: 'Étourneaux du Préau',
            subtitle: 'Saint-Savin',
            state: 'En ligne, vérifiée le 3 juillet 2026',
            sections: [
              { title: 'L’association', rows: [{ label: 'Présentation', lines: ['On y chante.'] }] },
              { title: 'Contacts', rows: [{ label: 'Présidence', lines: ['Anne Martin, 05 36 49 00 00'] }] },
            ],
          },
          { title: 'Amicale', subtitle: null, state: null, sections: [] },
        ]),
      ).pdf,
    );
    expect(pdf.pages).toHaveLength(2);
    expect(pdf.tagged).toBe(true);
    expect(pdf.roles.get('H1')).toBe(2);
    for (const said of [
      'Étourneaux du Préau',
      'Anne Martin, 05 36 49 00 00',
      'Pour l’office lui-même.',
      'Fiche 1 sur 2',
    ])
      expect(bare(pdf.pages[0] ?? '')).toContain(bare(said));
    expect(pdf.pages[1]).not.toContain('Anne Martin');
  });

  it('never run over their page, and say what has no room', async () => {
    const section = (title: string) => ({
      title,
      rows: Array.from({ length: 9 }, (_, index) => ({ label: `Champ ${index}`, lines: [LONG, LONG] })),
    });
    const pdf = await read(
      buildSheets(
        sheetsOf([
          {
            title: 'A'.repeat(150),
            subtitle: LONG.slice(0, 150),
            state: null,
            sections: [
              { title: 'Première', rows: [{ label: 'Présentation', lines: ['Elle tient.'] }] },
              section('Deuxième'),
              section('Troisième'),
            ],
          },
        ]),
      ).pdf,
    );
    expect(pdf.pages).toHaveLength(1);
    expect(bare(pdf.pages[0] ?? '')).toContain(bare('Elle tient.'));
    expect(bare(pdf.pages[0] ?? '')).toContain(bare('La suite ne tient pas sur une page'));
  });

  it('set whatever stands in a record as text', () => {
    const hostile = Object.values(hostileTexts)
      .map((text) => text.trim())
      .filter((text) => text !== '');
    const { pages } = buildSheets(
      sheetsOf(
        hostile.map((text) => ({
          title: text,
          subtitle: text,
          state: text,
          sections: [{ title: 'Texte', rows: [{ label: 'Texte', lines: [text] }] }],
        })),
      ),
    );
    expect(pages).toBe(hostile.length);
  });
});
