/** The folder of backups: what the rule erases, and what a program that was killed left behind. */
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { namesIn } from '../lib/files.ts';
import { secretsBeside } from './installation-secrets.ts';
import { toErase } from './retention.ts';

/** While it is written. */
export const unfinished = (file: string): string => `${file}.unfinished`;

/** Erases what the rule does not keep, with its secrets. To be called once a new backup stands. @returns how many */
export async function eraseByRule(backupDir: string, now: Date): Promise<number> {
  const erased = toErase(await namesIn(backupDir), now);
  for (const name of erased) {
    const file = path.join(backupDir, name);
    await rm(file, { force: true });
    await rm(secretsBeside(file), { force: true });
  }
  return erased.length;
}

/** As `mkdtemp` names them: contacts lie in them unencrypted. */
const WORK = /^(backup|restore)-[A-Za-z0-9]{6}$/;

/** Takes away what a backup or a restore left that was killed. The caller has the lock of both. */
export async function eraseLeftovers(dataDir: string, backupDir: string): Promise<void> {
  for (const entry of await readdir(dataDir, { withFileTypes: true }))
    if (entry.isDirectory() && WORK.test(entry.name)) await rm(path.join(dataDir, entry.name), { recursive: true });
  for (const name of await namesIn(backupDir))
    if (name.startsWith('trame-') && name.endsWith('.unfinished')) await rm(path.join(backupDir, name));
}
