import { maySee } from '../../domain/consent.ts';
import {
  disclosures,
  withheldFrom,
  type ReachableContact,
  type ReadChannel,
  type Withheld,
} from '../../domain/withheld-contacts.ts';
import type { Fault, Rule, Values } from '../engine/rule.ts';
import { textOf, visit, visitObjects } from '../engine/visit.ts';
import { consentOf } from './consents.ts';

/** Every text of an association that the booklet prints. */
const PRINTED = [
  'name',
  'officialName',
  'summary',
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
/** The site has room for more. */
const SHOWN: Readonly<Record<ReadChannel, readonly string[]>> = {
  web: [...PRINTED, 'description', 'howToJoin'],
  print: PRINTED,
};
const SHOWN_IF_PUBLIC = ['address.street', 'address.complement', 'address.city'];
const SHOWN_OF_CONTACT = ['role', 'name'];

const reachable = (object: Values): ReachableContact => ({
  ...consentOf(object),
  phone: textOf(object['phone']) || null,
  email: textOf(object['email']) || null,
});

function shownTexts(record: Values, channel: ReadChannel) {
  const address = record['address'] as Values | null | undefined;
  const patterns = address?.['public'] === true ? [...SHOWN[channel], ...SHOWN_IF_PUBLIC] : SHOWN[channel];
  const ofContacts = visitObjects(record, 'contacts.*')
    .filter(({ object }) => maySee(consentOf(object), channel))
    .flatMap(({ object, path }) =>
      SHOWN_OF_CONTACT.map((key) => ({ value: object[key], path: [...path, key] as const })),
    );
  return [...patterns.flatMap((pattern) => visit(record, pattern)), ...ofContacts];
}

function faultsOn(channel: ReadChannel, record: Values, withheld: readonly Withheld[]): Fault[] {
  if (withheld.length === 0) return [];
  return shownTexts(record, channel).flatMap(({ value, path }) =>
    disclosures(textOf(value), withheld).map((message) => ({ path, message })),
  );
}

/**
 * A number that may not be on a channel is not there by another way: in a text of the same record. One that may be on neither
 * is reproached once, for the site, which shows every text that is printed.
 */
export const withheldContacts: Rule = {
  appliesTo: ['api::association.association'],
  onPublish({ record }) {
    const contacts = visitObjects(record, 'contacts.*').map(({ object }) => reachable(object));
    const fromWeb = withheldFrom('web', contacts);
    const already = new Set(fromWeb.map(({ value }) => value));
    const fromPrint =
      record['inPrint'] === false ? [] : withheldFrom('print', contacts).filter(({ value }) => !already.has(value));
    return [...faultsOn('web', record, fromWeb), ...faultsOn('print', record, fromPrint)];
  },
};
