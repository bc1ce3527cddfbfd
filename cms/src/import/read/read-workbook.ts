/** Any file that people call « le fichier Excel » becomes a table, or a sentence says why not. */
import { spawn } from 'node:child_process';
import { eventRefusals } from '../../domain/import/events/event-workbook.ts';
import type { Workbook } from '../../domain/import/workbook.ts';
import { refused, type Parsed } from '../../domain/parsed.ts';
import { beside } from './here.ts';
import { limits } from './limits.ts';
import { fromWire } from './wire.ts';
import { sniff } from './sniff.ts';
import { refusals } from './words.ts';

/**
 * Reads a file of rows.
 *
 * In a process of its own, not in a worker thread: where one allocation of a worker is larger than what its heap has left, V8
 * ends the whole program and not the worker (a sheet of 100 MB of unclosed cells does it), and a thread cannot be killed inside
 * native code. The process may read the program's files and do nothing else: it writes no file and starts no program.
 *
 * @param fileName only names the sheet of a CSV; what the file is, its bytes say
 * @param within when the process is ended; tests give it less
 * @returns the workbook, or one French sentence that says how to mend it; within about ten seconds, whatever the bytes
 */
export async function readWorkbook(
  bytes: Buffer | Uint8Array,
  fileName: string,
  within: Within = limits,
): Promise<Parsed<Workbook>> {
  if (bytes.length === 0) return refused(refusals.empty);
  if (bytes.length > limits.fileBytes) return refused(refusals.tooLarge(bytes.length));
  const { output, ending } = await run(bytes, fileName, within);
  if (output !== null && ending === 'done') return fromWire(output);
  // What to do about it is not the same: nobody copies the lines of an agenda into a workbook.
  const { kind } = sniff(bytes);
  const { tooLong, tooHeavy } = kind === 'calendar' || kind === 'json' ? eventRefusals : refusals;
  return refused(ending === 'late' ? tooLong : tooHeavy);
}

export interface Within {
  readonly milliseconds: number;
  readonly heapMegabytes: number;
}

interface Run {
  /** Null when the process did not end well: its heap was exhausted, or its answer too long. */
  readonly output: string | null;
  readonly ending: 'done' | 'late';
}

function run(bytes: Uint8Array, fileName: string, within: Within): Promise<Run> {
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${within.heapMegabytes}`,
      '--max-semi-space-size=8', // a larger one holds garbage for longer
      '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON',
      '--permission',
      '--allow-fs-read=*',
      beside('reader'),
      fileName.replaceAll('\0', '').slice(0, 300),
    ],
    // Without the secrets of the program's environment; Windows starts nothing without its root.
    { stdio: ['pipe', 'pipe', 'ignore'], env: pick(['SystemRoot', 'TZ']), windowsHide: true },
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
      if (length > limits.answerBytes) child.kill('SIGKILL');
      else chunks.push(chunk);
    });
    child.stdin.on('error', () => undefined); // it ended before it had read all: how it ended is what counts
    child.stdin.end(bytes);
    child.on('error', (cause) => {
      clearTimeout(deadline);
      reject(new Error('The program that reads files could not be started', { cause }));
    });
    child.on('close', (code) => {
      clearTimeout(deadline);
      const output = code === 0 ? Buffer.concat(chunks).toString('utf8') : null;
      resolve({ output, ending: isLate ? 'late' : 'done' });
    });
  });
}

const pick = (names: readonly string[]): NodeJS.ProcessEnv =>
  Object.fromEntries(names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
