import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { findSeparator } from './csv.ts';
import { limits } from './limits.ts';
import { refusal, textsOf, workbook } from './testing/answers.ts';

describe('a text with separators', () => {
  it.each([
    [';', 'Nom;Téléphone\nJudo;01 99 00 12 34\n'],
    ['\t', 'Nom\tTéléphone\nJudo\t01 99 00 12 34\n'],
    ['|', 'Nom|Téléphone\nJudo|01 99 00 12 34\n'],
    [',', 'Nom,Téléphone\nJudo,01 99 00 12 34\n'],
  ])('is cut at %j', async (separator, text) => {
    const read = await workbook(text, 'liste.csv');
    expect(read).toMatchObject({ format: 'csv', encoding: 'utf-8', separator, remarks: [] });
    expect(read.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([['liste', false]]);
    expect(await textsOf(text)).toEqual([
      ['Nom', 'Téléphone'],
      ['Judo', '01 99 00 12 34'],
    ]);
  });

  it('is one column when nothing cuts it, commas of sentences included', async () => {
    const text = 'Associations\nJudo, karaté et yoga\nChorale\nLes Amis\nPétanque\n';
    expect((await workbook(text)).separator).toBeNull();
    expect((await textsOf(text))[1]).toEqual(['Judo, karaté et yoga']);
  });

  it('is cut at what its first line says, which is not counted', async () => {
    const read = await workbook('sep=,\r\na,b;c\r\n1;2,3\r\n');
    expect(read.separator).toBe(',');
    expect(read.sheets[0]?.rows.map(({ line, cells }) => [line, ...cells.map(({ text }) => text)])).toEqual([
      [1, 'a', 'b;c'],
      [2, '1;2', '3'],
    ]);
  });

  it('sees a title above, commas in cells and rows of other lengths', () => {
    expect(
      findSeparator('Liste 2026, Saint-Savin\n\nNom;Thème\n"Judo; club";"sport, loisir"\nYoga;bien-être, santé;x'),
    ).toBe(';');
  });

  it.each([
    ['\n', 'LF'],
    ['\r\n', 'CRLF'],
    ['\r', 'CR'],
  ])('keeps line ends, separators and quotes inside a field (%j)', async (end) => {
    const text = ['Nom;Horaires', `"Judo ""club"";1";"mardi 18h30${end}jeudi 19h"`, 'Yoga;'].join(end);
    expect(await textsOf(text)).toEqual([
      ['Nom', 'Horaires'],
      ['Judo "club";1', `mardi 18h30${end}jeudi 19h`],
      ['Yoga'],
    ]);
  });

  it('numbers rows as a spreadsheet does, empty ones counted, and reads line ends of all systems in one file', async () => {
    const { sheets } = await workbook('a;b\n\n;;\r\n"c\nd";e\r\r\nf;g');
    expect(sheets[0]?.rows.map(({ line }) => line)).toEqual([1, 4, 6]);
  });

  it('keeps outer spaces, non-breaking ones and U+0092', async () => {
    expect((await textsOf(' a \u00a0;l\u0092été\u202f\n1;2\n'))[0]).toEqual([' a \u00a0', 'l\u0092été\u202f']);
  });

  it('undresses ="06…", and leaves every other formula as it is', async () => {
    const { sheets } = await workbook(
      'Nom;Téléphone\nJudo;="0639981234"\nYoga;=SUM(A1:A9)\nCAF;"=cmd|\' /C calc\'!A0"\n',
    );
    expect(sheets[0]?.rows.slice(1).map(({ cells }) => cells[1])).toEqual([
      { text: '0639981234', from: 'formula' },
      { text: '=SUM(A1:A9)' },
      { text: "=cmd|' /C calc'!A0" },
    ]);
  });

  it('reads on after a quote that is never closed, and says where', async () => {
    const read = await workbook('a;b\n1;2\n\n3;"quatre\n5;6\n"sept;sept";8\nClub "Les Amis";9\n');
    expect(read.sheets[0]?.rows.map(({ line, cells }) => [line, ...cells.map(({ text }) => text)])).toEqual([
      [1, 'a', 'b'],
      [2, '1', '2'],
      [4, '3', '"quatre'],
      [5, '5', '6'],
      [6, 'sept;sept', '8'],
      [7, 'Club "Les Amis"', '9'],
    ]);
    expect(read.remarks).toEqual([expect.stringMatching(/guillemet ouvert n’est jamais refermé \(ligne 4\)/)]);
  });

  it('doubts a cell that swallowed many lines', async () => {
    const swallowed = Array.from({ length: 40 }, (_, index) => `ligne ${index};x`).join('\n');
    const read = await workbook(`a;b\n1;"${swallowed}"\n2;3\n`);
    expect(read.remarks.join()).toMatch(/Ligne 2.*40 lignes/);
  });

  it('refuses more rows, columns and cells than are read, and says what to do', async () => {
    expect(await refusal('a;b\n'.repeat(limits.rows + 1))).toMatch(/plus de 50.000 lignes.*partagez/);
    expect(await refusal(`${';'.repeat(limits.columns)}x\n`.repeat(3))).toMatch(/plus de 300 colonnes/);
    expect(await refusal(`${'1;'.repeat(100)}\n`.repeat(40_000))).toMatch(/plus de 2.000.000 cellules/);
    expect(await textsOf(`a;b${';'.repeat(500)}\n1;2\n`)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });
});

const LIST =
  'Nom;Activité;Prix\nL’Élan de Noël;Théâtre à Cézac, dès 6 ans;12 €\nFoyer de l’Œuvre;où, naïf, garçon, forêt;gratuit\nÉCOLE D’ÉTÉ;hôtel – août;5 €\n';
/** Characters of the list that an encoding does not have. */
const without = (text: string, ...pairs: [string, string][]): string =>
  pairs.reduce((all, [one, other]) => all.replaceAll(one, other), text);

describe('the encoding', () => {
  it.each([
    ['utf-8', LIST, Buffer.from(LIST)],
    ['utf-8', LIST, Buffer.from(`\ufeff${LIST}`)],
    ['utf-16le', LIST, Buffer.from(`\ufeff${LIST}`, 'utf16le')],
    ['utf-16be', LIST, Buffer.from(`\ufeff${LIST}`, 'utf16le').swap16()],
    ['utf-16le', LIST, Buffer.from(LIST, 'utf16le')],
    ['windows-1252', LIST, iconv.encode(LIST, 'win1252')],
    ['macintosh', without(LIST, ['€', 'E']), iconv.encode(without(LIST, ['€', 'E']), 'macroman')],
  ])('%s is seen', async (encoding, text, bytes) => {
    const read = await workbook(bytes);
    expect(read.encoding).toBe(encoding);
    expect(read.sheets[0]?.rows.map(({ cells }) => cells.map((cell) => cell.text).join(';')).join('\n')).toBe(
      text.trim(),
    );
  });

  it('Latin-1 and MS-DOS, which have no curly apostrophe, are seen', async () => {
    const plain = without(LIST, ['€', 'E'], ['’', "'"], ['–', '-'], ['Œ', 'Oe']);
    for (const [encoding, bytes] of [
      ['iso-8859-1', Buffer.from(plain, 'latin1')],
      ['cp850', iconv.encode(plain, 'cp850')],
    ] as const) {
      const read = await workbook(bytes);
      expect([read.encoding, read.sheets[0]?.rows[1]?.cells[1]?.text]).toEqual([
        encoding,
        'Théâtre à Cézac, dès 6 ans',
      ]);
      expect(read.remarks).toEqual([expect.stringMatching(/Les accents sont lus comme/)]);
    }
  });

  it.each([
    ['é alone', 'École;1\nCafé;2\n'],
    ['capitals', 'CHORALE DE CÉZAC;1\nTHÉÂTRE;2\n'],
    ['an apostrophe', 'l’été;1\n'],
    ['capitals whose accents stayed small', 'COLLèGE;1\n'],
  ])('Windows and Mac are told apart by little: %s', async (_case, text) => {
    for (const [encoding, name] of [
      ['win1252', /windows-1252|iso-8859-1/],
      ['macroman', /macintosh/],
    ] as const) {
      const read = await workbook(iconv.encode(text, encoding));
      expect(read.encoding).toMatch(name);
      expect(read.sheets[0]?.rows[0]?.cells[0]?.text).toBe(text.split(';')[0]);
    }
  });

  it('a file glued from two is read whole, and says so', async () => {
    const bytes = Buffer.concat([Buffer.from('éàèêç ôîû;1\n'.repeat(5)), Buffer.from('l\x92\xe9t\xe9;2\n', 'latin1')]);
    const read = await workbook(bytes);
    expect(read.sheets[0]?.rows[5]?.cells[0]?.text).toBe('l’été');
    expect(read.remarks.join()).toMatch(/3.caractères du fichier ne sont pas en UTF-8/);
  });

  it('stray null characters are left out, and said', async () => {
    const read = await workbook('Nom;Th\0ème\nJudo;sport\0\n');
    expect(read.sheets[0]?.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['Nom', 'Thème'],
      ['Judo', 'sport'],
    ]);
    expect(read.remarks).toEqual([expect.stringMatching(/caractères nuls/)]);
  });
});
