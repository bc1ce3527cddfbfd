/** A ZIP opened with suspicion: nothing that its headers say of sizes is believed. */
import { crc32, createInflateRaw } from 'node:zlib';
import { Refusal } from './found.ts';
import { limits } from './limits.ts';
import { refusals } from './words.ts';

/** Signatures and places of APPNOTE.TXT 6.3.10, 4.3.7 (local header), 4.3.12 (directory) and 4.3.16 (its end). */
const LOCAL = 0x04034b50;
const DIRECTORY = 0x02014b50;
const END = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;
const UNKNOWN_32 = 0xffffffff;

export interface ZipEntry {
  readonly name: string;
  readonly encrypted: boolean;
  readonly method: number;
  readonly crc: number;
  /** As it lies in the file: where its header starts, where its data is. */
  readonly start: number;
  readonly data: Buffer;
}

/** Sizes and offset of a ZIP64 entry, which some programs write for small files too (4.5.3). */
function wide(extra: Buffer, values: readonly number[]): number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let next = at + 4;
    return values.map((value) => {
      if (value !== UNKNOWN_32) return value;
      const read = Number(extra.readBigUInt64LE(next));
      next += 8;
      return read;
    });
  }
  return [...values];
}

/** @throws {Refusal} a directory that is damaged, or whose entries overlap */
export function zipEntries(bytes: Buffer): ZipEntry[] {
  try {
    return readDirectory(bytes);
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal(refusals.damaged); // a place outside the file
    throw error;
  }
}

function readDirectory(bytes: Buffer): ZipEntry[] {
  let end = bytes.length - END_LENGTH;
  const first = Math.max(0, end - LONGEST_COMMENT);
  while (end >= first && bytes.readUInt32LE(end) !== END) end -= 1;
  if (end < first) throw new Refusal(refusals.damaged);
  const count = bytes.readUInt16LE(end + 10);
  if (count > limits.zipEntries) throw new Refusal(refusals.inflatesTooMuch);
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (bytes.readUInt32LE(at) !== DIRECTORY) throw new Refusal(refusals.damaged);
    const nameLength = bytes.readUInt16LE(at + 28);
    const extraLength = bytes.readUInt16LE(at + 30);
    const flags = bytes.readUInt16LE(at + 8);
    const nameEnd = at + 46 + nameLength;
    const [, size = 0, start = 0] = wide(bytes.subarray(nameEnd, nameEnd + extraLength), [
      bytes.readUInt32LE(at + 24),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt32LE(at + 42),
    ]);
    if (bytes.readUInt32LE(start) !== LOCAL) throw new Refusal(refusals.damaged);
    const from = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    if (from + size > end) throw new Refusal(refusals.damaged);
    const rawName = bytes.subarray(at + 46, nameEnd);
    entries.push({
      // Without the flag of UTF-8 the name is in a page of MS-DOS: it is only told apart and shown.
      name: rawName.toString((flags & 0x800) === 0 && !isUtf8(rawName) ? 'latin1' : 'utf8').replaceAll('\\', '/'),
      encrypted: (flags & 1) !== 0,
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      start,
      data: bytes.subarray(from, from + size),
    });
    at = nameEnd + extraLength + bytes.readUInt16LE(at + 32);
  }
  const inOrder = [...entries].sort((one, other) => one.start - other.start);
  inOrder.forEach((entry, index) => {
    const next = inOrder[index + 1];
    // Bombs lay one piece of data under many names.
    const entryEnd = entry.data.byteOffset - bytes.byteOffset + entry.data.length;
    if (next !== undefined && entryEnd > next.start) throw new Refusal(refusals.inflatesTooMuch);
  });
  return entries;
}

const isUtf8 = (bytes: Buffer): boolean => Buffer.from(bytes.toString('utf8'), 'utf8').equals(bytes);

/**
 * Inflates every entry as a stream and counts what comes out, also of those that are not kept.
 * @returns the content of the entries to keep
 * @throws {Refusal} too much comes out, or not what the checksum promises
 */
export async function inflateAll(
  entries: readonly ZipEntry[],
  keep: (name: string) => boolean,
): Promise<Map<string, Buffer>> {
  const kept = new Map<string, Buffer>();
  let total = 0;
  for (const entry of entries) {
    const chunks: Buffer[] = [];
    let checksum = 0;
    const isKept = keep(entry.name) && !kept.has(entry.name);
    for await (const chunk of inflated(entry)) {
      total += chunk.length;
      if (total > limits.inflatedBytes) throw new Refusal(refusals.inflatesTooMuch);
      checksum = crc32(chunk, checksum);
      if (isKept) chunks.push(chunk);
    }
    if (checksum !== entry.crc) throw new Refusal(refusals.damaged);
    if (isKept) kept.set(entry.name, Buffer.concat(chunks));
  }
  return kept;
}

async function* inflated({ method, data }: ZipEntry): AsyncGenerator<Buffer> {
  if (method === 0) {
    yield data;
    return;
  }
  if (method !== 8) throw new Refusal(refusals.damaged);
  const stream = createInflateRaw({ chunkSize: 256 * 1024 });
  stream.end(data);
  try {
    for await (const chunk of stream) yield chunk as Buffer;
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) {
      throw new Refusal(refusals.damaged);
    }
    throw error;
  } finally {
    stream.destroy();
  }
}
