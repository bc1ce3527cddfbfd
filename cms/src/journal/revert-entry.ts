import type { Core } from '@strapi/strapi';
import { changedFields } from '../domain/entry/difference.ts';
import type { EntryForm } from '../domain/entry/entry-form.ts';
import { likeness } from '../domain/entry/same-contact.ts';
import { refusals } from '../submissions/answer-refused.ts';
import { hasUnpublishedChanges } from '../submissions/drafts.ts';
import { readEntry, toDocument, type ReadEntry, type StoredContact } from '../submissions/entry-of-record.ts';
import type { Editor } from '../submissions/submission-store.ts';
import { JOURNAL, keptState, writeJournal, type KeptState } from './journal.ts';
import { isRevertible, type StoredLine } from './read-journal.ts';

const ASSOCIATION = 'api::association.association';

/** Has anybody asked to be taken out since? Then nobody who is out comes back, whatever the entry once said. */
const someoneWithdrew = async (strapi: Core.Strapi, line: StoredLine): Promise<boolean> =>
  (await strapi.db
    .query(JOURNAL)
    .count({ where: { associationId: line.associationId, act: 'contact retiré', at: { $gte: line.at } } })) > 0;

function contactsToRestore(kept: KeptState, current: ReadEntry, onlyPresent: boolean): StoredContact[] {
  if (!onlyPresent) return [...kept.contacts];
  return kept.contacts.filter((contact) => current.record.contacts.some((other) => likeness(contact, other) > 0));
}

const formContact = ({ consentDate: _date, consentSource: _source, ...contact }: StoredContact) => contact;

/** The logo that was there then, if the media library still has it: else the one of today stays. */
async function logoToRestore(
  strapi: Core.Strapi,
  kept: KeptState,
  current: ReadEntry,
): Promise<number | null | undefined> {
  const now = current.record.logo?.id ?? null;
  if (kept.logo === now) return undefined;
  if (kept.logo === null) return null;
  return (await strapi.db.query('plugin::upload.file').count({ where: { id: kept.logo } })) > 0 ? kept.logo : undefined;
}

/**
 * Puts an entry back to what it was before a line of the journal, agreements included, and publishes it under all rules of
 * content. When it was last checked stays what it is: putting back is no verification.
 *
 * @throws {AnswerRefused} when the line holds no earlier state, the association has left the site, or a draft waits
 * @throws {ValidationError} of Strapi, when a rule refuses the earlier state
 */
export async function revertEntry(strapi: Core.Strapi, lineId: string, editor: Editor): Promise<void> {
  await strapi.db.transaction(async () => {
    const line = (await strapi.db.query(JOURNAL).findOne({ where: { documentId: lineId } })) as StoredLine | null;
    if (!line) throw refusals.unknownLine();
    if (!isRevertible(line) || !line.before || line.associationId === null) throw refusals.notRevertible();
    const current = await readEntry(strapi, line.associationId);
    if (!current) throw refusals.gone();

    const contacts = contactsToRestore(line.before, current, await someoneWithdrew(strapi, line));
    const entry: EntryForm = { ...line.before.entry, contacts: contacts.map(formContact), logo: current.entry.logo };
    const fields = changedFields(current.entry, entry);
    const logo = await logoToRestore(strapi, line.before, current);
    if (fields.length === 0 && logo === undefined) throw refusals.sameAlready();
    if (await hasUnpublishedChanges(strapi, line.associationId)) throw refusals.draft();

    const agreement = { day: '', source: 'formulaire en ligne' as const };
    const data = toDocument(entry, fields, { ...current.record, contacts }, current.entry, agreement, null);
    await strapi.documents(ASSOCIATION).update({
      documentId: line.associationId,
      status: 'published',
      data: { ...data, ...(logo === undefined ? {} : { logo }) } as never,
    });
    const after = await readEntry(strapi, line.associationId);
    await writeJournal(strapi, {
      who: editor.name,
      whoId: editor.id,
      act: 'fiche rétablie',
      subject: current.record.name,
      associationId: line.associationId,
      before: keptState(current),
      after: after && keptState(after),
    });
  });
}
