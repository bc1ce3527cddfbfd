import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { pack, unpack } from '../backup/archive.ts';
import { dumpDatabase, layOut } from '../backup/lay-out.ts';
import { AnyManifest, isNewerFormat } from '../backup/manifest.ts';
import { refuseRunning } from '../backup/nobody-else.ts';
import { checkRights, fillDatabase, refuseNewer } from '../backup/restore.ts';
import { readStructure } from '../backup/structure.ts';
import { createTestDatabase, type TestDatabase } from './testing/test-server.ts';

let testDatabase: TestDatabase;
let folder: string;
beforeAll(async () => {
  testDatabase = await createTestDatabase();
});
afterAll(() => testDatabase.drop());
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'trame-backup-test-'));
  return () => rm(folder, { recursive: true, force: true });
});

async function query(sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: testDatabase.url });
  await client.connect();
  try {
    const result = await client.query<Record<string, unknown>>(sql);
    return result.rows ?? [];
  } finally {
    await client.end();
  }
}

const TABLES = `drop schema public cascade; create schema public;
  create table places (id serial primary key, name text, geo double precision, data jsonb, made timestamptz(6), amount numeric(20,4), raw bytea, on_off boolean);
  create table clubs (id serial primary key, place_id int references places(id), parent_id int references clubs(id));
  create unique index only_named on places (name) where geo is not null;
  create function touched() returns trigger language plpgsql as $$ begin insert into clubs (place_id) values (new.id); return null; end $$;
  create trigger touched after insert on places for each row when (new.name = 'new') execute function touched();
  create table kept_by_others (word text);
  insert into places (name, geo, data, made, amount, raw, on_off) values
    (E'L’Étape « 1 »\\n\\\\ "fin" \\u2028 suite \\u2029', 44.123456789012, '{"a": ["é", null, 1.5]}', '2026-09-05 08:00:00.123456+02', 12345678901234.5678, '\\xdeadbeef', true),
    (null, null, null, null, null, null, null);
  insert into clubs (place_id, parent_id) values (1, null), (1, 1), (2, 2);`;
const all = async () => [
  await query('select *, raw::text as raw_text from places order by id'),
  await query('select * from clubs order by id'),
];
const manifestOf = async () =>
  AnyManifest.parse(JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8')));
/** The same backup as a release before the second format wrote it. */
const firstFormat = async () => ({ format: 'trame-backup/1' as const, shape: (await manifestOf()).shape });
/** What a database is made of, names and conditions included. */
async function structure() {
  const client = new pg.Client({ connectionString: testDatabase.url });
  await client.connect();
  try {
    return await readStructure(client);
  } finally {
    await client.end();
  }
}

const spoil = () =>
  query(`delete from clubs where id > 1; update places set name = 'spoiled'; insert into places (name) values ('new')`);

it('brings every value back as it was, numbers, links between rows and the next number included', async () => {
  await query(TABLES);
  const before = await all();
  expect(await dumpDatabase(testDatabase.url, folder)).toBe(5);
  await spoil();
  expect(await fillDatabase(testDatabase.url, folder, await firstFormat())).toBe(5);
  expect(await all()).toEqual(before);
  await query('insert into clubs (place_id) values (1)');
  expect(await query('select max(id) as id from clubs')).toEqual([{ id: 4 }]);
});

it('brings the tables themselves back, whatever another release made of them, and leaves those of others', async () => {
  await query(TABLES);
  const [before, made] = [await all(), await structure()];
  expect(made.rules.join(' ')).toMatch(/only_named.*touched/s);
  await query(`drop table kept_by_others`);
  await dumpDatabase(testDatabase.url, folder);
  await spoil();
  await query(`alter table places drop column geo, add column newer text not null default 'x';
    create table kept_by_others (word text); insert into kept_by_others values ('mine')`);
  expect(await fillDatabase(testDatabase.url, folder, await manifestOf())).toBe(5);
  expect(await all()).toEqual(before);
  expect(await structure()).toEqual(made);
  expect(await query('select word from kept_by_others')).toEqual([{ word: 'mine' }]);
  await query(`insert into places (name) values ('new')`);
  expect(await query('select max(id) as id, max(place_id) as place from clubs')).toEqual([{ id: 4, place: 3 }]);

  await query(`drop table clubs, places; drop function touched()`);
  expect(await fillDatabase(testDatabase.url, folder, await manifestOf())).toBe(5);
  expect(await all()).toEqual(before);
});

it('changes nothing when the first format does not fit, a row does not, or rows are missing', async () => {
  await query(TABLES);
  await dumpDatabase(testDatabase.url, folder);
  const [first, second] = [await firstFormat(), await manifestOf()];
  await query('alter table places rename name to renamed; alter table clubs add column newer text');
  const before = await all();
  await expect(fillDatabase(testDatabase.url, folder, first)).rejects.toThrow(
    /autre version de Trame \(places\.name\)/,
  );
  await writeFile(path.join(folder, 'database/clubs.jsonl'), '{"id":1,"place_id":1}\n');
  await expect(fillDatabase(testDatabase.url, folder, second)).rejects.toThrow(/abîmée.*clubs/);
  await writeFile(path.join(folder, 'database/places.jsonl'), '{"id":"no number"}\n');
  await expect(fillDatabase(testDatabase.url, folder, second)).rejects.toThrow();
  expect(await all()).toEqual(before);
});

it('asks for the rights that it needs before anything is touched', async () => {
  await query(TABLES);
  await dumpDatabase(testDatabase.url, folder);
  const [first, second] = [await firstFormat(), await manifestOf()];
  const account = `restorer_${process.pid}`;
  await query(`create role ${account} login password 'restorer'`);
  const url = new URL(testDatabase.url);
  [url.username, url.password] = [account, 'restorer'];
  try {
    await query(`revoke create on schema public from public`);
    await expect(checkRights(url.href, second)).rejects.toThrow(/GRANT CREATE/);
    await query(`grant usage, create on schema public to ${account}`);
    await expect(checkRights(url.href, second)).rejects.toThrow(
      /ne peut pas remplacer la table.*(clubs|kept_by_others|places)/,
    );
    await query(
      `alter table clubs owner to ${account}; alter table places owner to ${account}; alter table kept_by_others owner to ${account}`,
    );
    await expect(checkRights(url.href, second)).resolves.toBeUndefined();
    await expect(checkRights(url.href, first)).rejects.toThrow(/compte administrateur/);
    await expect(checkRights(testDatabase.url, first)).resolves.toBeUndefined();
  } finally {
    await query(`drop owned by ${account} cascade; drop role ${account}`);
  }
});

it('refuses what a newer release has saved', async () => {
  await expect(refuseNewer({ migrations: ['2026-11-29-own-tables.js'] })).resolves.toBeUndefined();
  await expect(refuseNewer({ migrations: ['2099-01-01-later.js'] })).rejects.toThrow(/plus récente.*2099-01-01-later/);
  expect(isNewerFormat({ format: 'trame-backup/99' })).toBe(true);
  expect(isNewerFormat({ format: 'other' })).toBe(false);
});

it('packs a folder into one file and back', async () => {
  await mkdir(path.join(folder, 'in/sous-dossier'), { recursive: true });
  await mkdir(path.join(folder, 'out'));
  await writeFile(path.join(folder, 'in/sous-dossier/é.txt'), 'contenu');
  await pack(path.join(folder, 'in'), path.join(folder, 'b.tar.gz'));
  await unpack(path.join(folder, 'b.tar.gz'), path.join(folder, 'out'));
  expect(await readFile(path.join(folder, 'out/sous-dossier/é.txt'), 'utf8')).toBe('contenu');
  await writeFile(path.join(folder, 'broken.tar.gz'), 'no archive');
  await expect(unpack(path.join(folder, 'broken.tar.gz'), path.join(folder, 'out'))).rejects.toThrow(/« tar »/);
});

/** A `pg_dump` that writes down how it was called, and asks the server whether the snapshot that it was given stands. */
async function fakePgDump(version: number, failure = ''): Promise<string> {
  const bin = path.join(folder, `bin-${version}${failure && '-failing'}`);
  await mkdir(bin);
  const program = `#!${process.execPath}
const { createRequire } = require('node:module');
const { writeFileSync } = require('node:fs');
const args = process.argv.slice(2);
const of = (name) => args.find((arg) => arg.startsWith('--' + name + '=')).slice(name.length + 3);
async function dump() {
  const { Client } = createRequire(${JSON.stringify(import.meta.filename)})('pg');
  const url = new URL(of('dbname'));
  const asked = url.password;
  url.password = process.env.PGPASSWORD;
  const client = new Client({ connectionString: url.href });
  await client.connect();
  await client.query('begin transaction isolation level repeatable read');
  await client.query("set transaction snapshot '" + of('snapshot') + "'");
  const { rows } = await client.query('select count(*)::int as clubs from clubs');
  await client.end();
  writeFileSync(of('file'), JSON.stringify({ clubs: rows[0].clubs, asked, schema: of('schema') }));
}
if (args[0] === '--version') console.log('pg_dump (PostgreSQL) ${version}.3 (Debian ${version}.3-1)');
else if (${JSON.stringify(failure)}) { console.error('pg_dump: error: ' + ${JSON.stringify(failure)}); process.exitCode = 1; }
else void dump();
`;
  await writeFile(path.join(bin, 'pg_dump'), program, { mode: 0o755 });
  return bin;
}

async function withPath<T>(bin: string, work: () => Promise<T>): Promise<T> {
  const before = process.env['PATH'];
  process.env['PATH'] = bin;
  try {
    return await work();
  } finally {
    process.env['PATH'] = before;
  }
}

it('adds the dump of PostgreSQL’s own tool where it is there and new enough, and is whole without it', async () => {
  await query(TABLES);
  const dataDir = path.join(folder, 'data');
  await mkdir(dataDir);
  const laidOut = async (name: string, bin: string) => {
    const out = path.join(folder, name);
    await mkdir(out);
    const { pgDump, rows } = await withPath(bin, () => layOut(testDatabase.url, dataDir, out, { withPgDump: true }));
    expect(rows).toBe(5);
    const manifest = AnyManifest.parse(JSON.parse(await readFile(path.join(out, 'manifest.json'), 'utf8')));
    return { out, pgDump, listed: 'files' in manifest && 'database.pgdump' in manifest.files };
  };
  const made = await laidOut('made', await fakePgDump(99));
  expect(made).toMatchObject({ pgDump: { outcome: 'made' }, listed: true });
  // Without the password on its command line, which every account of the machine can read.
  expect(JSON.parse(await readFile(path.join(made.out, 'database.pgdump'), 'utf8'))).toEqual({
    ...{ clubs: 3, asked: '', schema: 'public' },
  });
  expect(await laidOut('old', await fakePgDump(9))).toMatchObject({
    pgDump: { outcome: 'old', tool: 9 },
    listed: false,
  });
  expect(await laidOut('failed', await fakePgDump(99, 'permission denied'))).toMatchObject({
    pgDump: { outcome: 'failed', detail: 'pg_dump: error: permission denied' },
    listed: false,
  });
  expect(await laidOut('absent', folder)).toMatchObject({ pgDump: { outcome: 'absent' }, listed: false });
});

it('never restores onto a database that a CMS works on, wherever that runs', async () => {
  await expect(refuseRunning(testDatabase.url)).resolves.toBeUndefined();
  const cms = new pg.Client({ connectionString: testDatabase.url, application_name: 'trame-jobs' });
  await cms.connect();
  try {
    await expect(refuseRunning(testDatabase.url)).rejects.toThrow(/Trame en marche.*Rien n’a été changé/);
  } finally {
    await cms.end();
  }
  await expect.poll(() => refuseRunning(testDatabase.url).then(() => 'free', String)).toBe('free');
});
