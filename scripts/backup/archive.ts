/** The backup as one file: a compressed tar archive of a folder, plain or closed with the key of the backups. */
import { spawn } from 'node:child_process';
import { createReadStream, type WriteStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { Decrypter, Encrypter } from 'age-encryption';
import { PlainError } from '../lib/plain-error.ts';
import { messages } from './messages.ts';

/** What tar reads or writes besides the folder, and how it ended. */
interface Tar {
  readonly input: Writable;
  readonly output: Readable;
  readonly done: Promise<void>;
}

function tar(args: readonly string[]): Tar {
  const child = spawn('tar', args, { stdio: ['pipe', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const done = new Promise<void>((resolve, reject) => {
    child.once('error', (error) => reject(new PlainError(messages.tarFailed(error.message), { cause: error })));
    child.once('close', (code) => (code === 0 ? resolve() : reject(new PlainError(messages.tarFailed(said.trim())))));
  });
  done.catch(() => undefined); // looked at once the data has gone through
  return { input: child.stdin, output: child.stdout, done };
}

/** Replaces the file. It holds personal data: from its first byte on, its owner alone may read it. On the disk when it ends. */
async function newFile(file: string): Promise<WriteStream> {
  await rm(file, { force: true }); // an older one would keep its mode, and a link would lead elsewhere
  return (await open(file, 'wx', 0o600)).createWriteStream({ flush: true });
}

const packed = (folder: string): Tar => tar(['-cz', '-f', '-', '-C', folder, '.']);
/** `--no-same-owner`: files belong to whoever restores, not to the number that the writer had on another machine. */
const unpacked = (folder: string): Tar => tar(['-xz', '-f', '-', '-C', folder, '--no-same-owner']);

const asWeb = (stream: Readable): ReadableStream<Uint8Array> =>
  Readable.toWeb(stream) as unknown as ReadableStream<Uint8Array>;
const asNode = (stream: ReadableStream<Uint8Array>): Readable =>
  Readable.fromWeb(stream as unknown as WebStream<Uint8Array>);

/** An archive that anybody may open: for what is no secret. */
export async function pack(folder: string, file: string): Promise<void> {
  const target = await newFile(file);
  // Node throws away what a program that has ended wrote and nobody listens to: tar is listened to from its first moment on.
  const { output, done } = packed(folder);
  await pipeline(output, target);
  await done;
}

/** An archive that only the key behind `recipient` opens. Nothing but ciphertext touches the disk. */
export async function packEncrypted(folder: string, file: string, recipient: string): Promise<void> {
  const { output, done } = packed(folder);
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const encrypted = await encrypter.encrypt(asWeb(output));
  await pipeline(asNode(encrypted), await newFile(file));
  await done;
}

/** Feeds tar; what tar says of its end goes before what feeding it says, which is then a broken pipe. */
async function feed(source: Readable, { input, output, done }: Tar): Promise<void> {
  output.resume();
  const fed = await pipeline(source, input).then(
    () => null,
    (error: unknown) => ({ error }),
  );
  await done;
  // Some tars read on after the end of the archive, some do not: all of it arrived at one that ended well.
  if (fed !== null && (fed.error as NodeJS.ErrnoException).code !== 'EPIPE') throw fed.error;
}

export const unpack = (file: string, folder: string): Promise<void> => feed(createReadStream(file), unpacked(folder));

/** The file was closed with another key, or its first bytes are damaged: nothing tells the two apart. */
export class WrongKey extends Error {
  override name = 'WrongKey';
}

/** What is not what was encrypted: cut, or changed by a single bit. */
export class Altered extends Error {
  override name = 'Altered';
}

/** @throws {WrongKey} {Altered} */
export async function openEncrypted(file: string, identity: string): Promise<Readable> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    return asNode(await decrypter.decrypt(asWeb(createReadStream(file))));
  } catch (cause) {
    // The library has no classes of errors; this sentence is the only one that is not about a malformed header.
    if (/no identity matched/.test(String(cause))) throw new WrongKey(file, { cause });
    throw new Altered(file, { cause });
  }
}

/**
 * What is unpacked is to be used only when this ends well: a piece is known to be the writer's as it comes, the whole only at
 * its end.
 * @throws {WrongKey} {Altered} {PlainError} when what was encrypted is no archive
 */
export async function unpackEncrypted(file: string, folder: string, identity: string): Promise<void> {
  const plain = await openEncrypted(file, identity);
  let altered: unknown = null;
  plain.on('error', (error) => (altered ??= error));
  try {
    await feed(plain, unpacked(folder));
  } catch (error) {
    // tar says that its archive ends too early; why it does is what counts.
    if (altered !== null && !isBrokenPipe(altered)) throw new Altered(file, { cause: altered });
    throw error;
  }
}

const isBrokenPipe = (error: unknown): boolean =>
  ['EPIPE', 'ERR_STREAM_PREMATURE_CLOSE'].includes(String((error as NodeJS.ErrnoException).code)) ||
  (error as Error).name === 'AbortError';
