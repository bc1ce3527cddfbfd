import { crc32, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from './limits.ts';
import { readBytes } from './read-bytes.ts';
import { readWorkbook } from './read-workbook.ts';
import { sheetJs } from './spreadsheet.ts';
import { refusal, textsOf, workbook } from './testing/answers.ts';
import { fileOf, xlsxOf, zipOf, zipOfRaw, type BookType } from './testing/files.ts';

const bytes = (...values: number[]): Buffer => Buffer.from([...values, ...Buffer.alloc(60, 7)]);
const ole = (stream: string): Buffer => {
  const { CFB } = sheetJs();
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, `/${stream}`, Buffer.alloc(5000, 1));
  return Buffer.from(CFB.write(container, { type: 'buffer' }));
};
const ooxml = (type: string): Buffer =>
  zipOf([
    {
      name: '[Content_Types].xml',
      content: `<Types><Override PartName="/x" ContentType="application/${type}"/></Types>`,
    },
  ]);
const odf = (type: string): Buffer =>
  zipOf([
    { name: 'mimetype', content: `application/vnd.oasis.opendocument.${type}` },
    { name: 'content.xml', content: '<office:document-content/>' },
  ]);

describe('what is no table is told apart, and how to mend it is said', () => {
  it.each([
    ['an empty file', Buffer.alloc(0), /vide/],
    ['only nulls', Buffer.alloc(2000), /vide/],
    ['only spaces and a mark', '\ufeff \r\n\t\n', /vide|aucune cellule/],
    ['a PDF', '%PDF-1.7\n%âãÏÓ\n1 0 obj', /PDF.*Excel/],
    ['a PNG', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), /image/],
    ['a JPEG', bytes(0xff, 0xd8, 0xff, 0xe0), /image/],
    ['a WebP', 'RIFF\x10\x20\x01\x01WEBPVP8 ', /image/],
    ['a photo of an iPhone', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), /image/],
    ['Word', ooxml('vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'), /traitement de texte/],
    ['old Word', ole('WordDocument'), /traitement de texte/],
    ['RTF', '{\\rtf1\\ansi Bonjour}', /traitement de texte/],
    ['Writer', odf('text'), /traitement de texte/],
    ['PowerPoint', ooxml('vnd.openxmlformats-officedocument.presentationml.presentation.main+xml'), /présentation/],
    ['XLSB', ooxml('vnd.ms-excel.sheet.binary.macroEnabled.main'), /\.xlsb.*Enregistrer sous/],
    ['another OLE file', ole('Contents'), /n’est pas un classeur/],
    [
      'an HTML table',
      '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>a</td></tr></table></html>',
      /page web.*Enregistrer sous/,
    ],
    ['an HTML table in UTF-16', Buffer.from('\ufeff<table><tr><td>a</td></tr></table>', 'utf16le'), /page web/],
    ['a web archive', 'MIME-Version: 1.0\nContent-Type: multipart/related', /page web/],
    ['XML of Excel 2003', '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook/>', /XML/],
    ['a password', ole('EncryptedPackage'), /mot de passe.*retirez/],
    ['Numbers', zipOf([{ name: 'Index/Document.iwa', content: 'x' }]), /Numbers.*Exporter vers/],
    ['a ZIP with nothing', zipOf([{ name: 'photo.jpg', content: 'x' }]), /ZIP sans tableau/],
    ['a ZIP with a password', zipOf([{ name: 'a.csv', content: 'x', encrypted: true }]), /ZIP est protégé/],
    ['7z', bytes(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c), /archive/],
    ['gzip', bytes(0x1f, 0x8b, 8), /archive/],
    ['a shortcut of Windows', bytes(0x4c, 0, 0, 0, 1, 0x14, 2, 0), /raccourci/],
    ['an address saved', '[InternetShortcut]\r\nURL=https://example.org/', /raccourci/],
    [
      'a Google sheet on the disk',
      '{"url": "https://docs.google.com/open?id=x", "doc_id": "x"}',
      /raccourci.*Télécharger/,
    ],
    ['JSON', '[{"nom": "Judo", "ville": "Cézac"}]', /JSON/],
    ['an agenda', 'BEGIN:VCALENDAR\r\nVERSION:2.0', /agenda/],
    ['contacts', 'BEGIN:VCARD\r\nVERSION:3.0', /carnet de contacts/],
    ['Access', Buffer.from('\0\x01\0\0Standard Jet DB\0', 'latin1'), /base de données/],
    ['a program', Buffer.from('MZ\x90\0\x03\0\0\0\x04', 'latin1'), /programme/],
    ['a file of the Finder', bytes(0, 5, 0x16, 7), /accompagnement/],
    ['noise', Buffer.from(Array.from({ length: 500 }, (_, index) => (index * 7919) % 31)), /ni un classeur.*ni un CSV/],
  ] as [string, Buffer | string, RegExp][])('%s', async (_name, content, wanted) => {
    expect(await refusal(Buffer.from(content as string))).toMatch(wanted);
  });

  it('an encrypted ODS', async () => {
    const file = zipOf([
      { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
      { name: 'content.xml', content: 'unreadable' },
      { name: 'META-INF/manifest.xml', content: '<manifest:manifest><manifest:encryption-data/></manifest:manifest>' },
    ]);
    expect(await refusal(file)).toMatch(/mot de passe/);
  });

  it('an old XLS with a password', async () => {
    const file = fileOf([['a']], 'xls');
    const bof = file.indexOf(Buffer.from([0x09, 0x08, 0x10, 0x00]));
    file.writeUInt16LE(0x2f, bof + 20); // the record after the first is FilePass
    expect(await refusal(file)).toMatch(/mot de passe/);
  });

  it('a ZIP of several tables is named; one of a single table is read, without what a Mac adds', async () => {
    const csv = 'Nom;Ville\nJudo;Cézac\n';
    expect(
      await refusal(
        zipOf([
          { name: 'x/rna_33.csv', content: csv },
          { name: 'b.csv', content: csv },
        ]),
      ),
    ).toMatch(/plusieurs tableaux \(« rna_33\.csv », « b\.csv »\)/);
    const one = zipOf([
      { name: 'liste.csv', content: csv },
      { name: '__MACOSX/._liste.csv', content: 'x' },
      { name: 'lisez-moi.pdf', content: '%PDF-' },
    ]);
    const read = await workbook(one);
    expect(read.sheets[0]).toMatchObject({ name: 'liste', rows: [{}, {}] });
    expect(read.remarks).toEqual([expect.stringMatching(/« liste\.csv » a été lu/)]);
    expect(await textsOf(zipOf([{ name: 'a.xlsx', content: fileOf([['x']], 'xlsx') }]))).toEqual([['x']]);
  });

  it('words that begin a CSV are not taken for something else', async () => {
    for (const text of [
      'ID;Nom\n1;Judo\n',
      'BMX;1\nx;2\n',
      'PK;Nom\n1;a\n',
      'TABLE;1\nx;2\n',
      'MZ;1\nx;2\n',
      '{a};b\nc;d\n',
      '[x];b\nc;d\n',
    ]) {
      expect((await textsOf(text)).length).toBe(2);
    }
  });
});

/** Deflated zeros: a thousand times smaller. */
const zeros = Buffer.alloc(60_000_000);
const bomb = { data: deflateRawSync(zeros), crc: crc32(zeros), size: 10 };

describe('ZIPs that are made to burst', () => {
  it('what comes out is counted, whatever the headers say', async () => {
    expect(
      await refusal(
        zipOfRaw([
          { name: 'a.csv', ...bomb },
          { name: 'b.csv', ...bomb },
        ]),
      ),
    ).toMatch(/décompressé/);
    expect(await refusal(xlsxOf('', { 'xl/media/image1.png': zeros, 'xl/media/image2.png': zeros }))).toMatch(
      /décompressé/,
    );
  });

  it('entries that lie one upon the other', async () => {
    const parts = Array.from({ length: 500 }, (_, index) => ({ name: `${index}.csv`, ...bomb }));
    expect(await refusal(zipOfRaw(parts, true))).toMatch(/décompressé/);
  });

  it('a ZIP in a ZIP in a ZIP', async () => {
    let file = zipOfRaw([{ name: 'a.csv', ...bomb }]);
    for (let depth = 0; depth < 5; depth += 1) file = zipOf([{ name: `a${depth}.csv`, content: file }]);
    expect(await refusal(file)).toMatch(/ZIP sans tableau/);
  });

  it('content that is not what its checksum promises', async () => {
    const file = fileOf([['Judo']], 'xlsx');
    const at = file.indexOf('sheet1.xml') + 40;
    file[at] = (file[at] ?? 0) ^ 0xff;
    expect(await refusal(file)).toMatch(/abîmé/);
  });
});

const REAL: readonly BookType[] = ['xlsx', 'ods', 'xls', 'biff5'];
const ROWS = Array.from({ length: 30 }, (_, row) => [
  `Association ${row}`,
  row,
  'Cézac',
  new Date(2026, 8, row + 1),
  'x'.repeat(row),
]);

function damaged(bookType: BookType): fc.Arbitrary<Buffer> {
  const file = fileOf(ROWS, bookType);
  const flips = fc.array(fc.record({ at: fc.nat(file.length - 1), to: fc.nat(255) }), { maxLength: 6 });
  return fc.tuple(fc.nat(file.length), flips, fc.boolean()).map(([length, changes, isCut]) => {
    const bytes = Buffer.from(isCut ? file.subarray(0, length) : file);
    for (const { at, to } of changes) if (at < bytes.length) bytes[at] = to;
    return bytes;
  });
}

describe('any bytes give an answer', () => {
  const answers = async (content: Uint8Array): Promise<void> => {
    const answer = await readBytes(Buffer.from(content), 'x');
    if (!answer.ok) expect(answer.message).toMatch(/^\S.{20,}[.]$/s);
  };

  it('arbitrary ones, also behind the signatures of every format', async () => {
    const heads = [
      '',
      'PK\x03\x04',
      '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
      '\x09\x08\x10\x00',
      '\xff\xfe',
      'a;"b\n',
      '<',
    ].map((head) => Buffer.from(head, 'latin1'));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 600 }), (head, tail) =>
        answers(Buffer.concat([head, tail])),
      ),
      { numRuns: 400 },
    );
  });

  // One seed: some changed bytes make SheetJS turn in circles in an XLS, which only a process of its own survives (below).
  it.each(REAL)('a workbook in %s that is cut or has bytes changed', async (bookType) => {
    await fc.assert(fc.asyncProperty(damaged(bookType), answers), { numRuns: 60, seed: 11 });
  });

  it.each(REAL)('any damage to a workbook in %s, in a process of its own', async (bookType) => {
    await fc.assert(
      fc.asyncProperty(damaged(bookType), async (file) => {
        expect(await readWorkbook(file, 'x', { ...limits, milliseconds: 3_000 })).toHaveProperty('ok');
      }),
      { numRuns: 2 },
    );
  });

  it('a worksheet of arbitrary tags', async () => {
    const piece = fc.constantFrom(
      '<row r="1">',
      '</row>',
      '<c r="A1">',
      '<c r="XFD1048576" t="s">',
      '</c>',
      '<v>1</v>',
      '<v>',
      '<f t="shared" si="0" ref="A1:B9"/>',
      '<f t="array" ref="A1:ZZ9">x</f>',
      '<is><t>a</t></is>',
      '<sheetData>',
      '</sheetData>',
      '<mergeCell ref="A1:XFD99"/>',
      '<mergeCells>',
      '</mergeCells>',
      '<c r="a0" t="b">',
      '&#0;',
      '&#x110000;',
      '>',
      '<',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), (pieces) => answers(xlsxOf(pieces.join('')))),
      { numRuns: 200 },
    );
  });
});
