/** Bytes of a file of the register as rows, one at a time. */
import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
// csv-parse: it streams, keeps a `;` that stands in quotes, and bounds the length of a row; papaparse does none of the last.
import { CsvError, parse } from 'csv-parse';
import { Refusal } from '../found.ts';
import { rnaLimits } from './rna-limits.ts';
import { rnaRefusals } from './rna-words.ts';

const windows1252 = new TextDecoder('windows-1252');

/**
 * The bytes were taken as one character each: what is UTF-8 was so, field by field, and the rest is Latin-1, as the ministry writes
 * it. A file that somebody glued together is read right too.
 */
export function decoded(field: string): string {
  if (!/[\u0080-\u00ff]/.test(field)) return field;
  const bytes = Buffer.from(field, 'latin1');
  return isUtf8(bytes) ? bytes.toString('utf8') : windows1252.decode(bytes);
}

export type RowEnding = 'whole' | 'cut';

/**
 * Hands over each row, its fields as they were before `decoded`.
 * @param take answers false to stop
 * @throws {Refusal} a row that never ends
 */
export async function eachRow(
  bytes: AsyncIterable<Buffer> | Iterable<Buffer>,
  take: (row: readonly string[]) => boolean,
): Promise<RowEnding> {
  let rows = 0;
  const parser = parse({
    delimiter: ';',
    encoding: 'latin1',
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: rnaLimits.rowLength,
  });
  const source = Readable.from(bytes, { objectMode: true });
  source.on('error', (error) => parser.destroy(error));
  try {
    for await (const row of source.pipe(parser) as AsyncIterable<string[]>) {
      rows += 1;
      if (!take(row)) break;
    }
    return 'whole';
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code === 'CSV_MAX_RECORD_SIZE') throw new Refusal(rnaRefusals.unclosedQuote(rows + 1));
    if (error.code === 'CSV_QUOTE_NOT_CLOSED') return 'cut';
    throw new Refusal(rnaRefusals.damaged);
  } finally {
    source.destroy();
    parser.destroy();
  }
}
