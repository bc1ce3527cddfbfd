/** The shape of a type for a merge, from its schema. What a schema does not say about its components stands here. */
import type { Core } from '@strapi/strapi';
import type { RecordShape, Shape } from '../domain/merge/shape.ts';
import { contentAttributes, isToMany, type ContentAttribute } from './record-content.ts';

type Known = Pick<RecordShape, 'units' | 'identity'>;

const POSITION = ['latitude', 'longitude'];

/** By type or component. A component that is not named is compared field by field, and known by what it says. */
const KNOWN: Readonly<Record<string, Partial<Known>>> = {
  'api::association.association': { units: [['verifiedOn', 'verifiedBy']] },
  'api::commune.commune': { units: [POSITION] },
  'api::venue.venue': { units: [['street', 'postalCode', 'city', ...POSITION]] },
  'contact.contact': {
    // An agreement is about this name, this number and this address (`agreedContacts`).
    units: [['name', 'phone', 'email', 'web', 'print', 'professionals', 'openData', 'consentDate', 'consentSource']],
    identity: [['phone'], ['email'], ['name']],
  },
  'activity.activity': { units: [['ageMin', 'ageMinUnit', 'ageMax', 'ageMaxUnit']], identity: [['label']] },
  'activity.slot': { units: [['day', 'begin', 'end']], identity: [['day', 'begin']] },
  'agenda.timing': { units: [['begin', 'end', 'atMidnight', 'newBegin', 'newEnd']], identity: [['begin']] },
  'agenda.registration': { units: [['kind', 'value']], identity: [['value']] },
  'campaign.reminder': { identity: [['afterDays']] },
  'edition.advertisement': { identity: [['advertiser']] },
  'edition.partner-logo': { identity: [['name']] },
  'edition.useful-number': { identity: [['number'], ['name']] },
  'home.question': { identity: [['label']] },
  'link.external-id': { units: [['source', 'externalId']], identity: [['source']] },
  'link.network': { units: [['network', 'url']], identity: [['url'], ['network']] },
  'link.source': { units: [['label', 'url']] },
  'place.address': { units: [['street', 'postalCode', 'city', ...POSITION]] },
  'plan.indicator': { identity: [['label']] },
  'plan.reading': { identity: [['date']] },
};

/** The components that have a line above: a test holds them to the schemas. */
export const knownShapes = KNOWN;

function shapeOfAttribute(strapi: Core.Strapi, attribute: ContentAttribute): Shape {
  if (attribute.type === 'component') {
    const of = shapeOf(strapi, attribute.component ?? '');
    return attribute.repeatable ? { kind: 'rows', of } : { kind: 'group', of };
  }
  const refers = attribute.type === 'relation' || attribute.type === 'media';
  return refers && isToMany(attribute) ? { kind: 'set' } : { kind: 'whole' };
}

/** @param uid of a type or of a component */
export function shapeOf(strapi: Core.Strapi, uid: string): RecordShape {
  const { units = [], identity = [] } = KNOWN[uid] ?? {};
  return {
    fields: Object.fromEntries(
      contentAttributes(strapi, uid).map(([name, attribute]) => [name, shapeOfAttribute(strapi, attribute)]),
    ),
    units,
    identity,
  };
}
