/**
 * Rooms and fields as SCDL « Équipements » 0.1.5 has them (https://schema.data.gouv.fr/scdl/equipements/): the places of the
 * directory that are such, by the words of their name. What is required and not known:
 * - without the SIRET of the publisher (« Mentions légales ») there is no file: its first two columns are the publisher's;
 * - a place without a commune of the territory, an address, a postcode or a point of its own stays out;
 * - a street without a number gets 99999, as the schema wants it;
 * - `EQUIP_CODE`: the nomenclature's code of the family, its two finer levels left at 00, and a rank drawn from the place's own
 *   identifier, so that a new place renumbers no other.
 */
import { createHash } from 'node:crypto';
import type { Cell } from '@trame/cms/domain/csv';
import { withoutAccents } from '@trame/cms/domain/french';
import type { Venue } from '@trame/cms/domain/contract/site/territory';
import type { OpenContent } from '../open-content.ts';

/** In the order of the families of the nomenclature: their rank is the second pair of figures of a code. */
const FAMILIES = [
  'Equipement administratif',
  'Equipement de justice',
  'Equipement sanitaire',
  "Equipement social et d'animation",
  'Equipement sportif et de loisirs',
  "Equipement d'enseignement",
  'Equipement cultuel',
  'Equipement culturel',
  'Equipement de mobilité',
  'Autre équipement',
] as const;
type Family = (typeof FAMILIES)[number];

/** What words of a name tell: the first one that is found. */
const KINDS: readonly (readonly [RegExp, string, Family])[] = [
  [/\bgymnase\b/, 'Gymnase', 'Equipement sportif et de loisirs'],
  [/\b(?:stade|terrain)\b/, 'Terrain de sport', 'Equipement sportif et de loisirs'],
  [/\bdojo\b/, 'Salle de combat', 'Equipement sportif et de loisirs'],
  [/\b(?:piscine|bassin)\b/, 'Piscine', 'Equipement sportif et de loisirs'],
  [
    /\b(?:tennis|boulodrome|skatepark|skate-park|city-?stade|plan d.eau)\b/,
    'Espace de loisirs',
    'Equipement sportif et de loisirs',
  ],
  [/\b(?:theatre|cinema|auditorium)\b/, 'Salle de spectacle', 'Equipement culturel'],
  [/\b(?:bibliotheque|mediatheque)\b/, 'Bibliothèque', 'Equipement culturel'],
  [/\b(?:foyer|salle|maison|espace|halle|grange)\b/, 'Salle polyvalente', "Equipement social et d'animation"],
];

export const SCDL_COLUMNS = [
  'COLL_NOM',
  'COLL_SIRET',
  'EQUIP_UID',
  'EQUIP_THEME',
  'EQUIP_CODE',
  'EQUIP_TYPE',
  'EQUIP_NOM',
  'ADR_NUMERO',
  'ADR_NOMVOIE',
  'ADR_CODEPOSTAL',
  'ADR_COMMUNE',
  'ADR_CLE_INTEROP',
  'ERP_ID',
  'ERP_TYPE',
  'ERP_CATEGORIE',
  'EQUIP_LAT',
  'EQUIP_LONG',
  'EQUIP_OUVERTURE',
  'EQUIP_TEL',
  'EQUIP_EMAIL',
  'EQUIP_WEB',
] as const;

const LONGEST_NAME = 256;
const LONGEST_PUBLISHER = 140;
const MOST = 999;
/** Of a street or a hamlet whose houses have no number. */
const NO_NUMBER = '99999';

/** « 12 bis rue du Stade »: its number, and the street in the letters that the schema takes. */
export function splitStreet(street: string): { readonly number: string; readonly name: string } {
  const match = /^(\d+(?:\s?\/\s?\d+)?(?:\s?(?:bis|ter|qua|qui|[a-d])(?![\p{L}\d]))?)[\s,]+(.+)$/iu.exec(street.trim());
  const name = (match?.[2] ?? street)
    .replaceAll('’', "'")
    .replaceAll('œ', 'oe')
    .replaceAll('Œ', 'Oe')
    .replace(/[^a-zA-Z0-9\-'\s\u00C0-\u00FF]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return { number: match?.[1]?.toLowerCase().replace(/\s*\/\s*/, '/') ?? NO_NUMBER, name };
}

const kindOf = (name: string) => {
  const folded = withoutAccents(name).toLowerCase();
  return KINDS.find(([words]) => words.test(folded)) ?? null;
};

interface Placed {
  readonly venue: Venue;
  readonly insee: string;
  readonly town: string;
  readonly type: string;
  readonly family: Family;
  readonly street: ReturnType<typeof splitStreet>;
  readonly postalCode: string;
  readonly latitude: number;
  readonly longitude: number;
}

const COMMUNE_NAME = /^[A-Za-z\s\-\u00C0-\u00FF]+$/;
const SHORTEST_STREET = 3;

function placed(open: OpenContent, venue: Venue): Placed[] {
  const commune = venue.commune === null ? undefined : open.content.communes.byId(venue.commune);
  const kind = kindOf(venue.name);
  const { street, postalCode, latitude, longitude } = venue;
  if (!commune || !kind || !street || !postalCode || latitude === null || longitude === null) return [];
  const split = splitStreet(street);
  const town = commune.name.replaceAll('’', ' ').replaceAll("'", ' ').replaceAll('œ', 'oe').replaceAll('Œ', 'Oe');
  if (split.name.length < SHORTEST_STREET || postalCode.length > 5 || !COMMUNE_NAME.test(town)) return [];
  const [, type, family] = kind;
  return [{ venue, insee: commune.inseeCode, town, type, family, street: split, postalCode, latitude, longitude }];
}

/** Ranks of the places of one commune and family: drawn from their identifiers, the next free one when two draw the same. */
function ranks(venues: readonly Venue[]): Map<string, number> {
  const taken = new Set<number>();
  const all = new Map<string, number>();
  for (const { id } of [...venues].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    let rank = (createHash('sha256').update(id).digest().readUInt32BE(0) % MOST) + 1;
    while (taken.has(rank) && taken.size < MOST) rank = (rank % MOST) + 1;
    taken.add(rank);
    all.set(id, rank);
  }
  return all;
}

/** Rows of the file, and how many places could not be one; null when the publisher has no SIRET. */
export function scdlEquipements(open: OpenContent): { readonly rows: Cell[][]; readonly left: number } | null {
  const { publisherName, publisherSiret } = open.content.legal;
  if (publisherSiret === null || !/^\d{14}$/.test(publisherSiret)) return null;
  const all = open.content.venues.all.flatMap((venue) => placed(open, venue));
  const groups = Map.groupBy(all, ({ insee, family }) => `${insee} ${family}`);
  const rankOf = new Map([...groups.values()].flatMap((group) => [...ranks(group.map(({ venue }) => venue))]));
  const rows = all.map((one): Cell[] => {
    const family = String(FAMILIES.indexOf(one.family) + 1).padStart(2, '0');
    const code = `01${family}0000-${String(rankOf.get(one.venue.id)).padStart(3, '0')}`;
    const known: Partial<Record<(typeof SCDL_COLUMNS)[number], Cell>> = {
      COLL_NOM: publisherName.slice(0, LONGEST_PUBLISHER),
      COLL_SIRET: publisherSiret,
      EQUIP_UID: `${one.insee}-${code}`,
      EQUIP_THEME: one.family,
      EQUIP_CODE: code,
      EQUIP_TYPE: one.type,
      EQUIP_NOM: one.venue.name.slice(0, LONGEST_NAME),
      ADR_NUMERO: one.street.number,
      ADR_NOMVOIE: one.street.name,
      ADR_CODEPOSTAL: one.postalCode,
      ADR_COMMUNE: one.town,
      EQUIP_LAT: one.latitude,
      EQUIP_LONG: one.longitude,
    };
    return SCDL_COLUMNS.map((column) => known[column] ?? null);
  });
  return { rows, left: open.content.venues.all.length - rows.length };
}
