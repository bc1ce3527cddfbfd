import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { pack, unpack } from '../backup/archive.ts';
import { dumpDatabase } from '../backup/backup.ts';
import { fillDatabase } from '../backup/restore.ts';
import { type RunningPostgres, startTemporaryPostgres } from '../lib/embedded-postgres.ts';

let postgres: RunningPostgres;
let folder: string;
beforeAll(async () => {
  postgres = await startTemporaryPostgres();
});
afterAll(() => postgres.stop());
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'trame-backup-test-'));
  return () => rm(folder, { recursive: true, force: true });
});

async function query(sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: postgres.url });
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
  insert into places (name, geo, data, made, amount, raw, on_off) values
    (E'L’Étape « 1 »\\n\\\\ "fin" \\u2028 suite \\u2029', 44.123456789012, '{"a": ["é", null, 1.5]}', '2026-09-05 08:00:00.123456+02', 12345678901234.5678, '\\xdeadbeef', true),
    (null, null, null, null, null, null, null);
  insert into clubs (place_id, parent_id) values (1, null), (1, 1), (2, 2);`;
const all = async () => [
  await query('select *, raw::text as raw_text from places order by id'),
  await query('select * from clubs order by id'),
];
const shapeOf = async () =>
  (JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8')) as { shape: Record<string, string[]> }).shape;

it('brings every value back as it was, numbers, links between rows and the next number included', async () => {
  await query(TABLES);
  const before = await all();
  expect(await dumpDatabase(postgres.url, folder)).toBe(5);
  await query(
    `delete from clubs where id > 1; update places set name = 'spoiled'; insert into places (name) values ('new')`,
  );
  expect(await fillDatabase(postgres.url, folder, await shapeOf())).toBe(5);
  expect(await all()).toEqual(before);
  await query('insert into clubs (place_id) values (1)');
  expect(await query('select max(id) as id from clubs')).toEqual([{ id: 4 }]);
});

it('changes nothing when the tables are of another version, or a row does not fit', async () => {
  await query(TABLES);
  await dumpDatabase(postgres.url, folder);
  const shape = await shapeOf();
  await query('alter table places add column newer text');
  const before = await all();
  await expect(fillDatabase(postgres.url, folder, shape)).rejects.toThrow(/autre version de Trame \(places\.newer\)/);
  await query('alter table places drop column newer');
  await writeFile(path.join(folder, 'database/places.jsonl'), '{"id":"no number"}\n');
  await expect(fillDatabase(postgres.url, folder, shape)).rejects.toThrow();
  await query('alter table places add column newer text');
  expect(await all()).toEqual(before);
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
