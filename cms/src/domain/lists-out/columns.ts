/** The columns that a list may have as a table: data. What a record says in them is read by `cms/src/lists-out`. */
import type { FoundType } from '../records/found-types.ts';

export type ColumnKind = 'text' | 'number' | 'yes-no' | 'day' | 'phone';

export interface ListColumn {
  readonly label: string;
  readonly kind: ColumnKind;
  /** Which types have it, and which of their attributes it tells: an account that may not read one of them gets no such cell. */
  readonly of: Readonly<Partial<Record<FoundType, readonly string[]>>> | 'all';
  /** Says how to reach people: held to their agreement. */
  readonly isContact?: true;
  /** Part of the postal address: leaves the office only where it is public. */
  readonly isAddress?: true;
  /** Never for anybody else than the office. */
  readonly isInternal?: true;
  /** Among the columns of somebody who has never chosen. */
  readonly isUsual?: true;
}

const ASSOCIATION = 'api::association.association';
const EVENT = 'api::event.event';
const GUIDE = 'api::guide.guide';
const RESOURCE = 'api::resource.resource';
const VENUE = 'api::venue.venue';

const ofAssociation = (...attributes: readonly string[]) => ({ [ASSOCIATION]: attributes });

/** In the order in which a table has them. */
export const listColumns = {
  name: { label: 'Nom', kind: 'text', of: 'all', isUsual: true },
  type: { label: 'Type de fiche', kind: 'text', of: 'all' },
  state: { label: 'État', kind: 'text', of: 'all' },
  officialName: { label: 'Nom officiel', kind: 'text', of: ofAssociation('officialName') },
  acronym: { label: 'Sigle', kind: 'text', of: ofAssociation('acronym') },
  commune: {
    label: 'Commune',
    kind: 'text',
    of: { [ASSOCIATION]: ['commune'], [EVENT]: ['venue'], [RESOURCE]: ['commune'], [VENUE]: ['commune'] },
    isUsual: true,
  },
  communesOfActivity: { label: 'Communes d’activité', kind: 'text', of: ofAssociation('communesOfActivity') },
  themes: {
    label: 'Thèmes',
    kind: 'text',
    of: { [ASSOCIATION]: ['themes'], [EVENT]: ['themes'], [GUIDE]: ['themes'], [RESOURCE]: ['themes'] },
    isUsual: true,
  },
  audiences: { label: 'Publics', kind: 'text', of: ofAssociation('audiences') },
  activities: { label: 'Activités', kind: 'text', of: ofAssociation('activities') },
  firstDay: { label: 'Premier jour', kind: 'day', of: { [EVENT]: ['timings'], [GUIDE]: ['date'] }, isUsual: true },
  lastDay: { label: 'Dernier jour', kind: 'day', of: { [EVENT]: ['timings'] } },
  place: { label: 'Lieu', kind: 'text', of: { [EVENT]: ['venue', 'place'], [GUIDE]: ['place'] } },
  organisers: {
    label: 'Organisé par',
    kind: 'text',
    of: { [EVENT]: ['organisers', 'organiserName'], [RESOURCE]: ['owner', 'ownerName'] },
  },
  contactName: { label: 'Contact', kind: 'text', of: ofAssociation('contacts'), isContact: true, isUsual: true },
  contactRole: { label: 'Fonction', kind: 'text', of: ofAssociation('contacts'), isContact: true },
  phone: { label: 'Téléphone', kind: 'phone', of: ofAssociation('contacts'), isContact: true, isUsual: true },
  email: { label: 'Adresse électronique', kind: 'text', of: ofAssociation('contacts'), isContact: true, isUsual: true },
  contacts: { label: 'Tous les contacts', kind: 'text', of: ofAssociation('contacts'), isContact: true },
  complement: { label: 'Complément d’adresse', kind: 'text', of: ofAssociation('address'), isAddress: true },
  street: {
    label: 'Rue',
    kind: 'text',
    of: { [ASSOCIATION]: ['address'], [VENUE]: ['street'] },
    isAddress: true,
  },
  postalCode: {
    label: 'Code postal',
    kind: 'text',
    of: { [ASSOCIATION]: ['address'], [VENUE]: ['postalCode'] },
    isAddress: true,
  },
  city: { label: 'Ville', kind: 'text', of: { [ASSOCIATION]: ['address'], [VENUE]: ['city'] }, isAddress: true },
  website: { label: 'Site internet', kind: 'text', of: ofAssociation('website') },
  summary: {
    label: 'Présentation courte',
    kind: 'text',
    of: { [ASSOCIATION]: ['summary'], [EVENT]: ['summary'], [GUIDE]: ['summary'], [RESOURCE]: ['summary'] },
  },
  rnaId: { label: 'Numéro RNA', kind: 'text', of: ofAssociation('rnaId') },
  siret: { label: 'SIRET', kind: 'text', of: ofAssociation('siret') },
  legalForm: { label: 'Statut', kind: 'text', of: ofAssociation('legalForm') },
  foundedYear: { label: 'Année de création', kind: 'number', of: ofAssociation('foundedYear') },
  seeksVolunteers: { label: 'Cherche des bénévoles', kind: 'yes-no', of: ofAssociation('seeksVolunteers') },
  inPrint: { label: 'Dans l’annuaire imprimé', kind: 'yes-no', of: ofAssociation('inPrint'), isInternal: true },
  verifiedOn: { label: 'Vérifiée le', kind: 'day', of: ofAssociation('verifiedOn'), isInternal: true, isUsual: true },
  internalNote: {
    label: 'Note interne',
    kind: 'text',
    of: { [ASSOCIATION]: ['internalNote'], [EVENT]: ['internalNote'], [RESOURCE]: ['internalNote'] },
    isInternal: true,
  },
} as const satisfies Readonly<Record<string, ListColumn>>;

export type ListColumnKey = keyof typeof listColumns;
export const listColumnKeys = Object.keys(listColumns) as [ListColumnKey, ...ListColumnKey[]];
/** A column as its definition, optional keys included. */
export const columnOf = (key: ListColumnKey): ListColumn => listColumns[key];

export const usualColumns: readonly ListColumnKey[] = listColumnKeys.filter((key) => columnOf(key).isUsual === true);

/** The attributes that a cell of this column tells of a record of that type; null when it has no such column. */
export function attributesOf(key: ListColumnKey, type: FoundType): readonly string[] | null {
  const { of } = columnOf(key);
  return of === 'all' ? [] : (of[type] ?? null);
}
