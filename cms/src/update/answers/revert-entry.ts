import type { Core } from '@strapi/strapi';
import type { FieldDifference, FormerState } from '../../domain/contract/desk/review.ts';
import { changedFields } from '../../domain/entry/difference.ts';
import { entryFieldLabels } from '../../domain/entry/fields.ts';
import type { EntryForm } from '../../domain/entry/entry-form.ts';
import {
  addressPutBack,
  contactsPutBack,
  contactsStillThere,
  toldBesides,
  whyNothing,
  type HasWithdrawn,
  type PutBack,
} from '../../domain/entry/put-back.ts';
import { refusals } from '../../platform/http/refused.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Connection } from '../../platform/database/connection.ts';
import { hasUnpublishedChanges } from '../../entries/drafts.ts';
import { namesOf, readChoices } from '../../entries/entry-choices.ts';
import { readEntry, toDocument, type ReadEntry, type StoredContact } from '../../entries/entry-of-record.ts';
import type { Editor } from '../../domain/contract/desk/editor.ts';
import type { KeptState } from '../../domain/stored/kept-state.ts';
import { changesInWords } from '../../entries/changed-content.ts';
import { JOURNAL, keptState, writeJournal } from '../../entries/journal.ts';
import { readRecord } from '../../entries/read-record.ts';
import { contentOf, dataOf, type RecordContent } from '../../entries/record-content.ts';
import { withoutWhatIsGone } from '../../entries/bin/without-what-is-gone.ts';
import { withdrawnSince } from '../../entries/withdrawn-since.ts';
import { marksOf } from './brought-back.ts';
import { differencesInWords } from './desk.ts';
import { findLine, isRevertible, logoWords, type StoredLine } from './read-journal.ts';
import { differingFrom, formerOfRecord, keptChanges, revertRecord } from './revert-record.ts';

const ASSOCIATION = 'api::association.association';

/** What the journal says of those who asked to be taken out since: they are masked in it. */
async function withdrawalsSince(strapi: Core.Strapi, line: StoredLine): Promise<readonly string[]> {
  const lines = (await strapi.db.query(JOURNAL).findMany({
    select: ['note'],
    where: { associationId: line.associationId, act: 'contact retiré', at: { $gte: line.at } },
  })) as { note: string | null }[];
  return lines.map(({ note }) => note ?? '');
}

/** The contacts as they may be put back. Has anybody asked to be taken out since, nobody who is out comes back. */
function formerContacts(
  kept: KeptState,
  { record }: ReadEntry,
  withdrawals: readonly string[],
): PutBack<readonly StoredContact[]> {
  const hasWithdrawn: HasWithdrawn = (contact) =>
    marksOf(contact).some((mark) => withdrawals.some((note) => note.includes(mark)));
  const there =
    withdrawals.length === 0
      ? { value: kept.contacts, told: [] }
      : contactsStillThere(kept.contacts, record.contacts, hasWithdrawn);
  const { value, told } = contactsPutBack(there.value, record.contacts, hasWithdrawn);
  return { value, told: [...there.told, ...told] };
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

/** What a line of the journal would put back into an entry. */
interface Former {
  readonly current: ReadEntry;
  readonly entry: EntryForm;
  readonly contacts: readonly StoredContact[];
  /** Undefined when it stays. */
  readonly logo: number | null | undefined;
  /** What the form of an association does not have, where it differs from today. */
  readonly besides: RecordContent;
  /** The whole record as it is published. */
  readonly standing: RecordContent;
  /** Fields that differ from today. */
  readonly fields: readonly string[];
  /** Those that the line itself changed. */
  readonly own: readonly string[];
  /** Sentences: what is not put back, by the field that it is of. */
  readonly told: Readonly<Record<string, readonly string[]>>;
}

/** A state of an entry that a line keeps, and what it changed. */
async function formerOf(strapi: Core.Strapi, trx: Connection, line: StoredLine): Promise<Former> {
  if (!line.before || line.associationId === null) throw refusals.notRevertible();
  const { before, after } = line;
  const named = { uid: ASSOCIATION, documentId: line.associationId };
  const [current, record] = [
    await readEntry(strapi, named.documentId),
    await readRecord(strapi, ASSOCIATION, named.documentId, 'published'),
  ];
  if (!current || !record) throw refusals.gone();

  const { value: contacts, told } = formerContacts(before, current, await withdrawalsSince(strapi, line));
  const address = addressPutBack(before.entry.address, current.entry.address);
  const entry: EntryForm = {
    ...before.entry,
    contacts: contacts.map(formContact),
    address: address.value,
    logo: current.entry.logo,
  };
  const logo = await logoToRestore(strapi, before, current);

  const standing = contentOf(strapi, ASSOCIATION, record);
  const close = await withdrawnSince(strapi, trx, named, new Date(line.at).toISOString(), standing);
  const kept = line.changes ? await withoutWhatIsGone(strapi, ASSOCIATION, line.changes.before) : {};
  const besides = differingFrom(standing, close(kept).content);
  return {
    current,
    entry,
    contacts,
    logo,
    besides,
    standing,
    fields: [...changedFields(current.entry, entry), ...(logo === undefined ? [] : ['logo']), ...Object.keys(besides)],
    own: [
      ...(after === null ? changedFields(current.entry, entry) : changedFields(before.entry, after.entry)),
      ...(after !== null && before.logo === after.logo ? [] : ['logo']),
      ...Object.keys(besides),
    ],
    told: { contacts: told, address: address.told },
  };
}

/** @throws {Refused} when there is no such line, or it holds no state that can be put back */
async function revertibleLine(strapi: Core.Strapi, lineId: string): Promise<StoredLine> {
  const line = await findLine(strapi, lineId);
  if (!line) throw refusals.unknownLine();
  if (line.unreadable) throw refusals.unreadableLine();
  if (!isRevertible(line)) throw refusals.notRevertible();
  return line;
}

/** Only an association is kept as its form has it; of another type a line keeps what it changed. */
const isOfRecord = ({ associationId, before }: StoredLine): boolean => associationId === null || before === null;

function logoDifference({ current, logo }: Former): FieldDifference[] {
  if (logo === undefined) return [];
  return [
    {
      field: 'logo',
      label: entryFieldLabels.logo,
      before: [current.record.logo === null ? logoWords.none : logoWords.today],
      after: [logo === null ? logoWords.none : logoWords.before],
      conflict: null,
    },
  ];
}

/**
 * What a line of the journal may put back, field by field, beside what stands today: those that it changed itself, and others that
 * changed since.
 *
 * @throws {Refused} when the line holds no earlier state, or one that cannot be read, or the record has left the site
 */
export function readFormerState(strapi: Core.Strapi, lineId: string): Promise<FormerState> {
  return inTransaction(strapi, async (trx) => {
    const line = await revertibleLine(strapi, lineId);
    if (isOfRecord(line)) return formerOfRecord(strapi, trx, line);
    const former = await formerOf(strapi, trx, line);
    const names = namesOf(await readChoices(strapi));
    const changes = keptChanges(ASSOCIATION, former.standing, former.besides);
    const differences = [
      ...differencesInWords(former.current.entry, former.entry, null, names).filter(({ field }) => field !== 'logo'),
      ...logoDifference(former),
      ...((await changesInWords(strapi, [changes])).get(changes) ?? []),
    ];
    return {
      fields: differences.map((difference) => ({
        difference,
        own: former.own.includes(difference.field),
        told: [...(former.told[difference.field] ?? [])],
      })),
      told: toldBesides(
        former.told,
        differences.map(({ field }) => field),
      ),
    };
  });
}

/**
 * Puts fields of an entry back to what they were before a line of the journal, agreements included, and publishes it under all rules of
 * content. Nobody is shown more than today (`domain/entry/put-back.ts`). When it was last checked stays what it is: putting back is
 * no verification.
 *
 * @param fields which ones; null for those that the line changed
 * @returns sentences: what is not put back, and why
 * @throws {Refused} when the line holds no earlier state, or one that cannot be read, the association has left the site, or a draft waits
 * @throws {ValidationError} of Strapi, when a rule refuses the earlier state
 */
export function revertEntry(
  strapi: Core.Strapi,
  lineId: string,
  editor: Editor,
  fields: readonly string[] | null = null,
): Promise<readonly string[]> {
  return inTransaction(strapi, async (trx) => {
    const line = await revertibleLine(strapi, lineId);
    if (isOfRecord(line)) return revertRecord(strapi, line, editor, fields);
    const former = await formerOf(strapi, trx, line);
    const { current, entry, contacts, logo, besides } = former;
    const chosen = (fields ?? former.own).filter((field) => former.fields.includes(field));
    if (chosen.length === 0) throw refusals.sameAlready(whyNothing(former.told, fields ?? former.own));
    const { documentId } = current.record;
    if (await hasUnpublishedChanges(strapi, documentId)) throw refusals.draft();

    const told = chosen.flatMap((field) => former.told[field] ?? []);
    const ofForm = changedFields(current.entry, entry).filter((field) => chosen.includes(field));
    const agreement = { day: '', source: 'formulaire en ligne' as const };
    const data = toDocument(entry, ofForm, { ...current.record, contacts }, current.entry, agreement, null);
    const beside = Object.fromEntries(Object.entries(besides).filter(([name]) => chosen.includes(name)));
    await strapi.documents(ASSOCIATION).update({
      documentId,
      status: 'published',
      data: { ...data, ...(chosen.includes('logo') ? { logo } : {}), ...dataOf(beside) } as never,
    });
    const after = await readEntry(strapi, documentId);
    await writeJournal(strapi, {
      who: editor.name,
      whoId: editor.id,
      act: 'fiche rétablie',
      subject: current.record.name,
      associationId: documentId,
      recordId: documentId,
      note: told.length > 0 ? told.join(' ') : null,
      before: keptState(current),
      after: after && keptState(after),
      changes: Object.keys(beside).length > 0 ? keptChanges(ASSOCIATION, former.standing, beside) : null,
    });
    return told;
  });
}
