/** A PostgreSQL cluster (its files): made once, found again at every start. */
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, mkdtemp, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { messages } from '../messages.ts';
import { PlainError } from '../plain-error.ts';
import { nullIfAbsent } from '../files.ts';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { canEnter, sharedFolders } from './places.ts';

/** What `cluster.json` remembers: where the files are (they may be outside DATA_DIR), and how to get in. */
const Memory = z.object({
  data: z.string().min(1),
  password: z.string().min(1),
  /** The last port, taken again when it is free, so that a database tool's bookmark stays right. */
  port: z.int().positive().nullable(),
});
type Memory = z.infer<typeof Memory>;

export interface Cluster {
  /** PostgreSQL's data directory. */
  readonly data: string;
  readonly password: string;
  readonly lastPort: number | null;
  rememberPort(port: number): Promise<void>;
}

const isFolder = (folder: string) =>
  stat(folder).then(
    (info) => info.isDirectory(),
    () => false,
  );

/** Owner, never a role that an application would share: the database belongs to this clone alone. */
export const SUPERUSER = 'trame';

async function makePrivateFolder(folder: string, account: Account | null): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (account) await chown(folder, account.ids.uid, account.ids.gid);
}

/** `wanted`, or a name beside it: a folder whose `cluster.json` was lost still holds somebody's data, and is left alone. */
async function freeName(wanted: string): Promise<string> {
  return (await isFolder(wanted)) ? `${wanted}-${randomBytes(4).toString('hex')}` : wanted;
}

/** Where a new cluster goes: under `folder` when the account can enter it, else beside the copied programs, keyed by `folder`. */
async function chooseHome(folder: string, account: Account | null): Promise<string> {
  if (!account) return folder;
  await chmod(folder, 0o711); // to be passed through, not to be listed
  if (await canEnter(folder, account)) return folder;
  const key = createHash('sha256').update(folder).digest('hex').slice(0, 12);
  const tried: string[] = [];
  for await (const base of sharedFolders(account)) {
    const home = path.join(base, key);
    tried.push(home);
    try {
      await mkdir(home, { recursive: true, mode: 0o755 });
      return home;
    } catch {
      continue; // the error after the loop names all folders that were tried
    }
  }
  throw new PlainError(messages.noFolderForPostgres(tried.join(', ') || '/var/lib/trame'));
}

async function runInitdb(
  binaries: Binaries,
  account: Account | null,
  target: string,
  password: string,
  durable: boolean,
): Promise<void> {
  const passwordFile = `${target}.pw`;
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account) await chown(passwordFile, account.ids.uid, account.ids.gid);
  try {
    const child = spawn(
      binaries.initdb,
      [
        `--pgdata=${target}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        // PostgreSQL's own Unicode rules: the same order and case folding on every machine, whatever locales it has.
        // French order is the business of `domain/french.ts`.
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        ...(durable ? [] : ['--no-sync']),
      ],
      {
        ...account?.ids,
        cwd: '/',
        env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    const code = await new Promise<number | null>((resolve, reject) =>
      child.once('error', reject).once('close', resolve),
    );
    if (code !== 0) throw new PlainError(messages.initdbFailed(output.trim().split('\n').slice(-5).join('\n')));
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/**
 * Finds the cluster of `folder` (`DATA_DIR/postgres`), or makes it. `initdb` works in a folder of its own that gets its
 * name once it is whole, so an interrupted first start leaves nothing half-made behind.
 * @throws {PlainError} when the cluster that `folder` remembers is gone: its data is never silently replaced by an empty one.
 */
export async function openCluster(
  folder: string,
  binaries: Binaries,
  account: Account | null,
  options: { durable: boolean },
): Promise<Cluster> {
  await mkdir(folder, { recursive: true });
  const real = await realpath(folder);
  const memoryFile = path.join(real, 'cluster.json');
  const write = async (memory: Memory) => {
    const unfinished = `${memoryFile}.${process.pid}`;
    await writeFile(unfinished, `${JSON.stringify(memory, null, 2)}\n`, { mode: 0o600 });
    await rename(unfinished, memoryFile);
  };

  let memory: Memory;
  // A memory that is there and cannot be read must not lead to a second, empty cluster beside the first.
  const remembered = await readFile(memoryFile, 'utf8').catch(nullIfAbsent);
  if (remembered !== null) {
    memory = Memory.parse(JSON.parse(remembered));
    // A DATA_DIR that was moved or renamed takes the cluster inside it along.
    if (!(await isFolder(memory.data)) && (await isFolder(path.join(real, 'data'))))
      memory.data = path.join(real, 'data');
    if (!(await isFolder(memory.data))) throw new PlainError(messages.clusterMissing(memory.data, memoryFile));
  } else {
    const home = await chooseHome(real, account);
    const password = randomBytes(24).toString('base64url');
    const unfinished = await mkdtemp(path.join(home, 'new-'));
    try {
      await makePrivateFolder(unfinished, account);
      await runInitdb(binaries, account, unfinished, password, options.durable);
      memory = { data: await freeName(path.join(home, 'data')), password, port: null };
      await rename(unfinished, memory.data);
    } catch (error) {
      await rm(unfinished, { recursive: true, force: true });
      throw error;
    }
    await write(memory);
  }
  return {
    data: memory.data,
    password: memory.password,
    lastPort: memory.port,
    rememberPort: (port) => write({ ...memory, port }),
  };
}
