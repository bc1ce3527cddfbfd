/** A file of the register, in the process that this runs in: see `read-rna.ts` for the one that is safe. */
import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { layoutOf, type RnaLayout } from '../../../domain/import/rna/layout.ts';
import { RnaCollector, type RnaQuestion, type RnaReading } from '../../../domain/import/rna/reading.ts';
import { Refusal } from '../found.ts';
import { rnaLimits } from './rna-limits.ts';
import { decoded, eachRow } from './rna-rows.ts';
import { rnaRefusals } from './rna-words.ts';
import { contentOf, filesInZip, type FileInZip } from './zip-file.ts';

export type RnaAnswer =
  | { readonly kind: 'rna'; readonly reading: RnaReading }
  /** It is something else. */
  | { readonly kind: 'other' }
  | { readonly kind: 'refused'; readonly message: string };

/** Counts what comes out, of all the files together. */
class Meter {
  readonly #most: number;
  #bytes = 0;

  constructor(most: number) {
    this.#most = most;
  }

  async *through(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of bytes) {
      this.#bytes += chunk.length;
      if (this.#bytes > this.#most) throw new Refusal(rnaRefusals.inflatesTooMuch);
      yield chunk;
    }
  }
}

/** @returns whether its heads are the register's */
async function collect(bytes: AsyncIterable<Buffer>, name: string, collector: RnaCollector): Promise<boolean> {
  let layout: RnaLayout | null = null;
  let isFirst = true;
  const ending = await eachRow(bytes, (row) => {
    if (isFirst) {
      isFirst = false;
      layout = layoutOf(row);
      if (layout === null) return false;
      collector.begin(name, layout);
      return true;
    }
    if (layout === null) return false;
    collector.take(row.map(decoded), layout);
    if (collector.rows > rnaLimits.rows) throw new Refusal(rnaRefusals.rows);
    if (collector.keptRows > rnaLimits.kept) throw new Refusal(rnaRefusals.kept);
    return true;
  });
  if (layout !== null && ending === 'cut') collector.cut();
  return layout !== null;
}

const isTable = ({ name }: FileInZip): boolean =>
  /\.(?:csv|txt)$/i.test(name) && !/(?:^|\/)(?:__MACOSX\/|\._)/.test(name);

/** « rna_waldec_20260901_dpt_2A.csv » → 2A, « …_dpt_971.csv » → 971; null when the name says none. */
const departementOf = (name: string): string | null =>
  /_dpt_?(\d{2,3}|2[AB])\b/i.exec(name)?.[1]?.toUpperCase() ?? null;

async function readZip(
  path: string,
  file: FileHandle,
  size: number,
  question: RnaQuestion,
  collector: RnaCollector,
  meter: Meter,
): Promise<boolean> {
  const tables = (await filesInZip(file, size)).filter(isTable);
  const own = new Set(question.communes.flatMap(({ inseeCode }) => [inseeCode.slice(0, 2), inseeCode.slice(0, 3)]));
  // The ministry's ZIP has a file for each département: the others are not even opened.
  const wanted = tables.filter(({ name }) => own.has(departementOf(name) ?? '') || departementOf(name) === null);
  if (wanted.length === 0 && tables.some(({ name }) => /(?:^|\/)rna_/i.test(name)))
    throw new Refusal(rnaRefusals.noDepartement);
  let isRna = false;
  for (const entry of wanted) {
    const name = entry.name.replace(/^.*\//, '');
    isRna = (await collect(meter.through(contentOf(path, file, entry)), name, collector)) || isRna;
  }
  return isRna;
}

async function* gunzipped(path: string): AsyncGenerator<Buffer> {
  const raw = createReadStream(path);
  const stream = raw.pipe(createGunzip({ chunkSize: 64 * 1024 }));
  raw.on('error', (error) => stream.destroy(error));
  try {
    for await (const chunk of stream) yield chunk as Buffer;
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
      throw new Refusal(rnaRefusals.damaged);
    throw error;
  } finally {
    raw.destroy();
    stream.destroy();
  }
}

/** Bytes of a program or an archive, where a text would begin. */
const startsWith = (head: Buffer, ...bytes: number[]): boolean => bytes.every((byte, at) => head[at] === byte);

/**
 * @param name of the file as somebody sent it
 * @param inflatedBytes how much may come out of a ZIP or a GZ; tests give it less
 * @returns never throws for what the bytes are
 */
export async function readRnaFile(
  path: string,
  name: string,
  question: RnaQuestion,
  inflatedBytes: number = rnaLimits.inflatedBytes,
): Promise<RnaAnswer> {
  const file = await open(path, 'r');
  const collector = new RnaCollector(question);
  const meter = new Meter(inflatedBytes);
  try {
    const { size } = await file.stat();
    const { buffer: head } = await file.read(Buffer.alloc(4), 0, 4, 0);
    const isZip = startsWith(head, 0x50, 0x4b, 3, 4);
    const isGzip = startsWith(head, 0x1f, 0x8b);
    if (size > rnaLimits.fileBytes) return { kind: 'refused', message: rnaRefusals.tooLarge(size) };
    const isRna = isZip
      ? await readZip(path, file, size, question, collector, meter)
      : await collect(isGzip ? meter.through(gunzipped(path)) : createReadStream(path), name, collector);
    return isRna ? { kind: 'rna', reading: collector.finish() } : { kind: 'other' };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // Of a file that did not even begin as one of the register, another reader says what it is.
    return collector.finish().files.length === 0 && !FOR_THE_REGISTER.has(error.message)
      ? { kind: 'other' }
      : { kind: 'refused', message: error.message };
  } finally {
    await file.close();
  }
}

const FOR_THE_REGISTER: ReadonlySet<string> = new Set([rnaRefusals.noDepartement]);
