/** The backup as one file: a compressed tar archive of a folder. */
import { spawn } from 'node:child_process';
import { PlainError } from '../lib/plain-error.ts';
import { messages } from './messages.ts';

function tar(args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('tar', args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let output = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.once('error', (error) => reject(new PlainError(messages.tarFailed(error.message), { cause: error })));
    child.once('close', (code) => (code === 0 ? resolve() : reject(new PlainError(messages.tarFailed(output.trim())))));
  });
}

export const pack = (folder: string, file: string): Promise<void> => tar(['-czf', file, '-C', folder, '.']);
/** `--no-same-owner`: files belong to whoever restores, not to the number that the writer had on another machine. */
export const unpack = (file: string, folder: string): Promise<void> =>
  tar(['-xzf', file, '-C', folder, '--no-same-owner']);
