/** Any file that may be one of the register: what of it is the territory's, or that it is something else. */
import { spawn } from 'node:child_process';
import { open } from 'node:fs/promises';
import type { RnaQuestion } from '../../../domain/import/rna/reading.ts';
import { layoutOf } from '../../../domain/import/rna/layout.ts';
import { beside } from '../here.ts';
import type { RnaAnswer } from './read-rna-file.ts';
import { rnaLimits, rnaPatience } from './rna-limits.ts';
import { rnaRefusals } from './rna-words.ts';

export type { RnaAnswer } from './read-rna-file.ts';

/** Heads of the register are some 500 bytes. */
const HEAD = 4_000;

/**
 * May it be a file of the register, by its first bytes? Of a ZIP or a GZ only reading tells, but a package of an office says what it
 * is by its first file. Asked before `readRna`, which starts a process.
 */
export async function mayBeRna(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    const head = buffer.toString('latin1', 0, bytesRead);
    if (head.startsWith('PK\u0003\u0004'))
      return !/^.{26}..{3}(?:\[Content_Types\]|mimetype|_rels|xl\/|docProps)/s.test(head);
    if (head.startsWith('\u001f\u008b')) return true;
    return layoutOf((head.split(/\r\n|\n|\r/)[0] ?? '').split(';')) !== null;
  } finally {
    await file.close();
  }
}

export interface RnaWithin {
  readonly milliseconds: number;
  readonly heapMegabytes: number;
}

/**
 * Reads a file of the register, in a process of its own, as `read-workbook.ts` does and for the same reasons.
 * @param name says the day and the département, where the ministry named the file
 */
export async function readRna(
  path: string,
  name: string,
  question: RnaQuestion,
  within: RnaWithin = { milliseconds: rnaPatience.waiting, heapMegabytes: rnaLimits.heapMegabytes },
): Promise<RnaAnswer> {
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${within.heapMegabytes}`,
      '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON',
      '--permission',
      '--allow-fs-read=*',
      beside('rna/rna-reader'),
      path,
      name.replaceAll('\0', '').slice(0, 300),
    ],
    // Without the secrets of the program's environment; Windows starts nothing without its root.
    {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { ...(process.env.SystemRoot ? { SystemRoot: process.env.SystemRoot } : {}) },
      windowsHide: true,
    },
  );
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let [length, isLate] = [0, false];
    const deadline = setTimeout(() => {
      isLate = true;
      child.kill('SIGKILL');
    }, within.milliseconds);
    child.stdout.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > rnaLimits.answerBytes) child.kill('SIGKILL');
      else chunks.push(chunk);
    });
    child.stdin.on('error', () => undefined); // it ended before it had read all: how it ended is what counts
    child.stdin.end(JSON.stringify(question));
    child.on('error', (cause) => {
      clearTimeout(deadline);
      reject(new Error('The program that reads files of the register could not be started', { cause }));
    });
    child.on('close', (code) => {
      clearTimeout(deadline);
      if (isLate) resolve({ kind: 'refused', message: rnaRefusals.tooLong });
      else if (code !== 0) resolve({ kind: 'refused', message: rnaRefusals.tooHeavy });
      else resolve(JSON.parse(Buffer.concat(chunks).toString('utf8')) as RnaAnswer);
    });
  });
}
