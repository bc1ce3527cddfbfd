import type * as SheetJs from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../domain/import/workbook.ts';
import { limits } from './limits.ts';
import { sheetJs } from './spreadsheet.ts';
import { refusal, textsOf, workbook } from './testing/answers.ts';
import {
  biffOf,
  fileOf,
  inline,
  odsOf,
  sheetOf,
  workbookOf,
  written,
  xlsxOf,
  zipOf,
  type BookType,
} from './testing/files.ts';

const ALL: readonly BookType[] = ['xlsx', 'xlsm', 'ods', 'xls', 'biff5'];
const MODERN: readonly BookType[] = ['xlsx', 'ods', 'xls'];
const sheet1 = (rows: string): string => `<sheetData>${rows}</sheetData>`;

/** A sheet whose cells are set one by one, as SheetJS has them. */
function sheetWith(cells: Readonly<Record<string, SheetJs.CellObject>>, ref: string): SheetJs.WorkSheet {
  return { ...cells, '!ref': ref };
}
const cellsOf = async (bytes: Buffer): Promise<(readonly Cell[])[]> =>
  (await workbook(bytes)).sheets[0]?.rows.map(({ cells }) => cells) ?? [];

/** SheetJS writes nothing else in BIFF5. */
const ascii = (text: string): string => text.replace(/[^\x20-\x7e]/g, 'x');

describe.each(ALL)('a workbook in %s', (bookType) => {
  it('is read whatever its name says, texts as they are', async () => {
    const rows = [
      ['Nom', 'Ville', 'Résumé'],
      ['  Élan\u00a0d’été ', 'l\u0092été', 'œuvre'],
      ['Judo', '', 'x'],
    ].map((row) => row.map((text) => (bookType === 'biff5' ? ascii(text) : text)));
    const read = await workbook(fileOf(rows, bookType), 'contacts.csv');
    expect(read).toMatchObject({
      format: bookType === 'biff5' ? 'xls' : bookType,
      encoding: null,
      separator: null,
      remarks: [],
    });
    expect(
      read.sheets[0]?.rows.map(({ line, hidden, cells }) => ({ line, hidden, texts: cells.map(({ text }) => text) })),
    ).toEqual(rows.map((texts, index) => ({ line: index + 1, hidden: false, texts })));
  });
});

describe.each(MODERN)('the cells of a workbook in %s', (bookType) => {
  it('numbers as the sheet shows them, unless that hides a digit', async () => {
    const sheet = sheetWith(
      {
        A1: { t: 'n', v: 639981234, z: '00\\ 00\\ 00\\ 00\\ 00' },
        B1: { t: 'n', v: 1240, z: '00000' },
        C1: { t: 'n', v: 12.345, z: '0.0' },
        D1: { t: 'n', v: 12345678901234 },
        E1: { t: 'n', v: 12.5 },
        F1: { t: 'n', v: 0.1 + 0.2 },
        G1: { t: 'b', v: true },
        H1: { t: 'n', v: -3 },
        I1: { t: 's', v: '0639981234' },
      },
      'A1:I1',
    );
    // In an ODS the program that writes it says what it shows, as LibreOffice in French here.
    const shown = { A1: '06 39 98 12 34', B1: '01240', C1: '12,3', D1: '1,23456789012E+013', E1: '12,5', F1: '0,3' };
    if (bookType === 'ods') for (const [place, w] of Object.entries(shown)) (sheet[place] as SheetJs.CellObject).w = w;
    const [cells] = await cellsOf(written(workbookOf({ Feuille: sheet }), bookType));
    expect(cells?.map(({ text }) => text)).toEqual([
      '06 39 98 12 34',
      '01240',
      '12,345',
      '12345678901234',
      '12,5',
      '0,3',
      'VRAI',
      '-3',
      '0639981234',
    ]);
    expect(cells?.[0]).toEqual({ text: '06 39 98 12 34', number: 639981234 });
    expect(cells?.[6]).toMatchObject({ boolean: true });
    expect(cells?.[8]).toEqual({ text: '0639981234' });
  });

  it.each([false, true])('days and times by the workbook’s own epoch (1904: %s)', async (is1904) => {
    const shift = is1904 ? 1462 : 0;
    const sheet = sheetWith(
      {
        A1: { t: 'n', v: 46270 - shift, z: 'dd/mm/yyyy' },
        B1: { t: 'n', v: 46270 - shift, z: 'm/d/yy' },
        C1: { t: 'n', v: 46270.75 - shift, z: 'dd/mm/yyyy hh:mm' },
        D1: { t: 'n', v: 0.7708333333333334, z: 'hh:mm' },
        E1: { t: 'n', v: 46270 - shift, z: 'dddd d mmmm yyyy' },
        F1: { t: 'n', v: 46270 - shift, z: 'mmm-yy' },
      },
      'A1:F1',
    );
    const book = workbookOf({ Feuille: sheet });
    book.Workbook = { WBProps: { date1904: is1904 } };
    const [cells] = await cellsOf(written(book, bookType));
    expect(cells?.map(({ day, time }) => [day, time])).toEqual([
      ['2026-09-05', undefined],
      ['2026-09-05', undefined],
      ['2026-09-05', '18:00'],
      [undefined, '18:30'],
      ['2026-09-05', undefined],
      ['2026-09-05', undefined],
    ]);
    expect(cells?.slice(0, 4).map(({ text }) => text)).toEqual([
      '05/09/2026',
      '05/09/2026',
      '05/09/2026 18:00',
      '18:30',
    ]);
  });

  it('a merged value is repeated and marked', async () => {
    const sheet = sheetOf([
      ['Judo', 'lundi', 'x'],
      ['', 'mardi', ''],
      ['Titre', '', ''],
    ]);
    sheet['!merges'] = ['A1:A2', 'A3:C3'].map((range) => sheetJs().utils.decode_range(range));
    expect(await cellsOf(written(workbookOf({ Feuille: sheet }), bookType))).toEqual([
      [{ text: 'Judo' }, { text: 'lundi' }, { text: 'x' }],
      [{ text: 'Judo', from: 'merged' }, { text: 'mardi' }],
      [{ text: 'Titre' }, { text: 'Titre', from: 'merged' }, { text: 'Titre', from: 'merged' }],
    ]);
  });
});

describe.each(['xlsx', 'xls'] as const)('what is hidden in %s', (bookType) => {
  it('is given with its mark', async () => {
    const sheet = sheetOf([
      ['Nom', 'Secret', 'Ville'],
      ['Judo', 's', 'Cézac'],
      ['Yoga', 's', 'Marsas'],
    ]);
    sheet['!rows'] = [{}, {}, { hidden: true }];
    sheet['!cols'] = [{}, { hidden: true }, {}];
    const book = workbookOf({ Un: sheet, Deux: sheetOf([['x']]) });
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
    const { sheets } = await workbook(written(book, bookType));
    expect(sheets.map(({ name, hidden, hiddenColumns }) => ({ name, hidden, hiddenColumns }))).toEqual([
      { name: 'Un', hidden: false, hiddenColumns: [1] },
      { name: 'Deux', hidden: true, hiddenColumns: [] },
    ]);
    // SheetJS writes no hidden row into an XLS: see below.
    expect(sheets[0]?.rows.map(({ hidden }) => hidden)).toEqual([false, false, bookType === 'xlsx']);
  });
});

describe('the stream of an old XLS', () => {
  it('hidden rows, formulas, and cells with a style only', async () => {
    const bytes = biffOf(
      [['Nom'], ['Judo']],
      [
        [0x0208, [1, 0, 1, 255, 0, 0, 0x0020, 0]], // Row 2, hidden
        [0x0006, [1, 1, 15, 0, 0, 0, 0x4008, 0, 0, 0, 7, 0x011e, 0x1e00, 0x0002, 0x0003]], // B2: 1+2, last result 3
        [0x00be, [2, 0, ...Array.from({ length: 200 }, () => 15), 199]],
      ],
    );
    const read = await workbook(bytes);
    expect(read.format).toBe('xls');
    expect(read.sheets[0]?.rows.map(({ hidden, cells }) => [hidden, ...cells])).toEqual([
      [false, { text: 'Nom' }],
      [true, { text: 'Judo' }, { text: '3', number: 3, from: 'formula' }],
    ]);
  });

  it('in BIFF5 the code page of its time', async () => {
    const file = fileOf([['Caf#', 'l#t#']], 'biff5');
    const text = file.toString('latin1').replace('Caf#', 'Caf\xe9').replace('l#t#', 'l\x92t\xe9');
    expect(await textsOf(Buffer.from(text, 'latin1'))).toEqual([['Café', 'l’té']]);
  });
});

describe('formulas', () => {
  it('give their last result, which is marked, and are never run', async () => {
    const read = await workbook(
      xlsxOf(
        sheet1(
          `<row r="1"><c r="A1"><f>1+1</f><v>7</v></c><c r="B1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="C1" t="e"><f>A9/0</f><v>#DIV/0!</v></c><c r="D1"><f>HYPERLINK("http://example.org")</f></c><c r="E1" t="e"><v>#REF!</v></c></row>`,
        ),
      ),
    );
    expect(read.sheets[0]?.rows[0]?.cells).toEqual([
      { text: '7', number: 7, from: 'formula' },
      { text: 'ab', from: 'formula' },
      { text: '', from: 'error' },
      { text: '', from: 'formula' },
      { text: '', from: 'error' },
    ]);
    expect(read.remarks).toEqual([
      expect.stringMatching(/2.cellules en erreur.*C1.*#DIV\/0!.*E1.*#REF!/),
      expect.stringMatching(/une formule n’a pas de résultat.*D1/),
    ]);
  });

  it('are marked in an ODS too', async () => {
    const sheet = sheetWith({ A1: { t: 'n', v: 3, f: '1+2' }, B1: { t: 's', v: 'x' } }, 'A1:B1');
    const [cells] = await cellsOf(written(workbookOf({ Feuille: sheet }), 'ods'));
    expect(cells?.[0]).toMatchObject({ text: '3', number: 3, from: 'formula' });
  });
});

describe('an ODS of LibreOffice', () => {
  const cell = (text: string, more = ''): string =>
    `<table:table-cell office:value-type="string"${more}><text:p>${text}</text:p></table:table-cell>`;

  it('hidden rows, columns and sheets, repeated cells, and copies of other files', async () => {
    const read = await workbook(
      odsOf(
        `<table:table table:name="Un" table:style-name="ta1"><table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>` +
          `<table:table-row>${cell('a')}${cell('b', ' table:number-columns-repeated="2"')}</table:table-row>` +
          `<table:table-row table:number-rows-repeated="3" table:visibility="collapse"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>` +
          `<table:table-row table:visibility="filter">${cell('c')}</table:table-row>` +
          `<table:table-row>${cell('d')}</table:table-row>` +
          `<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>` +
          `<table:table table:name="Caché" table:style-name="ta2"><table:table-row>${cell('x')}</table:table-row></table:table>` +
          `<table:table table:name="'file:///C:/autre.ods'#Feuille" table:style-name="ta_extref"><table:table-source/><table:table-row>${cell('secret')}</table:table-row></table:table>`,
        `<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>`,
      ),
    );
    expect(read.sheets.map(({ name, hidden, hiddenColumns }) => [name, hidden, hiddenColumns])).toEqual([
      ['Un', false, [1, 2]],
      ['Caché', true, []],
    ]);
    expect(
      read.sheets[0]?.rows.map(({ line, hidden, cells }) => [line, hidden, ...cells.map(({ text }) => text)]),
    ).toEqual([
      [1, false, 'a', 'b', 'b'],
      [5, true, 'c'],
      [6, false, 'd'],
    ]);
  });

  it('dates as it shows them', async () => {
    const [cells] = await cellsOf(
      odsOf(
        `<table:table table:name="Un"><table:table-row><table:table-cell office:value-type="date" office:date-value="2026-09-05"><text:p>samedi 5 septembre 2026</text:p></table:table-cell><table:table-cell office:value-type="time" office:time-value="PT18H30M00S"><text:p>18h30</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="1234.5"><text:p>1 234,50</text:p></table:table-cell></table:table-row></table:table>`,
      ),
    );
    expect(cells).toMatchObject([
      { text: 'samedi 5 septembre 2026', day: '2026-09-05' },
      { text: '18h30', time: '18:30' },
      { text: '1 234,50', number: 1234.5 },
    ]);
  });

  it('a cell repeated over the whole sheet is refused before it is repeated', async () => {
    const row = (more: string, content: string) =>
      `<table:table table:name="Un"><table:table-row${more}>${content}</table:table-row></table:table>`;
    expect(await refusal(odsOf(row(' table:number-rows-repeated="1048576"', cell('a'))))).toMatch(/lignes remplies/);
    expect(
      await refusal(
        odsOf(row(' table:number-rows-repeated="40000"', cell('a', ' table:number-columns-repeated="16384"'))),
      ),
    ).toMatch(/cellules/);
  });
});

describe('how much is read', () => {
  it('a declared range and styled rows without text cost nothing', async () => {
    const styled = Array.from(
      { length: 200_000 },
      (_, row) =>
        `<row r="${row + 10}" s="3" customFormat="1"><c r="A${row + 10}" s="3"/><c r="B${row + 10}" s="3"></c></row>`,
    );
    const read = await workbook(
      xlsxOf(
        `<dimension ref="A1:XFD1048576"/>${sheet1(`<row r="1">${inline('A1', 'Nom')}</row>${styled.join('')}<row r="1048576">${inline('C1048576', 'fin')}</row>`)}<hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>`,
      ),
    );
    expect(read.sheets[0]?.rows.map(({ line, cells }) => [line, cells.length])).toEqual([
      [1, 1],
      [1_048_576, 3],
    ]);
  });

  it('a merge of whole columns is cut at the last row, and said', async () => {
    const read = await workbook(
      xlsxOf(
        `${sheet1(`<row r="1">${inline('A1', 'a')}</row><row r="3">${inline('B3', 'b')}</row>`)}<mergeCells count="1"><mergeCell ref="A1:A1048576"/></mergeCells>`,
      ),
    );
    expect(read.sheets[0]?.rows.map(({ line }) => line)).toEqual([1, 2, 3]);
    expect(read.remarks).toEqual([expect.stringMatching(/fusion/)]);
  });

  it('refuses too many rows, columns and sheets', async () => {
    const rows = Array.from(
      { length: limits.rows + 1 },
      (_, row) => `<row r="${row + 1}"><c r="A${row + 1}"><v>1</v></c></row>`,
    );
    expect(await refusal(xlsxOf(sheet1(rows.join(''))))).toMatch(/Feuille.*plus de 50.000 lignes/);
    expect(await refusal(xlsxOf(sheet1(`<row r="1">${inline('ZZ1', 'a')}</row>`)))).toMatch(/plus de 300 colonnes/);
    const many = Object.fromEntries(
      Array.from({ length: limits.sheets + 1 }, (_, index) => [`F${index}`, sheetOf([['x']])]),
    );
    for (const bookType of MODERN)
      expect(await refusal(written(workbookOf(many), bookType))).toMatch(/21 feuilles.*20 au plus/);
  });

  it('is one sentence when there is nothing', async () => {
    expect(await refusal(fileOf([['']], 'xlsx'))).toMatch(/aucune cellule remplie/);
  });
});

describe('what is hostile in XML', () => {
  it('entities of a DOCTYPE are not followed', async () => {
    const [[text] = []] = await textsOf(
      xlsxOf('', {
        'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY g "long">]><worksheet>${sheet1(`<row r="1">${inline('A1', 'a&f;&g;')}</row>`)}</worksheet>`,
      }),
    );
    expect(text).toBe('a&f;&g;');
  });

  it('a sheet that is cut in the middle is not passed over in silence', async () => {
    expect(await refusal(xlsxOf('<sheetData><row r="1"><c r="A1"><v>1</v></c>'))).toMatch(/abîmé/);
    expect(await refusal(xlsxOf('', { 'xl/worksheets/sheet1.xml': '' }))).not.toBe('');
    expect(await refusal(xlsxOf(sheet1('<row r="1"><c r="A1" t="s"><v>99</v></c></row>')))).toMatch(
      /« Feuille » est abîmée/,
    );
  });

  it('a sheet named like a property of every object is a sheet', async () => {
    const names = ['__proto__', 'constructor', 'toString'];
    for (const name of names) {
      const bytes = xlsxOf(sheet1(`<row r="1">${inline('A1', 'a')}</row>`), {
        'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      });
      expect(await textsOf(bytes)).toEqual([['a']]);
    }
    expect(({} as { '!data'?: unknown })['!data']).toBeUndefined();
  });

  it('links to other workbooks and macros are left in the file', async () => {
    const book = workbookOf({ Feuille: sheetOf([['a']]) });
    const bytes = written(book, 'xlsm');
    expect((await workbook(bytes)).format).toBe('xlsm');
    expect(await refusal(zipOf([{ name: '[Content_Types].xml', content: '<Types/>' }]))).not.toBe('');
  });
});
