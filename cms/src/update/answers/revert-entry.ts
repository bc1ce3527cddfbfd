import type { Core } from '@strapi/strapi';
import { changedFields } from '../../domain/entry/difference.ts';
import type { EntryForm } from '../../domain/entry/entry-form.ts';
import { likeness } from '../../domain/entry/same-contact.ts';
import { refusals } from '../../platform/http/refused.ts';
import { hasUnpublishedChanges } from '../../entries/drafts.ts';
import { readEntry, toDocument, type ReadEntry, type StoredContact } from '../../entries/entry-of-record.ts';
import type { Editor } from '../../domain/contract/desk/editor.ts';
import type { KeptState } from '../../domain/stored/kept-state.ts';
import { JOURNAL, keptState, writeJournal } from '../../entries/journal.ts';
import { dataOf } from '../../entries/record-content.ts';
import { withoutWhatIsGone } from '../../entries/bin/without-what-is-gone.ts';
import { findLine, isRevertible, type StoredLine } from './read-journal.ts';
import { revertRecord } from './revert-record.ts';

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
 * @throws {Refused} when the line holds no earlier state, or one that cannot be read, the association has left the site, or a draft waits
 * @throws {ValidationError} of Strapi, when a rule refuses the earlier state
 */
export async function revertEntry(strapi: Core.Strapi, lineId: string, editor: Editor): Promise<void> {
  await strapi.db.transaction(async () => {
    const line = await findLine(strapi, lineId);
    if (!line) throw refusals.unknownLine();
    if (line.unreadable) throw refusals.unreadableLine();
    if (!isRevertible(line)) throw refusals.notRevertible();
    // What the form of an association does not have is put back beside it; another type has nothing else.
    const { before, after: now } = line;
    const formChanged = before !== null && (now === null || changedFields(before.entry, now.entry).length > 0);
    if (line.changes && !formChanged) return revertRecord(strapi, line, editor);
    if (!line.before || line.associationId === null) throw refusals.notRevertible();
    const current = await readEntry(strapi, line.associationId);
    if (!current) throw refusals.gone();

    const contacts = contactsToRestore(line.before, current, await someoneWithdrew(strapi, line));
    const entry: EntryForm = { ...line.before.entry, contacts: contacts.map(formContact), logo: current.entry.logo };
    const fields = changedFields(current.entry, entry);
    const logo = await logoToRestore(strapi, line.before, current);
    if (fields.length === 0 && logo === undefined) throw refusals.sameAlready();
    if (await hasUnpublishedChanges(strapi, line.associationId)) throw refusals.draft();

    const besides = line.changes ? dataOf(await withoutWhatIsGone(strapi, ASSOCIATION, line.changes.before)) : {};
    const agreement = { day: '', source: 'formulaire en ligne' as const };
    const data = toDocument(entry, fields, { ...current.record, contacts }, current.entry, agreement, null);
    await strapi.documents(ASSOCIATION).update({
      documentId: line.associationId,
      status: 'published',
      data: { ...data, ...(logo === undefined ? {} : { logo }), ...besides } as never,
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
