/** Read back by another library than the one that wrote it. */
import { read, utils, type WorkSheet } from '@e965/xlsx';
import { expect, it } from 'vitest';
import { listTable, type ListRow } from '../domain/lists-out/table.ts';
import { listWorkbook } from './workbook.ts';

async function written(rows: readonly ListRow[]) {
  const columns = ['name', 'summary', 'phone', 'postalCode', 'foundedYear', 'inPrint', 'verifiedOn'] as const;
  const bytes = await listWorkbook(listTable(rows, columns), [['Raison', '=HYPERLINK("http://example.org")']]);
  const workbook = read(bytes, { cellNF: true, cellStyles: true });
  const sheet = workbook.Sheets['Fiches'] as WorkSheet &
    Record<string, { t: string; v: unknown; z?: string; f?: string }>;
  return { workbook, sheet };
}

it('is a workbook with filters, wide columns and real days', async () => {
  const { workbook, sheet } = await written([
    {
      name: 'Œuvre & <Cie>',
      summary: 'Une phrase qui est bien plus longue que son titre, et qu’on lit',
      phone: '+33536490000',
      postalCode: '01000',
      foundedYear: 1901,
      inPrint: false,
      verifiedOn: '2026-03-29',
    },
    { name: 'Amicale', verifiedOn: '2028-02-29' },
  ]);
  expect(workbook.SheetNames).toEqual(['Fiches', 'À propos de ce fichier']);
  expect(
    utils.sheet_to_json(sheet, { header: 1, blankrows: false, defval: null, raw: false, dateNF: 'yyyy-mm-dd' }),
  ).toEqual([
    [
      'Nom',
      'Présentation courte',
      'Téléphone',
      'Code postal',
      'Année de création',
      'Dans l’annuaire imprimé',
      'Vérifiée le',
    ],
    ['Amicale', null, null, null, null, null, '29/02/2028'],
    [
      'Œuvre & <Cie>',
      'Une phrase qui est bien plus longue que son titre, et qu’on lit',
      '05 36 49 00 00',
      '01000',
      '1901',
      'non',
      '29/03/2026',
    ],
  ]);
  expect(sheet['!autofilter']).toEqual({ ref: 'A1:G3' });
  // A day is a number of days since the end of 1899, and no hour of any place moves it.
  expect(sheet['G3']).toMatchObject({ t: 'n', v: 46_110, z: 'dd/mm/yyyy' });
  expect(sheet['E3']).toMatchObject({ t: 'n', v: 1901 });
  expect(sheet['D3']).toMatchObject({ t: 's', v: '01000' });
  const widths = (sheet['!cols'] ?? []).map(({ width }) => Math.round(width ?? 0));
  expect(widths[1]).toBe(60);
  expect(widths[6]).toBeGreaterThanOrEqual('Vérifiée le'.length);
});

it('runs nothing of what people wrote, and takes any of it', async () => {
  const hostile = [
    '=1+1',
    '+33',
    '-cmd|x',
    '@SUM(A1)',
    '\u0000\u0007 sonnette',
    ']]>&lt;',
    'a\nb',
    '\ud800',
    '😀'.repeat(9),
  ];
  const { workbook, sheet } = await written(hostile.map((name) => ({ name, summary: 'x'.repeat(40_000) })));
  for (const one of [sheet, workbook.Sheets['À propos de ce fichier']])
    for (const cell of Object.values(one ?? {})) expect((cell as { f?: string }).f).toBeUndefined();
  const names = utils.sheet_to_json<string[]>(sheet, { header: 1 }).map(([name]) => name);
  for (const text of ['=1+1', '+33', '-cmd|x', '@SUM(A1)', ']]>&lt;', '😀'.repeat(9)]) expect(names).toContain(text);
  expect(sheet['B2']?.v).toHaveLength(32_767);
});

it('of nobody is a workbook all the same', async () => {
  const { sheet } = await written([]);
  expect(sheet['!autofilter']).toEqual({ ref: 'A1:G1' });
});
