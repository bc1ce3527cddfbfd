/** `pnpm check:leaks`: looks for what is private in whatever everybody can read of a running Trame. */
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { ReleaseStatus } from '@trame/cms/domain/contract/site/release-status';
import { SITE_EXPORT_FORMAT, type SiteExport } from '@trame/cms/domain/contract/site/site-export';
import pg from 'pg';
import { z } from 'zod';
import { privacy } from '../checks/privacy.ts';
import { asAddress, COMPRESSED_TWIN, readRelease } from '../checks/release.ts';
import { type Environment, readEnvironment, readSecrets as readAccess, ROOT } from '../lib/environment.ts';
import { startPostgres } from '../lib/embedded-postgres.ts';
import { filesIn } from '../lib/file-digests.ts';
import { isThere } from '../lib/files.ts';
import { LOOPBACK } from '../lib/http.ts';
import { PlainError } from '../lib/plain-error.ts';
import { runCommand } from '../lib/run.ts';
import { createLook, type Look } from './look.ts';
import { messages } from './messages.ts';
import { publicAddresses } from './public-answers.ts';
import { readFileText } from './readable-file.ts';
import { readSecrets } from './secrets-of.ts';

/** Sentences that are printed; the others are counted. */
const MOST_SENTENCES = 60;
const PATIENCE_MS = 10_000;
/** What an archive of age begins with, in clear or in letters (https://age-encryption.org/v1). */
const CLOSED = ['age-encryption.org/v1', '-----BEGIN AGE ENCRYPTED FILE-----'];
/** Of an editor: published as it is, its words are its author's (`checks/privacy.ts`). */
const EDITORS_FILES = '/_trame/fichiers/';

const Content = z.looseObject({ format: z.literal(SITE_EXPORT_FORMAT) });

export interface Report {
  /** In French, the worst first; none: nothing was found. */
  readonly findings: readonly string[];
  readonly looked: { readonly texts: number; readonly files: number; readonly answers: number; readonly logs: number };
}

async function readExport(cmsPort: number, token: string): Promise<{ content: SiteExport; version: string }> {
  const response = await fetch(`http://${LOOPBACK}:${cmsPort}/api/export/site`, {
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(6 * PATIENCE_MS),
  }).catch((cause: unknown) => {
    throw new PlainError(messages.noExport(0), { cause });
  });
  if (!response.ok) throw new PlainError(messages.noExport(response.status));
  const content: unknown = await response.json();
  const version = (response.headers.get('etag') ?? '').replace(/^W\//, '').replaceAll('"', '');
  return { content: Content.parse(content) as unknown as SiteExport, version };
}

/** The words of the site and of the booklet: who writes one of them into a note says nothing of anybody. */
function wordsOfProgram(): string[] {
  const files = [
    'site/src/i18n/*.json',
    'site/src/**/*.{astro,tsx}',
    'site/src/features/search/**/*.{ts,json}',
    'cms/src/domain/{search,vocabulary}/**/*.{ts,json}',
  ];
  return globSync(files, { cwd: ROOT }).map((file) => readFileSync(path.join(ROOT, file), 'utf8'));
}

/** Every file of the live release, as a visitor gets it. */
async function lookAtRelease(folder: string, look: Look, say: (finding: string) => void): Promise<number> {
  const files = await filesIn(folder);
  const all = new Set(files);
  for (const file of files) {
    const where = asAddress(`/${file}`);
    const bytes = await readFile(path.join(folder, file));
    const original = file.replace(COMPRESSED_TWIN, '');
    if (original !== file && all.has(original)) {
      const opened = file.endsWith('.gz') ? gunzipSync(bytes) : brotliDecompressSync(bytes);
      if (!opened.equals(await readFile(path.join(folder, original)))) say(messages.twin(where));
      continue;
    }
    const isDocument = where.startsWith(EDITORS_FILES);
    const { texts, hasPlace, isUnreadable } = await readFileText(file, bytes);
    if (hasPlace) say(messages.place(where));
    if (isUnreadable && !isDocument) say(messages.unreadable(where));
    if (!isDocument) look.at('site', where, texts);
  }
  return files.length;
}

async function lookAtAnswers(addresses: readonly string[], look: Look, say: (finding: string) => void) {
  const silent = new Set<string>();
  for (const address of addresses) {
    const { origin } = new URL(address);
    if (silent.has(origin)) continue;
    try {
      const response = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) });
      const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
      look.at('answers', address, [headers, await response.text()]);
    } catch {
      silent.add(origin);
      say(messages.silent(origin));
    }
  }
}

async function lookAtLogs(folder: string, look: Look): Promise<number> {
  if (!(await isThere(folder))) return 0;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const { parentPath, name } of files) {
    const { texts } = await readFileText(name, await readFile(path.join(parentPath, name)));
    look.at('logs', name, texts);
  }
  return files.length;
}

async function lookAtBackups(folder: string, say: (finding: string) => void): Promise<void> {
  if (!(await isThere(folder))) return;
  for (const name of await filesIn(folder)) {
    const file = await open(path.join(folder, name));
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
      const beginning = buffer.subarray(0, bytesRead).toString('latin1');
      if (!CLOSED.some((words) => beginning.startsWith(words))) say(messages.openBackup(name));
    } finally {
      await file.close();
    }
  }
}

/** Pages or booklet: that one follows them. */
const isBehind = async (folder: string, version: string): Promise<boolean> => {
  const status = ReleaseStatus.safeParse(JSON.parse(await readFile(path.join(folder, 'status.json'), 'utf8'))).data;
  return status?.contentVersion !== version || status.booklet?.contentVersion !== version;
};

/** The places of a running Trame that are looked at. */
export type Places = Pick<
  Environment,
  'dataDir' | 'backupDir' | 'sitePort' | 'cmsPort' | 'deployerPort' | 'siteUrl'
> & { readonly databaseUrl: string };

/** Looks everywhere, and says in French what was found. @param token of the export */
export async function checkLeaks(places: Places, token: string): Promise<Report> {
  const { content, version } = await readExport(places.cmsPort, token);
  const client = new pg.Client({ connectionString: places.databaseUrl });
  await client.connect();
  const secrets = await readSecrets(client, content, wordsOfProgram()).finally(() => client.end());
  const others: string[] = [];
  const say = (finding: string) => void others.push(finding);
  const look = createLook(secrets);

  const folder = path.join(places.dataDir, 'site', 'current');
  let files = 0;
  if (await stat(folder).catch(() => null)) {
    files = await lookAtRelease(folder, look, say);
    const release = readRelease(folder, places.siteUrl);
    const asked = { release, siteExport: content, previousPages: null, acceptLoss: false, awaitsBooklet: false };
    for (const { leak, where } of privacy(asked)) if (leak) say(messages.gate(where ?? '', leak.kind, leak.value));
    if (look.found.length + others.length > 0 && (await isBehind(folder, version))) say(messages.behind);
  } else say(messages.noRelease);
  const addresses = publicAddresses(places);
  await lookAtAnswers(addresses, look, say);
  const logs = await lookAtLogs(path.join(places.dataDir, 'logs'), look);
  await lookAtBackups(places.backupDir, say);
  const texts = secrets.pieces.size + secrets.phones.size + secrets.emails.size;
  return { findings: [...look.found, ...others], looked: { texts, files, answers: addresses.length, logs } };
}

/** What the command prints. */
export function inWords({ findings, looked }: Report): string {
  if (findings.length === 0) return messages.none(looked.texts, looked.files, looked.answers, looked.logs);
  const more = findings.length - MOST_SENTENCES;
  return [
    ...findings.slice(0, MOST_SENTENCES),
    ...(more > 0 ? [messages.more(more)] : []),
    messages.some(findings.length),
  ].join('\n');
}

if (import.meta.main) {
  await runCommand(async () => {
    if (process.argv.includes('--help')) {
      process.stdout.write(`${messages.help}\n`);
      return;
    }
    const environment = readEnvironment();
    const { exportToken } = readAccess(environment.dataDir);
    const postgres = environment.databaseUrl === null ? await startPostgres({ dataDir: environment.dataDir }) : null;
    try {
      const databaseUrl = environment.databaseUrl ?? postgres?.url ?? '';
      const report = await checkLeaks({ ...environment, databaseUrl }, exportToken);
      process.stdout.write(`${inWords(report)}\n`);
      if (report.findings.length > 0) process.exitCode = 1;
    } finally {
      await postgres?.stop();
    }
  });
}
