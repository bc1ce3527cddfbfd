import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Consent } from '../domain/consent.ts';
import type { EntryForm, FormContact } from '../domain/entry/entry-form.ts';
import { matchContacts } from '../domain/entry/same-contact.ts';
import { fieldList, type EntryField } from '../domain/entry/fields.ts';
import { clockTime } from '../domain/slots.ts';
import type { AgeUnit } from '../domain/vocabulary/age-units.ts';
import type { ConsentSource } from '../domain/vocabulary/consent-sources.ts';
import type { Day } from '../domain/vocabulary/days.ts';
import type { networks } from '../domain/vocabulary/networks.ts';
import type { Populate } from './read-record.ts';

/** A row of the database layer. Every text may be null. */
type Text = string | null | undefined;

interface Reference {
  readonly documentId: string;
}

/** A contact as it is stored, with its agreement. */
export type StoredContact = Consent & {
  readonly role: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
};

/** What the program reads of a published association, besides the form. */
export interface AssociationRecord {
  readonly id: number;
  readonly documentId: string;
  readonly name: string;
  readonly slug: string;
  readonly rnaId: string | null;
  /** `YYYY-MM-DD` */
  readonly verifiedOn: string | null;
  readonly contacts: readonly StoredContact[];
  readonly address: { readonly latitude: number | null; readonly longitude: number | null } | null;
  readonly logo: { readonly id: number; readonly url: string } | null;
}

/** A published association as its form, and which state of it that is. */
export interface ReadEntry {
  readonly entry: EntryForm;
  /** Names this state of the entry and of its logo: 32 hexadecimal characters. */
  readonly version: string;
  readonly record: AssociationRecord;
}

interface Row {
  id: number;
  documentId: string;
  slug: Text;
  name: Text;
  acronym: Text;
  rnaId: Text;
  foundedYear: number | null;
  summary: Text;
  description: Text;
  howToJoin: Text;
  website: Text;
  seeksVolunteers: boolean | null;
  volunteersNote: Text;
  verifiedOn: Text;
  themes?: Reference[];
  audiences?: Reference[];
  commune?: Reference | null;
  communesOfActivity?: Reference[];
  activities?: {
    label: Text;
    description: Text;
    ageMin: number | null;
    ageMinUnit: AgeUnit | null;
    ageMax: number | null;
    ageMaxUnit: AgeUnit | null;
    price: Text;
    place: Text;
    communeCode: Text;
    season: Text;
    slots?: { day: Day | null; begin: Text; end: Text; note: Text }[];
  }[];
  contacts?: (Record<'role' | 'name' | 'phone' | 'email' | 'consentDate', Text> &
    Record<'web' | 'print' | 'professionals' | 'openData', boolean | null> & { consentSource: ConsentSource | null })[];
  address?:
    | (Record<'street' | 'complement' | 'postalCode' | 'city', Text> & {
        latitude: number | null;
        longitude: number | null;
        public: boolean | null;
      })
    | null;
  networks?: { network: (typeof networks.values)[number] | null; url: Text }[];
  logo?: { id: number; url: string } | null;
  accessibility?:
    | (Record<'mobility' | 'hearing' | 'sight' | 'intellectual' | 'psychological', boolean | null> & { note: Text })
    | null;
}

/** What the form needs of a record: every part of it that the catalogue says an association fills. */
const POPULATE = populateOfFields();

/** Relations as their ids, a picture as its file, components whole. */
function populateOfFields(): Populate {
  const parts = fieldList.filter(([, { filledBy }]) => filledBy === 'association');
  const under = (prefix: string): Populate =>
    Object.fromEntries(
      parts.flatMap(([path, { kind }]): [string, Populate[string]][] => {
        const name = path.slice(prefix.length);
        if (!path.startsWith(prefix) || name.includes('.')) return [];
        if (kind === 'relation' || kind === 'relations') return [[name, { select: ['documentId'] }]];
        if (kind === 'picture') return [[name, { select: ['id', 'url'] }]];
        if (kind === 'group') return [[name, true]];
        if (kind !== 'list') return [];
        const inner = under(`${path}.*.`);
        return [[name, Object.keys(inner).length === 0 ? true : { populate: inner }]];
      }),
    );
  return under('');
}

const text = (value: Text): string => value ?? '';
const ids = (references: readonly Reference[] | undefined): string[] =>
  (references ?? []).map(({ documentId }) => documentId);

/** The contacts of a row of the database, whatever is missing in it. */
export const storedContacts = (row: Pick<Row, 'contacts'>): StoredContact[] =>
  (row.contacts ?? []).map((contact) => ({
    role: text(contact.role),
    name: text(contact.name),
    phone: text(contact.phone),
    email: text(contact.email),
    web: contact.web === true,
    print: contact.print === true,
    professionals: contact.professionals === true,
    openData: contact.openData === true,
    consentDate: text(contact.consentDate).slice(0, 10) || null,
    consentSource: contact.consentSource ?? null,
  }));

const toFormContact = ({ consentDate: _date, consentSource: _source, ...contact }: StoredContact): FormContact =>
  contact;

const toForm = (row: Row): EntryForm => ({
  name: text(row.name),
  acronym: text(row.acronym),
  foundedYear: row.foundedYear ?? null,
  summary: text(row.summary),
  description: text(row.description),
  howToJoin: text(row.howToJoin),
  themes: ids(row.themes),
  audiences: ids(row.audiences),
  commune: row.commune?.documentId ?? null,
  communesOfActivity: ids(row.communesOfActivity),
  activities: (row.activities ?? []).map((activity) => ({
    label: text(activity.label),
    description: text(activity.description),
    ageMin: activity.ageMin ?? null,
    // Records of before it was asked are in years.
    ageMinUnit: activity.ageMinUnit ?? 'ans',
    ageMax: activity.ageMax ?? null,
    ageMaxUnit: activity.ageMaxUnit ?? 'ans',
    slots: (activity.slots ?? []).map(({ day, begin, end, note }) => ({
      day: day ?? 'lundi',
      begin: begin ? clockTime(begin) : '',
      end: end ? clockTime(end) : '',
      note: text(note),
    })),
    price: text(activity.price),
    place: text(activity.place),
    communeCode: text(activity.communeCode),
    season: text(activity.season),
  })),
  contacts: storedContacts(row).map(toFormContact),
  address: {
    street: text(row.address?.street),
    complement: text(row.address?.complement),
    postalCode: text(row.address?.postalCode),
    city: text(row.address?.city),
    public: row.address?.public === true,
  },
  website: text(row.website),
  networks: (row.networks ?? []).map(({ network, url }) => ({ network: network ?? 'autre', url: text(url) })),
  logo: { choice: row.logo ? 'keep' : 'none' },
  seeksVolunteers: row.seeksVolunteers === true,
  volunteersNote: text(row.volunteersNote),
  accessibility: {
    mobility: row.accessibility?.mobility === true,
    hearing: row.accessibility?.hearing === true,
    sight: row.accessibility?.sight === true,
    intellectual: row.accessibility?.intellectual === true,
    psychological: row.accessibility?.psychological === true,
    note: text(row.accessibility?.note),
  },
});

function toReadEntry(row: Row): ReadEntry {
  const entry = toForm(row);
  const logo = row.logo ? { id: row.logo.id, url: row.logo.url } : null;
  return {
    entry,
    // The keys of `entry` stand in the order of `toForm`: the text is canonical by construction.
    version: createHash('sha256').update(JSON.stringify({ entry, logo })).digest('hex').slice(0, 32),
    record: {
      id: row.id,
      documentId: row.documentId,
      name: text(row.name),
      slug: text(row.slug),
      rnaId: row.rnaId ?? null,
      verifiedOn: text(row.verifiedOn).slice(0, 10) || null,
      contacts: storedContacts(row),
      address: row.address ? { latitude: row.address.latitude, longitude: row.address.longitude } : null,
      logo,
    },
  };
}

/**
 * Associations as their forms, as they are published unless drafts are asked for, in a dozen queries however many they are.
 * @param associationIds documentIds; null for all. What has no such version, or is not there, is left out.
 */
export async function readEntries(
  strapi: Core.Strapi,
  associationIds: readonly string[] | null,
  version: 'draft' | 'published' = 'published',
): Promise<Map<string, ReadEntry>> {
  const rows: Row[] = await strapi.db.query('api::association.association').findMany({
    where: {
      publishedAt: version === 'published' ? { $notNull: true } : null,
      ...(associationIds === null ? {} : { documentId: { $in: [...associationIds] } }),
    },
    populate: POPULATE,
  });
  return new Map(rows.map((row) => [row.documentId, toReadEntry(row)]));
}

/** The draft of one association as its form; null when there is none. */
export async function readDraftEntry(strapi: Core.Strapi, associationId: string): Promise<ReadEntry | null> {
  const row = (await strapi.db
    .query('api::association.association')
    .findOne({ where: { documentId: associationId, publishedAt: null }, populate: POPULATE })) as Row | null;
  return row && toReadEntry(row);
}

/** One published association as its form; null when there is none on the site. Unpublished changes of an editor are not in it. */
export async function readEntry(strapi: Core.Strapi, associationId: string): Promise<ReadEntry | null> {
  return (await readEntries(strapi, [associationId])).get(associationId) ?? null;
}

/** On which day, and how, the boxes of an answer were ticked. */
export interface Agreement {
  /** `YYYY-MM-DD`, Europe/Paris: the day on which the association answered. */
  readonly day: string;
  readonly source: ConsentSource;
}

const channels = ['web', 'print', 'professionals', 'openData'] as const;

/**
 * Contacts of a form with their agreements. One that says what it said keeps its agreement as it was given; a newly ticked box,
 * or another name, number or address under boxes that stay ticked, is an agreement of its own, given with this answer.
 */
export function agreedContacts(
  contacts: readonly FormContact[],
  known: readonly StoredContact[],
  { day, source }: Agreement,
): StoredContact[] {
  const matches = matchContacts(contacts, known);
  return contacts.map((contact, index) => {
    const match = matches[index];
    const before = match === null || match === undefined ? undefined : known[match];
    const ticked = channels.some((channel) => contact[channel]);
    const isNews =
      before === undefined ||
      channels.some((channel) => contact[channel] && !before[channel]) ||
      (['name', 'phone', 'email'] as const).some((key) => contact[key] !== '' && contact[key] !== before[key]);
    if (!isNews) return { ...contact, consentDate: before.consentDate, consentSource: before.consentSource };
    return { ...contact, consentDate: ticked ? day : null, consentSource: ticked ? source : null };
  });
}

/** A logo that an answer brings, once it is in the media library: its id. */
export type NewLogo = number | null;

/**
 * The fields of a form as the document service takes them; whatever is not among `fields` has no key, and stays as it is.
 * Coordinates stay with an address that stays.
 *
 * @param record what stands today; null for a new association
 * @param logo the media library's id of a new logo
 */
export function toDocument(
  entry: EntryForm,
  fields: readonly EntryField[],
  record: AssociationRecord | null,
  current: EntryForm | null,
  agreement: Agreement,
  logo: NewLogo,
): Record<string, unknown> {
  const orNull = (value: string): string | null => (value === '' ? null : value);
  const emptied = <T extends object>(value: T): T =>
    Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inner === '' ? null : inner])) as T;

  const values: { readonly [Field in EntryField]: () => unknown } = {
    name: () => entry.name,
    acronym: () => orNull(entry.acronym),
    foundedYear: () => entry.foundedYear,
    logo: () => (entry.logo.choice === 'new' ? logo : null),
    summary: () => entry.summary,
    description: () => orNull(entry.description),
    howToJoin: () => orNull(entry.howToJoin),
    themes: () => entry.themes,
    audiences: () => entry.audiences,
    commune: () => entry.commune,
    communesOfActivity: () => entry.communesOfActivity,
    activities: () =>
      entry.activities.map((activity) => ({
        ...emptied(activity),
        slots: activity.slots.map((slot) => emptied(slot)),
      })),
    contacts: () =>
      agreedContacts(entry.contacts, record?.contacts ?? [], agreement).map((contact) => emptied(contact)),
    address: () => toAddress(entry, record, current),
    website: () => orNull(entry.website),
    networks: () => entry.networks,
    seeksVolunteers: () => entry.seeksVolunteers,
    volunteersNote: () => orNull(entry.volunteersNote),
    accessibility: () => {
      const { note, ...kinds } = entry.accessibility;
      return note === '' && !Object.values(kinds).includes(true) ? null : emptied(entry.accessibility);
    },
  };
  return Object.fromEntries(
    fields.filter((field) => field !== 'logo' || entry.logo.choice !== 'keep').map((field) => [field, values[field]()]),
  );
}

function toAddress(entry: EntryForm, record: AssociationRecord | null, current: EntryForm | null) {
  const { street, complement, postalCode, city, public: shown } = entry.address;
  if (`${street}${complement}${postalCode}${city}` === '') return null;
  const same = (['street', 'postalCode', 'city'] as const).every((key) => entry.address[key] === current?.address[key]);
  return {
    street: street || null,
    complement: complement || null,
    postalCode: postalCode || null,
    city: city || null,
    latitude: same ? (record?.address?.latitude ?? null) : null,
    longitude: same ? (record?.address?.longitude ?? null) : null,
    public: shown,
  };
}
