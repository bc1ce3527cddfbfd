import { describe, expect, it } from 'vitest';
import { calendar } from './agendas/testing/agendas.ts';
import { limits } from './limits.ts';
import { readBytes } from './read-bytes.ts';
import { readWorkbook } from './read-workbook.ts';
import { read, texts } from './testing/answers.ts';
import { fileOf, xlsxOf } from './testing/files.ts';

describe('a file read in a process of its own', () => {
  it('is the same as read in this one', async () => {
    const file = fileOf([['Nom', 1.5, true], [], ['  Élan \u0092\u00a0', new Date(2026, 8, 5), '\ud800']], 'xlsx');
    const answer = await readWorkbook(file, 'liste.xlsx');
    expect(answer).toEqual(await readBytes(file, 'liste.xlsx'));
    expect(texts(read(answer).sheets[0])[0]).toEqual(['Nom', '1,5', 'VRAI']);
  });

  it('takes any name, and names the sheet of a CSV by it', async () => {
    const name = '--eval=process.exit(9)\0 dossier/é\u00a0"liste".csv';
    expect(read(await readWorkbook(Buffer.from('a;b\n1;2\n'), name)).sheets[0]?.name).toBe('é\u00a0"liste"');
  });

  it('a file that is too large or empty starts none', async () => {
    expect(await readWorkbook(Buffer.alloc(limits.fileBytes + 1), 'x')).toMatchObject({
      ok: false,
      message: /20 Mo au plus/,
    });
    expect(await readWorkbook(new Uint8Array(), 'x')).toMatchObject({ ok: false, message: /vide/ });
  });

  it('an exhausted heap ends in a sentence', async () => {
    const strings = `<sst>${'<si><t>a</t></si>'.repeat(400_000)}</sst>`;
    const file = xlsxOf('<sheetData/>', {
      'xl/sharedStrings.xml': strings,
      '[Content_Types].xml': TYPES,
    });
    const answer = await readWorkbook(file, 'x', { ...limits, heapMegabytes: 40 });
    expect(answer).toMatchObject({ ok: false, message: /mémoire/ });
  });

  it('what takes too long is ended', async () => {
    const wide = `<sheetData><row>${'<c><v>1</v></c>'.repeat(600_000)}</row></sheetData>`;
    const answer = await readWorkbook(xlsxOf(wide), 'x', { ...limits, milliseconds: 1_500 });
    expect(answer).toMatchObject({ ok: false, message: /trop long.*classeur/ });
  });

  it('of an agenda says what to ask of an agenda, not of a workbook', async () => {
    const days = Array.from({ length: 100_000 }, (_, rank) => `RDATE:20270101T${String(100_000 + rank)}Z`).join('\r\n');
    const agenda = Buffer.from(calendar(`UID:a\nSUMMARY:A\nDTSTART:20270101T100000Z\n${days}`));
    const late = await readWorkbook(agenda, 'a.ics', { ...limits, milliseconds: 400 });
    expect(late).toMatchObject({ ok: false, message: /^Cet agenda est trop long.*période plus courte/ });
    const heavy = await readWorkbook(agenda, 'a.ics', { ...limits, heapMegabytes: 12 });
    expect(heavy).toMatchObject({ ok: false, message: /^Cet agenda demande trop de mémoire.*période plus courte/ });
  });
});

const type = (name: string, what: string): string =>
  `<Override PartName="/xl/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${what}+xml"/>`;
const TYPES = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${type('workbook', 'sheet.main')}${type('worksheets/sheet1', 'worksheet')}${type('sharedStrings', 'sharedStrings')}</Types>`;
