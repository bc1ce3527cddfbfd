import type { Core } from '@strapi/strapi';
import type { z } from 'zod';
import { maySee, visibleContacts, type Consent } from '../../../domain/consent.ts';
import type { Activity, Address, Association, Contact, Slot } from '../../../domain/contract/site/association.ts';
import type { Standing } from '../../../domain/silence.ts';
import type { ExportChannel } from '../../../domain/vocabulary/consent-channels.ts';
import { noticeOf } from '../../../domain/notice.ts';
import { clockTime, compareSlots } from '../../../domain/slots.ts';
import { filePopulate, toImage, toImages, type MaybeFile } from './media.ts';
import { accessibilityPopulate, toAccessibility } from './place.ts';
import { publishedRows } from '../../../platform/database/content-rows.ts';
import {
  dayOrNull,
  easyTextFor,
  linesUnder,
  numberOrNull,
  referenceOrNull,
  references,
  textOrNull,
  valueOrNull,
} from './values.ts';

export const readAssociations = (strapi: Core.Strapi) =>
  publishedRows(strapi, 'api::association.association', {
    fields: [
      'slug',
      'name',
      'officialName',
      'acronym',
      'rnaId',
      'siret',
      'legalForm',
      'foundedYear',
      'summary',
      'description',
      'howToJoin',
      'words',
      'easyText',
      'website',
      'noticeKind',
      'noticeUntil',
      'noticeNote',
      'takesMessages',
      'seeksVolunteers',
      'volunteersNote',
      'verifiedOn',
      'verifiedBy',
      'missedEditions',
      'inPrint',
    ],
    populate: {
      themes: { fields: ['id'] },
      audiences: { fields: ['id'] },
      commune: { fields: ['id'] },
      communesOfActivity: { fields: ['id'] },
      activities: {
        fields: [
          'label',
          'description',
          'ageMin',
          'ageMinUnit',
          'ageMax',
          'ageMaxUnit',
          'price',
          'place',
          'communeCode',
          'season',
        ],
        populate: { slots: { fields: ['day', 'begin', 'end', 'note'] } },
      },
      contacts: {
        fields: [
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
        ],
      },
      address: { fields: ['street', 'complement', 'postalCode', 'city', 'latitude', 'longitude', 'public'] },
      networks: { fields: ['network', 'url'] },
      accessibility: accessibilityPopulate(),
      logo: filePopulate(),
      photos: filePopulate(),
    },
  });

/** The channels that content leaves the CMS by, each with an agreement of its own (decision 10 of the design). */
export type { ExportChannel };

type Row = Awaited<ReturnType<typeof readAssociations>>[number];
type StoredActivity = NonNullable<Row['activities']>[number];
type StoredSlot = NonNullable<StoredActivity['slots']>[number];
type StoredContact = NonNullable<Row['contacts']>[number];

const toSlot = (stored: StoredSlot): Slot => ({
  day: stored.day ?? 'lundi',
  begin: stored.begin ? clockTime(String(stored.begin)) : null,
  end: stored.end ? clockTime(String(stored.end)) : null,
  note: textOrNull(stored.note),
});

const toActivity = (stored: StoredActivity): Activity => ({
  label: stored.label ?? '',
  description: textOrNull(stored.description),
  ageMin: valueOrNull(stored.ageMin),
  ageMinUnit: stored.ageMinUnit ?? 'ans',
  ageMax: valueOrNull(stored.ageMax),
  ageMaxUnit: stored.ageMaxUnit ?? 'ans',
  slots: (stored.slots ?? []).map(toSlot).sort(compareSlots),
  price: textOrNull(stored.price),
  place: textOrNull(stored.place),
  communeCode: textOrNull(stored.communeCode),
  season: textOrNull(stored.season),
});

const consentOf = (stored: StoredContact): Consent & { stored: StoredContact } => ({
  stored,
  web: stored.web === true,
  print: stored.print === true,
  professionals: stored.professionals === true,
  openData: stored.openData === true,
  consentDate: dayOrNull(stored.consentDate),
  consentSource: valueOrNull(stored.consentSource),
});

/**
 * Only contacts that agreed to the channel, and of these only what a reader may see: the agreement itself stays here.
 * Whoever keeps the whole entry off the paper keeps its people off it too, whatever their boxes say.
 */
function toContacts({ contacts, inPrint }: Row, channel: ExportChannel, offPaper: boolean): Contact[] {
  if (channel === 'print' && (inPrint === false || offPaper)) return [];
  return visibleContacts((contacts ?? []).map(consentOf), channel)
    .map(({ stored: contact, ...consent }) => ({
      role: textOrNull(contact.role),
      name: textOrNull(contact.name),
      phone: textOrNull(contact.phone),
      email: textOrNull(contact.email),
      ...(channel === 'web' && maySee(consent, 'openData') ? { openData: true as const } : {}),
    }))
    .filter(({ name, phone, email }) => name ?? phone ?? email);
}

function toAddress(stored: Row['address']): Address | null {
  if (stored?.public !== true) return null;
  return {
    street: textOrNull(stored.street),
    complement: textOrNull(stored.complement),
    postalCode: textOrNull(stored.postalCode),
    city: textOrNull(stored.city),
    latitude: numberOrNull(stored.latitude),
    longitude: numberOrNull(stored.longitude),
  };
}

/** What paper has no use for: a notice is over before it is read, and there is no form to write by. */
function forNow(row: Row): Pick<Association, 'notice' | 'takesMessages'> {
  const notice = noticeOf({
    noticeKind: row.noticeKind ?? '',
    noticeUntil: dayOrNull(row.noticeUntil) ?? '',
    noticeNote: row.noticeNote ?? '',
  });
  return {
    ...(notice === null ? {} : { notice }),
    ...(row.takesMessages === true ? { takesMessages: true as const } : {}),
  };
}

export const toAssociation = (
  row: Row,
  channel: ExportChannel,
  { toConfirm, offPaper }: Pick<Standing, 'toConfirm' | 'offPaper'>,
): z.input<typeof Association> => ({
  id: row.documentId,
  slug: row.slug ?? '',
  name: row.name ?? '',
  officialName: textOrNull(row.officialName),
  acronym: textOrNull(row.acronym),
  rnaId: textOrNull(row.rnaId),
  siret: textOrNull(row.siret),
  legalForm: valueOrNull(row.legalForm),
  foundedYear: valueOrNull(row.foundedYear),
  summary: row.summary ?? '',
  description: textOrNull(row.description),
  howToJoin: textOrNull(row.howToJoin),
  ...easyTextFor(channel, row.easyText),
  ...(channel === 'web' ? linesUnder('words', row.words) : {}),
  themes: references(row.themes),
  audiences: references(row.audiences),
  commune: referenceOrNull(row.commune),
  communesOfActivity: references(row.communesOfActivity),
  activities: (row.activities ?? []).map(toActivity),
  contacts: toContacts(row, channel, offPaper),
  address: toAddress(row.address),
  website: textOrNull(row.website),
  networks: (row.networks ?? []).map(({ network, url }) => ({ network: network ?? 'autre', url: url ?? '' })),
  logo: toImage(row.logo as MaybeFile),
  photos: toImages(row.photos),
  seeksVolunteers: row.seeksVolunteers === true,
  volunteersNote: textOrNull(row.volunteersNote),
  accessibility: toAccessibility(row.accessibility),
  verifiedOn: dayOrNull(row.verifiedOn),
  verifiedBy: valueOrNull(row.verifiedBy),
  ...(toConfirm ? { toConfirm } : {}),
  inPrint: row.inPrint !== false && !offPaper,
  ...(channel === 'web' ? forNow(row) : {}),
});
