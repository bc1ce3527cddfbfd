/**
 * Organizations and services as the Human Services Data Specification 3.0 has them (https://docs.openreferral.org/): a service
 * is an activity, at the place where it is held. What is not known is left out: HSDS has no null.
 */
import type { Activity, Association, Slot } from '@trame/cms/domain/contract/site/association';
import type { Day } from '@trame/cms/domain/vocabulary/days';
import type { Theme } from '@trame/cms/domain/contract/site/territory';
import { activitiesOf } from '../tables/associations.ts';
import { pagesOf, type OpenContent } from '../open-content.ts';
import { uuidOf } from '../../uuid.ts';

const BYDAY = {
  lundi: 'MO',
  mardi: 'TU',
  mercredi: 'WE',
  jeudi: 'TH',
  vendredi: 'FR',
  samedi: 'SA',
  dimanche: 'SU',
} as const satisfies Record<Day, string>;

/** An object without what is not known. */
const known = <Value extends Record<string, unknown>>(value: Value) =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null && one !== undefined));

const schedule = ({ day, begin, end, note }: Slot, service: string, index: number) =>
  known({
    id: uuidOf('schedule', service, String(index)),
    service_id: service,
    freq: 'WEEKLY',
    byday: BYDAY[day],
    opens_at: begin,
    closes_at: end,
    // No `timezone`: it is one offset, and Paris has two a year.
    description: 'Heure de Paris',
    notes: note,
  });

const attributeOf = (owner: string, theme: Theme) => ({
  id: uuidOf('attribute', owner, theme.id),
  link_id: owner,
  link_entity: 'organization',
  link_type: 'theme',
  taxonomy_term_id: uuidOf('theme', theme.id),
  taxonomy_term: known({
    id: uuidOf('theme', theme.id),
    code: theme.slug,
    name: theme.name,
    description: theme.description ?? theme.name,
    parent_id: theme.parent === null ? null : uuidOf('theme', theme.parent),
    language: 'fr',
  }),
});

/** The seat, when its address is public and whole. */
function seatOf({ id, name, address }: Association) {
  if (!address?.street || !address.postalCode || !address.city) return [];
  const location = uuidOf('location', id);
  return [
    known({
      id: location,
      location_type: 'physical',
      organization_id: uuidOf('organization', id),
      name,
      latitude: address.latitude,
      longitude: address.longitude,
      addresses: [
        known({
          id: uuidOf('address', id),
          location_id: location,
          address_1: address.street,
          address_2: address.complement,
          city: address.city,
          // France has no such level in its addresses; the département is what comes nearest.
          state_province: address.postalCode.slice(0, address.postalCode.startsWith('97') ? 3 : 2),
          postal_code: address.postalCode,
          country: 'FR',
          address_type: 'physical',
        }),
      ],
    }),
  ];
}

function organizationOf(open: OpenContent, association: Association) {
  const id = uuidOf('organization', association.id);
  return known({
    id,
    name: association.name,
    alternate_name: association.acronym ?? association.officialName,
    description: association.description ?? association.summary,
    email: association.contacts.find(({ email }) => email !== null)?.email,
    website: association.website,
    uri: pagesOf(open.siteUrl).association(association.slug),
    year_incorporated: association.foundedYear,
    legal_status: association.legalForm,
    phones: association.contacts.flatMap(({ phone, role }, index) =>
      phone === null
        ? []
        : known({
            id: uuidOf('phone', association.id, String(index)),
            organization_id: id,
            number: phone,
            description: role,
          }),
    ),
    locations: seatOf(association),
    attributes: open.content.themes.some(association.themes).map((theme) => attributeOf(id, theme)),
  });
}

export const organizations = (open: OpenContent) =>
  open.content.associations.all.map((association) => organizationOf(open, association));

function placeOf({ content }: OpenContent, { place, communeCode }: Activity, service: string) {
  const commune = communeCode === null ? undefined : content.communeByCode(communeCode);
  if (place === null && commune === undefined) return [];
  const location = uuidOf('location', service);
  return [
    {
      id: uuidOf('service_at_location', service),
      service_id: service,
      location_id: location,
      location: known({
        id: location,
        location_type: 'physical',
        name: place ?? commune?.name,
        alternate_name: place === null ? null : commune?.name,
        external_identifier: communeCode,
        external_identifier_type: communeCode === null ? null : 'code Insee de la commune',
      }),
    },
  ];
}

const fullYears = (age: number | null, unit: string): number | null =>
  age === null || unit === 'ans' ? age : Math.floor(age / 12);

export const hsdsServices = (open: OpenContent) =>
  open.content.associations.all.flatMap((association) =>
    activitiesOf(association).map(({ id: activityId, part: activity }) => {
      const id = uuidOf('service', activityId);
      return known({
        id,
        organization_id: uuidOf('organization', association.id),
        name: activity.label,
        description: activity.description ?? association.summary,
        url: pagesOf(open.siteUrl).association(association.slug),
        // Whoever is in the directory is active: what is not leaves it.
        status: 'active',
        application_process: association.howToJoin,
        fees_description: activity.price,
        minimum_age: fullYears(activity.ageMin, activity.ageMinUnit),
        maximum_age: fullYears(activity.ageMax, activity.ageMaxUnit),
        assured_date: association.verifiedOn,
        schedules: activity.slots.map((slot, index) => schedule(slot, id, index)),
        service_at_locations: placeOf(open, activity, id),
      });
    }),
  );
