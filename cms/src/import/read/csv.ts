/** Text with separators as rows, whatever the separator and the line ends. */
// csv-parse: it takes line ends of all three systems in one file, and tells apart empty lines; papaparse guesses one line end.
import { CsvError, parse, type Info } from 'csv-parse';
import type { Cell } from '../../domain/import/workbook.ts';
import { limits } from './limits.ts';
import { EMPTY, Refusal, type FoundRow } from './found.ts';
import { refusals, remarks } from './words.ts';

/** The likeliest first: what French programs write, what is pasted, what others write. */
const SEPARATORS = [';', '\t', '|', ','] as const;
const SAMPLE = 100_000;
const LINE_ENDS = ['\r\n', '\n', '\r'];
/** Excel's own way to say it, in a first line that it does not show. */
const SAID = /^"?sep=([^\r\n])"?(?:\r\n|\n|\r|$)/i;
/** An export that keeps Excel from eating a zero: `="0612345678"`. It is text in a costume, and nothing to compute. */
const COSTUME = /^="([^"]*)"$/;
/** More lines than this in one cell look like a quote too many. */
const MANY_LINES = 30;
/** After so many rows with faulty quotes, or so many bytes read again, quotes mean nothing in this file. */
const MOST_RESTARTS = 5_000;
const MOST_SCANNED = 3 * limits.fileBytes;

/** How many of each separator a line has, outside quotes. */
function countByLine(sample: string, withQuotes: boolean): { lines: number[][]; open: boolean } {
  const lines: number[][] = [];
  let counts = SEPARATORS.map(() => 0);
  let [quoted, hasText] = [false, false];
  for (const char of sample) {
    if (char === '"' && withQuotes) quoted = !quoted;
    if (!quoted && (char === '\n' || char === '\r')) {
      if (hasText) lines.push(counts);
      counts = SEPARATORS.map(() => 0);
      hasText = false;
      continue;
    }
    hasText ||= char.trim() !== '';
    const index = quoted ? -1 : (SEPARATORS as readonly string[]).indexOf(char);
    if (index >= 0) {
      counts[index] = (counts[index] ?? 0) + 1;
      hasText = true;
    }
  }
  if (hasText) lines.push(counts);
  return { lines, open: quoted };
}

/** What cuts the lines into the most equal parts; null for one column. */
export function findSeparator(text: string): string | null {
  const sample = text.slice(0, SAMPLE);
  const quoted = countByLine(sample, true);
  const isFaulty = quoted.open && (text.length <= SAMPLE || quoted.lines.length < 3);
  const { lines } = isFaulty ? countByLine(sample, false) : quoted;
  let best: { separator: string; score: number } | null = null;
  SEPARATORS.forEach((separator, index) => {
    const counts = lines.map((line) => line[index] ?? 0).filter((count) => count > 0);
    const tally = new Map<number, number>();
    for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
    const alike = Math.max(0, ...tally.values()) / (lines.length || 1);
    const any = counts.length / (lines.length || 1);
    // Commas stand in sentences, the others hardly do.
    const isProse = separator === ',' && alike < 0.5;
    const score = isProse ? 0 : (2 * alike + any) * (separator === ',' ? 0.8 : 1);
    if (score > 0.1 && (best === null || score > best.score)) best = { separator, score };
  });
  return (best as { separator: string } | null)?.separator ?? null;
}

export interface CsvTable {
  readonly separator: string | null;
  readonly rows: readonly FoundRow[];
  readonly remarks: readonly string[];
}

/** @throws {Refusal} more rows, columns or cells than are read */
export async function readCsv(whole: string, sheet: string): Promise<CsvTable> {
  const said = SAID.exec(whole);
  const text = said === null ? whole : whole.slice(said[0].length);
  const separator = said?.[1] ?? findSeparator(text);
  const rows: FoundRow[] = [];
  const noticed: string[] = [];
  const openQuotes: number[] = [];
  let [cells, line] = [0, 0];

  const take = (record: readonly string[], at: number): void => {
    line = at;
    let last = record.length - 1;
    while (last >= 0 && record[last] === '') last -= 1;
    if (last >= limits.columns) throw new Refusal(refusals.columns(sheet));
    if (last < 0) return;
    cells += last + 1;
    if (cells > limits.cells) throw new Refusal(refusals.cells);
    if (rows.length === limits.rows) throw new Refusal(refusals.rows(sheet));
    const found = record.slice(0, last + 1).map((value): Cell => {
      if (value === '') return EMPTY;
      const dressed = value.startsWith('="') ? COSTUME.exec(value) : null;
      return dressed === null ? { text: value } : { text: dressed[1] ?? '', from: 'formula' };
    });
    const breaks = found.reduce((most, cell) => Math.max(most, cell.text.split(/\r\n?|\n/).length), 0);
    if (breaks > MANY_LINES && noticed.length < 5) noticed.push(remarks.manyLines(at, breaks));
    rows.push({ line: at, hidden: false, cells: found });
  };

  let rest: Buffer = Buffer.from(text, 'utf8');
  for (let [restarts, scanned] = [0, 0]; rest.length > 0; restarts += 1) {
    const isHopeless = restarts >= MOST_RESTARTS || scanned >= MOST_SCANNED;
    const { good, fault } = await parseRecords(rest, separator, isHopeless ? 'none' : 'strict', line, take);
    if (fault === null) break;
    scanned += fault === 'open' ? rest.length : good;
    // Quotes are not as they should be in this row: its first line is read alone, and those after it as before.
    let next = firstLine(rest.subarray(good));
    for (; next.content.length === 0 && next.rest.length > 0; next = firstLine(next.rest)) line += 1;
    const before = line;
    const alone = await parseRecords(next.content, separator, 'relaxed', before, take);
    if (alone.fault !== null) {
      await parseRecords(next.content, separator, 'none', before, take);
      openQuotes.push(before + 1);
    }
    line = before + 1;
    rest = next.rest;
  }
  if (openQuotes.length > 0) noticed.unshift(remarks.openQuote(openQuotes));
  return { separator, rows, remarks: noticed };
}

type Take = (record: readonly string[], line: number) => void;
interface Parsed {
  /** Bytes that were whole records. */
  readonly good: number;
  /** What is wrong with the record after them: a quote that is never closed, or one where none may stand. */
  readonly fault: 'open' | 'misplaced' | null;
}

/** @param quotes `strict` as RFC 4180 has them, `relaxed` where one in the middle of a field is itself, `none` where each is */
async function parseRecords(
  bytes: Buffer,
  separator: string | null,
  quotes: 'strict' | 'relaxed' | 'none',
  before: number,
  take: Take,
): Promise<Parsed> {
  let good = 0;
  const options = {
    delimiter: separator ?? '\u0000', // a text that has no separator has no null either: they were taken out
    quote: quotes === 'none' ? null : '"',
    relax_quotes: quotes === 'relaxed',
    relax_column_count: true,
    skip_empty_lines: true,
    record_delimiter: LINE_ENDS,
    info: true,
    on_record: ({ record, info }: { record: string[]; info: Info }): null => {
      take(record, before + info.records + info.empty_lines);
      good = info.bytes;
      return null;
    },
  };
  try {
    await new Promise<void>((resolve, reject) => {
      parse(bytes, options as never, (error) => (error ? reject(error) : resolve()));
    });
    return { good, fault: null };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code === 'CSV_QUOTE_NOT_CLOSED') return { good, fault: 'open' };
    if (MISPLACED.has(error.code)) return { good, fault: 'misplaced' };
    throw error;
  }
}

const MISPLACED: ReadonlySet<string> = new Set(['INVALID_OPENING_QUOTE', 'CSV_INVALID_CLOSING_QUOTE']);

function firstLine(bytes: Buffer): { content: Buffer; rest: Buffer } {
  const end = bytes.findIndex((byte) => byte === 0x0a || byte === 0x0d);
  if (end < 0) return { content: bytes, rest: Buffer.alloc(0) };
  const length = bytes[end] === 0x0d && bytes[end + 1] === 0x0a ? 2 : 1;
  return { content: bytes.subarray(0, end), rest: bytes.subarray(end + length) };
}
