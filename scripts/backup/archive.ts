/** The backup as one file: a compressed tar archive of a folder. */
import { spawn } from 'node:child_process';
import { open, rm } from 'node:fs/promises';
import { PlainError } from '../lib/plain-error.ts';
import { messages } from './messages.ts';

function tar(args: readonly string[], output: 'ignore' | number = 'ignore'): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('tar', args, { stdio: ['ignore', output, 'pipe'] });
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.once('error', (error) => reject(new PlainError(messages.tarFailed(error.message), { cause: error })));
    child.once('close', (code) => (code === 0 ? resolve() : reject(new PlainError(messages.tarFailed(said.trim())))));
  });
}

/** Replaces the file. It holds keys and personal data: from its first byte on, its owner alone may read it. */
export async function pack(folder: string, file: string): Promise<void> {
  await rm(file, { force: true }); // an older one would keep its mode, and a link would lead elsewhere
  const handle = await open(file, 'wx', 0o600);
  try {
    await tar(['-cz', '-f', '-', '-C', folder, '.'], handle.fd);
  } finally {
    await handle.close();
  }
}

/** `--no-same-owner`: files belong to whoever restores, not to the number that the writer had on another machine. */
export const unpack = (file: string, folder: string): Promise<void> =>
  tar(['-xzf', file, '-C', folder, '--no-same-owner']);
