import { PDFDocument, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { NotCleaned, saysWhoMadeIt, withoutAuthor } from './without-author.ts';

const PERSON = 'Camille Exemple';
const TITLE = 'statuts-modele';
const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description
  pdfuaid:part="1" xmp:CreatorTool="Writer of ${PERSON}"><dc:creator><rdf:Seq><rdf:li>${PERSON}</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>`;

async function madeByAPerson(): Promise<PDFDocument> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const page = pdf.addPage([300, 300]);
  page.drawText('Statuts', { font, x: 20, y: 200 });
  pdf.setAuthor(PERSON);
  pdf.setTitle(`Microsoft Word - ${PERSON}.docx`);
  pdf.setProducer(`Producer of ${PERSON}`);
  pdf.setCreator(`Creator of ${PERSON}`);
  const { context } = pdf;
  const metadata = () => context.register(context.stream(XMP, { Type: 'Metadata', Subtype: 'XML' }));
  pdf.catalog.set(PDFName.of('Metadata'), metadata());
  page.node.set(PDFName.of('Metadata'), metadata());
  page.node.set(PDFName.of('PieceInfo'), context.obj({ Draw: { Private: PDFString.of(PERSON) } }));
  const comment = {
    Type: 'Annot',
    Subtype: 'Text',
    Rect: [0, 0, 9, 9],
    T: PDFString.of(PERSON),
    Contents: PDFString.of('x'),
  };
  page.node.set(PDFName.of('Annots'), context.obj([context.register(context.obj(comment))]));
  pdf.getForm().createTextField('nom-de-l-association').addToPage(page, { x: 20, y: 20 });
  context.register(context.obj({ Author: PDFString.of(PERSON) })); // of an earlier saving, which nothing leads to
  return pdf;
}

/** Everything that the file says, streams unpacked and texts in whatever encoding. */
async function everythingIn(bytes: Uint8Array): Promise<string> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const flat = await pdf.save({ useObjectStreams: false, updateFieldAppearances: false });
  const objects = pdf.context.enumerateIndirectObjects().map(([, object]) => object.toString());
  const text = [Buffer.from(flat).toString('latin1'), ...objects].join('\n');
  const decoded = text.replace(/<((?:[0-9A-F]{2})+)>/gi, (_, hex: string) => {
    const raw = Buffer.from(hex, 'hex');
    return raw[0] === 0xfe && raw[1] === 0xff ? raw.subarray(2).swap16().toString('utf16le') : raw.toString('latin1');
  });
  return `${text}\n${decoded}`;
}

describe('a PDF', () => {
  it('loses who made it, in every place, and nothing that it shows', async () => {
    const original = await (await madeByAPerson()).save();
    expect(await everythingIn(original)).toContain('Camille');
    const cleaned = await withoutAuthor(original, '.pdf', TITLE);
    expect(await everythingIn(cleaned)).not.toContain('Camille');
    const pdf = await PDFDocument.load(cleaned, { updateMetadata: false });
    expect([pdf.getAuthor(), pdf.getProducer(), pdf.getCreator(), pdf.getTitle()]).toEqual([
      undefined,
      undefined,
      undefined,
      TITLE,
    ]);
    expect(pdf.getPageCount()).toBe(1);
    expect(
      pdf
        .getForm()
        .getFields()
        .map((field) => field.getName()),
    ).toEqual(['nom-de-l-association']);
    expect(Buffer.from(await pdf.save({ useObjectStreams: false })).toString('latin1')).toContain('<pdfuaid:part>1<');
    expect(await withoutAuthor(original, '.pdf', TITLE)).toEqual(cleaned);
  });

  it('is not touched when it is signed, and not said to be clean when it cannot be read', async () => {
    const pdf = await madeByAPerson();
    pdf.context.register(pdf.context.obj({ Type: 'Sig', Contents: PDFString.of('…'), Name: PDFString.of(PERSON) }));
    await expect(withoutAuthor(await pdf.save(), '.pdf', TITLE)).rejects.toThrow(NotCleaned);
    await expect(withoutAuthor(strToU8('no pdf'), '.pdf', TITLE)).rejects.toThrow(NotCleaned);
  });
});

describe('an office document', () => {
  const docx = zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'docProps/core.xml': strToU8(`<cp:coreProperties><dc:creator>${PERSON}</dc:creator></cp:coreProperties>`),
    'docProps/app.xml': strToU8(`<Properties><Manager>${PERSON}</Manager></Properties>`),
    'word/document.xml': strToU8(`<w:ins w:id="1" w:author="${PERSON}"><w:t>Statuts</w:t></w:ins>`),
    'word/comments.xml': strToU8(`<w:comment w:author="${PERSON}" w:initials="CE"/>`),
    'word/media/image1.png': new Uint8Array([1, 2, 3]),
  });
  const odt = zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'meta.xml': strToU8(`<office:meta><meta:initial-creator>${PERSON}</meta:initial-creator></office:meta>`),
    'content.xml': strToU8(
      `<text:p>Statuts</text:p><office:annotation><dc:creator>${PERSON}</dc:creator></office:annotation>`,
    ),
  });

  it.each([
    ['.docx', docx, 'word/document.xml'],
    ['.odt', odt, 'content.xml'],
  ])('%s loses who made and who changed it, and nothing that it shows', async (extension, original, content) => {
    const cleaned = unzipSync(await withoutAuthor(original, extension, 'a & b'));
    expect(Object.keys(cleaned)).toEqual(Object.keys(unzipSync(original)));
    for (const [name, bytes] of Object.entries(cleaned)) expect(strFromU8(bytes), name).not.toMatch(/Camille|"CE"/);
    expect(strFromU8(cleaned[content]!)).toContain('Statuts');
  });

  it('of OpenDocument still begins with its type, uncompressed', async () => {
    const cleaned = Buffer.from(await withoutAuthor(odt, '.odt', TITLE));
    expect(cleaned.toString('latin1', 30, 38)).toBe('mimetype');
    expect(cleaned.toString('latin1', 38, 77)).toBe('application/vnd.oasis.opendocument.text');
  });

  it('is refused when it is no document', async () => {
    await expect(withoutAuthor(strToU8('no zip'), '.docx', TITLE)).rejects.toThrow(NotCleaned);
  });
});

it('a photograph loses where and by whom it was taken, and keeps its side up', async () => {
  const original = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#888' } })
    .withExif({ IFD0: { Artist: PERSON, Orientation: '6' }, IFD3: { GPSLatitudeRef: 'N' } })
    .jpeg()
    .toBuffer();
  expect(original.toString('latin1')).toContain(PERSON);
  const cleaned = Buffer.from(await withoutAuthor(original, '.jpg', TITLE));
  expect(cleaned.toString('latin1')).not.toContain(PERSON);
  expect((await sharp(cleaned).metadata()).exif).toBeUndefined();
  await expect(withoutAuthor(strToU8('no picture'), '.png', TITLE)).rejects.toThrow(NotCleaned);
});

it('leaves what says nothing of anybody as it is', async () => {
  expect(saysWhoMadeIt('.csv')).toBe(false);
  expect(await withoutAuthor(strToU8('a;b'), '.csv', TITLE)).toEqual(strToU8('a;b'));
});
