/**
 * A sign of its own in every column of the database that no reader may see, and in every draft: found anywhere else, it tells
 * which column leaked. The columns are those of the running database, so that one that is added tomorrow gets its sign too.
 */
import pg from 'pg';
import { type HeldColumn, heldColumns } from '../../leaks/held-texts.ts';

export interface Planted {
  /** By sign: where it was planted. */
  readonly signs: ReadonlyMap<string, string>;
  /** Columns that hold something private and got no sign, with what the database said. */
  readonly missed: readonly string[];
}

/**
 * Columns that get none, each with its reason: the running program opens something with what stands there. Rows of their own
 * hold a sign in every other column of the same tables.
 */
const OPENS: Readonly<Record<string, string>> = {
  trame_suppressions: 'each line is read at every export, and one that is no line stops the site',
  trame_restores: 'a row is a restore that waits for an editor, and stops the site',
  trame_alarms: 'what stands there is sent to the office at once',
};

/** What a sign looks like anywhere: one word, in small letters, that no stem of French cuts. */
export const SIGN = /kz\d{5}zk/gi;
const signOf = (at: number): string => `kz${String(at).padStart(5, '0')}zk`;
/** A number of the range that ARCEP keeps for fiction (06 39 98), as numbers are stored; its digits say which sign it is. */
const phoneOf = (at: number): string => `+3363998${String(at).padStart(4, '0')}`;
export const PHONE = /(?:\+33|0)\s?6[\s.]?39[\s.]?98[\s.]?(\d\d)[\s.]?(\d\d)/g;

const IS_EMAIL = /(?:^|_)(?:email|sender|recipient|reply_to)$/;
const IS_PHONE = /(?:^|_)(?:phone|number)$/;

/** Of a table that people write in: its drafts are private, and what is published is not. */
const CONTENT = `
  select table_name as name from information_schema.columns
   where table_schema = current_schema() and column_name = 'published_at' and table_name not like 'admin\\_%'
     and table_name not like 'up\\_%' and table_name not like 'strapi\\_%' and table_name not like 'upload\\_%'
     and table_name not in ('files', 'i18n_locale', 'submissions', 'memberships', 'update_requests', 'journal_entries')`;

interface Column {
  readonly name: string;
  readonly type: string;
  readonly isNeeded: boolean;
  readonly limit: number | null;
}

/** Plants them. To be called before the first export: an export that is made meanwhile would hold half of them. */
export async function plantPrivate(databaseUrl: string): Promise<Planted> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const signs = new Map<string, string>();
  const reached = new Set<string>();
  const said = new Map<string, string>();
  const id = (name: string) => client.escapeIdentifier(name);
  let count = 0;

  const nameOf = ({ table, column }: HeldColumn) => `${table}.${column}`;
  /** A value with a sign, for the type of the column. */
  const value = (held: HeldColumn, what: string, limit: number | null): unknown => {
    const at = ++count;
    const sign = signOf(at);
    signs.set(sign, `${nameOf(held)}, ${what}`);
    if (held.type === 'jsonb' || held.type === 'json') return JSON.stringify({ signe: sign });
    if (held.type === 'ARRAY') return [sign];
    if (held.type === 'numeric' || held.type === 'double precision') return null;
    if (IS_EMAIL.test(held.column)) return `${sign}@example.org`;
    if (IS_PHONE.test(held.column) && at < 10_000) {
      signs.set(phoneOf(at), `${nameOf(held)}, ${what}`);
      return phoneOf(at);
    }
    return limit !== null && limit < sign.length ? sign.slice(0, limit) : sign;
  };

  try {
    const held = (await heldColumns(client)).filter(({ type }) => type !== 'numeric' && type !== 'double precision');
    const content = new Set((await client.query<{ name: string }>(CONTENT)).rows.map(({ name }) => name));
    const byTable = Map.groupBy(held, ({ table }) => table);
    for (const [table, columns] of byTable) {
      if (OPENS[table] !== undefined) {
        for (const one of columns) reached.add(nameOf(one));
        continue;
      }
      if (content.has(table)) {
        for (const one of columns.filter(({ isChoice }) => !isChoice)) {
          // What is private is so in every row; the rest in a draft.
          const where = one.isPrivate ? 'true' : 'published_at is null';
          const sign = value(one, one.isPrivate ? 'published' : 'draft', null);
          const isDocument = one.type === 'jsonb';
          if (isDocument && !one.isPrivate) {
            const { signe } = JSON.parse(String(sign)) as { signe: string };
            const paragraph = [{ type: 'paragraph', children: [{ type: 'text', text: signe }] }];
            await client.query(`update ${id(table)} set ${id(one.column)} = $1 where ${where}`, [
              JSON.stringify(paragraph),
            ]);
          } else
            await client.query(
              `update ${id(table)} set ${id(one.column)} = ${isDocument ? '$1' : `$1::text || ''`} where ${where}`,
              [sign],
            );
          reached.add(nameOf(one));
        }
      } else if (table.startsWith('components_')) {
        await plantComponent(table, columns);
      } else await plantRow(table, columns);
    }
    return { signs, missed: missedOf(held) };
  } finally {
    await client.end();
  }

  function missedOf(held: readonly HeldColumn[]): string[] {
    return held
      .filter((one) => one.isPrivate && !one.isChoice && !reached.has(nameOf(one)))
      .map((one) => `${nameOf(one)}: ${said.get(one.table) ?? 'nothing was planted'}`);
  }

  /** Of parts of records: in drafts, in contacts that agreed to nothing, at addresses that are not public. */
  async function plantComponent(table: string, columns: readonly HeldColumn[]): Promise<void> {
    const conditions = [
      ['contact that agreed to nothing', table === 'components_contact_contacts' ? 'web is not true' : null],
      ['address that is not public', table === 'components_place_addresses' ? '"public" is not true' : null],
      ['draft', await partsOfDrafts(table)],
    ] as const;
    if (table === 'components_contact_contacts') {
      // Two in three contacts of the demonstration agreed to the site; some that agreed to nothing are wanted in any case.
      await client.query(
        `update ${id(table)} set web = false, open_data = false, print = false, professionals = false where id % 5 = 0`,
      );
    }
    if (table === 'components_place_addresses')
      await client.query(`update ${id(table)} set "public" = false where id % 5 = 0`);
    for (const one of columns.filter(({ isChoice }) => !isChoice)) {
      if (one.isPrivate) {
        await client.query(`update ${id(table)} set ${id(one.column)} = $1`, [value(one, 'published', null)]);
        reached.add(nameOf(one));
        continue;
      }
      for (const [what, where] of conditions)
        if (where !== null)
          await client.query(`update ${id(table)} set ${id(one.column)} = $1 where ${where}`, [value(one, what, null)]);
    }
  }

  /** Which rows of a table of parts belong to a draft and to nothing that is published. */
  async function partsOfDrafts(table: string): Promise<string | null> {
    const { rows } = await client.query<{ name: string }>(
      `select replace(table_name, '_cmps', '') as name from information_schema.tables
        where table_schema = current_schema() and table_name ~ '_cmps$' and table_name !~ '^components_'`,
    );
    const uid = table.replace(/^components_([a-z]+)_/, '');
    const parts = rows.map(
      ({ name }) =>
        `select c.cmp_id from ${id(`${name}_cmps`)} c join ${id(name)} e on e.id = c.entity_id
          where e.published_at is null and split_part(replace(c.component_type, '-', '_'), '.', 2) || 's' = '${uid.replace(/ies$/, 'ys')}'`,
    );
    return parts.length === 0 ? null : `id in (${parts.join(' union ')})`;
  }

  /** A row of its own, in a table that the program writes: what is refused by a constraint of its own is forced. */
  async function plantRow(table: string, columns: readonly HeldColumn[]): Promise<void> {
    const { rows: all } = await client.query<Column>(
      `select column_name as name, data_type as type, character_maximum_length as limit,
              is_nullable = 'NO' and column_default is null and is_identity = 'NO' and is_generated = 'NEVER' as "isNeeded"
         from information_schema.columns where table_schema = current_schema() and table_name = $1`,
      [table],
    );
    const values = new Map<string, unknown>();
    for (const { name, type, isNeeded, limit } of all) {
      const held = columns.find(({ column }) => column === name);
      if (held && !held.isChoice) values.set(name, value(held, 'row', limit));
      else if (isNeeded) values.set(name, (await firstChoice(table, name)) ?? filler(type));
    }
    for (let attempt = 0; attempt < 12; attempt++) {
      const names = [...values.keys()];
      try {
        await client.query(
          `insert into ${id(table)} (${names.map(id).join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
          [...values.values()],
        );
        for (const one of columns) reached.add(nameOf(one));
        return;
      } catch (error) {
        const { constraint, message } = error as { constraint?: string; message: string };
        said.set(table, message);
        if (constraint === undefined) return;
        await client.query(`alter table ${id(table)} drop constraint if exists ${id(constraint)} cascade`);
      }
    }
  }

  /** What a closed list begins with: a row of another kind would stop whoever reads the table. */
  async function firstChoice(table: string, column: string): Promise<string | null> {
    const { rows } = await client.query<{ said: string }>(
      `select pg_get_constraintdef(oid) as said from pg_constraint where contype = 'c' and conrelid = $1::regclass`,
      [id(table)],
    );
    const list = rows.find(
      ({ said: one }) => one.includes(`${column} = ANY`) || one.includes(`(${column})::text = ANY`),
    );
    return /'([^']*)'/.exec(list?.said ?? '')?.[1] ?? null;
  }
}

function filler(type: string): unknown {
  if (type.includes('timestamp')) return '2026-12-01T10:00:00Z';
  if (type === 'date') return '2026-12-01';
  if (type === 'boolean') return false;
  if (type === 'uuid') return '00000000-0000-4000-8000-000000000000';
  if (type === 'bytea') return Buffer.alloc(4);
  if (type.includes('json')) return '{}';
  return /int|numeric|double/.test(type) ? 1 : 'x';
}
