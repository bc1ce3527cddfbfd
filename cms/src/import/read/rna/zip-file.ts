/** A ZIP on the disk, of which some files are read one after the other and none is held whole. Nothing that it says of sizes is believed. */
import { createReadStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import { Refusal } from '../found.ts';
import { rnaLimits } from './rna-limits.ts';
import { rnaRefusals } from './rna-words.ts';

/** Signatures and places of APPNOTE.TXT 6.3.10: 4.3.7 (local header), 4.3.12 (directory), 4.3.16 (its end). */
const LOCAL = 0x04034b50;
const DIRECTORY = 0x02014b50;
const END = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;
/** One entry has at most 46 bytes and three texts of 65,535; these of the ministry have some 100. */
const LONGEST_DIRECTORY = 2_000_000;

export interface FileInZip {
  readonly name: string;
  readonly isEncrypted: boolean;
  readonly method: number;
  readonly crc: number;
  /** As it lies in the ZIP. */
  readonly size: number;
  /** Where its local header is. */
  readonly start: number;
}

async function piece(file: FileHandle, at: number, length: number): Promise<Buffer> {
  if (at < 0 || length < 0) throw new Refusal(rnaRefusals.damaged);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
  if (bytesRead < length) throw new Refusal(rnaRefusals.damaged);
  return buffer;
}

/** @throws {Refusal} a directory that is damaged, or whose files lie over one another */
export async function filesInZip(file: FileHandle, size: number): Promise<FileInZip[]> {
  const tailAt = Math.max(0, size - END_LENGTH - LONGEST_COMMENT);
  const tail = await piece(file, tailAt, size - tailAt);
  let end = tail.length - END_LENGTH;
  while (end >= 0 && tail.readUInt32LE(end) !== END) end -= 1;
  if (end < 0) throw new Refusal(rnaRefusals.damaged);
  const count = tail.readUInt16LE(end + 10);
  const length = tail.readUInt32LE(end + 12);
  if (count > rnaLimits.zipEntries || length > LONGEST_DIRECTORY) throw new Refusal(rnaRefusals.inflatesTooMuch);
  const directory = await piece(file, tail.readUInt32LE(end + 16), length);
  const found: FileInZip[] = [];
  for (let [at, index] = [0, 0]; index < count; index += 1) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== DIRECTORY) throw new Refusal(rnaRefusals.damaged);
    const nameLength = directory.readUInt16LE(at + 28);
    found.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'),
      isEncrypted: (directory.readUInt16LE(at + 8) & 1) !== 0,
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      size: directory.readUInt32LE(at + 20),
      start: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  const inOrder = found.toSorted((one, other) => one.start - other.start);
  // Bombs lay one piece of data under many names.
  inOrder.forEach((one, index) => {
    const next = inOrder[index + 1];
    if (next !== undefined && one.start + 30 + one.size > next.start) throw new Refusal(rnaRefusals.inflatesTooMuch);
  });
  return found;
}

const isOfZlib = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');

/**
 * What is in a file of a ZIP, piece by piece.
 * @throws {Refusal} at the end, when it is not what its checksum promises; where it is damaged
 */
export async function* contentOf(path: string, file: FileHandle, entry: FileInZip): AsyncGenerator<Buffer> {
  if (entry.isEncrypted) throw new Refusal(rnaRefusals.password);
  const local = await piece(file, entry.start, 30);
  if (local.readUInt32LE(0) !== LOCAL) throw new Refusal(rnaRefusals.damaged);
  if (entry.size === 0) return;
  const from = entry.start + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  const raw = createReadStream(path, { start: from, end: from + entry.size - 1 });
  if (entry.method !== 0 && entry.method !== 8) throw new Refusal(rnaRefusals.damaged);
  const stream = entry.method === 0 ? raw : raw.pipe(createInflateRaw({ chunkSize: 64 * 1024 }));
  raw.on('error', (error) => stream.destroy(error));
  let checksum = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
  } catch (error) {
    if (isOfZlib(error)) throw new Refusal(rnaRefusals.damaged);
    throw error;
  } finally {
    raw.destroy();
    stream.destroy();
  }
  if (checksum !== entry.crc) throw new Refusal(rnaRefusals.damaged);
}
