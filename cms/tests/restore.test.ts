/**
 * A backup is made in the midst of a campaign; then a contact withdraws, an entry is deleted, another taken off, and the machine
 * is lost. What is restored shows nobody who withdrew, and sends nothing by itself (decision 0026). The real commands, on the
 * database of an account without privileges.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest';
import { pack, packEncrypted, unpack, unpackEncrypted } from '@trame/scripts/testing/archive';
import { readBackupKey } from '@trame/scripts/testing/backup-key';
import { AnyManifest } from '@trame/scripts/testing/manifest';
import { fillDatabase } from '@trame/scripts/testing/restore';
import { type Child, launch, nodeArguments } from '@trame/scripts/testing/child';
import { type Doors, openDoors } from '@trame/scripts/testing/doors';
import { DUMP_SECRETS } from '@trame/scripts/testing/dump-secrets';
import { type MailCatcher, startMailCatcher } from '@trame/scripts/testing/mail-catcher';
import { SiteExport } from '../src/domain/contract/site/site-export.ts';
import { JobsReport } from '../src/domain/contract/desk/jobs.ts';
import { RestoreReport } from '../src/domain/contract/desk/restore.ts';

const CMS = join(import.meta.dirname, '..');
const SCRIPTS = join(CMS, '../scripts');
const RELEASES = join(import.meta.dirname, 'fixtures/releases');
const folder = mkdtempSync(join(tmpdir(), 'trame-restore-'));
const archive = join(folder, 'backup.tar.gz.age');
/** Where the office keeps it: on no machine of Trame's. */
const key = join(folder, 'kept-elsewhere.key');
const ASSOCIATION = '/content-manager/collection-types/api::association.association';

/** Of the dump, by what befalls them after the backup. */
const CHORALE = { email: 'chorale@example.org', phone: '+33536490103' };
const MARCHEURS = 'h86t9sq4qqpth97b3y635748';
const THEATRE = 'xa0khgp1eccelu1so2vtsy52';
const AMICALE = 'Amicale du Moron';
const VELO = 'kv3l2w1u76uk0u2fqxo79hio';

const clients: pg.Client[] = [];
const children: Child[] = [];
let mail: MailCatcher;

const urlOf = (database: string, account?: string): string => {
  const url = new URL(inject('databaseUrl'));
  url.pathname = `/${database}`;
  if (account !== undefined) [url.username, url.password] = [account, account];
  return url.href;
};
async function ask(database: string, sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: urlOf(database) });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
/** Strapi's note of when it next counts the media library: written some time after a start, so before or after the backup. */
const WRITTEN_WHEN_STRAPI_LIKES = '"plugin_upload_metrics"';

/** Every record of every table, as PostgreSQL writes it. */
async function recordsOf(database: string): Promise<Record<string, unknown>> {
  const tables = await ask(database, `select tablename as name from pg_tables where schemaname = 'public' order by 1`);
  const records: Record<string, unknown> = {};
  for (const { name } of tables) {
    const rows = await ask(database, `select to_jsonb(r)::text as row from "${String(name)}" r order by 1`);
    records[String(name)] = rows.filter(({ row }) => !String(row).includes(WRITTEN_WHEN_STRAPI_LIKES));
  }
  return records;
}
/** Checksums and modes of every file of a DATA_DIR that a backup keeps. */
function filesOf(dataDir: string): Record<string, string> {
  const kept = ['public', 'submissions', 'editions', 'secrets.json', 'admin.json', 'demo-content.done', 'backup.key']
    .map((name) => join(dataDir, name))
    .filter(existsSync);
  const files = kept.flatMap((place) =>
    statSync(place).isFile()
      ? [place]
      : readdirSync(place, { recursive: true, encoding: 'utf8' })
          .map((name) => join(place, name))
          .filter((name) => statSync(name).isFile()),
  );
  return Object.fromEntries(
    files.map((file) => [relative(dataDir, file), createHash('sha256').update(readFileSync(file)).digest('hex')]),
  );
}

/** Runs one of our commands. @returns what it said and how it ended */
function run(command: 'backup' | 'restore', args: string[], dataDir: string, databaseUrl: string) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    nodeArguments(join(SCRIPTS, 'backup', `${command}.ts`), ...args),
    {
      encoding: 'utf8',
      timeout: 60_000,
      // Only what the machine of an office would have: the secrets come from the DATA_DIR.
      env: { PATH: process.env.PATH, DATA_DIR: dataDir, DATABASE_URL: databaseUrl },
    },
  );
  return { said: stdout + stderr, status };
}

async function boot(database: string, dataDir: string, how: 'serve' | 'open') {
  return new Promise<{ url: string; doors: Doors; stop: () => Promise<void> }>((resolve, reject) => {
    const child = launch(process.execPath, nodeArguments(join(SCRIPTS, 'release-dump/boot-once.ts'), CMS, how), {
      cwd: CMS,
      env: {
        ...process.env,
        DATABASE_URL: urlOf(database),
        DATA_DIR: dataDir,
        SMTP_URL: `smtp://127.0.0.1:${mail.mailPort}`,
        MAIL_PER_SECOND: '500',
      },
      onMessage: (said) => {
        const { loaded, refused } = said as { loaded?: string; refused?: string };
        if (loaded === undefined) reject(new Error(refused));
        else resolve({ url: loaded, doors: openDoors(loaded), stop: () => child.stop() });
      },
    });
    children.push(child);
    void child.exited.then(() => reject(new Error(`Said nothing: ${child.lastOutput()}`)));
  });
}

const exported = (url: string): Promise<Response> =>
  fetch(`${url}/api/export/site`, { headers: { authorization: `Bearer ${DUMP_SECRETS.TRAME_EXPORT_TOKEN}` } });
const recipients = () => mail.letters.list().map(({ to }) => to);
/** Somebody asks for a letter and gets it: whatever else was due has been looked at meanwhile. */
async function askedForLetter(doors: Doors, email: string): Promise<void> {
  await doors.visit('/api/mes-donnees', { email });
  await vi.waitFor(() => expect(recipients()).toContain(email), { timeout: 20_000, interval: 50 });
}

let before: Record<string, unknown>;
let filesBefore: Record<string, string>;

beforeAll(async () => {
  mail = await startMailCatcher({ folder: join(folder, 'mail'), mailPort: 0, mailboxPort: 0 });
  const server = 'postgres';
  await ask(server, `create role restorer login password 'restorer'`);
  for (const name of ['living', 'same_machine', 'other_machine', 'bare_clone', 'without_secrets', 'former'])
    await ask(server, `create database ${name}`);
  for (const name of ['same_machine', 'other_machine', 'bare_clone', 'without_secrets', 'former'])
    await ask(server, `alter database ${name} owner to restorer`);

  const dump = join(folder, 'dump');
  mkdirSync(dump);
  await unpack(join(RELEASES, readdirSync(RELEASES).sort().at(-1)!), dump);
  const manifest = AnyManifest.parse(JSON.parse(readFileSync(join(dump, 'manifest.json'), 'utf8')));
  await fillDatabase(urlOf('living'), dump, manifest);

  const dataDir = join(folder, 'living');
  mkdirSync(join(dataDir, 'public/uploads'), { recursive: true });
  mkdirSync(join(dataDir, 'submissions'));
  writeFileSync(join(dataDir, 'secrets.json'), JSON.stringify(DUMP_SECRETS));
  writeFileSync(join(dataDir, 'public/uploads/photo.jpg'), 'a photograph');
  writeFileSync(join(dataDir, 'submissions/a-logo-that-waits-0'), 'a logo');
  mkdirSync(join(dataDir, 'editions/2026/frozen'), { recursive: true });
  writeFileSync(join(dataDir, 'editions/2026/frozen/livret.pdf'), 'a booklet');
  writeFileSync(
    join(dataDir, 'admin.json'),
    '{"url": "http://127.0.0.1/admin", "email": "a@example.org", "password": "p"}',
  );
  writeFileSync(join(dataDir, 'demo-content.done'), '');

  const { doors, stop } = await boot('living', dataDir, 'open');
  // An editor has planned that an entry leaves the site; the hour comes between backup and restore.
  await ask(
    'living',
    `insert into trame_schedules (uid, document_id, offline_at, planned_at, planned_by)
     select distinct 'api::association.association', document_id, now() + interval '1 hour', now(), 'Camille' from associations where name = $1`,
    [AMICALE],
  );
  const { said, status } = run('backup', [archive], dataDir, urlOf('living'));
  expect([status, said]).toEqual([0, expect.stringMatching(/AGE-SECRET-KEY-1.*Sauvegarde faite/s)]);
  copyFileSync(join(dataDir, 'backup.key'), key);
  before = await recordsOf('living');
  filesBefore = filesOf(dataDir);
  // Somebody copies the register, which knows the backup by now, and then everybody is taken off.
  mkdirSync(join(folder, 'copied'));
  for (const name of ['suppressions.jsonl', 'suppressions.witness.json'])
    copyFileSync(join(dataDir, name), join(folder, 'copied', name));

  // After the backup.
  const [letter] = await ask(
    'living',
    `select body_text as text from trame_letters where recipient = $1 and kind = 'invitation'`,
    [CHORALE.email],
  );
  const token = /\/retrait\/#([\w-]{43})/.exec(String(letter?.['text']))?.[1];
  await doors.visit('/api/retrait/confirmer', { token });
  const { data } = await doors.office('GET', `${ASSOCIATION}/${MARCHEURS}`);
  const contacts = data.contacts.map((contact: object) => ({
    ...contact,
    ...{ web: false, print: false, professionals: false, openData: false, consentDate: null, consentSource: null },
  }));
  await doors.office('POST', `${ASSOCIATION}/${MARCHEURS}/actions/publish`, { contacts });
  await doors.office('POST', `${ASSOCIATION}/actions/bulkDelete`, { documentIds: [THEATRE] });
  await doors.office('POST', `${ASSOCIATION}/${VELO}/actions/unpublish`, {});
  await stop();
}, 180_000);

afterAll(async () => {
  for (const child of children) await child.stop();
  for (const client of clients) await client.end();
  await mail.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What nobody may read any more: in no export, whatever its form. */
function expectWithdrawn(text: string): void {
  const { associations } = SiteExport.parse(JSON.parse(text));
  const names = associations.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['Chorale des Marais', 'Les Marcheurs', AMICALE]));
  expect(names).not.toContain('Théâtre de Poche');
  expect(names).not.toContain('Vélo pour Tous');
  expect(text).toContain('amicale@example.org');
  for (const gone of [CHORALE.email, CHORALE.phone, 'marcheurs@example.org', '+33536490109'])
    expect(text).not.toContain(gone);
}

it('keeps in its register nothing that anybody can read', () => {
  const register = readFileSync(join(folder, 'living/suppressions.jsonl'), 'utf8');
  const kinds = register
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { act: { kind: string } }).act.kind);
  // Two of the one who withdrew, three of the one whom the office took out: number, address, name.
  expect(kinds).toEqual(['register', ...Array<string>(5).fill('contact'), 'record', 'record']);
  expect(register).not.toMatch(/@|536490|Camille|Chorale/);
  expect(statSync(join(folder, 'living/suppressions.jsonl')).mode & 0o777).toBe(0o600);
});

/** The backup once more, after something was done to what it holds. */
async function repacked(name: string, act: (unpacked: string) => void): Promise<string> {
  const { recipient, identity } = await readBackupKey(key);
  const unpacked = join(folder, name);
  mkdirSync(unpacked);
  await unpackEncrypted(archive, unpacked, identity!);
  act(unpacked);
  const file = join(folder, `${name}.tar.gz.age`);
  await packEncrypted(unpacked, file, recipient);
  return file;
}

it('holds nothing that can be read without the key, and no secret of the installation even with it', async () => {
  const bytes = readFileSync(archive);
  for (const word of ['example.org', 'manifest.json', 'Chorale']) expect(bytes.includes(word)).toBe(false);
  const unpacked = join(folder, 'looked-at');
  mkdirSync(unpacked);
  await unpackEncrypted(archive, unpacked, (await readBackupKey(key)).identity!);
  const files = readdirSync(unpacked, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(unpacked, name)).isFile(),
  );
  expect(files).toEqual(expect.arrayContaining(['database/associations.jsonl', 'editions/2026/frozen/livret.pdf']));
  // Strapi keeps the headers of its webhook as a row; each start writes that row anew.
  const { TRAME_WEBHOOK_SECRET: _, ...apart } = DUMP_SECRETS;
  const secrets = [...Object.values(apart), (await readBackupKey(key)).identity!];
  for (const name of files)
    for (const secret of secrets) expect(readFileSync(join(unpacked, name)).includes(secret), name).toBe(false);
  expect(statSync(archive).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, 'backup.secrets.age')).mode & 0o777).toBe(0o600);
});

it('refuses what is cut, changed, foreign, closed with another key or without its secrets, before anything is touched', async () => {
  const bytes = readFileSync(archive);
  const written = (name: string, content: string | Buffer): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const changed = Buffer.from(bytes);
  changed.writeUInt8(changed.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1);
  const ownKey = (await readBackupKey(key)).identity!;
  const [other] = [join(folder, 'other')];
  mkdirSync(join(other, 'public/uploads'), { recursive: true });
  writeFileSync(join(other, 'secrets.json'), JSON.stringify(DUMP_SECRETS));
  expect(run('backup', [join(folder, 'other.tar.gz.age')], other, urlOf('living')).status).toBe(0);
  const alone = join(folder, 'alone');
  mkdirSync(alone);
  copyFileSync(archive, join(alone, 'backup.tar.gz.age'));
  const cutTable = await repacked('cut-table', (unpacked) => {
    const table = join(unpacked, 'database/associations.jsonl');
    writeFileSync(table, readFileSync(table, 'utf8').split('\n').slice(0, 2).join('\n'));
  });
  const withKey = ['--key', key];
  const cases: [what: string, args: string[], said: RegExp][] = [
    ['cut', [written('cut', bytes.subarray(0, bytes.length >> 1)), ...withKey], /abîmée.*jusqu’au bout/],
    ['changed', [written('changed', changed), ...withKey], /abîmée.*jusqu’au bout/],
    ['foreign', [written('photo.jpg', 'une photo'), ...withKey], /n’est pas une sauvegarde/],
    ['another’s', [archive, '--key', join(other, 'backup.key')], /ne s’ouvre pas avec la clé/],
    ['no key', [archive], /clé des sauvegardes .*backup\.key n’existe pas/],
    ['no key in it', [archive, '--key', written('no.key', 'bonjour')], /ne contient pas de clé/],
    ['a slip in the key', [archive, '--key', written('slip.key', ownKey.replace(/.$/, ''))], /ne contient pas de clé/],
    ['a table cut', [cutTable, ...withKey], /abîmée.*associations\.jsonl/],
    ['secrets missing', [join(alone, 'backup.tar.gz.age'), ...withKey], /secrets qui vont avec.*--without-secrets/],
    ['of another', [archive, ...withKey, '--secrets', join(folder, 'other.secrets.age')], /secrets.*abîmé/],
    ['a word that is none', [archive, ...withKey, '--forcer'], /option n’existe pas/],
  ];
  for (const [what, args, words] of cases) {
    const untouched = join(folder, 'untouched');
    const { said, status } = run('restore', [...args, '--yes'], untouched, urlOf('bare_clone', 'restorer'));
    expect([what, status, said]).toEqual([what, 1, expect.stringMatching(words)]);
    if (existsSync(untouched)) expect([what, readdirSync(untouched)]).toEqual([what, []]);
    expect(await recordsOf('bare_clone')).toEqual({});
  }
}, 120_000);

it('without its secrets, which somebody says are lost: all the rest comes back, and those that are here stay', async () => {
  const dataDir = join(folder, 'new-secrets');
  mkdirSync(dataDir);
  const own = JSON.stringify({ ...DUMP_SECRETS, TRAME_LINK_SECRET: 'another-link-secret-of-this-machine' });
  writeFileSync(join(dataDir, 'secrets.json'), own);
  const { said, status } = run(
    'restore',
    [join(folder, 'alone/backup.tar.gz.age'), '--key', key, '--without-secrets', '--yes'],
    dataDir,
    urlOf('without_secrets', 'restorer'),
  );
  expect([status, said]).toEqual([0, expect.stringMatching(/Sauvegarde remise en place/)]);
  expect(await recordsOf('without_secrets')).toEqual(before);
  const { 'secrets.json': _secrets, 'admin.json': _admin, ...rest } = filesBefore;
  const { 'secrets.json': __secrets, ...found } = filesOf(dataDir);
  expect(found).toEqual(rest);
  expect(readFileSync(join(dataDir, 'secrets.json'), 'utf8')).toBe(own);
});

it('of before they were encrypted, with its secrets in it, comes back without a key', async () => {
  const unpacked = join(folder, 'third-format');
  mkdirSync(unpacked);
  await unpackEncrypted(archive, unpacked, (await readBackupKey(key)).identity!);
  const secrets = JSON.stringify(DUMP_SECRETS);
  writeFileSync(join(unpacked, 'secrets.json'), secrets);
  const written = JSON.parse(readFileSync(join(unpacked, 'manifest.json'), 'utf8')) as Record<string, object>;
  const { id: _id, secrets: _digest, ...third } = written;
  const sum = createHash('sha256').update(secrets).digest('hex');
  const files = { ...third['files'], 'secrets.json': { bytes: Buffer.byteLength(secrets), sha256: sum } };
  writeFileSync(join(unpacked, 'manifest.json'), JSON.stringify({ ...third, format: 'trame-backup/3', files }));
  await pack(unpacked, join(folder, 'third-format.tar.gz'));

  const dataDir = join(folder, 'former');
  const { said, status } = run(
    'restore',
    [join(folder, 'third-format.tar.gz'), '--yes'],
    dataDir,
    urlOf('former', 'restorer'),
  );
  expect([status, said]).toEqual([0, expect.stringMatching(/Sauvegarde remise en place/)]);
  expect(await recordsOf('former')).toEqual(before);
  const { 'admin.json': _admin, 'backup.key': _key, ...rest } = filesBefore;
  expect(filesOf(dataDir)).toEqual(rest);
});

it('on the same machine: what was withdrawn since stays withdrawn, and no letter leaves before an editor’s word', async () => {
  // Everything is destroyed but the register, which lies outside the database, in its place.
  const dataDir = join(folder, 'living');
  for (const name of readdirSync(dataDir))
    if (!name.startsWith('suppressions.')) rmSync(join(dataDir, name), { recursive: true });
  const { said, status } = run('restore', [archive, '--key', key, '--yes'], dataDir, urlOf('same_machine', 'restorer'));
  expect([status, said]).toEqual([0, expect.stringMatching(/seront refaits au prochain démarrage/)]);
  expect(await recordsOf('same_machine')).toEqual(before);
  expect(filesOf(dataDir)).toEqual(filesBefore);

  await ask('same_machine', `update trame_schedules set offline_at = now() - interval '1 hour'`);
  const { url, doors, stop } = await boot('same_machine', dataDir, 'serve');
  const jobs = async () => JobsReport.parse(await doors.office('GET', '/trame/jobs')).jobs;
  await vi.waitUntil(async () => (await jobs()).find(({ id }) => id === 'schedules')?.runs.length, {
    timeout: 30_000,
    interval: 100,
  });
  // From another DATA_DIR, whose lock says nothing of this one.
  const beside = run('restore', [archive, '--key', key, '--yes'], join(folder, 'beside'), urlOf('same_machine'));
  expect([beside.status, beside.said]).toEqual([1, expect.stringMatching(/Trame en marche.*Rien n’a été changé/)]);

  const response = await exported(url);
  expect(response.status).toBe(200);
  expectWithdrawn(await response.text());
  const { pending } = RestoreReport.parse(await doors.office('GET', '/trame/restore'));
  expect(pending).toMatchObject({ letters: [{ kind: 'invitation', count: 4 }], publication: null });

  await askedForLetter(doors, 'amicale@example.org');
  await askedForLetter(doors, 'fanfare@example.org');
  expect(recipients().sort()).toEqual(['amicale@example.org', 'fanfare@example.org']);
  const decided = await doors.office('POST', '/trame/restore/letters', { decision: 'count-as-sent' });
  expect(decided).toEqual({ pending: null });
  await askedForLetter(doors, 'inconnu@example.org');
  expect(recipients()).toHaveLength(3);
  const states = await ask(
    'same_machine',
    `select distinct state, answer like '%après la remise en place%' as told from trame_letters where recipient like 'att%' order by 1`,
  );
  expect(states).toEqual([{ state: 'sent', told: true }]);
  // Nobody was asked whether the entry still is to leave the site.
  expect(await ask('same_machine', 'select offline_refusal as why from trame_schedules')).toEqual([
    { why: expect.stringContaining('sauvegarde') },
  ]);
  await stop();
});

it('on another machine, with a copy of the register from between backup and withdrawal: an editor is asked', async () => {
  // Nothing in the copy, nor in what lay beside it, says that it ends too early.
  const dataDir = join(folder, 'copied');
  const { said, status } = run(
    'restore',
    [archive, '--key', key, '--yes'],
    dataDir,
    urlOf('other_machine', 'restorer'),
  );
  expect([status, said]).toEqual([0, expect.stringMatching(/ATTENTION.*peut-être une copie.*aucun retrait/)]);
  const { url, doors, stop } = await boot('other_machine', dataDir, 'serve');
  expect((await exported(url)).status).toBe(409);
  const { pending } = RestoreReport.parse(await doors.office('GET', '/trame/restore'));
  expect(pending?.publication).toEqual({ register: 'unproven', knownUntil: null, failed: [], names: {} });
  await stop();
  // A start vouches for nothing: the same backup once more is asked about once more.
  const again = run('restore', [archive, '--key', key, '--yes'], dataDir, urlOf('other_machine', 'restorer'));
  expect([again.status, again.said]).toEqual([0, expect.stringMatching(/ATTENTION/)]);
});

it('on a bare clone, without the register: nothing goes online before an editor’s word, and letters leave by it', async () => {
  const dataDir = join(folder, 'bare'); // is not even there
  const { said, status } = run('restore', [archive, '--key', key, '--yes'], dataDir, urlOf('bare_clone', 'restorer'));
  expect([status, said]).toEqual([0, expect.stringMatching(/ATTENTION.*registre des retraits.*manque/)]);
  expect(await recordsOf('bare_clone')).toEqual(before);

  const sent = recipients().length;
  const { url, doors, stop } = await boot('bare_clone', dataDir, 'serve');
  const held = await exported(url);
  expect(held.status).toBe(409);
  expect(await held.text()).toMatch(/PublicationHeld.*Remise en place/);
  const { pending } = RestoreReport.parse(await doors.office('GET', '/trame/restore'));
  expect(pending).toMatchObject({ letters: [{ kind: 'invitation', count: 4 }], publication: { register: 'missing' } });
  expect(recipients()).toHaveLength(sent);

  await doors.office('POST', '/trame/restore/publication');
  expect((await exported(url)).status).toBe(200);
  await doors.office('POST', '/trame/restore/letters', { decision: 'send' });
  await vi.waitFor(() => expect(recipients()).toHaveLength(sent + 4), { timeout: 20_000, interval: 50 });
  expect(RestoreReport.parse(await doors.office('GET', '/trame/restore'))).toEqual({ pending: null });
  await stop();
});
