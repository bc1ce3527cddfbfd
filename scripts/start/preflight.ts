/** Everything that can be known to go wrong before anything is started; each problem is one sentence that says what to do. */
import { constants } from 'node:fs';
import { access, mkdir, rm, statfs, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { type Environment, ROOT } from '../lib/environment.ts';
import { freePort, isPortFree } from '../lib/http.ts';
import { PlainError } from '../lib/plain-error.ts';
import { messages } from './messages.ts';
import { portOwner } from './port-owner.ts';

/** Programs built once, embedded database, pictures: measured 400 MB on the demo, with room to work. */
const DISK_FIRST_START_MB = 1000;
const DISK_LATER_MB = 200;
const OLDEST_POSTGRES = 140_000;

/** A user without a name (a container's arbitrary number) makes `userInfo` throw. */
function userName(): string {
  try {
    return os.userInfo().username;
  } catch {
    return String(process.getuid?.() ?? ''); // its number serves as well
  }
}

/** Makes the DATA_DIR if needed. @throws {PlainError} */
export async function checkDataDir(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true });
    const probe = path.join(dataDir, `.probe-${process.pid}`);
    await writeFile(probe, 'x');
    await rm(probe);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC')
      throw new PlainError(messages.diskFull(dataDir, 0, DISK_LATER_MB), { cause: error });
    throw new PlainError(messages.notWritable(dataDir, userName()), { cause: error });
  }
}

/** What `start` builds is built in the clone. @throws {PlainError} when it cannot be written there */
export async function checkClone(): Promise<void> {
  for (const folder of [path.join(ROOT, 'cms'), path.join(ROOT, 'site')]) {
    await access(folder, constants.W_OK).catch((cause: unknown) => {
      throw new PlainError(messages.cloneNotWritable(folder, userName()), { cause });
    });
  }
}

/** @throws {PlainError} */
export async function checkDisk(dataDir: string, firstStart: boolean): Promise<void> {
  const { bavail, bsize } = await statfs(dataDir);
  const freeMb = Math.floor((bavail * bsize) / 1024 / 1024);
  const needed = firstStart ? DISK_FIRST_START_MB : DISK_LATER_MB;
  if (freeMb < needed) throw new PlainError(messages.diskFull(dataDir, freeMb, needed));
}

/** @throws {PlainError} naming the port, who has it, and the variable that changes it. */
export async function checkPorts(
  environment: Environment,
  wanted: readonly ('site' | 'cms' | 'deployer' | 'mail' | 'mailbox')[],
): Promise<void> {
  const all = {
    site: { port: environment.sitePort, variable: 'SITE_PORT' },
    cms: { port: environment.cmsPort, variable: 'CMS_PORT' },
    deployer: { port: environment.deployerPort, variable: 'DEPLOYER_PORT' },
    mail: { port: environment.mailPort, variable: 'MAIL_PORT' },
    mailbox: { port: environment.mailboxPort, variable: 'MAILBOX_PORT' },
  };
  const seen = new Set<number>();
  for (const name of wanted) {
    const { port, variable } = all[name];
    if (seen.has(port)) throw new PlainError(messages.samePort(port));
    seen.add(port);
    if (await isPortFree(port)) continue;
    const owner = portOwner(port);
    if (owner === null && port < 1024 && process.getuid?.() !== 0)
      throw new PlainError(messages.portForbidden(port, messages.ports[name], variable));
    throw new PlainError(
      messages.portTaken(
        port,
        messages.ports[name],
        owner && messages.processOwner(owner.name, owner.pid),
        variable,
        await freePort(port + 1000),
      ),
    );
  }
}

/** Where the database listens, for people: a host, or the folder of a socket (`postgres:///trame?host=/run/postgresql`). */
export function hostOf(url: string): string {
  const { host, searchParams } = new URL(url);
  return host || searchParams.get('host') || 'localhost';
}

/** @throws {PlainError} when the database cannot be reached or used. */
export async function checkDatabase(url: string): Promise<void> {
  const { hostname, port, pathname, username } = new URL(url);
  const host = hostname === '' ? hostOf(url) : `${hostname}:${port || '5432'}`;
  const name = decodeURIComponent(pathname.slice(1));
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 8000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string; number: number; may: boolean }>(
      `select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
              has_schema_privilege(current_schema(), 'create') as may`,
    );
    const [row] = rows;
    if (!row || row.number < OLDEST_POSTGRES) throw new PlainError(messages.database.old(row?.version ?? '?'));
    if (!row.may) throw new PlainError(messages.database.noRights(decodeURIComponent(username), name));
  } catch (error) {
    if (error instanceof PlainError) throw error;
    // When a name has several addresses, each fails for itself.
    const first = error instanceof AggregateError ? (error.errors[0] as Error) : (error as Error);
    throw new PlainError(sentence(first, host, name), { cause: error });
  } finally {
    await client.end().catch(() => undefined); // what was asked of it is answered; a broken connection is closed already
  }
}

function sentence(error: Error & { code?: string }, host: string, name: string): string {
  switch (error.code) {
    case 'ECONNREFUSED':
      return messages.database.refused(host);
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return messages.database.unknownHost(host);
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return messages.database.timeout(host);
    case '28P01':
    case '28000':
      return messages.database.credentials(host);
    case '3D000':
      return messages.database.missing(name, host);
    default:
      return /timeout/i.test(error.message)
        ? messages.database.timeout(host)
        : messages.database.other(host, error.message);
  }
}
