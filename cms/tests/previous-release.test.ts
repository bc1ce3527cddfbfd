/**
 * A database that the release before this one left behind: a start keeps every record of it, and each can be used; a start that
 * must not touch a database leaves it as it was. The dump is genuine (scripts/release-dump/README.md).
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { unpack } from '@trame/scripts/testing/archive';
import { AnyManifest, type WholeManifest } from '@trame/scripts/testing/manifest';
import { fillDatabase } from '@trame/scripts/testing/restore';
import { readStructure } from '@trame/scripts/testing/structure';
import { connectionOf, createOwnTables } from '@trame/scripts/testing/own-tables';
import { type Child, launch, nodeArguments } from '@trame/scripts/testing/child';
import { type Doors, openDoors } from '@trame/scripts/testing/doors';
import { DUMP_SECRETS } from '@trame/scripts/testing/dump-secrets';
import { ACCESS_PURPOSES } from '../src/associations/sessions/access-links.ts';
import { CAUSES } from '../src/entries/kept-versions.ts';
import { SiteExport } from '../src/domain/contract/site/site-export.ts';
import { FAULTS } from '../src/platform/mail/server-answers.ts';
import { LETTER_NOTICES } from '../src/platform/mail/letter-returns.ts';
import { formerAddressKinds } from '../src/domain/former-addresses.ts';
import { RegisterNewsItem } from '../src/domain/contract/desk/register.ts';
import { SETTLED_ACTS } from '../src/domain/contract/desk/unanswered.ts';
import { agendaOutcomes } from '../src/domain/contract/desk/agendas.ts';
import { changeActs, importStages } from '../src/domain/contract/desk/import.ts';
import { LettersDecision } from '../src/domain/contract/desk/restore.ts';
import { registerStates } from '../src/domain/register-state.ts';
import { LETTER_STATES } from '../src/platform/mail/outbox.ts';

const CMS = join(import.meta.dirname, '..');
const RELEASES = join(import.meta.dirname, 'fixtures/releases');
/** The newest: names begin with the day. */
const PREVIOUS = readdirSync(RELEASES)
  .filter((name) => name.endsWith('.tar.gz'))
  .sort()
  .at(-1)!;

/**
 * What a start writes anew in any case, and says nothing of what people entered: Strapi's notes on its own schema, migrations,
 * labels and layouts, the rights of roles, the address of the deployer, the counter of changes.
 */
const KEPT_BY_THE_PROGRAM = new Set([
  'strapi_migrations',
  'strapi_migrations_internal',
  'strapi_database_schema',
  'strapi_core_store_settings',
  'strapi_webhooks',
  'admin_permissions',
  'admin_permissions_role_lnk',
  'trame_content_changes',
]);

/** The program itself writes these at each start, with the same content. */
const WRITTEN_AT_EACH_START = new Set(['admin_roles.updated_at', 'strapi_api_tokens.updated_at']);

/** What the dump must hold for the comparison to say anything. */
const OF_THE_PROGRAM = [
  'associations',
  'campaigns',
  'editions',
  'journal_entries',
  'memberships',
  'strapi_sessions',
  'submissions',
  'trame_access_links',
  'trame_content_changes',
  'trame_data_links',
  'trame_letters',
  'trame_offline_warnings',
  'up_users',
  'update_requests',
];

const folder = mkdtempSync(join(tmpdir(), 'trame-previous-'));
const children: Child[] = [];
const clients = new Map<string, pg.Client>();
let manifest: WholeManifest;

afterAll(async () => {
  for (const child of children) await child.stop();
  for (const client of clients.values()) await client.end();
  rmSync(folder, { recursive: true, force: true });
});

const urlOf = (database: string): string => {
  const url = new URL(inject('databaseUrl'));
  url.pathname = `/${database}`;
  return url.href;
};
async function clientOf(url: string): Promise<pg.Client> {
  const known = clients.get(url);
  if (known) return known;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  clients.set(url, client);
  return client;
}
const rowsOf = async (database: string, sql: string, values: unknown[] = []) =>
  (await (await clientOf(urlOf(database))).query<Record<string, unknown>>(sql, values)).rows;

type Records = Record<string, Record<string, unknown>[]>;
/** Every record of every table, values as PostgreSQL writes them. */
async function recordsOf(database: string, tables: readonly string[]): Promise<Records> {
  const records: Records = {};
  for (const table of tables) {
    const rows = await rowsOf(
      database,
      // As text: a Strapi of an earlier file in this process has the driver leave `jsonb` so, a fresh driver reads it.
      `select to_jsonb(r)::text as row from "${table}" r order by to_jsonb(r)::text collate "C"`,
    );
    records[table] = rows.map(({ row }) => JSON.parse(String(row)) as Record<string, unknown>);
  }
  return records;
}
/** Columns that came since are left out: the records of before are what must still be there. */
async function recordsOfBefore(database: string, without: ReadonlySet<string> = new Set()): Promise<Records> {
  const tables = Object.keys(manifest.shape).filter((table) => !without.has(table));
  const records = await recordsOf(database, tables);
  for (const [table, rows] of Object.entries(records)) {
    const columns = new Set(manifest.shape[table]?.filter((name) => !WRITTEN_AT_EACH_START.has(`${table}.${name}`)));
    records[table] = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => columns.has(name))));
  }
  return records;
}

async function makeDatabase(name: string): Promise<void> {
  await (await clientOf(inject('databaseUrl'))).query(`create database ${name}`);
}

/** Starts the CMS of a folder on a database. @returns the address of its routes, or why it refused */
async function boot(
  database: string,
  cms = CMS,
): Promise<{ loaded?: string; refused?: string; stop: () => Promise<void> }> {
  const dataDir = mkdtempSync(join(folder, 'data-'));
  return new Promise((resolve, reject) => {
    const child = launch(
      process.execPath,
      nodeArguments(join(import.meta.dirname, '../../scripts/release-dump/boot-once.ts'), cms),
      {
        cwd: cms,
        env: { ...process.env, DATABASE_URL: urlOf(database), DATA_DIR: dataDir },
        onMessage: (said) => resolve({ ...(said as { loaded?: string; refused?: string }), stop: () => child.stop() }),
      },
    );
    children.push(child);
    void child.exited.then(() => reject(new Error(`Said nothing: ${child.lastOutput()}`)));
  });
}

/** The compiled CMS in a folder of its own, to make another release of. */
function anotherRelease(change: (dist: string) => void): string {
  const cms = mkdtempSync(join(folder, 'cms-'));
  for (const name of ['node_modules', 'src', 'favicon.png']) symlinkSync(join(CMS, name), join(cms, name));
  for (const name of ['package.json', 'tsconfig.json']) cpSync(join(CMS, name), join(cms, name));
  cpSync(join(CMS, 'dist'), join(cms, 'dist'), { recursive: true, filter: (file) => file !== join(CMS, 'dist/build') });
  change(join(cms, 'dist'));
  return cms;
}

beforeAll(async () => {
  const dump = join(folder, 'dump');
  mkdirSync(dump);
  await unpack(join(RELEASES, PREVIOUS), dump);
  const read = AnyManifest.parse(JSON.parse(readFileSync(join(dump, 'manifest.json'), 'utf8')));
  if (read.format === 'trame-backup/1') throw new Error('The dump brings no tables');
  manifest = read;
});

describe('a database of the previous release', () => {
  let doors: Doors;
  let url: string;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    await makeDatabase('previous');
    await fillDatabase(urlOf('previous'), join(folder, 'dump'), manifest);
  });

  it('holds a year: no table of answers, letters or people is empty in it, and letters stand in each state', async () => {
    const empty = OF_THE_PROGRAM.filter((table) => !manifest.rows[table]);
    expect(empty).toEqual([]);
    const states = await rowsOf('previous', 'select distinct state from trame_letters');
    expect(states.map(({ state }) => state).sort()).toEqual(
      expect.arrayContaining([
        'cancelled',
        'committing',
        'doubtful',
        'queued',
        'refused',
        'returned',
        'sending',
        'sent',
      ]),
    );
    const answers = await rowsOf('previous', `select distinct state from submissions`);
    expect(answers.map(({ state }) => state).sort()).toEqual(['acceptée', 'refusée', 'remplacée', 'à relire'].sort());
  });

  it('is started on, and loses nothing, record by record', async () => {
    const before = await recordsOfBefore('previous', KEPT_BY_THE_PROGRAM);
    const settings = await rowsOf('previous', 'select key from strapi_core_store_settings order by key');
    const started = await boot('previous');
    expect(started.refused).toBeUndefined();
    ({ loaded: url = '', stop } = started as { loaded: string; stop: () => Promise<void> });
    doors = openDoors(url);
    // But for one word that the program put into the mouth of whoever declared itself by the form of then.
    const declared = before['submissions']?.find(
      (row) => row['kind'] === 'nouvelle association' && row['state'] === 'acceptée',
    );
    const told = before['associations']?.filter((row) => row['document_id'] === declared?.['association_id']) ?? [];
    expect(told.map((row) => row['legal_form'])).toEqual(['déclarée', 'déclarée']);
    for (const row of told) row['legal_form'] = null;
    // And for the role that Strapi names in English.
    for (const row of before['admin_roles'] ?? [])
      if (row['code'] === 'strapi-super-admin')
        Object.assign(row, {
          name: 'Administrateur·rice',
          description: 'Tient l’annuaire, et en plus les comptes de l’équipe et les réglages.',
        });
    expect(await recordsOfBefore('previous', KEPT_BY_THE_PROGRAM)).toEqual(before);
    const kept = (await rowsOf('previous', 'select key from strapi_core_store_settings')).map(({ key }) => key);
    expect(kept).toEqual(expect.arrayContaining(settings.map(({ key }) => key)));
    expect(await rowsOf('previous', 'select name from strapi_migrations order by name')).toEqual(
      readdirSync(join(CMS, 'dist/database/migrations'))
        .filter((name) => name.endsWith('.js'))
        .sort()
        .map((name) => ({ name })),
    );
  });

  it('shows on the desk what waited, each answer with its difference, and publishes one', async () => {
    const waiting = await rowsOf(
      'previous',
      `select document_id as id, kind from submissions where state = 'à relire'`,
    );
    const desk = await doors.office('GET', '/trame/desk');
    expect(desk.answers.map(({ id }: { id: string }) => id).sort()).toEqual(waiting.map(({ id }) => id).sort());
    expect(new Set(waiting.map(({ kind }) => kind))).toEqual(
      new Set(['modification', 'événement', 'guide', 'nouvelle association']),
    );
    for (const { id, kind } of waiting) {
      const opened = await doors.office('GET', `/trame/desk/${String(id)}`);
      expect(opened.differences.length, String(kind)).toBeGreaterThan(0);
    }
    const { id } = waiting.find(({ kind }) => kind === 'modification')!;
    const { version } = await doors.office('GET', `/trame/desk/${String(id)}`);
    await doors.office('POST', `/trame/desk/${String(id)}/accept`, { version, entry: null });
    expect(await rowsOf('previous', 'select state from submissions where document_id = $1', [id])).toEqual([
      { state: 'acceptée' },
    ]);
  });

  it('opens the links of letters that are out', async () => {
    const letters = await rowsOf(
      'previous',
      `select body_text as text from trame_letters letters
      join update_requests requests on requests.document_id = letters.request
      where letters.kind = 'invitation' and letters.state = 'sent' and requests.state = 'envoyée'
        and letters.recipient not ilike 'lecture.retrait%'`,
    );
    expect(letters.length).toBeGreaterThan(0);
    for (const { text } of letters) {
      const token = /\/ma-fiche\/#([\w-]{43})/.exec(String(text))?.[1];
      const opened = await doors.visit('/api/ma-fiche/ouvrir', { token });
      expect(opened.entry.contacts).toHaveLength(1);
      const withdrawal = /\/retrait\/#([\w-]{43})/.exec(String(text))?.[1];
      expect((await doors.visit('/api/retrait/ouvrir', { token: withdrawal })).channels).toContain('web');
    }
  });

  it('tells of the campaign, the letters in doubt, the silent, the editions and what was before', async () => {
    const [campaign] = await rowsOf('previous', `select document_id as id from campaigns where stage = 'ouverte'`);
    const board = await doors.office('GET', `/trame/campaigns/${String(campaign?.['id'])}/board`);
    expect(board.totals).toMatchObject({ revenue: 2, annulée: 1 });
    expect((await doors.office('GET', '/trame/mail')).doubtful).toHaveLength(1);
    const { warned, due } = await doors.office('GET', '/trame/stale-entries'); // the day of its letter may have come since
    expect([...warned, ...due]).toHaveLength(1);
    const { results } = await doors.office('GET', '/content-manager/collection-types/api::edition.edition');
    expect(results.map(({ stage }: { stage: string }) => stage).sort()).toEqual(
      ['en préparation', 'figée', 'épreuve'].sort(),
    );
    const journal = await doors.office('GET', '/trame/journal');
    const differing = journal.filter(({ differences }: { differences: unknown[] }) => differences.length > 0);
    expect(differing.length).toBeGreaterThan(2);
    const { id } = journal.find(({ revertible }: { revertible: boolean }) => revertible);
    expect(await doors.office('POST', `/trame/journal/${id}/revert`)).toMatchObject({ reverted: true });
  });

  it('is exported, without the contact that withdrew', async () => {
    const response = await fetch(`${url}/api/export/site`, {
      headers: { authorization: `Bearer ${DUMP_SECRETS.TRAME_EXPORT_TOKEN}` },
    });
    const text = await response.text();
    const { associations } = SiteExport.parse(JSON.parse(text));
    const published = await rowsOf(
      'previous',
      'select count(*)::int as count from associations where published_at is not null',
    );
    expect(published).toEqual([{ count: associations.length }]);
    expect(text).toContain('amicale@example.org');
    expect(text).not.toMatch(/lecture\.retrait/i);
    await stop();
  });
});

describe('a start that must not touch a database', () => {
  const refusedOn = async (cms?: string): Promise<string> => {
    const tables = (await rowsOf('previous', `select tablename from pg_tables where schemaname = 'public'`)).map(
      ({ tablename }) => String(tablename),
    );
    const state = async () => ({
      records: await recordsOf('previous', tables),
      structure: await readStructure(await clientOf(urlOf('previous'))),
    });
    const before = await state();
    const { loaded, refused, stop } = await boot('previous', cms);
    await stop();
    expect(loaded).toBeUndefined();
    expect(await state()).toEqual(before);
    return refused ?? '';
  };

  it('refuses one of a newer release', async () => {
    await rowsOf('previous', `insert into strapi_migrations (name, time) values ('2099-01-01-later.js', now())`);
    expect(await refusedOn()).toMatch(/version plus récente de Trame.*2099-01-01-later/);
    await rowsOf('previous', `delete from strapi_migrations where name like '2099%'`);
  });

  it('leaves everything as it was when a migration fails half way', async () => {
    const failing = `exports.up = async (knex) => {
      await knex.raw('alter table trame_letters drop column answer');
      await knex.raw('update associations set name = null');
      await knex.raw('select no_such_column from trame_letters');
    };`;
    const release = anotherRelease((dist) =>
      writeFileSync(join(dist, 'database/migrations/2099-01-01-fails.js'), failing),
    );
    expect(await refusedOn(release)).toMatch(/2099-01-01-fails.*no_such_column/);
  });

  it('drops no column and converts none without a migration', async () => {
    const release = anotherRelease((dist) => {
      const file = join(dist, 'src/api/association/content-types/association/schema.json');
      const schema = JSON.parse(readFileSync(file, 'utf8')) as { attributes: Record<string, unknown> };
      delete schema.attributes['acronym'];
      schema.attributes['description'] = { type: 'string' };
      delete schema.attributes['venues'];
      writeFileSync(file, JSON.stringify(schema));
    });
    const refused = await refusedOn(release);
    expect(refused).toMatch(/associations\.acronym/);
    expect(refused).toMatch(/associations\.description \(text → string\)/);
  });
});

describe('a new database', () => {
  it('is made the same as one that was migrated, also when two instances start on it at once', async () => {
    await makeDatabase('fresh');
    const both = await Promise.all([boot('fresh'), boot('fresh')]);
    expect(both.map(({ refused }) => refused)).toEqual([undefined, undefined]);
    for (const { stop } of both) await stop();
    const [counted] = await rowsOf(
      'fresh',
      `select (select count(*) from admin_users)::int as admins, (select count(*) = count(distinct name) from strapi_migrations) as once`,
    );
    expect(counted).toEqual({ admins: 1, once: true });
    const structureOf = async (database: string) => {
      const columns = await rowsOf(
        database,
        `select table_name, column_name, data_type, character_maximum_length, is_nullable, column_default
        from information_schema.columns where table_schema = 'public' order by table_name, column_name`,
      );
      return { columns, rules: (await readStructure(await clientOf(urlOf(database)))).rules };
    };
    expect(await structureOf('previous')).toEqual(await structureOf('fresh'));
  }, 180_000);

  it('holds its own vocabularies to what the code knows: a new value needs a migration that replaces the CHECK', async () => {
    const checks = await rowsOf(
      'fresh',
      `select conrelid::regclass::text || '.' || conname as name, pg_get_constraintdef(oid) as rule
      from pg_constraint where contype = 'c' and conrelid::regclass::text like 'trame%' order by 1`,
    );
    const values = Object.fromEntries(
      checks.map(({ name, rule }) => [
        name,
        [...String(rule).matchAll(/'([^']+)'::text/g)].map(([, value]) => value).sort(),
      ]),
    );
    expect(values, 'cms/database/README.md says how').toEqual({
      'trame_access_links.trame_access_links_purpose_check': [...ACCESS_PURPOSES].sort(),
      'trame_agendas.trame_agendas_outcome_check': [...agendaOutcomes].sort(),
      'trame_alerts.trame_alerts_address_check': [],
      'trame_alerts.trame_alerts_order_check': [],
      'trame_alerts.trame_alerts_token_check': ['^[0-9a-f]{64}$'],
      'trame_bin.trame_bin_check': [],
      'trame_import_changes.trame_import_changes_act_check': [...changeActs].sort(),
      'trame_distinct_pairs.trame_distinct_pairs_check': [],
      'trame_former_addresses.trame_former_addresses_kind_check': [...formerAddressKinds].sort(),
      'trame_imports.trame_imports_stage_check': [...importStages].sort(),
      'trame_letters.trame_letters_fault_check': [...FAULTS].sort(),
      'trame_letters.trame_letters_notice_check': [...LETTER_NOTICES].sort(),
      'trame_letters.trame_letters_state_check': [...LETTER_STATES].sort(),
      'trame_merges.trame_merges_check': [],
      'trame_record_versions.trame_record_versions_cause_check': [...CAUSES].sort(),
      'trame_record_versions.trame_record_versions_version_check': [],
      'trame_register_news.trame_register_news_kind_check': [...RegisterNewsItem.shape.kind.options].sort(),
      'trame_restores.trame_restores_letters_decision_check': [...LettersDecision.options].sort(),
      'trame_restores.trame_restores_register_check': [...registerStates].sort(),
      'trame_schedules.trame_schedules_check': [],
      'trame_schedules.trame_schedules_check1': [],
      'trame_unanswered.trame_unanswered_missing_check': [],
      'trame_unanswered.trame_unanswered_month_check': [],
      'trame_unanswered.trame_unanswered_question_check': [],
      'trame_unanswered.trame_unanswered_times_check': [],
      'trame_unanswered_settled.trame_unanswered_settled_act_check': [...SETTLED_ACTS].sort(),
      'trame_unanswered_settled.trame_unanswered_settled_check': ['added'],
      'trame_unanswered_settled.trame_unanswered_settled_question_check': [],
    });
  });

  it('takes a backup of the first format, and its migrations may run again', async () => {
    await fillDatabase(urlOf('fresh'), join(folder, 'dump'), { format: 'trame-backup/1', shape: manifest.shape });
    const made = await readStructure(await clientOf(urlOf('fresh')));
    for (let times = 0; times < 2; times += 1) await createOwnTables(connectionOf(await clientOf(urlOf('fresh'))));
    const records = await recordsOfBefore('fresh');
    // A legal form that nobody had told was emptied: the site is made anew.
    const changes = (manifest.rows['trame_content_changes'] ?? 0) + 1;
    expect(Object.fromEntries(Object.entries(records).map(([table, rows]) => [table, rows.length]))).toEqual({
      ...manifest.rows,
      trame_content_changes: changes,
    });
    expect(await readStructure(await clientOf(urlOf('fresh')))).toEqual(made);
  });
});
