import { maySee } from '../../domain/consent.ts';
import { disclosures, withheldFromWeb, type ReachableContact } from '../../domain/withheld-contacts.ts';
import type { Rule, Values } from '../engine/rule.ts';
import { textOf, visit, visitObjects } from '../engine/visit.ts';
import { consentOf } from './consents.ts';

/** Every text of an association that the site shows. */
const SHOWN = [
  'name',
  'officialName',
  'summary',
  'description',
  'howToJoin',
  'volunteersNote',
  'website',
  'activities.*.label',
  'activities.*.description',
  'activities.*.price',
  'activities.*.place',
  'activities.*.season',
  'activities.*.slots.*.note',
  'accessibility.note',
  'networks.*.url',
];
const SHOWN_IF_PUBLIC = ['address.street', 'address.complement', 'address.city'];
const SHOWN_OF_CONTACT = ['role', 'name'];

const reachable = (object: Values): ReachableContact => ({
  ...consentOf(object),
  phone: textOf(object['phone']) || null,
  email: textOf(object['email']) || null,
});

function shownTexts(record: Values) {
  const address = record['address'] as Values | null | undefined;
  const patterns = address?.['public'] === true ? [...SHOWN, ...SHOWN_IF_PUBLIC] : SHOWN;
  const ofContacts = visitObjects(record, 'contacts.*')
    .filter(({ object }) => maySee(consentOf(object), 'web'))
    .flatMap(({ object, path }) =>
      SHOWN_OF_CONTACT.map((key) => ({ value: object[key], path: [...path, key] as const })),
    );
  return [...patterns.flatMap((pattern) => visit(record, pattern)), ...ofContacts];
}

/** A number that may not be on the site is not there by another way: in a text of the same record. */
export const withheldContacts: Rule = {
  appliesTo: ['api::association.association'],
  onPublish({ record }) {
    const withheld = withheldFromWeb(visitObjects(record, 'contacts.*').map(({ object }) => reachable(object)));
    if (withheld.length === 0) return [];
    return shownTexts(record).flatMap(({ value, path }) =>
      disclosures(textOf(value), withheld).map((message) => ({ path, message })),
    );
  },
};
