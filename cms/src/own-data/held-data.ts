import type { Core } from '@strapi/strapi';
import { CAMPAIGN, REQUEST, type UpdateRequest } from '../campaigns/request-store.ts';
import { JOURNAL } from '../journal/journal.ts';
import { hashRecipient } from '../mail/outbox.ts';
import { SUBMISSION, type Submission } from '../submissions/submission-store.ts';

const ASSOCIATION = 'api::association.association';
const MEMBERSHIP = 'api::membership.membership';

/** JSON of one kind of record: names of fields as they are stored, instants in ISO 8601. */
type Held = Readonly<Record<string, unknown>>;

/** All that is held about one e-mail address, and nothing about anybody else. */
export interface HeldData {
  readonly email: string;
  readonly readAt: string;
  /** Contacts of entries, as the office sees them (`brouillon`) and as they are published. */
  readonly contacts: readonly Held[];
  /** Questions of campaigns that went to this address. */
  readonly requests: readonly Held[];
  /** Answers and proposals that came from it, or that name it as a contact. */
  readonly submissions: readonly Held[];
  /** Agreements of it in earlier states of entries. */
  readonly journal: readonly Held[];
  /** Associations that it manages or managed. */
  readonly memberships: readonly Held[];
  /** Accounts of the associations' space. */
  readonly accounts: readonly Held[];
  /** Letters that went to it; what they said is erased after a time. */
  readonly letters: readonly Held[];
}

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
  const submissions = await find<Submission>(SUBMISSION, {
    where: { id: { $in: await mentioning('submissions', ['sender', 'entry', 'base', 'details']) } },
    orderBy: { sentAt: 'asc' },
  });
  const journal = await find<
    Held & { at: string; act: string; subject: string; before: KeptJson | null; after: KeptJson | null }
  >(JOURNAL, {
    where: { id: { $in: await mentioning('journal_entries', ['before', 'after']) } },
    orderBy: { at: 'asc' },
  });
  const { rows: letters } = await strapi.db.connection.raw<{ rows: Held[] }>(
    `select kind, subject, state, queued_at as "queuedAt", state_at as "stateAt" from trame_letters
      where recipient_hash = ? order by id`,
    [hashRecipient(email)],
  );

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
    submissions: submissions.flatMap((submission) => {
      const isSender = same(submission.sender);
      const { entry, base, details } = submission as Submission & { details: { contact?: unknown } | null };
      const contacts = [...own(entry?.contacts), ...own(base?.contacts)];
      const inDetails = same(details?.contact);
      if (!isSender && contacts.length === 0 && !inDetails) return [];
      return [
        {
          ...pick(submission as unknown as Held, ['kind', 'state', 'channel', 'title', 'sentAt', 'decidedAt']),
          reason: isSender ? submission.reason : null,
          sender: isSender ? submission.sender : null,
          contact: inDetails ? details?.contact : null,
          contacts,
        },
      ];
    }),
    journal: journal.flatMap(({ at, act, subject, before, after }) => {
      const contacts = [...own(before?.contacts), ...own(after?.contacts)];
      return contacts.length === 0 ? [] : [{ at, act, association: subject, contacts }];
    }),
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
  };
}

interface KeptJson {
  readonly contacts?: readonly Contact[];
}

/** Is there anything at all? Letters alone count: an address is personal. */
export const holdsSomething = ({ email: _email, readAt: _readAt, ...lists }: HeldData): boolean =>
  Object.values(lists).some((list) => list.length > 0);
