import type { Core } from '@strapi/strapi';
import type { HeldData } from '../../domain/contract/associations/my-entry.ts';
import { CAMPAIGN, REQUEST, type UpdateRequest } from '../../update/campaigns/request-store.ts';
import { JOURNAL, readKeptStates } from '../../entries/journal.ts';
import { storedRecordContent } from '../../domain/stored/record-content.ts';
import { alertLink } from '../../platform/links/alert-link.ts';
import { listMark } from '../../platform/links/list-link.ts';
import { hashRecipient } from '../../platform/mail/outbox.ts';
import { stoppedLetters } from '../../platform/suppressions/register.ts';
import { alertsOf } from '../alerts/alert-store.ts';
import { messagesFrom } from '../messages/message-store.ts';
import { SUBMISSION, toSubmission, type SubmissionRow } from '../../update/answers/submission-store.ts';

const ASSOCIATION = 'api::association.association';
const MEMBERSHIP = 'api::membership.membership';

const words = {
  kept: 'état gardé pour les formulaires de l’office',
  beforeMerge: 'état gardé pour annuler la réunion de deux fiches',
  beforeImport: 'état gardé pour annuler un import de l’office',
  inFile: (name: string) => `fichier de l’office en attente d’import (${name})`,
  unreadable:
    'Cette adresse y figure, mais le reste ne peut pas être relu par cette version du programme. Demandez-le à l’office.',
};

/** JSON of one kind of record: names of fields as they are stored, instants in ISO 8601. */
type Held = Readonly<Record<string, unknown>>;

interface Contact extends Held {
  readonly email?: string | null;
}

const pick = (row: Held, keys: readonly string[]): Held =>
  Object.fromEntries(keys.map((key) => [key, row[key] ?? null]));

const CONTACT_FIELDS = [
  'role',
  'name',
  'phone',
  'email',
  'web',
  'print',
  'professionals',
  'openData',
  'consentDate',
  'consentSource',
];

/** Reads everything about `email`, in whatever letters it was written. */
export async function readHeldData(strapi: Core.Strapi, email: string): Promise<HeldData> {
  const same = (other: unknown): boolean =>
    typeof other === 'string' && other.trim().toLowerCase() === email.trim().toLowerCase();
  const own = (contacts: readonly Contact[] | null | undefined): Held[] =>
    (contacts ?? []).filter((contact) => same(contact.email)).map((contact) => pick(contact, CONTACT_FIELDS));
  const find = async <Row>(uid: string, query: object): Promise<Row[]> =>
    uid in strapi.contentTypes ? ((await strapi.db.query(uid).findMany(query)) as Row[]) : [];

  const associations = await find<Held & { contacts: Contact[] }>(ASSOCIATION, {
    select: ['documentId', 'name', 'publishedAt'],
    where: { contacts: { email: { $eqi: email } } },
    populate: { contacts: true },
  });
  const requests = await find<UpdateRequest>(REQUEST, { where: { email: { $eqi: email } }, orderBy: { id: 'asc' } });
  const campaigns = await find<{ documentId: string; title: string }>(CAMPAIGN, {
    select: ['documentId', 'title'],
    where: { documentId: { $in: requests.map(({ campaignId }) => campaignId) } },
  });
  // What JSON holds is looked for as text, and then read.
  const needle = `%${email.replace(/[\\%_]/g, '\\$&')}%`;
  const mentioning = async (table: string, columns: readonly string[]): Promise<number[]> => {
    const where = columns.map((column) => `${column}::text ilike ?`).join(' or ');
    const { rows } = await strapi.db.connection.raw<{ rows: { id: number }[] }>(
      `select id from ${table} where ${where}`,
      columns.map(() => needle),
    );
    return rows.map(({ id }) => id);
  };
  const submissions = await find<SubmissionRow>(SUBMISSION, {
    where: { id: { $in: await mentioning('submissions', ['sender', 'entry', 'base', 'details']) } },
    orderBy: { sentAt: 'asc' },
  });
  const journal = await find<{
    documentId: string;
    at: string;
    act: string;
    subject: string;
    before: unknown;
    after: unknown;
  }>(JOURNAL, {
    where: { id: { $in: await mentioning('journal_entries', ['before', 'after', 'changes']) } },
    orderBy: { at: 'asc' },
  });
  // States that forms were made from: the contacts in them, by association.
  const { rows: versions } = await strapi.db.connection.raw<{ rows: { at: Date; document: unknown; id: string }[] }>(
    `select id::text as id, at, document::text as document from trame_record_versions
      where uid = ? and document::text ilike ? order by id`,
    [ASSOCIATION, needle],
  );
  // Files that an editor brought in and has not taken over: in them everything is text.
  const { rows: files } = await strapi.db.connection.raw<{ rows: { at: Date; fileName: string }[] }>(
    `select at, file_name as "fileName" from trame_imports where workbook::text ilike ? order by trame_imports.id`,
    [needle],
  );
  const { rows: imported } = await strapi.db.connection.raw<{ rows: { at: Date; document: unknown; id: string }[] }>(
    `select changes.id::text as id, imports.applied_at as at, changes.before::text as document
       from trame_import_changes changes join trame_imports imports on imports.id = changes.import_id
      where changes.uid = ? and changes.before::text ilike ? order by changes.id`,
    [ASSOCIATION, needle],
  );
  // An entry as it was before another was taken into it.
  const { rows: merged } = await strapi.db.connection.raw<{ rows: { at: Date; document: unknown; id: string }[] }>(
    `select merges.id::text as id, at, kept.document::text as document
       from trame_merges merges, lateral (values (draft), (published)) as kept (document)
      where uid = ? and kept.document::text ilike ? order by merges.id`,
    [ASSOCIATION, needle],
  );
  const keptStates = (
    rows: readonly { readonly at: Date; readonly document: unknown; readonly id: string }[],
    table: string,
    act: string,
  ) =>
    rows.flatMap(({ id, at, document }) => {
      const { content } = storedRecordContent.read(JSON.parse(String(document)), `${table} ${id}`);
      const contacts = own(content['contacts'] as Contact[] | undefined);
      return contacts.length === 0 ? [] : [{ at: at.toISOString(), act, association: content['name'], contacts }];
    });
  const { rows: letters } = await strapi.db.connection.raw<{ rows: Held[] }>(
    `select kind, subject, state, queued_at as "queuedAt", state_at as "stateAt" from trame_letters
      where recipient_hash = ? order by id`,
    [hashRecipient(email)],
  );

  const stoppedAt = (await stoppedLetters(strapi)).get(listMark(email));

  return {
    email,
    readAt: new Date().toISOString(),
    contacts: associations.flatMap(({ name, publishedAt, contacts }) =>
      own(contacts).map((contact) => ({
        association: name,
        version: publishedAt ? 'publiée' : 'brouillon',
        ...contact,
      })),
    ),
    requests: requests.map((request) => ({
      campaign: campaigns.find(({ documentId }) => documentId === request.campaignId)?.title ?? null,
      association: request.associationName,
      ...pick(request as unknown as Held, ['email', 'state', 'sentAt', 'lastReminderAt', 'answeredAt', 'channel']),
    })),
    submissions: submissions.map(toSubmission).flatMap((submission) => {
      const isSender = same(submission.sender);
      const { entry, base, details, unreadable } = submission;
      const contacts = [...own(entry?.contacts), ...own(base?.contacts)];
      const contact = details && 'contact' in details ? details.contact : null;
      const inDetails = same(contact);
      if (!isSender && contacts.length === 0 && !inDetails && unreadable === null) return [];
      return [
        {
          ...pick(submission as unknown as Held, ['kind', 'state', 'channel', 'title', 'sentAt', 'decidedAt']),
          reason: isSender ? submission.reason : null,
          sender: isSender ? submission.sender : null,
          contact: inDetails ? contact : null,
          contacts,
          ...(unreadable === null ? {} : { unreadable: words.unreadable }),
        },
      ];
    }),
    journal: [
      ...keptStates(versions, 'trame_record_versions', words.kept),
      ...keptStates(imported, 'trame_import_changes', words.beforeImport),
      ...keptStates(merged, 'trame_merges', words.beforeMerge),
      ...files.map(({ at, fileName }) => ({
        at: at.toISOString(),
        act: words.inFile(fileName),
        contacts: [{ email }],
      })),
      ...journal.flatMap((line) => {
        const { before, after, unreadable } = readKeptStates(line);
        const { at, act, subject: association } = line;
        if (unreadable) return [{ at, act, association, contacts: [], unreadable: words.unreadable }];
        const contacts = [...own(before?.contacts), ...own(after?.contacts)];
        return contacts.length === 0 ? [] : [{ at, act, association, contacts }];
      }),
    ],
    memberships: (await find<Held>(MEMBERSHIP, { where: { email: { $eqi: email } }, orderBy: { id: 'asc' } })).map(
      (row) => pick(row, ['associationName', 'email', 'state', 'invitedAt', 'activeSince', 'endedAt']),
    ),
    accounts: (
      await find<Held>('plugin::users-permissions.user', {
        select: ['email', 'createdAt', 'updatedAt', 'blocked'],
        where: { email: { $eqi: email } },
      })
    ).map((row) => pick(row, ['email', 'createdAt', 'updatedAt', 'blocked'])),
    letters,
    messages: await messagesFrom(strapi, email),
    alerts: (await alertsOf(strapi, email)).map(({ id, words: search, askedAt, confirmedAt, endsAt, toldAt }) => ({
      ...{ search, askedAt: askedAt.toISOString(), confirmedAt: confirmedAt?.toISOString() ?? null },
      ...{ toldAt: toldAt?.toISOString() ?? null, endsAt: endsAt.toISOString(), stop: alertLink(id).url },
    })),
    listLetters: stoppedAt === undefined ? [] : [{ stoppedAt }],
  };
}

/** Is there anything at all? Letters alone count: an address is personal. */
export const holdsSomething = ({ email: _email, readAt: _readAt, ...lists }: HeldData): boolean =>
  Object.values(lists).some((list) => list.length > 0);
