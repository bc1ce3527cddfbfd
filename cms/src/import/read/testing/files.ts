/** Files as people and attackers make them, for the tests of this folder. */
import { crc32, deflateRawSync } from 'node:zlib';
import type * as SheetJs from '@e965/xlsx';
import { sheetJs } from '../spreadsheet.ts';

export type BookType = 'xlsx' | 'xlsm' | 'ods' | 'xls' | 'biff5';

/** A workbook of SheetJS with these sheets. */
export function workbookOf(sheets: Readonly<Record<string, SheetJs.WorkSheet>>): SheetJs.WorkBook {
  const { utils } = sheetJs();
  const book = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
  return book;
}

export const sheetOf = (rows: readonly (readonly unknown[])[]): SheetJs.WorkSheet =>
  sheetJs().utils.aoa_to_sheet(rows as unknown[][]);

export function written(book: SheetJs.WorkBook, bookType: BookType): Buffer {
  return sheetJs().write(book, { type: 'buffer', bookType, compression: true, cellStyles: true }) as Buffer;
}

export const fileOf = (rows: readonly (readonly unknown[])[], bookType: BookType): Buffer =>
  written(workbookOf({ Feuille: sheetOf(rows) }), bookType);

/**
 * The stream of an XLS (BIFF8) with more records at the end of its one sheet.
 * @param records number, and content as 16-bit words ([MS-XLS] 2.4)
 */
export function biffOf(
  rows: readonly (readonly unknown[])[],
  records: readonly (readonly [record: number, words: readonly number[]])[],
): Buffer {
  const { CFB } = sheetJs();
  const container = CFB.read(fileOf(rows, 'xls'), { type: 'buffer' });
  const stream = Buffer.from(CFB.find(container, '/Workbook')?.content ?? []);
  const END = Buffer.from([0x0a, 0, 0, 0]);
  const more = records.map(([record, words]) => {
    const bytes = Buffer.alloc(4 + 2 * words.length);
    [record, 2 * words.length, ...words].forEach((word, index) => bytes.writeUInt16LE(word, 2 * index));
    return bytes;
  });
  return Buffer.concat([stream.subarray(0, stream.lastIndexOf(END)), ...more, END]);
}

export interface ZipPart {
  readonly name: string;
  readonly content: Buffer | string;
  /** A lie about the size that comes out. */
  readonly says?: number;
  readonly encrypted?: boolean;
}

/** A ZIP, deflated. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  return zipOfRaw(
    parts.map(({ name, content, says, encrypted }) => {
      const bytes = Buffer.from(content as string);
      return { name, data: deflateRawSync(bytes), crc: crc32(bytes), size: says ?? bytes.length, encrypted };
    }),
  );
}

export interface RawPart {
  readonly name: string;
  readonly data: Buffer;
  readonly crc: number;
  readonly size: number;
  readonly encrypted?: boolean | undefined;
}

/** @param overlap all entries of the directory lead to the first one's data */
export function zipOfRaw(parts: readonly RawPart[], overlap = false): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  parts.forEach(({ name, data, crc, size, encrypted }, index) => {
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    const shared = Buffer.alloc(26); // from "version needed" to the length of the extra field
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(0x800 | (encrypted ? 1 : 0), 2);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(crc, 10);
    shared.writeUInt32LE(data.length, 14);
    shared.writeUInt32LE(size, 18);
    shared.writeUInt16LE(Buffer.byteLength(name), 22);
    shared.copy(head, 4);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    shared.copy(entry, 6);
    entry.writeUInt32LE(overlap ? 0 : at, 42);
    directory.push(entry, Buffer.from(name));
    if (overlap && index > 0) return;
    local.push(head, Buffer.from(name), data);
    at += head.length + Buffer.byteLength(name) + data.length;
  });
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, ...directory, end]);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** An XLSX by hand: what stands inside `<worksheet>`, and parts that replace or join the usual ones. */
export function xlsxOf(worksheet: string, more: Readonly<Record<string, Buffer | string>> = {}): Buffer {
  const parts: Record<string, Buffer | string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Feuille" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet xmlns="${MAIN}">${worksheet}</worksheet>`,
    ...more,
  };
  return zipOf(Object.entries(parts).map(([name, content]) => ({ name, content })));
}

/** A cell of text in such a worksheet. */
export const inline = (place: string, text: string): string =>
  `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;

/** An ODS by hand: what stands inside `<office:spreadsheet>`, and its styles. */
export function odsOf(spreadsheet: string, styles = ''): Buffer {
  const names = ['office', 'table', 'text', 'style', 'number']
    .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
    .join(' ');
  return zipOf([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
    {
      name: 'content.xml',
      content: `<?xml version="1.0"?><office:document-content ${names}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${spreadsheet}</office:spreadsheet></office:body></office:document-content>`,
    },
    { name: 'META-INF/manifest.xml', content: '<manifest:manifest/>' },
  ]);
}
