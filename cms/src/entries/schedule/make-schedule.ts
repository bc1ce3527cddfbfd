/** An editor plans when a record is published and taken off the site, changes that, or gives it up. */
import type { Core } from '@strapi/strapi';
import type { Editor } from '../../domain/contract/desk/editor.ts';
import type { ScheduleMade, ScheduleToGiveUp, ScheduleToMake } from '../../domain/contract/desk/schedule.ts';
import { readSchedule } from '../../domain/schedule.ts';
import type { Values } from '../../domain/visit.ts';
import type { Connection } from '../../platform/database/connection.ts';
import { lockRecord } from '../../platform/database/record-lock.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { Refused, refusals } from '../../platform/http/refused.ts';
import { describePath } from '../field-words.ts';
import { lineAbout } from '../journal-subject.ts';
import { writeJournal } from '../journal.ts';
import { faultsOfPublication } from '../publish-entry.ts';
import { isThere, readRecord } from '../read-record.ts';
import {
  findSchedule,
  removeSchedule,
  toShown,
  writeSchedule,
  type Named,
  type ScheduleRow,
} from './schedule-store.ts';
import { scheduleInWords, scheduleWords as words } from './schedule-words.ts';

/** Nobody changes a plan that they have not seen. @throws {Refused} */
function holdToSeen(current: ScheduleRow | null, seen: string | null): void {
  if ((current?.plannedAt.toISOString() ?? null) === seen) return;
  throw new Refused('conflict', current === null ? words.gone : words.moved(current.plannedBy));
}

const lineOf = (strapi: Core.Strapi, named: Named, record: Values | null, editor: Editor) => ({
  who: editor.name,
  whoId: editor.id,
  ...lineAbout(strapi, named, record),
});

/** The record as it stands, held until the transaction of the caller ends. @throws {Refused} when it is not there */
async function heldRecord(strapi: Core.Strapi, trx: Connection, { uid, documentId }: Named): Promise<Values> {
  await lockRecord(trx, uid, documentId);
  const draft = await readRecord(strapi, uid, documentId, 'draft');
  if (draft === null) throw refusals.unknownRecord();
  return draft;
}

type Publish = (given: { documentId: string }) => Promise<unknown>;

/** What a publication of the draft would be refused for now, in sentences. */
async function toMendNow(strapi: Core.Strapi, { uid, documentId }: Named): Promise<string[]> {
  const service = strapi.documents(uid as 'api::theme.theme') as unknown as { publish: Publish };
  const faults = await faultsOfPublication(strapi, () => service.publish({ documentId }));
  return faults.map(({ path, message }) => {
    const steps = path === '' ? [] : path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
    const place = describePath(strapi, uid, steps);
    return place === '' ? message : `${place}\u00a0: ${message}`;
  });
}

/**
 * Plans in place of what was planned.
 * @throws {Refused} for a moment that has passed or cannot be read (by field), a record that is not there, a plan that another
 * editor changed meanwhile, or a departure from a site where the record is not
 */
export async function makeSchedule(
  strapi: Core.Strapi,
  asked: ScheduleToMake,
  editor: Editor,
  now: Date,
): Promise<ScheduleMade> {
  const named: Named = { uid: asked.uid, documentId: asked.documentId };
  const read = readSchedule(asked, now);
  if (!read.ok) throw refusals.invalid(read.faults);
  const { publishAt } = read.value;
  const schedule = await inTransaction(strapi, async (trx) => {
    const draft = await heldRecord(strapi, trx, named);
    holdToSeen(await findSchedule(trx, named), asked.seen);
    if (publishAt === null && !(await isThere(strapi, named, 'published')))
      throw refusals.invalid([{ path: 'publishDay', message: words.nothingOnline }]);
    await writeSchedule(trx, named, read.value, editor, now);
    await writeJournal(strapi, {
      ...lineOf(strapi, named, draft, editor),
      act: 'fiche programmée',
      note: scheduleInWords(read.value),
    });
    return toShown((await findSchedule(trx, named))!); // just written
  });
  return { schedule, toMend: publishAt === null ? [] : await toMendNow(strapi, named) };
}

/** @throws {Refused} when another editor changed the plan meanwhile, or nothing is planned */
export const giveUpSchedule = (strapi: Core.Strapi, asked: ScheduleToGiveUp, editor: Editor): Promise<void> =>
  inTransaction(strapi, async (trx) => {
    const named: Named = { uid: asked.uid, documentId: asked.documentId };
    const draft = await heldRecord(strapi, trx, named);
    const current = await findSchedule(trx, named);
    holdToSeen(current, asked.seen);
    if (current === null) throw new Refused('conflict', words.gone);
    await removeSchedule(trx, named);
    const { publishAt, offlineAt } = toShown(current);
    await writeJournal(strapi, {
      ...lineOf(strapi, named, draft, editor),
      act: 'programmation abandonnée',
      note: scheduleInWords({ publishAt, offlineAt }),
    });
  });
