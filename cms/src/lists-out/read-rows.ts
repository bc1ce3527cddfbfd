/** What records say in the columns of a table: read for one reader, held to what the account may read and to what people agreed. */
import type { Core, Modules, UID } from '@strapi/strapi';
import { clearedText } from '../domain/cleared-text.ts';
import { maySee, type Consent } from '../domain/consent.ts';
import { dayOf } from '../domain/dates.ts';
import { attributesOf, columnOf, listColumnKeys, type ListColumnKey } from '../domain/lists-out/columns.ts';
import type { ListCell, ListRow } from '../domain/lists-out/table.ts';
import { formatPhone } from '../domain/phone.ts';
import type { FoundType } from '../domain/records/found-types.ts';
import { typeName } from '../domain/records/record-type-names.ts';
import { legalForms } from '../domain/vocabulary/legal-forms.ts';
import { channelsOf, type ListDestination } from '../domain/vocabulary/list-destinations.ts';
import { recordStates } from '../domain/vocabulary/record-states.ts';
import type { Withheld } from '../domain/withheld-contacts.ts';
import type { WithheldIndex } from '../domain/withheld-index.ts';
import type { IndexedRecord } from '../entries/record-index/indexed-record.ts';
import { readWithheldFrom } from '../platform/contacts/withheld-from-letters.ts';
import { contentRows } from '../platform/database/content-rows.ts';
import type { Reader } from '../platform/http/may-read.ts';

type Text = string | number | null | undefined;
type Named = readonly { readonly name?: Text }[] | null | undefined;

const filled = (text: Text): text is string | number => text !== null && text !== undefined && `${text}`.trim() !== '';
const joined = (parts: readonly Text[], between = ', '): string => parts.filter(filled).join(between);
const names = (list: Named): string => joined((list ?? []).map(({ name }) => name));

interface ContactRow extends Consent {
  readonly role?: string | null;
  readonly name?: string | null;
  readonly phone?: string | null;
  readonly email?: string | null;
}

/** One record of a type, before it is held to its reader. */
interface Said {
  readonly documentId: string;
  readonly name: string;
  readonly cells: ListRow;
  readonly contacts: readonly ContactRow[];
  /** Whether everybody may know the postal address. */
  readonly isAddressPublic: boolean;
}

type ReadType = (
  strapi: Core.Strapi,
  version: 'draft' | 'published',
  documentIds: readonly string[],
) => Promise<Said[]>;

const nothing = { contacts: [], isAddressPublic: true } as const;

/** How one type is read, and what its rows say. */
const reading =
  <const Uid extends UID.ContentType, const Params extends Modules.Documents.Params.Pick<Uid, 'fields' | 'populate'>>(
    uid: Uid,
    whitelist: Params,
    say: (
      row: Modules.Documents.Result<Uid, Params>,
    ) => Omit<Said, 'documentId' | 'contacts' | 'isAddressPublic'> & Partial<Said>,
  ): ReadType =>
  async (strapi, version, documentIds) => {
    if (documentIds.length === 0) return [];
    const rows = await contentRows(strapi, uid, whitelist, version, documentIds);
    return rows.map((row) => ({ ...nothing, documentId: (row as { documentId: string }).documentId, ...say(row) }));
  };

const readTypes: Readonly<Record<FoundType, ReadType>> = {
  'api::association.association': reading(
    'api::association.association',
    {
      fields: [
        ...(['name', 'officialName', 'acronym', 'rnaId', 'siret', 'legalForm', 'foundedYear', 'summary'] as const),
        ...(['website', 'seeksVolunteers', 'inPrint', 'verifiedOn', 'internalNote'] as const),
      ],
      populate: {
        commune: { fields: ['name'] },
        communesOfActivity: { fields: ['name'] },
        themes: { fields: ['name'] },
        audiences: { fields: ['name'] },
        activities: { fields: ['label'] },
        address: { fields: ['street', 'complement', 'postalCode', 'city', 'public'] },
        contacts: {
          fields: [
            ...(['role', 'name', 'phone', 'email'] as const),
            ...(['web', 'print', 'professionals', 'openData', 'consentDate', 'consentSource'] as const),
          ],
        },
      },
    },
    (row) => ({
      name: row.name ?? '',
      isAddressPublic: row.address?.public === true,
      contacts: (row.contacts ?? []) as unknown as ContactRow[],
      cells: {
        officialName: row.officialName ?? null,
        acronym: row.acronym ?? null,
        commune: row.commune?.name ?? null,
        communesOfActivity: names(row.communesOfActivity),
        themes: names(row.themes),
        audiences: names(row.audiences),
        activities: joined((row.activities ?? []).map(({ label }) => label)),
        summary: row.summary ?? null,
        complement: row.address?.complement ?? null,
        street: row.address?.street ?? null,
        postalCode: row.address?.postalCode ?? null,
        city: row.address?.city ?? null,
        website: row.website ?? null,
        rnaId: row.rnaId ?? null,
        siret: row.siret ?? null,
        legalForm: row.legalForm ? legalForms.label(row.legalForm) : null,
        foundedYear: row.foundedYear ?? null,
        seeksVolunteers: row.seeksVolunteers === true,
        inPrint: row.inPrint !== false,
        verifiedOn: row.verifiedOn ? String(row.verifiedOn) : null,
        internalNote: row.internalNote ?? null,
      },
    }),
  ),
  'api::event.event': reading(
    'api::event.event',
    {
      fields: ['title', 'summary', 'place', 'organiserName', 'internalNote'],
      populate: {
        timings: { fields: ['begin', 'end'] },
        venue: { fields: ['name'], populate: { commune: { fields: ['name'] } } },
        organisers: { fields: ['name'] },
        themes: { fields: ['name'] },
      },
    },
    (row) => {
      const instants = (row.timings ?? []).flatMap(({ begin, end }) => [begin, end].filter(Boolean).map(String));
      const days = instants.map((instant) => dayOf(instant)).sort();
      return {
        name: row.title ?? '',
        cells: {
          commune: row.venue?.commune?.name ?? null,
          themes: names(row.themes),
          firstDay: days[0] ?? null,
          lastDay: days.at(-1) ?? null,
          place: row.venue?.name ?? row.place ?? null,
          organisers: joined([names(row.organisers), row.organiserName]),
          summary: row.summary ?? null,
          internalNote: row.internalNote ?? null,
        },
      };
    },
  ),
  'api::guide.guide': reading(
    'api::guide.guide',
    { fields: ['title', 'summary', 'place', 'date'], populate: { themes: { fields: ['name'] } } },
    (row) => ({
      name: row.title ?? '',
      cells: {
        themes: names(row.themes),
        firstDay: row.date ? String(row.date) : null,
        place: row.place ?? null,
        summary: row.summary ?? null,
      },
    }),
  ),
  'api::resource.resource': reading(
    'api::resource.resource',
    {
      fields: ['title', 'summary', 'ownerName', 'internalNote'],
      populate: { owner: { fields: ['name'] }, commune: { fields: ['name'] }, themes: { fields: ['name'] } },
    },
    (row) => ({
      name: row.title ?? '',
      cells: {
        commune: row.commune?.name ?? null,
        themes: names(row.themes),
        organisers: row.owner?.name ?? row.ownerName ?? null,
        summary: row.summary ?? null,
        internalNote: row.internalNote ?? null,
      },
    }),
  ),
  'api::venue.venue': reading(
    'api::venue.venue',
    { fields: ['name', 'street', 'postalCode', 'city'], populate: { commune: { fields: ['name'] } } },
    (row) => ({
      name: row.name ?? '',
      cells: {
        commune: row.commune?.name ?? null,
        street: row.street ?? null,
        postalCode: row.postalCode ?? null,
        city: row.city ?? null,
      },
    }),
  ),
  'api::action.action': reading('api::action.action', { fields: ['number', 'title'] }, (row) => ({
    name: joined([row.number, row.title], ' '),
    cells: {},
  })),
  'api::commune.commune': reading('api::commune.commune', { fields: ['name'] }, ({ name }) => ({
    name: name ?? '',
    cells: {},
  })),
  'api::theme.theme': reading('api::theme.theme', { fields: ['name'] }, ({ name }) => ({
    name: name ?? '',
    cells: {},
  })),
  'api::audience.audience': reading('api::audience.audience', { fields: ['name'] }, ({ name }) => ({
    name: name ?? '',
    cells: {},
  })),
  'api::action-plan.action-plan': reading('api::action-plan.action-plan', { fields: ['title'] }, ({ title }) => ({
    name: title ?? '',
    cells: {},
  })),
  'api::axis.axis': reading('api::axis.axis', { fields: ['number', 'title'] }, (row) => ({
    name: joined([row.number, row.title], ' '),
    cells: {},
  })),
};

const isType = (uid: string): uid is FoundType => Object.hasOwn(readTypes, uid);

/** Whether a record is told to such a reader: others than the office get what is online, and nothing else. */
export const isForReader = ({ state }: Pick<IndexedRecord, 'state'>, destination: ListDestination): boolean =>
  channelsOf[destination] === null || state === null || state === 'en ligne' || state === 'modifiée';

/** The columns that a table of these types may have for such a reader, of what the account may read. */
export function offeredColumns(
  types: ReadonlySet<string>,
  destination: ListDestination,
  reader: Pick<Reader, 'mayReadAttribute'>,
): ListColumnKey[] {
  const isOffice = channelsOf[destination] === null;
  return listColumnKeys.filter(
    (key) =>
      (isOffice || columnOf(key).isInternal !== true) &&
      [...types].some(
        (type) =>
          isType(type) &&
          attributesOf(key, type)?.every((attribute) => reader.mayReadAttribute(type, attribute)) === true,
      ),
  );
}

const reaches = ({ phone, email }: ContactRow): boolean => filled(phone) || filled(email);

/** The cells about people, of those who agreed to that reader; the first whom something reaches is « the contact ». */
function contactCells(contacts: readonly ContactRow[], destination: ListDestination): ListRow {
  const channels = channelsOf[destination];
  const seen = contacts.filter(
    (contact) => reaches(contact) && (channels?.every((channel) => maySee(contact, channel)) ?? true),
  );
  const [first] = seen;
  return {
    contactName: first?.name ?? null,
    contactRole: first?.role ?? null,
    phone: seen.find(({ phone }) => filled(phone))?.phone ?? null,
    email: seen.find(({ email }) => filled(email))?.email ?? null,
    contacts: joined(
      seen.map(({ name, role, phone, email }) =>
        joined([name, role, filled(phone) ? formatPhone(String(phone)) : null, email]),
      ),
      '\u00a0; ',
    ),
  };
}

type Clear = (key: ListColumnKey, text: string, owner: string) => string;
const asItIs: Clear = (_key, text) => text;

/** The numbers and addresses that such a reader may not find in a text; null for the office, which holds them all. */
export async function withheldFrom(strapi: Core.Strapi, destination: ListDestination): Promise<WithheldIndex | null> {
  const channels = channelsOf[destination];
  if (channels === null) return null;
  return readWithheldFrom(strapi, {
    channel: destination === 'papier' ? 'print' : 'web',
    sees: (consent) => channels.every((channel) => maySee(consent, channel)),
    closedBy: (isTakenBack) => channels.some(isTakenBack),
  });
}

/** Takes out of texts what the reader may not see of anybody: a number stands in a presentation as well as in its field. */
async function clearingFor(strapi: Core.Strapi, destination: ListDestination): Promise<Clear> {
  const index = await withheldFrom(strapi, destination);
  if (index === null) return asItIs;
  return (key, text, owner) => {
    const withheld: readonly Withheld[] = index.find(text, owner);
    const kind = key === 'website' ? 'url' : 'text';
    return withheld.length === 0 ? text : clearedText(text, withheld, { kind, required: key === 'name' || undefined });
  };
}

export interface ReadRow {
  readonly record: IndexedRecord;
  readonly row: ListRow;
}

/**
 * The rows of records, all columns, for one reader. A record that is gone by now has none.
 * @param records as `listed` gives them: only what the account may read
 */
export async function readRows(
  strapi: Core.Strapi,
  records: readonly IndexedRecord[],
  destination: ListDestination,
  reader: Pick<Reader, 'mayReadAttribute'>,
): Promise<ReadRow[]> {
  const told = records.filter((record) => isForReader(record, destination));
  const version = channelsOf[destination] === null ? 'draft' : 'published';
  const clear = await clearingFor(strapi, destination);
  const said = new Map<string, Said>();
  for (const type of new Set(told.map(({ uid }) => uid).filter(isType))) {
    const ids = told.flatMap(({ uid, documentId }) => (uid === type ? [documentId] : []));
    for (const one of await readTypes[type](strapi, version, ids)) said.set(`${type} ${one.documentId}`, one);
  }
  return told.flatMap((record) => {
    const one = said.get(`${record.uid} ${record.documentId}`);
    if (!one || !isType(record.uid)) return [];
    const { uid } = record;
    const cells: ListRow = {
      ...one.cells,
      ...contactCells(one.contacts, destination),
      name: one.name,
      type: typeName(uid)?.one ?? uid,
      state: record.state === null ? null : recordStates.label(record.state),
    };
    const row: Partial<Record<ListColumnKey, ListCell>> = {};
    for (const key of offeredColumns(new Set([uid]), destination, reader)) {
      const { kind, isContact, isAddress } = columnOf(key);
      if (isAddress && version === 'published' && !one.isAddressPublic) continue;
      const cell = cells[key] ?? null;
      row[key] = typeof cell === 'string' && kind === 'text' && !isContact ? clear(key, cell, record.documentId) : cell;
    }
    return [{ record, row }];
  });
}
