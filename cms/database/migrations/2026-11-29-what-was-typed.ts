import type { Connection } from '../../src/platform/database/connection.ts';

/**
 * Overseas numbers typed in their national form (0590…) were stored as numbers of mainland France, where they lead nowhere.
 * What follows +33, and the calling code that it belongs to (Arcep, décision n° 2018-0881 modifiée, annexe 1). 06 39 98 is kept
 * for fiction, the rest of 0639 is Mayotte's.
 */
const OVERSEAS = [
  ['590', '590|690|691|7090|9475'],
  ['594', '594|694|7093[0-3]|9476'],
  ['596', '596|696|697|7091|9477'],
  ['262', '262|263|269|692|693|639[0-8]|6399[0-79]|7092|7093[5-7]|9478|9479'],
] as const;

const NUMBERS = [
  ['components_contact_contacts', 'phone'],
  ['components_agenda_registrations', 'value'],
  ['site_settings', 'operator_phone'],
  ['legals', 'publisher_phone'],
  ['legals', 'host_phone'],
] as const;

/** Windows-1252 read as Latin-1: U+0080 to U+009F, with what they were; the five that it does not define are left out. */
const CONTROLS = [...Array(32).keys()].filter((at) => ![0x01, 0x0d, 0x0f, 0x10, 0x1d].includes(at));
const MEANT = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';
const FROM = String.fromCharCode(...CONTROLS.map((at) => 0x80 + at));
const LETTERS = 'A-Za-zÀ-ÖØ-öø-ɏ';
const APOSTROPHES = '´`‘‛ʼʹˈ′＇ꞌ';

/** Texts in runs, as JSON. */
const PAGES = [
  ['guides', 'body'],
  ['legals', 'privacy'],
] as const;

const has = async (connection: Connection, table: string, column: string): Promise<boolean> => {
  const { rows } = await connection.raw(
    'select 1 from information_schema.columns where table_schema = current_schema() and table_name = ? and column_name = ?',
    [table, column],
  );
  return rows.length > 0;
};

/** An update that touches no row would still count as a change of the content: triggers look at statements. */
async function updateWhere(
  connection: Connection,
  table: string,
  set: readonly [sql: string, values: readonly unknown[]],
  where: readonly [sql: string, values: readonly unknown[]],
): Promise<void> {
  const { rows } = await connection.raw(`select 1 from "${table}" where ${where[0]} limit 1`, where[1]);
  if (rows.length === 0) return;
  await connection.raw(`update "${table}" set ${set[0]} where ${where[0]}`, [...set[1], ...where[1]]);
}

async function mendNumbers(connection: Connection): Promise<void> {
  for (const [table, column] of NUMBERS) {
    if (!(await has(connection, table, column))) continue;
    const replace = (from: string, to: string, prefixes: string) =>
      updateWhere(
        connection,
        table,
        [`${column} = regexp_replace(${column}, ?::text, ?::text)`, [from, to]],
        [`${column} ~ ? and length(${column}) = 12`, [`^\\+33(${prefixes})`]],
      );
    for (const [code, prefixes] of OVERSEAS) await replace('^\\+33', `+${code}`, prefixes);
    // The national form of Saint-Pierre-et-Miquelon says its calling code again.
    await replace('^\\+33508', '+508', '508');
  }
}

/** Letters that were stored as controls, and signs that stand for an apostrophe, in every text of the content. */
async function mendTexts(connection: Connection): Promise<void> {
  const { rows } = await connection.raw(
    `select table_name as "table", column_name as "column" from information_schema.columns
      where table_schema = current_schema() and data_type in ('text', 'character varying')
        and table_name !~ '^(strapi_|trame_|admin_|up_)'
        and column_name !~ '(^|_)(url|website|slug|email|hash|document_id|locale)$'
        and table_name in (select table_name from information_schema.tables where table_type = 'BASE TABLE')`,
  );
  for (const { table, column } of rows as { table: string; column: string }[]) {
    await updateWhere(
      connection,
      table,
      [
        `"${column}" = regexp_replace(translate("${column}", ?::text, ?::text), ?::text, '\\1’\\2', 'g')`,
        [FROM, MEANT, `([${LETTERS}])[${APOSTROPHES}]([${LETTERS}])`],
      ],
      [`"${column}" ~ ?`, [`[${FROM}]|[${LETTERS}][${APOSTROPHES}][${LETTERS}]`]],
    );
  }
  for (const [table, column] of PAGES) {
    if (!(await has(connection, table, column))) continue;
    await updateWhere(
      connection,
      table,
      [`${column} = translate(${column}::text, ?::text, ?::text)::jsonb`, [FROM, MEANT]],
      [`${column}::text ~ ?`, [`[${FROM}]`]],
    );
  }
}

export async function up(connection: Connection): Promise<void> {
  await mendNumbers(connection);
  await mendTexts(connection);
}
