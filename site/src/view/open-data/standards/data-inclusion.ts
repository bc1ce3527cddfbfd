/**
 * Structures and services as data·inclusion v1 has them (https://gip-inclusion.github.io/data-inclusion-schema/): what is
 * required and not known keeps a record out, and is never made up.
 * - `date_maj`: the day on which the entry was last verified; an entry that nobody verified has none, and stays out;
 * - `nom`: 3 to 150 characters without a full stop at the end;
 * - `publics`, `frais`: only where the entry's own words leave no doubt; `thematiques` and `type` are left to others.
 */
import type { Activity, Association } from '@trame/cms/domain/contract/site/association';
import { slugify } from '@trame/cms/domain/slug';
import { activitiesOf } from '../tables/associations.ts';
import { pagesOf, pointOf, type OpenContent } from '../open-content.ts';
import { openingHours } from './opening-hours.ts';

const LONGEST_NAME = 150;
const SHORTEST_NAME = 3;
const SHORTEST_TEXT = 5;
const LONGEST_TEXT = 10_000;

/** Ages from which « jeunes » and « seniors » are meant and nobody else. */
const YOUNG = { from: 11, to: 25 };
const SENIORS_FROM = 60;

/** Names the producer. */
export const sourceOf = ({ content }: OpenContent): string => slugify(content.settings.operatorName);

const nameOf = (name: string): string | null => {
  const cut = name.slice(0, LONGEST_NAME).replace(/[.\s]+$/u, '');
  return cut.length < SHORTEST_NAME ? null : cut;
};

const textOf = (...texts: readonly (string | null)[]): string | null =>
  texts.find((text): text is string => text !== null && text.length >= SHORTEST_TEXT)?.slice(0, LONGEST_TEXT) ?? null;

const FREE = /^\s*(?:c’est |c'est |entrée )?(?:gratuit|libre)(?:e|s|es)?\s*[.!]?\s*$/iu;
const PAID = /[1-9]\d*(?:[.,]\d+)?\s?(?:€|euros?)/iu;
const fees = (price: string | null): 'gratuit' | 'payant' | null => {
  if (price === null) return null;
  if (FREE.test(price)) return 'gratuit';
  return PAID.test(price) && !/gratuit/iu.test(price) ? 'payant' : null;
};

function publicsOf({ ageMin, ageMinUnit, ageMax, ageMaxUnit }: Activity): readonly string[] | null {
  if (ageMin !== null && ageMinUnit === 'ans' && ageMin >= SENIORS_FROM) return ['seniors'];
  const isYoung = ageMin !== null && ageMax !== null && ageMinUnit === 'ans' && ageMaxUnit === 'ans';
  return isYoung && ageMin >= YOUNG.from && ageMax <= YOUNG.to ? ['jeunes'] : null;
}

function agesInWords({ ageMin, ageMinUnit, ageMax, ageMaxUnit }: Activity): string | null {
  if (ageMin !== null && ageMax !== null) return `De ${ageMin} ${ageMinUnit} à ${ageMax} ${ageMaxUnit}`;
  if (ageMin !== null) return `À partir de ${ageMin} ${ageMinUnit}`;
  return ageMax === null ? null : `Jusqu’à ${ageMax} ${ageMaxUnit}`;
}

function addressOf({ content }: OpenContent, { address, commune }: Association) {
  const seat = commune === null ? undefined : content.communes.byId(commune);
  // The centre of a commune is no address: only an exact point is given here.
  const exact = pointOf(address, 'adresse', undefined);
  return {
    adresse: address?.street ?? null,
    complement_adresse: address?.complement ?? null,
    code_postal: /^\d{5}$/.test(address?.postalCode ?? '') ? (address?.postalCode ?? null) : null,
    commune: address?.city ?? seat?.name ?? null,
    // Of the seat: an address in another town would not be in that commune.
    code_insee: address?.city && address.city !== seat?.name ? null : (seat?.inseeCode ?? null),
    latitude: exact?.latitude ?? null,
    longitude: exact?.longitude ?? null,
  };
}

const reachedAt = ({ contacts }: Association) => ({
  telephone: contacts.find(({ phone }) => phone !== null)?.phone ?? null,
  courriel: contacts.find(({ email }) => email !== null)?.email ?? null,
});

/** Associations that fit, with what every record of theirs begins with. */
const fitting = (open: OpenContent) =>
  open.content.associations.all.flatMap((association) => {
    const nom = nameOf(association.name);
    if (nom === null || association.verifiedOn === null) return [];
    const source = sourceOf(open);
    return [{ association, nom, source, id: `${source}--${association.id}`, date_maj: association.verifiedOn }];
  });

export const structures = (open: OpenContent) =>
  fitting(open).map(({ association, nom, source, id, date_maj }) => ({
    source,
    id,
    nom,
    date_maj,
    siret: association.siret !== null && /^\d{14}$/.test(association.siret) ? association.siret : null,
    ...addressOf(open, association),
    ...reachedAt(association),
    site_web: association.website,
    description: textOf(association.description, association.summary),
    horaires_accueil: null,
    accessibilite_lieu: null,
    lien_source: pagesOf(open.siteUrl).association(association.slug),
    reseaux_porteurs: null,
  }));

export const services = (open: OpenContent) =>
  fitting(open).flatMap(({ association, source, id: structure_id, date_maj }) =>
    activitiesOf(association).flatMap(({ id, part: activity }) => {
      const nom = nameOf(activity.label);
      const description = textOf(activity.description, association.summary);
      if (nom === null || description === null) return [];
      const place = activity.communeCode === null ? undefined : open.content.communeByCode(activity.communeCode);
      return {
        source,
        structure_id,
        id: `${source}--${id}`,
        nom,
        description,
        date_maj,
        lien_source: pagesOf(open.siteUrl).association(association.slug),
        type: null,
        thematiques: null,
        frais: fees(activity.price),
        frais_precisions: activity.price,
        publics: publicsOf(activity),
        publics_precisions: agesInWords(activity),
        conditions_acces: null,
        ...reachedAt(association),
        contact_nom_prenom: null,
        modes_accueil: activity.place === null ? null : ['en-presentiel'],
        commune: place?.name ?? null,
        code_insee: activity.communeCode,
        code_postal: null,
        adresse: null,
        complement_adresse: activity.place,
        latitude: null,
        longitude: null,
        horaires_accueil: openingHours(activity.slots),
        zone_eligibilite: null,
        mobilisable_par: null,
        modes_mobilisation: null,
        mobilisation_precisions: null,
        lien_mobilisation: null,
        nombre_semaines: null,
        volume_horaire_hebdomadaire: null,
      };
    }),
  );
