/**
 * What the territory gives away: facts about associations and their activities. People are not in it: no contact, no
 * address, for an association's seat is often somebody's home (decision 10 of the design; RGPD, article 5).
 */
import type { Association } from '@trame/cms/domain/contract/site/association';
import { withoutWithheldTexts } from '@trame/cms/domain/agreed-texts';
import type { Find } from '@trame/cms/domain/cleared-text';
import type { AgeUnit } from '@trame/cms/domain/vocabulary/age-units';
import { publicPaths } from '@trame/cms/domain/public-paths';
import { z } from 'zod';
import type { Content } from '../../content/index-content.ts';
import type { Cell } from '@trame/cms/domain/csv';

export interface OpenActivity {
  readonly intitule: string;
  readonly description: string | null;
  readonly age_min: number | null;
  readonly age_max: number | null;
  /** In months, when the association counts in months; else null. */
  readonly age_min_mois: number | null;
  readonly age_max_mois: number | null;
  readonly creneaux: readonly { jour: string; debut: string | null; fin: string | null; precision: string | null }[];
  readonly tarif: string | null;
  readonly lieu: string | null;
  readonly code_insee: string | null;
  readonly saison: string | null;
}

export interface OpenAssociation {
  readonly identifiant: string;
  readonly nom: string;
  readonly nom_officiel: string | null;
  readonly sigle: string | null;
  readonly rna: string | null;
  readonly siret: string | null;
  /** Null when it is not known. */
  readonly statut: string | null;
  readonly annee_creation: number | null;
  readonly resume: string;
  readonly themes: readonly string[];
  readonly publics: readonly string[];
  readonly commune_siege: string | null;
  readonly code_insee_siege: string | null;
  readonly codes_insee_activite: readonly string[];
  readonly activites: readonly OpenActivity[];
  readonly site_web: string | null;
  readonly recherche_benevoles: boolean;
  readonly fiche_verifiee_le: string | null;
  readonly fiche: string;
}

/** One association as open data. @param siteUrl public address of the site, without a slash at the end */
export function openAssociation(content: Content, association: Association, siteUrl: string): OpenAssociation {
  const seat = association.commune === null ? undefined : content.communes.byId(association.commune);
  return {
    identifiant: association.slug,
    nom: association.name,
    nom_officiel: association.officialName,
    sigle: association.acronym,
    rna: association.rnaId,
    siret: association.siret,
    statut: association.legalForm,
    annee_creation: association.foundedYear,
    resume: association.summary,
    themes: content.themes.some(association.themes).map(({ name }) => name),
    publics: content.audiences.some(association.audiences).map(({ name }) => name),
    commune_siege: seat?.name ?? null,
    code_insee_siege: seat?.inseeCode ?? null,
    codes_insee_activite: content.communes.some(association.communesOfActivity).map(({ inseeCode }) => inseeCode),
    activites: association.activities.map((activity) => ({
      intitule: activity.label,
      description: activity.description,
      age_min: inYears(activity.ageMin, activity.ageMinUnit),
      age_max: inYears(activity.ageMax, activity.ageMaxUnit),
      age_min_mois: activity.ageMinUnit === 'mois' ? activity.ageMin : null,
      age_max_mois: activity.ageMaxUnit === 'mois' ? activity.ageMax : null,
      creneaux: activity.slots.map(({ day, begin, end, note }) => ({
        jour: day,
        debut: begin,
        fin: end,
        precision: note,
      })),
      tarif: activity.price,
      lieu: activity.place,
      code_insee: activity.communeCode,
      saison: activity.season,
    })),
    site_web: association.website,
    recherche_benevoles: association.seeksVolunteers,
    fiche_verifiee_le: association.verifiedOn,
    fiche: `${siteUrl}${publicPaths.association(association.slug)}`,
  };
}

/** Completed years: readers of the columns of before months were told apart still get years. */
const inYears = (age: number | null, unit: AgeUnit): number | null =>
  age !== null && unit === 'mois' ? Math.floor(age / 12) : age;

/** Lines that may not be empty; the address on the site and the key, when they say it, take the whole record away. */
const Line = z.string().min(1);
const Name = z.string().regex(/^[a-z0-9-]+$/);
const Page = z.url();
const OpenRecord = z.looseObject({
  identifiant: Name,
  nom: Line,
  resume: Line,
  site_web: Page.nullable(),
  fiche: Page,
  activites: z.array(z.looseObject({ intitule: Line })),
});

/**
 * The record without the numbers and addresses that did not agree to be open data, in whatever text they stand: one that may be
 * read on the site may not be copied from a file for ever.
 * @param find what of a text may not be in it (`domain/contract/site/open-data.ts`)
 * @returns null when its own address on the site says one: it stays out
 */
export const agreedRecord = (record: OpenAssociation, find: Find): OpenAssociation | null =>
  (withoutWithheldTexts(OpenRecord, record as unknown as z.output<typeof OpenRecord>, find)?.value ??
    null) as OpenAssociation | null;

/** Columns of the tables; the page that offers them explains each one (`openData.columns` of fr.json). */
export const ASSOCIATION_COLUMNS = [
  'identifiant',
  'nom',
  'nom_officiel',
  'sigle',
  'rna',
  'siret',
  'statut',
  'annee_creation',
  'resume',
  'themes',
  'publics',
  'commune_siege',
  'code_insee_siege',
  'codes_insee_activite',
  'site_web',
  'recherche_benevoles',
  'fiche_verifiee_le',
  'fiche',
] as const satisfies readonly (keyof OpenAssociation)[];

export const ACTIVITY_COLUMNS = [
  'association',
  'intitule',
  'description',
  'age_min',
  'age_max',
  'jour',
  'debut',
  'fin',
  'precision',
  'tarif',
  'lieu',
  'code_insee',
  'saison',
  'age_min_mois',
  'age_max_mois',
] as const;

/** One row an association; lists are joined by " | ". */
export function associationRow(record: OpenAssociation): Cell[] {
  return ASSOCIATION_COLUMNS.map((column) => {
    const value = record[column];
    return typeof value === 'object' && value !== null ? value.join(' | ') : value;
  });
}

/** One row a slot; an activity without a slot has one row, with no day. */
export function activityRows(record: OpenAssociation): Cell[][] {
  const noSlot = { jour: null, debut: null, fin: null, precision: null };
  return record.activites.flatMap((activity) =>
    (activity.creneaux.length === 0 ? [noSlot] : activity.creneaux).map((slot) => [
      record.identifiant,
      activity.intitule,
      activity.description,
      activity.age_min,
      activity.age_max,
      slot.jour,
      slot.debut,
      slot.fin,
      slot.precision,
      activity.tarif,
      activity.lieu,
      activity.code_insee,
      activity.saison,
      activity.age_min_mois,
      activity.age_max_mois,
    ]),
  );
}
