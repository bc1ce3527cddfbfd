/** Bytes as a workbook, in the process that this runs in: see `read-workbook.ts` for the one that is safe. */
import { dayOf } from '../../domain/dates.ts';
import { eventRefusals, eventWorkbook, type ReadEvents } from '../../domain/import/events/event-workbook.ts';
import type { Workbook, WorkbookFormat } from '../../domain/import/workbook.ts';
import { parsed, refused, type Parsed } from '../../domain/parsed.ts';
import { readCalendar } from './agendas/ics.ts';
import { readAgendaRows, readJsonAgenda } from './agendas/read-json.ts';
import { readCsv } from './csv.ts';
import { decodeText } from './encoding.ts';
import { Refusal } from './found.ts';
import { limits } from './limits.ts';
import { scanContent } from './scan-ods.ts';
import { sniff } from './sniff.ts';
import { READ_OPTIONS, sheetJs, sheetsOf, type Settings } from './spreadsheet.ts';
import { tidyStream } from './tidy-xls.ts';
import { NO_STYLES, tidyPart } from './tidy-xlsx.ts';
import { refusals, remarks } from './words.ts';
import { inflateAll, zipEntries, type ZipEntry } from './zip.ts';

/** @returns the workbook, or why it is none; never throws for what the bytes are */
export async function readBytes(bytes: Buffer, fileName: string): Promise<Parsed<Workbook>> {
  try {
    const workbook = await read(bytes, fileName, 0);
    if (workbook.sheets.every(({ rows }) => rows.length === 0)) return refused(refusals.noText);
    return parsed(workbook);
  } catch (error) {
    return refused(error instanceof Refusal ? error.message : refusals.damaged);
  }
}

async function read(bytes: Buffer, fileName: string, depth: number): Promise<Workbook> {
  if (bytes.length === 0) throw new Refusal(refusals.empty);
  if (bytes.length > limits.fileBytes) throw new Refusal(refusals.tooLarge(bytes.length));
  const found = sniff(bytes);
  if (found.kind === 'refused') throw new Refusal(found.message);
  if (found.kind === 'zip') return readZip(bytes, depth);
  if (found.kind === 'ole') return readOle(bytes);
  if (found.kind === 'biff') return spreadsheet('xls', tidyStream(bytes), { isEnglish: true, hasStyles: true });
  if (found.kind === 'calendar' || found.kind === 'json') return readAgenda(bytes, found.kind);
  return readText(bytes, fileName);
}

/** @throws {Refusal} for more than is taken, and for an agenda of nothing */
function agenda(read: ReadEvents, today: string, encoding: string): Workbook {
  if (read.events.length === 0) throw new Refusal([eventRefusals.none, ...read.remarks].join(' '));
  const workbook = eventWorkbook(read, today, encoding);
  if (workbook === null) throw new Refusal(eventRefusals.tooMany);
  return workbook;
}

function readAgenda(bytes: Buffer, kind: 'calendar' | 'json'): Workbook {
  const { text, encoding } = decodeText(bytes);
  const today = dayOf(new Date());
  if (kind === 'calendar') return agenda(readCalendar(text, today), today, encoding);
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new Refusal(refusals.damagedJson);
  }
  const read = readJsonAgenda(json);
  if (read === null) throw new Refusal(refusals.json);
  return agenda(read, today, encoding);
}

async function readText(bytes: Buffer, fileName: string): Promise<Workbook> {
  const decoded = decodeText(bytes);
  if (decoded.text.trim() === '') throw new Refusal(refusals.empty);
  const name = fileName.replace(/^.*[\\/]/s, '').replace(/\.\w{1,5}$/, '') || 'CSV';
  const { separator, rows, remarks: ofRows } = await readCsv(decoded.text, name);
  const [only, ...more] = rows.flatMap(({ cells }) => cells);
  if (more.length === 0 && (only?.text.length ?? 0) > limits.onlyCell) throw new Refusal(refusals.unknown);
  const [heads, ...others] = rows.map(({ cells }) => cells.map(({ text }) => text));
  const events = heads === undefined || others.length === 0 ? null : readAgendaRows(heads, others);
  if (events !== null) return agenda(events, dayOf(new Date()), decoded.encoding);
  return {
    format: 'csv',
    encoding: decoded.encoding,
    separator,
    sheets: [{ name, hidden: false, rows, hiddenColumns: [] }],
    remarks: [...decoded.remarks, ...ofRows],
  };
}

function spreadsheet(format: WorkbookFormat, bytes: Buffer, settings: Settings): Workbook {
  const SheetJs = sheetJs();
  if (settings.unread === undefined) {
    // In an ODS SheetJS cannot count them without reading all: they were counted before.
    const { length } = SheetJs.read(bytes, { ...READ_OPTIONS, bookSheets: true }).SheetNames;
    if (length > limits.sheets) throw new Refusal(refusals.sheets(length));
  }
  const workbook = SheetJs.read(bytes, { ...READ_OPTIONS, cellStyles: settings.hasStyles === true });
  const { sheets, remarks: noticed } = sheetsOf(workbook, settings);
  return { format, encoding: null, separator: null, sheets, remarks: noticed };
}

/** OLE containers: names of the streams that tell what is inside ([MS-CFB]). */
const STREAMS: readonly (readonly [name: RegExp, message: string])[] = [
  [/\/EncryptedPackage$/i, refusals.password],
  [/\/WordDocument$/i, refusals.word],
  [/\/PowerPoint Document$/i, refusals.slides],
  [/\/__properties_version1\.0$/i, refusals.email],
];

function readOle(bytes: Buffer): Workbook {
  const { CFB } = sheetJs();
  const container = CFB.read(bytes, { type: 'buffer' });
  const known = STREAMS.find(([name]) => container.FullPaths.some((path) => name.test(path)));
  if (known !== undefined) throw new Refusal(known[1]);
  const stream = (CFB.find(container, '/Workbook') ?? CFB.find(container, '/Book'))?.content;
  if (stream === undefined) throw new Refusal(refusals.otherOffice);
  // The stream alone: macros, embedded files and properties stay behind.
  return spreadsheet('xls', tidyStream(Buffer.from(stream)), { isEnglish: true, hasStyles: true });
}

const TABLE_NAME = /\.(?:csv|tsv|tab|txt|xlsx|xlsm|xls|ods|ics|json)$/i;
const isDirectory = ({ name }: ZipEntry): boolean => name.endsWith('/');
/** What the system of a Mac adds to a ZIP. */
const isOfSystem = ({ name }: ZipEntry): boolean => /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$)/.test(name);

/** Parts of an XLSX whose content is read: no drawings, comments, connections, macros, nor what came from other files. */
const XLSX_PART =
  /^\/?(?!.*(?:drawing|chart|media|comment|custom|externalLink|embedding|pivot|quer(?:y|ies)|printer|control|theme|docProps|persons|calcChain|connection|metadata|tables\/))(?:.*\.xml|.*workbook\.xml\.rels)$/i;
const ODS_PART = /^(?:mimetype|content\.xml|styles\.xml|META-INF\/manifest\.xml)$/;

async function readZip(bytes: Buffer, depth: number): Promise<Workbook> {
  const entries = zipEntries(bytes);
  if (entries.some(({ encrypted }) => encrypted)) throw new Refusal(refusals.zipPassword);
  const names = entries.map(({ name }) => name.replace(/^\//, ''));
  if (names.some((name) => /(?:^|\/)(?:Index\/.*\.iwa|Index\.zip|index\.apxl(?:\.gz)?)$/.test(name))) {
    throw new Refusal(refusals.numbers);
  }
  if (names.includes('[Content_Types].xml')) return readOoxml(entries);
  if (names.includes('mimetype') || names.includes('META-INF/manifest.xml')) return readOdf(entries);
  return readArchive(entries, depth);
}

async function readArchive(entries: readonly ZipEntry[], depth: number): Promise<Workbook> {
  const tables = entries.filter((entry) => !isDirectory(entry) && !isOfSystem(entry) && TABLE_NAME.test(entry.name));
  const [first] = tables;
  const kept = await inflateAll(entries, (name) => name === first?.name);
  if (first === undefined || depth > 0) throw new Refusal(refusals.zipWithoutTable);
  const shown = first.name.replace(/^.*\//, '');
  if (tables.length > 1) throw new Refusal(refusals.zipOfTables(tables.map(({ name }) => name.replace(/^.*\//, ''))));
  const workbook = await read(kept.get(first.name) ?? Buffer.alloc(0), shown, depth + 1);
  return { ...workbook, remarks: [remarks.inZip(shown), ...workbook.remarks] };
}

/** What a package of Office holds, by the type of its main part (ECMA-376, part 1). */
const OOXML: readonly (readonly [type: RegExp, message: string])[] = [
  [/wordprocessingml\.(?:document|template)\.main|ms-word\.(?:document|template)/i, refusals.word],
  [/presentationml\.\w+\.main|ms-powerpoint\.\w+/i, refusals.slides],
  [/ms-excel\.sheet\.binary/i, refusals.xlsb],
];

const STYLES = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';
const OVERRIDE = /<(?:\w+:)?Override\b[^<>]*>/g;

async function readOoxml(entries: readonly ZipEntry[]): Promise<Workbook> {
  const parts = await inflateAll(entries, (name) => XLSX_PART.test(name));
  const all = parts.get('[Content_Types].xml')?.toString('latin1') ?? '';
  // Types of single parts: the list by extension also names what could be there.
  const types = (all.match(OVERRIDE) ?? [all]).join('');
  const known = OOXML.find(([type]) => type.test(types));
  if (known !== undefined) throw new Refusal(known[1]);
  if (!/spreadsheetml|ms-excel/i.test(types)) throw new Refusal(refusals.otherOffice);
  for (const [name, part] of parts) parts.set(name, tidyPart(part));
  // SheetJS fails on a part that is promised and not there: what is not read is not promised.
  const isKept = (override: string): boolean =>
    parts.has(/PartName\s*=\s*["']\/?([^"']*)["']/.exec(override)?.[1] ?? '');
  let promised = all.replace(OVERRIDE, (override) => (isKept(override) ? override : ''));
  if (!promised.includes(STYLES)) {
    promised = promised.replace('</', `<Override PartName="/styles.xml" ContentType="${STYLES}"/></`);
    parts.set('styles.xml', Buffer.from(NO_STYLES));
  }
  parts.set('[Content_Types].xml', Buffer.from(promised, 'latin1'));
  const format = /macroEnabled/i.test(types) ? 'xlsm' : 'xlsx';
  return spreadsheet(format, repacked(parts), { isEnglish: true, hasStyles: true });
}

async function readOdf(entries: readonly ZipEntry[]): Promise<Workbook> {
  const parts = await inflateAll(entries, (name) => ODS_PART.test(name));
  if (/<manifest:encryption-data\b/.test(parts.get('META-INF/manifest.xml')?.toString('latin1') ?? '')) {
    throw new Refusal(refusals.password);
  }
  const type = parts.get('mimetype')?.toString('latin1') ?? '';
  if (/opendocument\.text/.test(type)) throw new Refusal(refusals.word);
  if (/opendocument\.presentation/.test(type)) throw new Refusal(refusals.slides);
  const content = parts.get('content.xml');
  if (content === undefined) throw new Refusal(refusals.damaged);
  const tables = scanContent(content);
  const own = tables.filter(({ isCopy }) => isCopy !== true).length;
  if (own > limits.sheets) throw new Refusal(refusals.sheets(own));
  // SheetJS knows an ODS by the one, and fails without the other.
  parts.set('META-INF/manifest.xml', Buffer.from('<manifest/>'));
  if (!parts.has('styles.xml')) parts.set('styles.xml', Buffer.from('<office:document-styles/>'));
  return spreadsheet('ods', repacked(parts), { isEnglish: false, unread: tables });
}

/** The parts, which are used up, in a ZIP of our own, without compression: SheetJS inflates nothing that came from outside. */
function repacked(parts: Map<string, Buffer>): Buffer {
  const { CFB } = sheetJs();
  const size = [...parts.values()].reduce((sum, { length }) => sum + length, 0);
  if (size > limits.partsBytes) throw new Refusal(refusals.tooHeavy);
  const container = CFB.utils.cfb_new();
  for (const [name, content] of parts) CFB.utils.cfb_add(container, `/${name.replace(/^\//, '')}`, content);
  parts.clear(); // the caller's frame would keep them in memory while SheetJS reads
  return CFB.write(container, { type: 'buffer', fileType: 'zip', compression: false });
}
