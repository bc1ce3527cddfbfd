/**
 * At each start, before anything is served: has this database gone back in time? What was taken off since is taken off once
 * more, and what cannot be known waits for an editor (decision 0026).
 */
import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import { endAlertAgain } from '../associations/alerts/alert-store.ts';
import { BY_OFFICE, endMembership, findMembership, MEMBERSHIP } from '../associations/memberships/membership-store.ts';
import { withdrawAgain } from '../associations/withdrawals/withdraw-contact.ts';
import { causeOf } from '../domain/cause.ts';
import { registerStates, type RegisterState } from '../domain/register-state.ts';
import { Unreadable } from '../domain/stored/stored.ts';
import {
  RESTORE_NOTE_FILE,
  storedRestoreNote,
  type RestoreNote,
  type Suppression,
  type SuppressionAct,
} from '../domain/stored/suppression.ts';
import { findInBin } from '../entries/bin/bin-store.ts';
import { retractAgain, stateAgain } from '../entries/retractable.ts';
import { holdSchedules } from '../entries/schedule/schedule-store.ts';
import { scheduleWords } from '../entries/schedule/schedule-words.ts';
import { dataDirectory, readEnvironment } from '../environment.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { nullIfAbsent } from '../platform/files/if-there.ts';
import { revokeLinkAgain } from '../update/campaigns/one-request.ts';
import { heldLetters, noteRestore } from '../platform/restores/restore-store.ts';
import {
  beginRegister,
  compareRegister,
  hasRegister,
  keepRows,
  secretMark,
  withoutNoting,
  type Comparison,
} from '../platform/suppressions/register.ts';

const ASSOCIATION = 'api::association.association';
const FILE = 'plugin::upload.file';

const noteFile = (): string => join(dataDirectory(readEnvironment()), RESTORE_NOTE_FILE);

/** What `pnpm restore` has left for this start; null when nothing was restored. @throws when it cannot be read */
async function readNote(): Promise<RestoreNote | null> {
  const text = await readFile(noteFile(), 'utf8').catch(nullIfAbsent);
  return text === null ? null : storedRestoreNote.read(JSON.parse(text), RESTORE_NOTE_FILE);
}

type RecordAct = Extract<SuppressionAct, { kind: 'record' }>;

async function recordAgain(strapi: Core.Strapi, { type, record, act }: RecordAct): Promise<void> {
  if (type === FILE) {
    const file: unknown = await strapi.db.query(FILE).findOne({ where: { documentId: record } });
    const upload = strapi.plugin('upload').service('upload') as unknown as { remove(file: unknown): Promise<unknown> };
    if (file) await upload.remove(file);
    return;
  }
  if (type === MEMBERSHIP) {
    const membership = await findMembership(strapi, { documentId: record });
    if (membership && membership.state !== 'retirée') await endMembership(strapi, membership, BY_OFFICE);
    return;
  }
  const there: unknown = await strapi.db.query(type).findOne({ where: { documentId: record } });
  if (!there) return;
  const service = strapi.documents(type as 'api::association.association');
  if (act === 'deleted') await service.delete({ documentId: record });
  if (act === 'unpublished') await service.unpublish({ documentId: record });
}

const ADMINISTRATOR = 'admin::user';

/** @throws when nobody who may do everything could sign in any more */
async function closeAgain(strapi: Core.Strapi, documentId: string): Promise<void> {
  const query = strapi.db.query(ADMINISTRATOR);
  if ((await query.count({ where: { documentId, isActive: true } })) === 0) return;
  const others = { isActive: true, documentId: { $ne: documentId }, roles: { code: 'strapi-super-admin' } };
  if ((await query.count({ where: others })) === 0) throw new Error('nobody else may do everything');
  await query.update({ where: { documentId }, data: { isActive: false } });
}

/** What was noted of the same record after this, the last of it; null when this is the last. */
function lastOfRecord({ record, type }: RecordAct, later: readonly Suppression[]): RecordAct['act'] | null {
  const last = later.findLast(({ act }) => act.kind === 'record' && act.type === type && act.record === record)?.act;
  return last?.kind === 'record' ? last.act : null;
}

/** Whether a later act has it otherwise: the record’s own last one decides, the thing is shown again, the account is open again. */
function isUndone(act: SuppressionAct, later: readonly Suppression[]): boolean {
  const acts = later.map(({ act: other }) => other);
  switch (act.kind) {
    case 'record':
      return lastOfRecord(act, later) !== null;
    case 'item':
      return acts.some((other) => other.kind === 'item' && other.mark === act.mark && other.act === 'shown');
    case 'administrator':
      return acts.some(
        (other) =>
          other.kind === 'administrator' && other.administrator === act.administrator && other.act === 'opened',
      );
    default:
      return false;
  }
}

/** The record that an act is about; null of what is about none. */
function recordOf(act: SuppressionAct): { readonly type: string; readonly record: string } | null {
  if (act.kind === 'contact' || act.kind === 'value') return { type: ASSOCIATION, record: act.association };
  return act.kind === 'record' || act.kind === 'item' || act.kind === 'state' ? act : null;
}

/** Whether this database has anything that the act could be done to: what was made after a backup is not in it. */
async function isThere(strapi: Core.Strapi, act: SuppressionAct): Promise<boolean> {
  const of = recordOf(act);
  if (of === null) return true;
  if (!(of.type in strapi.contentTypes)) return false; // of a type that this release has no more
  if ((await strapi.db.query(of.type).count({ where: { documentId: of.record } })) > 0) return true;
  return (await findInBin(strapi, of.type, of.record)) !== null;
}

/**
 * Whether an editor is asked about an act: the record is published in this database, was taken off the site since, and is back.
 * Nothing says what it shows less of than the version that came with the backup. One that was deleted and put back is asked
 * about only when it was a draft meanwhile: the bin gives back what was there, and what was withdrawn from the bin is noted.
 */
async function cameBack(strapi: Core.Strapi, { act }: Suppression, later: readonly Suppression[]): Promise<boolean> {
  if (act.kind !== 'record' || act.type === MEMBERSHIP || act.act !== 'unpublished') return false;
  if (lastOfRecord(act, later) !== 'published' || !(act.type in strapi.contentTypes)) return false;
  const online = { documentId: act.record, publishedAt: { $notNull: true } };
  return (await strapi.db.query(act.type).count({ where: online })) > 0;
}

/** Does once more what the database does not know. @throws when it cannot be done */
async function doAgain(strapi: Core.Strapi, { act, secret }: Suppression, later: readonly Suppression[]) {
  if (isUndone(act, later) || !(await isThere(strapi, act))) return;
  const isMarked = 'mark' in act || (act.kind === 'state' && act.date !== null);
  if (isMarked && secret !== secretMark()) throw new Error('its mark was made with another secret');
  switch (act.kind) {
    case 'contact':
    case 'value':
      return withdrawAgain(strapi, act);
    case 'record':
      return recordAgain(strapi, act);
    case 'item':
      return act.act === 'retracted' ? retractAgain(strapi, act) : undefined;
    case 'state':
      return stateAgain(strapi, act);
    case 'request':
      return revokeLinkAgain(strapi, act.request, act.generation);
    case 'administrator':
      return act.act === 'closed' ? closeAgain(strapi, act.administrator) : undefined;
    // Of an alert. Of letters to lists its row is all there is to it: they are taken out of the queue before any leaves.
    case 'letters':
      return act.act === 'stopped' ? endAlertAgain(strapi, act.mark) : undefined;
    case 'register':
  }
}

/** What an editor is asked to look at: the entry, by its documentId; of anything else also its type. */
function lookAt(act: SuppressionAct, id: string): string {
  switch (act.kind) {
    case 'contact':
    case 'value':
      return act.association;
    case 'record':
    case 'item':
    case 'state':
      return act.type === ASSOCIATION ? act.record : `${act.type} ${act.record}`;
    case 'administrator':
      return `${ADMINISTRATOR} ${act.administrator}`;
    case 'request':
      return `api::update-request.update-request ${act.request}`;
    case 'letters':
    case 'register':
      return id;
  }
}

interface Replayed {
  /** Of what could not be done again and what an editor is asked about: what it was about. */
  readonly failed: readonly string[];
  /** Known from the moment when the question is. */
  readonly asked: readonly Suppression[];
}

async function replay(strapi: Core.Strapi, unknown: readonly Suppression[]): Promise<Replayed> {
  const failed: string[] = [];
  const asked: Suppression[] = [];
  for (const [index, one] of unknown.entries()) {
    const later = unknown.slice(index + 1);
    try {
      if (await cameBack(strapi, one, later)) {
        failed.push(lookAt(one.act, one.id));
        asked.push(one);
        continue;
      }
      await strapi.db.transaction(async () => {
        await withoutNoting(() => doAgain(strapi, one, later));
        await keepRows(strapi, [one]);
      });
    } catch (error) {
      const { act } = one;
      strapi.log.error(`Suppression ${one.id} (${act.kind}) was not done again: ${causeOf(error)}`);
      failed.push(lookAt(act, one.id));
    }
  }
  return { failed, asked };
}

/** Sessions and links of before: who was shut out since must not be let in again. Everybody signs in anew. */
async function closeSessions(strapi: Core.Strapi): Promise<void> {
  await strapi.db.connection.raw('delete from strapi_sessions');
  await strapi.db.connection.raw(`delete from trame_access_links where purpose = 'connexion'`);
  await strapi.db.connection.raw('delete from trame_data_links');
}

/** What was planned then may have been done since, changed or given up: an editor says whether it still is. */
const holdPlans = (strapi: Core.Strapi): Promise<number> =>
  inTransaction(strapi, (trx) => holdSchedules(trx, scheduleWords.restored));

/** A database of before that no `pnpm restore` has put there: letters that wait may have left. */
const foundOut = (register: RegisterState): RestoreNote => ({
  id: randomUUID(),
  restoredAt: new Date().toISOString(),
  madeAt: null,
  register,
});

/** Brings a database of before up to date as far as that is known, and holds what an editor must decide. */
export async function catchUp(strapi: Core.Strapi): Promise<void> {
  const note = await readNote();
  let comparison: Comparison;
  try {
    comparison = await compareRegister(strapi);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    strapi.log.error(error.message);
    await hold(strapi, { ...(note ?? foundOut('unreadable')), register: 'unreadable' }, []);
    return;
  }
  const { failed, asked } = await replay(strapi, comparison.unknown);
  const lost = comparison.fileLost || comparison.linesLost;
  const wentBack = comparison.unknown.some(({ act }) => act.kind !== 'register');
  // A register that did not stay in its place may lack what came last, and its database went back with it.
  const unproven = wentBack && !comparison.isProven;
  const state = worst([note?.register ?? 'whole', lost ? 'missing' : note === null && unproven ? 'unproven' : 'whole']);
  if (note !== null || state !== 'whole' || failed.length > 0 || (wentBack && (await lettersWait(strapi)))) {
    await hold(strapi, { ...(note ?? foundOut(state)), register: state }, failed, asked);
  } else if (wentBack) {
    await closeSessions(strapi);
    await holdPlans(strapi);
  }
  // From here on it is known what happens, and not what happened before.
  if (state !== 'whole' || !(await hasRegister(strapi))) await beginRegister(strapi);
}

/** The state that says least. */
const worst = (states: readonly RegisterState[]): RegisterState =>
  registerStates.findLast((state) => states.includes(state)) ?? 'whole';

async function lettersWait(strapi: Core.Strapi): Promise<boolean> {
  const { rows } = await strapi.db.connection.raw<{ rows: unknown[] }>(
    `select from trame_letters where state in ('queued', 'sending') limit 1`,
  );
  return rows.length > 0;
}

/** @param asked what the editor is asked about by it, once */
async function hold(
  strapi: Core.Strapi,
  note: RestoreNote,
  failed: readonly string[],
  asked: readonly Suppression[] = [],
): Promise<void> {
  await strapi.db.transaction(async () => {
    await noteRestore(strapi, note, failed);
    await keepRows(strapi, asked);
    await closeSessions(strapi);
    await holdPlans(strapi);
  });
  await rm(noteFile(), { force: true });
  const waiting = (await heldLetters(strapi)).reduce((sum, { count }) => sum + count, 0);
  strapi.log.warn(`A backup was put back: ${waiting} letters wait for an editor's decision.`);
}
