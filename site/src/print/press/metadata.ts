/** What the file says of itself, twice as PDF/X asks: in its Info dictionary and in XMP, word for word the same. */
import { createHash } from 'node:crypto';
import { PDFDict, PDFHexString, PDFName, PDFString, type PDFDocument } from '@cantoo/pdf-lib';
import type { PressFile } from './press-file.ts';

const CREATOR = 'Typst';
const PRODUCER = 'Trame';
/** A file that says no day of its own gets this one: a clock would make each printing another file. */
const NO_DAY = '2000-01-01T00:00:00Z';

/** @param source the bytes that the file is made of: they name it */
export function setMetadata(document: PDFDocument, source: Uint8Array, file: PressFile): void {
  const { context } = document;
  const instant = wholeSeconds(file.date ?? document.getCreationDate() ?? new Date(NO_DAY));
  const digest = createHash('sha256')
    .update(source)
    .update(JSON.stringify(identity(file)))
    .digest('hex');

  const info = context.obj({ Trapped: 'False' });
  const say = (key: string, text: string) => info.set(PDFName.of(key), PDFHexString.fromText(text));
  say('Title', file.title);
  say('Author', file.author);
  say('Creator', CREATOR);
  say('Producer', PRODUCER);
  const day = PDFString.of(`D:${instant.replace(/\D/g, '')}Z`);
  info.set(PDFName.of('CreationDate'), day);
  info.set(PDFName.of('ModDate'), day);
  if (file.standard === 'PDF/X-1a:2003') info.set(PDFName.of('GTS_PDFXVersion'), PDFString.of(file.standard));
  const place = context.trailerInfo.Info;
  if (place !== undefined && context.lookup(place) instanceof PDFDict) context.delete(place as never);
  context.trailerInfo.Info = context.register(info);

  const packet = xmp(file, instant, uuid(digest));
  const stream = context.stream(new TextEncoder().encode(packet), { Type: 'Metadata', Subtype: 'XML' });
  document.catalog.set(PDFName.of('Metadata'), context.register(stream));
  document.catalog.set(PDFName.of('Lang'), PDFString.of(file.language));

  const id = PDFHexString.of(digest.slice(0, 32));
  context.trailerInfo.ID = context.obj([id, id]);
}

const identity = ({ standard, geometry, profile, title, author }: PressFile) => [
  standard,
  geometry,
  profile.sha256,
  title,
  author,
];

const wholeSeconds = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;

/** A name-based UUID (RFC 9562, version 8): the same content has the same one. */
function uuid(digest: string): string {
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

function xmp(file: PressFile, instant: string, id: string): string {
  const version =
    file.standard === 'PDF/X-4'
      ? `<pdfxid:GTS_PDFXVersion>${file.standard}</pdfxid:GTS_PDFXVersion>`
      : `<pdfx:GTS_PDFXVersion>${file.standard}</pdfx:GTS_PDFXVersion>`;
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfx="http://ns.adobe.com/pdfx/1.3/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(file.title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${escaped(file.author)}</rdf:li></rdf:Seq></dc:creator>
<xmp:CreatorTool>${CREATOR}</xmp:CreatorTool>
<xmp:CreateDate>${instant}</xmp:CreateDate>
<xmp:ModifyDate>${instant}</xmp:ModifyDate>
<xmp:MetadataDate>${instant}</xmp:MetadataDate>
<pdf:Producer>${PRODUCER}</pdf:Producer>
<pdf:Trapped>False</pdf:Trapped>
<xmpMM:DocumentID>uuid:${id}</xmpMM:DocumentID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
${version}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}
