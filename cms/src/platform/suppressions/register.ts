/**
 * What was taken off the directory, noted twice: as a row, in the transaction of the act, and as a line of a file outside the
 * database, once that transaction has committed. The file is what a database of before is told by what has happened since
 * (decision 0026). Neither holds a name, a number or an address.
 */
import { createHmac, randomUUID } from 'node:crypto';
import { AsyncLocalStorage } from 'node:async_hooks';
import { open, readFile, rename, stat, truncate, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { causeOf } from '../../domain/cause.ts';
import {
  holdsLast,
  isProvenWhole,
  isUnbroken,
  KEEP_SUPPRESSIONS_YEARS,
  readSuppressions,
  REGISTER_WITNESS_FILE,
  storedRegisterWitness,
  storedSuppression,
  suppressionLines,
  SUPPRESSIONS_FILE,
  witnessOf,
  type RegisterWitness,
  type Suppression,
  type SuppressionAct,
} from '../../domain/stored/suppression.ts';
import { dataDirectory, readEnvironment, requireEnvironment } from '../../environment.ts';
import { consentChannels, type ConsentChannel } from '../../domain/vocabulary/consent-channels.ts';
import type { Connection } from '../database/connection.ts';
import { rowsOf } from '../database/sql.ts';
import { inTransaction } from '../database/transaction.ts';
import { nullIfAbsent } from '../files/if-there.ts';

const inDataDirectory = (name: string): string => join(dataDirectory(readEnvironment()), name);
const registerFile = (): string => inDataDirectory(SUPPRESSIONS_FILE);
const witnessFile = (): string => inDataDirectory(REGISTER_WITNESS_FILE);

const keyed = (text: string): string =>
  createHmac('sha256', requireEnvironment().TRAME_LINK_SECRET).update(`suppression:${text}`).digest('hex');

/** Names the secret that marks are made with, and says nothing of it. */
export const secretMark = (): string => keyed('secret').slice(0, 16);

/** A number or an address of a contact of an association, as the register knows it: nobody can read it back. */
export const contactMark = (association: string, value: string): string =>
  keyed(`${association}:${value.trim().toLowerCase()}`);

/** Something that a field of a record says, as the register knows it: nobody can read it back. */
export const itemMark = (record: string, field: string, value: string): string =>
  keyed(`item:${record}:${field}:${value}`);

const silent = new AsyncLocalStorage<true>();
/** Runs `work`, in which nothing is noted: it does once more what is noted already. */
export const withoutNoting = <T>(work: () => Promise<T>): Promise<T> => silent.run(true, work);

/** Lines are written one after the other; also what `registerWritten` waits for. */
let writing: Promise<unknown> = Promise.resolve();
/** Resolves when the file holds all that was committed before the call. */
export const registerWritten = (): Promise<unknown> => writing;

/** Bytes at the end of the file that hold at least one whole line. */
const TAIL_BYTES = 8192;

const LineId = z.object({ id: z.uuid() });

/** The id of the last line of a register; null when it has none. The file ends with a whole line: every start sees to it. */
async function lastLineOf(file: FileHandle): Promise<string | null> {
  const { size } = await file.stat();
  const from = Math.max(0, size - TAIL_BYTES);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(size - from), 0, size - from, from);
  const line = buffer.toString('utf8', 0, bytesRead).trimEnd().split('\n').at(-1) ?? '';
  return line === '' ? null : LineId.parse(JSON.parse(line)).id;
}

/** So that a crash or a reader sees the old content or the new one. */
async function writeWhole(file: string, text: string): Promise<void> {
  const unfinished = `${file}.tmp`;
  const handle = await open(unfinished, 'w', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(unfinished, file);
}

/** The last line that this process knows to be in the file; null before it has looked. */
let lastKnown: string | null = null;

/** The line up to which everything in the register has happened to the database: what is read now is no older. */
export const lastNoted = (): string | null => lastKnown;

const placeOfRegister = () => stat(registerFile(), { bigint: true }).catch(nullIfAbsent);

/** Notes what the file is now, beside it. After each write, and only then: what others do to it must be seen. */
async function witness(last: string | null): Promise<void> {
  const place = await stat(registerFile(), { bigint: true });
  const seen: RegisterWitness = { ...witnessOf([], place), last };
  await writeWhole(witnessFile(), `${JSON.stringify(storedRegisterWitness.write(seen))}\n`);
  lastKnown = last;
}

/** Whether nobody has written to the file since the witness saw it: what it lacks would else be vouched for with what is added. */
async function isUntouched(): Promise<boolean> {
  const [place, seen] = [await placeOfRegister(), await readWitness()];
  if (place === null || seen === null) return place === null && seen === null;
  return seen.inode === String(place.ino) && seen.changed === String(place.ctimeNs);
}

/** @param isCompared the database is known to know every line of the file: nothing is missing in it */
async function append(suppressions: readonly Suppression[], isCompared = false): Promise<void> {
  const vouch = isCompared || (await isUntouched());
  const file = await open(registerFile(), 'a+', 0o600);
  try {
    await file.writeFile(suppressionLines(suppressions, await lastLineOf(file)));
    await file.sync();
  } finally {
    await file.close();
  }
  if (vouch) await witness(suppressions.at(-1)?.id ?? null);
}

/** Replaces the file by these lines. */
async function rewrite(suppressions: readonly Suppression[]): Promise<void> {
  await writeWhole(registerFile(), suppressionLines(suppressions));
  await witness(suppressions.at(-1)?.id ?? null);
}

/** Appends after whatever is being appended. A disk that is full does not undo a withdrawal: the next start writes the line. */
function appendLater(strapi: Core.Strapi, suppressions: readonly Suppression[]): void {
  writing = writing
    .then(() => append(suppressions))
    .catch((error: unknown) => strapi.log.error(`${SUPPRESSIONS_FILE} could not be written: ${causeOf(error)}`));
}

const asSuppression = (act: SuppressionAct): Suppression => ({
  id: randomUUID(),
  at: new Date().toISOString(),
  secret: secretMark(),
  act,
  after: null,
});

/** Notes that these were taken off, inside the caller's transaction when there is one. */
export async function noteSuppressions(strapi: Core.Strapi, acts: readonly SuppressionAct[]): Promise<void> {
  if (acts.length === 0 || silent.getStore()) return;
  const suppressions = acts.map(asSuppression);
  await inTransaction(strapi, async (_, onCommit) => {
    await keepRows(strapi, suppressions);
    onCommit(() => appendLater(strapi, suppressions));
  });
}

/** Writes the rows of suppressions, those of the file included that this database did not know. */
export async function keepRows(strapi: Core.Strapi, suppressions: readonly Suppression[]): Promise<void> {
  await inTransaction(strapi, (trx) =>
    trx.raw(
      `insert into trame_suppressions (id, at, document)
       select * from json_to_recordset(?::json) as given (id uuid, at timestamptz, document jsonb)
       on conflict (id) do nothing`,
      [JSON.stringify(suppressions.map((one) => ({ id: one.id, at: one.at, document: storedSuppression.write(one) })))],
    ),
  );
}

async function actsWhere(strapi: Core.Strapi, where: string, values: readonly unknown[]): Promise<SuppressionAct[]> {
  const rows = await inTransaction(strapi, (trx) =>
    rowsOf(trx, SuppressionRow, `${SELECT} where ${where} order by at, id`, values),
  );
  return rows.map(suppressionOf).map(({ act }) => act);
}

/** The last thing that was noted of a record; null when nothing was. */
export async function lastActOn(strapi: Core.Strapi, type: string, record: string): Promise<string | null> {
  const acts = await actsWhere(
    strapi,
    `document -> 'act' ->> 'kind' = 'record' and document -> 'act' ->> 'type' = ? and document -> 'act' ->> 'record' = ?`,
    [type, record],
  );
  const last = acts.at(-1);
  return last?.kind === 'record' ? last.act : null;
}

/** What a record showed and shows no more, by marks: those that were not shown again since. */
export async function retractedOf(strapi: Core.Strapi, record: string): Promise<ReadonlySet<string>> {
  const acts = await actsWhere(strapi, `document -> 'act' ->> 'kind' = 'item' and document -> 'act' ->> 'record' = ?`, [
    record,
  ]);
  const retracted = new Set<string>();
  for (const act of acts) {
    if (act.kind !== 'item') continue;
    if (act.act === 'retracted') retracted.add(act.mark);
    else retracted.delete(act.mark);
  }
  return retracted;
}

/**
 * Marks of the addresses that letters to lists were stopped for, and not asked for again since; each with when, ISO 8601.
 */
export async function stoppedLetters(strapi: Core.Strapi): Promise<ReadonlyMap<string, string>> {
  const rows = await inTransaction(strapi, (trx) =>
    rowsOf(trx, SuppressionRow, `${SELECT} where document -> 'act' ->> 'kind' = 'letters' order by at, id`),
  );
  const secret = secretMark();
  const stopped = new Map<string, string>();
  for (const one of rows.map(suppressionOf)) {
    const { act } = one;
    if (act.kind !== 'letters' || one.secret !== secret) continue;
    if (act.act === 'stopped') stopped.set(act.mark, one.at);
    else stopped.delete(act.mark);
  }
  return stopped;
}

/** Whether the last thing that was noted of an account of the admin is that it was closed. */
export async function isNotedClosed(strapi: Core.Strapi, administrator: string): Promise<boolean> {
  const acts = await actsWhere(
    strapi,
    `document -> 'act' ->> 'kind' = 'administrator' and document -> 'act' ->> 'administrator' = ?`,
    [administrator],
  );
  const last = acts.at(-1);
  return last?.kind === 'administrator' && last.act === 'closed';
}

/** When the last act happened that this register knows of before an instant; null when it knows of none. */
export async function knownUntil(strapi: Core.Strapi, before: Date): Promise<Date | null> {
  const [row] = await rowsOf(
    strapi.db.connection,
    z.object({ at: z.date().nullable() }),
    `select max(at) as at from trame_suppressions where at < ?::timestamptz and document -> 'act' ->> 'kind' <> 'register'`,
    [before],
  );
  return row?.at ?? null;
}

/**
 * What was noted of contacts since, the oldest first.
 * @param association documentId; null for those of all
 * @param since ISO 8601; null for all that is remembered
 */
export async function contactActsSince(
  connection: Connection,
  association: string | null,
  since: string | null,
): Promise<Suppression[]> {
  const rows = await rowsOf(
    connection,
    z.object({ id: z.string(), document: z.string() }),
    `select id::text as id, document::text as document from trame_suppressions
      where document -> 'act' ->> 'kind' in ('contact', 'value') and at > ?::timestamptz
        and (document -> 'act' ->> 'association' = ? or ?::boolean) order by at`,
    [since ?? '-infinity', association ?? '', association === null],
  );
  const secret = secretMark();
  return rows
    .map(({ id, document }) => storedSuppression.read(JSON.parse(document), `trame_suppressions ${id}`))
    .filter((one) => one.secret === secret);
}

/** When a record was taken off the site, if that is the last thing that was noted of it and came since; else null. ISO 8601. */
export async function takenOffSince(
  connection: Connection,
  type: string,
  record: string,
  since: string,
): Promise<string | null> {
  const [row] = await rowsOf(
    connection,
    z.object({ act: z.string(), at: z.date() }),
    `select document -> 'act' ->> 'act' as act, at from trame_suppressions
      where document -> 'act' ->> 'kind' = 'record' and document -> 'act' ->> 'type' = ? and document -> 'act' ->> 'record' = ?
      order by at desc, id limit 1`,
    [type, record],
  );
  return row?.act === 'unpublished' && row.at > new Date(since) ? row.at.toISOString() : null;
}

/** Whether a number (E.164) or an address was taken back from a channel, by a contact of any association. */
export type TakenBack = (value: string, channel: ConsentChannel) => boolean;

/** Of the answers that were given, as long as nothing was noted since: each costs one HMAC for every association concerned. */
let answered: { readonly of: string; readonly answers: Map<string, readonly ConsentChannel[]> } | null = null;

/**
 * What the register remembers of contacts that took themselves back and may be gone from the directory since: a page of somebody
 * else that still says their number is recognised by it (issue 9).
 */
export async function readTakenBack(strapi: Core.Strapi): Promise<TakenBack> {
  const secret = secretMark();
  const channelsOf = new Map<string, readonly ConsentChannel[]>();
  const associations = new Set<string>();
  const rows = await inTransaction(strapi, (trx) => readRows(trx));
  for (const { secret: of, act } of rows) {
    if (of !== secret || (act.kind !== 'contact' && act.kind !== 'value')) continue;
    associations.add(act.association);
    const more = act.kind === 'contact' ? act.channels : consentChannels.values;
    channelsOf.set(act.mark, [...(channelsOf.get(act.mark) ?? []), ...more]);
  }
  const of = `${rows.length} ${rows.at(-1)?.id ?? ''}`;
  if (answered?.of !== of) answered = { of, answers: new Map() };
  const { answers } = answered;
  return (value, channel) => {
    let channels = answers.get(value);
    if (channels === undefined) {
      channels = [...associations].flatMap((association) => channelsOf.get(contactMark(association, value)) ?? []);
      answers.set(value, channels);
    }
    return channels.includes(channel);
  };
}

const SELECT = 'select id::text as id, document::text as document from trame_suppressions';
const SuppressionRow = z.object({ id: z.string(), document: z.string() });
const suppressionOf = ({ id, document }: z.infer<typeof SuppressionRow>): Suppression =>
  storedSuppression.read(JSON.parse(document), `trame_suppressions ${id}`);

const readRows = async (connection: Connection): Promise<Suppression[]> =>
  (await rowsOf(connection, SuppressionRow, `${SELECT} order by at`)).map(suppressionOf);

/** What file and database say to each other at a start. */
export interface Comparison {
  /** What the database does not know: it is one of before. In the order in which it happened. */
  readonly unknown: readonly Suppression[];
  /** The database knows a register, and its file is gone. */
  readonly fileLost: boolean;
  /** Lines that were in the file are in neither: an older one, and an older database, were put in their places. */
  readonly linesLost: boolean;
  /** The file is the one that was last written here, whole. Without proof it may be a copy of some moment in between. */
  readonly isProven: boolean;
}

/** Null when there is none, or none that can be read: it proves nothing then. */
async function readWitness(): Promise<RegisterWitness | null> {
  const text = await readFile(witnessFile(), 'utf8').catch(nullIfAbsent);
  if (text === null) return null;
  try {
    return storedRegisterWitness.read(JSON.parse(text), REGISTER_WITNESS_FILE);
  } catch {
    return null;
  }
}

/**
 * Compares the two, and gives the file what it lacks. A line that a crash cut short is taken off.
 * @throws {Unreadable} when the file is there and cannot be understood; it is left as it is
 */
export function compareRegister(strapi: Core.Strapi): Promise<Comparison> {
  const compared = writing.then(() => compareNow(strapi));
  writing = compared.catch(() => undefined); // told to the caller
  return compared;
}

async function compareNow(strapi: Core.Strapi): Promise<Comparison> {
  const seen = await readWitness();
  const place = await placeOfRegister();
  const text = await readFile(registerFile(), 'utf8').catch(nullIfAbsent);
  const { suppressions: lines, wholeLength } = readSuppressions(text ?? '', SUPPRESSIONS_FILE);
  const rows = await readRows(strapi.db.connection);
  const inFile = new Set(lines.map(({ id }) => id));
  const inDatabase = new Set(rows.map(({ id }) => id));
  const lacking = rows.filter(({ id }) => !inFile.has(id));
  const comparison: Comparison = {
    unknown: lines.filter(({ id }) => !inDatabase.has(id)),
    fileLost: text === null && rows.some(({ act }) => act.kind === 'register'),
    linesLost:
      (seen !== null && !holdsLast(seen, [...lines, ...rows])) ||
      lines.some(({ after }) => after !== null && !inFile.has(after) && !inDatabase.has(after)),
    isProven: place !== null && isProvenWhole(lines, place, seen),
  };
  if (text !== null && wholeLength < text.length) {
    await truncate(registerFile(), Buffer.byteLength(text.slice(0, wholeLength)));
  }
  // A file that an older release wrote says of no line which one came before.
  const isChained = isUnbroken(lines) && lines.slice(1).every(({ after }) => after !== null);
  if (!isChained) await rewrite([...lines, ...lacking]);
  else if (lacking.length > 0) await append(lacking, true);
  else if (text !== null) await witness(lines.at(-1)?.id ?? null);
  return comparison;
}

/** Begins a register: the first of this installation, or one after a loss. */
export const beginRegister = (strapi: Core.Strapi): Promise<void> => noteSuppressions(strapi, [{ kind: 'register' }]);

/** Is any register noted in the database? */
export async function hasRegister(strapi: Core.Strapi): Promise<boolean> {
  return (await readRows(strapi.db.connection)).some(({ act }) => act.kind === 'register');
}

/**
 * Erases from both what is older than `KEEP_SUPPRESSIONS_YEARS`; the beginnings of registers stay, and so does who wants no
 * letters, as long as anything is known of the address.
 * @param known marks of the addresses that something is still sent to
 * @returns how many
 */
export async function eraseSuppressions(
  strapi: Core.Strapi,
  now: Date,
  known: ReadonlySet<string> = new Set(),
): Promise<number> {
  const before = new Date(now);
  before.setFullYear(before.getFullYear() - KEEP_SUPPRESSIONS_YEARS);
  const old = await rowsOf(
    strapi.db.connection,
    z.object({ id: z.string() }),
    `delete from trame_suppressions where at < ?::timestamptz and document -> 'act' ->> 'kind' <> 'register'
        and not (document -> 'act' ->> 'kind' = 'letters' and document -> 'act' ->> 'mark' = any(?))
      returning id::text as id`,
    [before, [...known]],
  );
  if (old.length === 0) return 0;
  const erased = new Set(old.map(({ id }) => id));
  const written = writing.then(async () => {
    const { suppressions } = readSuppressions(await readFile(registerFile(), 'utf8'), SUPPRESSIONS_FILE);
    await rewrite(suppressions.filter(({ id }) => !erased.has(id)));
  });
  writing = written.catch(() => undefined); // told to the caller
  await written;
  return old.length;
}
