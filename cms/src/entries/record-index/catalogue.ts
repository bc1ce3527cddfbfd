/**
 * What each type is found by: which attributes are read, what each of them is to somebody who asks, and what is told of a
 * record. A type that is not here is not found; an attribute neither. Nothing secret is: no password, no token, no address of
 * an account.
 */
import type { Core, Modules, UID } from '@strapi/strapi';
import { maySee, type Consent } from '../../domain/consent.ts';
import { dayOf, formatDay } from '../../domain/dates.ts';
import { typography } from '../../domain/french.ts';
import type { IndexedValue, ValueKind } from '../../domain/search/text-index.ts';
import type { RecordGap } from '../../domain/vocabulary/record-gaps.ts';
import { contentRows } from '../../platform/database/content-rows.ts';
import type { IndexedRecord } from './indexed-record.ts';

/** What of a record is read from its own attributes. */
export type Told = Omit<IndexedRecord, 'uid' | 'documentId' | 'state'>;

export interface Described {
  readonly documentId: string;
  /** Milliseconds. */
  readonly updatedAt: number;
  readonly told: Told;
  readonly values: readonly IndexedValue[];
}

export interface CatalogueType {
  readonly uid: UID.ContentType;
  read(
    strapi: Core.Strapi,
    version: 'draft' | 'published',
    documentIds?: readonly string[] | null,
  ): Promise<Described[]>;
}

const NOTHING: Told = {
  title: '',
  detail: '',
  names: [],
  rnaId: null,
  siret: null,
  website: null,
  commune: null,
  communes: [],
  themes: [],
  contacts: [],
  gaps: [],
  verifiedOn: null,
  inPrint: false,
  days: [],
  calledOff: false,
};

type Text = string | number | null | undefined;
const filled = (text: Text): text is string | number =>
  text !== null && text !== undefined && String(text).trim() !== '';

/** A value of an attribute; none when it is empty. */
const value = (attribute: string, kind: ValueKind, text: Text, note?: string): IndexedValue[] =>
  filled(text) ? [{ attribute, kind, text: String(text).trim(), ...(note ? { note } : {}) }] : [];

const names = (list: readonly { readonly name?: Text }[] | null | undefined): string[] =>
  (list ?? []).flatMap(({ name }) => (filled(name) ? [String(name)] : []));
const ids = (list: readonly { readonly documentId: string }[] | null | undefined): string[] =>
  (list ?? []).map(({ documentId }) => documentId);
const gaps = (checks: Readonly<Partial<Record<RecordGap, boolean>>>): RecordGap[] =>
  Object.entries(checks).flatMap(([gap, lacking]) => (lacking ? [gap as RecordGap] : []));

/** One type: what is read of it, and how a row is told. */
function type<
  const Uid extends UID.ContentType,
  const Params extends Modules.Documents.Params.Pick<Uid, 'fields' | 'populate'>,
>(
  uid: Uid,
  whitelist: Params,
  describe: (row: Modules.Documents.Result<Uid, Params>) => { told: Partial<Told>; values: IndexedValue[] },
): CatalogueType {
  return {
    uid,
    async read(strapi, version, documentIds = null) {
      if (documentIds?.length === 0) return [];
      const rows = await contentRows(strapi, uid, whitelist, version, documentIds);
      return rows.map((row) => {
        const { documentId, updatedAt } = row as { documentId: string; updatedAt: string | Date };
        const { told, values } = describe(row);
        return { documentId, updatedAt: new Date(updatedAt).getTime(), told: { ...NOTHING, ...told }, values };
      });
    },
  };
}

interface ContactRow extends Consent {
  readonly role?: string | null;
  readonly name?: string | null;
  readonly phone?: string | null;
  readonly email?: string | null;
}

const whoIs = ({ name, role }: ContactRow): string => [name, role].filter(filled).join(', ');

const ofContact = (contact: ContactRow): IndexedValue[] => [
  ...value('contacts', 'person', [contact.name, contact.role].filter(filled).join(', ')),
  ...value('contacts', 'number', contact.phone, whoIs(contact)),
  ...value('contacts', 'address', contact.email, whoIs(contact)),
];

const reaches = ({ phone, email }: ContactRow): boolean => filled(phone) || filled(email);

export const catalogue: readonly CatalogueType[] = [
  type(
    'api::association.association',
    {
      fields: [
        ...(['name', 'officialName', 'acronym', 'rnaId', 'siret', 'summary', 'internalNote', 'website'] as const),
        ...(['verifiedOn', 'inPrint', 'updatedAt'] as const),
      ],
      populate: {
        commune: { fields: ['name'] },
        communesOfActivity: { fields: ['name'] },
        themes: { fields: ['name'] },
        activities: { fields: ['label', 'place'] },
        address: { fields: ['street', 'city', 'postalCode'] },
        contacts: {
          fields: [
            ...(['role', 'name', 'phone', 'email'] as const),
            ...(['web', 'print', 'professionals', 'openData', 'consentDate', 'consentSource'] as const),
          ],
        },
      },
    },
    (row) => {
      const contacts = (row.contacts ?? []) as unknown as ContactRow[];
      const reachable = contacts.filter(reaches);
      const communes = [row.commune, ...(row.communesOfActivity ?? [])].filter(
        (one) => one !== null && one !== undefined,
      );
      return {
        told: {
          title: row.name ?? '',
          detail: row.commune?.name ?? '',
          names: [row.officialName, row.acronym].filter(filled) as string[],
          rnaId: row.rnaId ?? null,
          siret: row.siret ?? null,
          website: row.website ?? null,
          commune: row.commune?.documentId ?? null,
          communes: ids(communes),
          themes: ids(row.themes),
          contacts: contacts.map(({ name, phone, email }) => ({
            name: name ?? '',
            phone: phone ?? '',
            email: email ?? '',
          })),
          gaps: gaps({
            commune: !row.commune,
            contact: reachable.length === 0,
            'contact web': !reachable.some((contact) => maySee(contact, 'web')),
            'contact papier': !reachable.some((contact) => maySee(contact, 'print')),
            activité: (row.activities ?? []).length === 0,
            thème: (row.themes ?? []).length === 0,
            présentation: !filled(row.summary),
          }),
          verifiedOn: row.verifiedOn ? String(row.verifiedOn) : null,
          inPrint: row.inPrint !== false,
        },
        values: [
          ...value('name', 'title', row.name),
          ...value('acronym', 'title', row.acronym),
          ...value('officialName', 'title', row.officialName),
          ...contacts.flatMap(ofContact),
          ...value('rnaId', 'number', row.rnaId, 'Numéro RNA'),
          ...value('siret', 'number', row.siret, 'SIRET'),
          ...value('commune', 'place', row.commune?.name),
          ...names(row.communesOfActivity).flatMap((name) => value('communesOfActivity', 'place', name)),
          ...value(
            'address',
            'place',
            [row.address?.street, row.address?.postalCode, row.address?.city].filter(filled).join(' '),
          ),
          ...(row.activities ?? []).flatMap(({ label, place }) => [
            ...value('activities', 'activity', label),
            ...value('activities', 'place', place),
          ]),
          ...names(row.themes).flatMap((name) => value('themes', 'activity', name)),
          ...value('website', 'text', row.website),
          ...value('summary', 'text', row.summary),
          ...value('internalNote', 'text', row.internalNote),
        ],
      };
    },
  ),
  type(
    'api::event.event',
    {
      fields: ['title', 'summary', 'place', 'organiserName', 'state', 'internalNote', 'period', 'updatedAt'],
      populate: {
        timings: { fields: ['begin', 'end'] },
        venue: { fields: ['name'], populate: { commune: { fields: ['name'] } } },
        organisers: { fields: ['name'] },
        themes: { fields: ['name'] },
        registration: { fields: ['value'] },
      },
    },
    (row) => {
      const days = (row.timings ?? []).flatMap(({ begin }) => (begin ? [dayOf(String(begin))] : [])).sort();
      const place = row.venue?.name ?? row.place ?? '';
      const commune = row.venue?.commune;
      const when = days[0] === undefined ? (row.period ?? '') : formatDay(days[0]);
      return {
        told: {
          title: row.title ?? '',
          detail: [when, place].filter(filled).join(', '),
          commune: commune?.documentId ?? null,
          communes: commune ? [commune.documentId] : [],
          themes: ids(row.themes),
          gaps: gaps({
            date: row.state === 'prévu' && days.length === 0 && !filled(row.period),
            thème: (row.themes ?? []).length === 0,
            présentation: !filled(row.summary),
          }),
          days,
          calledOff: row.state === 'annulé',
        },
        values: [
          ...value('title', 'title', row.title),
          ...names(row.organisers).flatMap((name) => value('organisers', 'person', name)),
          ...value('organiserName', 'person', row.organiserName),
          ...(row.registration ?? []).flatMap(({ value: how }) =>
            value('registration', /@/.test(how ?? '') ? 'address' : 'number', how, 'Inscription'),
          ),
          ...value('venue', 'place', row.venue?.name),
          ...value('venue', 'place', commune?.name),
          ...value('place', 'place', row.place),
          ...names(row.themes).flatMap((name) => value('themes', 'activity', name)),
          ...value('summary', 'text', row.summary),
          ...value('internalNote', 'text', row.internalNote),
        ],
      };
    },
  ),
  type(
    'api::guide.guide',
    {
      fields: ['title', 'summary', 'place', 'date', 'updatedAt'],
      populate: { themes: { fields: ['name'] }, associations: { fields: ['name'] }, source: { fields: ['label'] } },
    },
    (row) => ({
      told: {
        title: row.title ?? '',
        detail: [row.date ? formatDay(String(row.date)) : '', row.place].filter(filled).join(', '),
        themes: ids(row.themes),
        gaps: gaps({ thème: (row.themes ?? []).length === 0, présentation: !filled(row.summary) }),
      },
      values: [
        ...value('title', 'title', row.title),
        ...names(row.associations).flatMap((name) => value('associations', 'person', name)),
        ...value('source', 'person', row.source?.label),
        ...value('place', 'place', row.place),
        ...names(row.themes).flatMap((name) => value('themes', 'activity', name)),
        ...value('summary', 'text', row.summary),
      ],
    }),
  ),
  type(
    'api::resource.resource',
    {
      fields: ['title', 'summary', 'ownerName', 'conditions', 'howToGet', 'internalNote', 'updatedAt'],
      populate: { owner: { fields: ['name'] }, commune: { fields: ['name'] }, themes: { fields: ['name'] } },
    },
    (row) => ({
      told: {
        title: row.title ?? '',
        detail: [row.owner?.name ?? row.ownerName, row.commune?.name].filter(filled).join(', '),
        commune: row.commune?.documentId ?? null,
        communes: row.commune ? [row.commune.documentId] : [],
        themes: ids(row.themes),
        gaps: gaps({
          commune: !row.commune,
          thème: (row.themes ?? []).length === 0,
          présentation: !filled(row.summary),
        }),
      },
      values: [
        ...value('title', 'title', row.title),
        ...value('owner', 'person', row.owner?.name),
        ...value('ownerName', 'person', row.ownerName),
        ...value('commune', 'place', row.commune?.name),
        ...names(row.themes).flatMap((name) => value('themes', 'activity', name)),
        ...value('summary', 'text', row.summary),
        ...value('howToGet', 'text', row.howToGet),
        ...value('conditions', 'text', row.conditions),
        ...value('internalNote', 'text', row.internalNote),
      ],
    }),
  ),
  type(
    'api::action.action',
    {
      fields: ['number', 'title', 'introduction', 'partners', 'targetAudience', 'updatedAt'],
      populate: {
        axis: { fields: ['title'], populate: { plan: { fields: ['title'] } } },
        associations: { fields: ['name'] },
      },
    },
    (row) => ({
      told: {
        title: [row.number, row.title].filter(filled).join(' '),
        detail: row.axis?.plan?.title ?? row.axis?.title ?? '',
      },
      values: [
        ...value('title', 'title', row.title),
        ...value('number', 'text', row.number),
        ...value('partners', 'person', row.partners, 'Partenaires'),
        ...names(row.associations).flatMap((name) => value('associations', 'person', name)),
        ...value('axis', 'activity', row.axis?.title),
        ...value('targetAudience', 'text', row.targetAudience),
        ...value('introduction', 'text', row.introduction),
      ],
    }),
  ),
  type(
    'api::venue.venue',
    { fields: ['name', 'street', 'postalCode', 'city', 'updatedAt'], populate: { commune: { fields: ['name'] } } },
    (row) => ({
      told: {
        title: row.name ?? '',
        detail: row.commune?.name ?? row.city ?? '',
        commune: row.commune?.documentId ?? null,
        communes: row.commune ? [row.commune.documentId] : [],
        gaps: gaps({ commune: !row.commune }),
      },
      values: [
        ...value('name', 'title', row.name),
        ...value('street', 'place', [row.street, row.postalCode, row.city].filter(filled).join(' ')),
        ...value('commune', 'place', row.commune?.name),
      ],
    }),
  ),
  type('api::commune.commune', { fields: ['name', 'postalCodes', 'inseeCode', 'updatedAt'] }, (row) => ({
    told: { title: row.name ?? '', detail: row.postalCodes ?? '', commune: row.documentId, communes: [row.documentId] },
    values: [
      ...value('name', 'title', row.name),
      ...value('postalCodes', 'text', row.postalCodes),
      ...value('inseeCode', 'text', row.inseeCode),
    ],
  })),
  type('api::theme.theme', { fields: ['name', 'updatedAt'], populate: { parent: { fields: ['name'] } } }, (row) => ({
    told: { title: row.name ?? '', detail: row.parent?.name ?? '', themes: [row.documentId] },
    values: value('name', 'title', row.name),
  })),
  type('api::audience.audience', { fields: ['name', 'updatedAt'] }, (row) => ({
    told: { title: row.name ?? '' },
    values: value('name', 'title', row.name),
  })),
  type('api::action-plan.action-plan', { fields: ['title', 'territory', 'updatedAt'] }, (row) => ({
    told: { title: row.title ?? '', detail: row.territory ?? '' },
    values: [...value('title', 'title', row.title), ...value('territory', 'place', row.territory)],
  })),
  type(
    'api::axis.axis',
    { fields: ['number', 'title', 'updatedAt'], populate: { plan: { fields: ['title'] } } },
    (row) => ({
      told: { title: typography([row.number, row.title].filter(filled).join(' ')), detail: row.plan?.title ?? '' },
      values: value('title', 'title', row.title),
    }),
  ),
];

export const indexedTypes: readonly string[] = catalogue.map(({ uid }) => uid);

/** What is looked for every day comes before a theme or an audience whose name is as good. */
const WORTH: Readonly<Record<string, number>> = {
  'api::association.association': 3,
  'api::event.event': 2,
  'api::guide.guide': 1,
  'api::resource.resource': 1,
  'api::venue.venue': 1,
  'api::action.action': 1,
};

export const worthOf = (uid: string): number => WORTH[uid] ?? 0;
