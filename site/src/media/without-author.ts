/**
 * What a document says of the people and the machine that made it, taken off the copy that is published: names of authors,
 * reviewers and companies, programs and paths. What it shows stays as it is. The original in the library is never touched.
 */
import {
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRef,
  PDFArray,
  PDFStream,
  type PDFObject,
} from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

/** Thrown for a document that cannot be cleaned without spoiling it; the message is French, for the log of the build. */
export class NotCleaned extends Error {
  override name = 'NotCleaned';
}

/** Larger than any form or brochure that opens: a small file that unpacks to more is none. */
const MOST_UNPACKED_BYTES = 200 * 1024 * 1024;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** What says which standard the file holds to: readers for the blind and archives ask for it (ISO 14289-1, 19005-1). */
const STANDARDS = ['pdfuaid:part', 'pdfuaid:rev', 'pdfaid:part', 'pdfaid:conformance', 'pdfaid:rev'] as const;

function cleanXmp(xmp: string, title: string): string {
  const kept = STANDARDS.flatMap((name) => {
    const [, inside, attribute] =
      new RegExp(`<${name}>([A-Za-z0-9]{1,8})</|${name}="([A-Za-z0-9]{1,8})"`).exec(xmp) ?? [];
    const value = inside ?? attribute;
    return value === undefined ? [] : [`<${name}>${value}</${name}>`];
  }).join('');
  return (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">' +
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""' +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"' +
    ' xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">' +
    `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>${kept}` +
    '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
  );
}

const dictOf = (object: PDFObject | undefined): PDFDict | null =>
  object instanceof PDFDict ? object : object instanceof PDFStream ? object.dict : null;

/** Objects that the document still leads to. What an editor saved over stays in a file otherwise, names included. */
function reachable(pdf: PDFDocument): Set<PDFRef> {
  const found = new Set<PDFRef>();
  const { Root, Info } = pdf.context.trailerInfo;
  const waiting: (PDFObject | undefined)[] = [Root, Info];
  while (waiting.length > 0) {
    const object = waiting.pop();
    if (object instanceof PDFRef) {
      if (found.has(object)) continue;
      found.add(object);
      waiting.push(pdf.context.lookup(object));
    } else if (object instanceof PDFArray) waiting.push(...object.asArray());
    else {
      const dict = dictOf(object);
      if (dict) waiting.push(...dict.values());
    }
  }
  return found;
}

const SIGNATURES = new Set(['Sig', 'DocTimeStamp']);

async function cleanPdf(bytes: Uint8Array, title: string): Promise<Uint8Array> {
  // Many a PDF is only protected against changes, and opens without a password.
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false, password: '' });
  const { context } = pdf;
  const xmp = context.lookup(pdf.catalog.get(PDFName.of('Metadata')));
  const described = xmp instanceof PDFStream ? new TextDecoder('latin1').decode(textOf(xmp)) : '';
  for (const [, object] of context.enumerateIndirectObjects()) {
    const dict = dictOf(object);
    if (dict === null) continue;
    const type = dict.get(PDFName.of('Type'));
    if (type instanceof PDFName && SIGNATURES.has(type.decodeText()) && dict.has(PDFName.of('Contents')))
      throw new NotCleaned('il est signé, et la signature ne vaudrait plus');
    for (const key of ['Metadata', 'PieceInfo']) dict.delete(PDFName.of(key));
    // Who wrote a comment; in a form's field the same key is the field's name.
    const subtype = dict.get(PDFName.of('Subtype'));
    if (dict.has(PDFName.of('Rect')) && subtype instanceof PDFName && subtype.decodeText() !== 'Widget')
      dict.delete(PDFName.of('T'));
  }
  pdf.catalog.set(
    PDFName.of('Metadata'),
    context.register(context.stream(strToU8(cleanXmp(described, title)), { Type: 'Metadata', Subtype: 'XML' })),
  );
  context.trailerInfo.Info = context.register(context.obj({ Title: PDFHexString.fromText(title) }));
  const kept = reachable(pdf);
  for (const [ref] of context.enumerateIndirectObjects()) if (!kept.has(ref)) context.delete(ref);
  return pdf.save({ updateFieldAppearances: false });
}

function textOf(stream: PDFStream): Uint8Array {
  try {
    return 'decode' in stream && typeof stream.decode === 'function'
      ? (stream.decode as () => Uint8Array)()
      : stream.getContents();
  } catch {
    return stream.getContents(); // compressed in a way that nobody reads: nothing is kept of it
  }
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org';

/** Parts of an office document that are about who made it, and what stands in their place. */
const REPLACED: Readonly<Record<string, (title: string) => string>> = {
  'docProps/core.xml': (title) =>
    `${XML}<cp:coreProperties xmlns:cp="${OFFICE}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title></cp:coreProperties>`,
  'docProps/app.xml': () => `${XML}<Properties xmlns="${OFFICE}/officeDocument/2006/extended-properties"/>`,
  'docProps/custom.xml': () => `${XML}<Properties xmlns="${OFFICE}/officeDocument/2006/custom-properties"/>`,
  'meta.xml': (title) =>
    `${XML}<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"><office:meta><dc:title>${escaped(title)}</dc:title></office:meta></office:document-meta>`,
};

/** Who commented and who changed what, inside the text. */
const withoutNames = (xml: string): string =>
  xml
    .replace(/(\s(?:w|w15|p|p15):(?:author|initials|userId|providerId))="[^"]*"/g, '$1=""')
    .replace(/<(dc:creator|meta:creator-initials|text:initial-creator|loext:sender-initials)>[^<]*</g, '<$1><')
    .replace(/(<author>)[^<]*(<\/author>)/g, '$1$2')
    .replace(/(<person\b[^>]*\s(?:displayName|userId))="[^"]*"/g, '$1=""');

function cleanOffice(bytes: Uint8Array, title: string): Uint8Array {
  let unpacked = 0;
  const parts = unzipSync(bytes, {
    filter: ({ originalSize }) => {
      unpacked += originalSize;
      if (unpacked > MOST_UNPACKED_BYTES) throw new NotCleaned('il est démesuré une fois décompressé');
      return true;
    },
  });
  if (Object.keys(parts).some((name) => /^(_xmlsignatures\/|META-INF\/documentsignatures\.xml)/.test(name)))
    throw new NotCleaned('il est signé, et la signature ne vaudrait plus');
  const cleaned: Zippable = {};
  for (const [name, content] of Object.entries(parts)) {
    const replaced = REPLACED[name]?.(title);
    const text = replaced ?? (name.endsWith('.xml') ? withoutNames(strFromU8(content)) : null);
    // The first part of an OpenDocument says what it is, uncompressed (ODF 1.3, part 2, 3.3).
    const level = name === 'mimetype' ? 0 : 6;
    cleaned[name] = [text === null ? content : strToU8(text), { level, mtime: LONG_AGO }];
  }
  return zipSync(cleaned);
}

/** The same content gives the same bytes, whenever it is published: the first day that a ZIP can say. */
const LONG_AGO = new Date('1980-01-02T00:00:00Z');

/** Where and with what a photograph was taken, and by whom (EXIF, IPTC, XMP): `sharp` writes none of it, and keeps the colours. */
async function cleanPicture(bytes: Uint8Array): Promise<Uint8Array> {
  const picture = sharp(bytes, { failOn: 'error' }).autoOrient().keepIccProfile();
  const { format } = await picture.metadata();
  return format === 'jpeg' ? picture.jpeg({ quality: 92 }).toBuffer() : picture.toBuffer();
}

const CLEANERS: Readonly<Record<string, (bytes: Uint8Array, title: string) => Uint8Array | Promise<Uint8Array>>> = {
  '.pdf': cleanPdf,
  '.jpg': cleanPicture,
  '.jpeg': cleanPicture,
  '.png': cleanPicture,
  '.webp': cleanPicture,
  '.docx': cleanOffice,
  '.xlsx': cleanOffice,
  '.odt': cleanOffice,
  '.ods': cleanOffice,
};

/** Whether documents of this extension say who made them. */
export const saysWhoMadeIt = (extension: string): boolean => extension in CLEANERS;

/**
 * @param extension `.pdf`, in lower case, with its dot
 * @param title what the document is called from now on: its name on the site
 * @throws {NotCleaned} when cleaning would spoil it, or it cannot be read at all
 */
export async function withoutAuthor(bytes: Uint8Array, extension: string, title: string): Promise<Uint8Array> {
  const clean = CLEANERS[extension];
  if (clean === undefined) return bytes;
  try {
    return await clean(bytes, title);
  } catch (error) {
    if (error instanceof NotCleaned) throw error;
    throw new NotCleaned('il ne peut pas être relu', { cause: error });
  }
}
