import type { Core } from '@strapi/strapi';
import type { ConcernedRecord } from '../../domain/contract/refusal.ts';
import { maySee } from '../../domain/consent.ts';
import { listInWords } from '../../domain/french.ts';
import { findMany } from '../../platform/database/records.ts';
import { readTexts } from '../../domain/entry/texts.ts';
import { textOf, visitObjects } from '../../domain/visit.ts';
import {
  disclosureWords,
  normalised,
  type ReachableContact,
  type ReadChannel,
  type Withheld,
} from '../../domain/withheld-contacts.ts';
import { indexWithheld, maySayContact, type KnownContact, type WithheldIndex } from '../../domain/withheld-index.ts';
import { readGivenOut } from '../../platform/contacts/given-out.ts';
import { readDirectoryContacts } from '../../platform/contacts/directory-contacts.ts';
import { readTakenBack } from '../../platform/suppressions/register.ts';
import { PUBLIC_TYPES, publishedTexts, type RecordText } from '../../entries/record-texts.ts';
import type { Fault, Path, Publishing, Rule, Values } from '../engine/rule.ts';
import { consentOf } from './consents.ts';

const ASSOCIATION = 'api::association.association';
const EDITION = 'api::edition.edition';

const reachable = (object: Values): ReachableContact => ({
  ...consentOf(object),
  phone: textOf(object['phone']) || null,
  email: textOf(object['email']) || null,
});

/** The admin shows a message at a field of the form; the texts of a picture are no field of this one. */
const shownAt = (path: Path): Path => (path[0] === 'logo' || path[0] === 'photos' ? path.slice(0, 1) : path);

/** Whose contact it is: an editor has to ask them, and finds them by a link. */
async function ownersOf(
  strapi: Core.Strapi,
  contacts: readonly KnownContact[],
  { value }: Withheld,
): Promise<ConcernedRecord[]> {
  const owners = contacts.filter(({ phone, email }) => phone === value || (email && normalised(email) === value));
  const rows = await findMany<{ readonly documentId: string; readonly name: string | null }>(strapi, ASSOCIATION, {
    select: ['documentId', 'name'],
    where: { documentId: { $in: owners.map(({ owner }) => owner) } },
  });
  // Draft and published version of one record are one owner.
  const byId = new Map(rows.flatMap(({ documentId, name }) => (name ? [[documentId, name] as const] : [])));
  return [...byId].map(([documentId, name]) => ({ uid: ASSOCIATION, documentId, name }));
}

const whose = (owners: readonly ConcernedRecord[]): string => {
  const names = [...new Set(owners.map(({ name }) => `«\u00a0${name}\u00a0»`))];
  return names.length === 0 ? '' : ` C’est un contact de ${listInWords(names)}.`;
};

/** What a channel may not show, with the contacts of an association as they are about to be published. */
interface Directory {
  readonly on: (channel: ReadChannel) => WithheldIndex;
  /** A fault about what is found, which says whose it is when it is of another record. */
  readonly fault: (path: Path, found: Withheld) => Promise<Fault>;
}

async function readDirectory(
  strapi: Core.Strapi,
  own: { readonly owner: string; readonly contacts: readonly ReachableContact[] } | null,
): Promise<Directory> {
  const others = (await readDirectoryContacts(strapi)).filter(({ owner }) => owner !== own?.owner);
  const given = await readGivenOut(strapi);
  const takenBack = await readTakenBack(strapi);
  const othersOn = (channel: ReadChannel): KnownContact[] =>
    others.map((contact) => ({ ...contact, shown: contact.published && maySee(contact, channel) }));
  const ownOn = (channel: ReadChannel): KnownContact[] =>
    own === null
      ? []
      : own.contacts.map((contact) => ({ ...contact, owner: own.owner, shown: maySee(contact, channel) }));
  const isOwn = ({ value }: Withheld) =>
    ownOn('web').some(({ phone, email }) => phone === value || (email !== null && normalised(email) === value));
  return {
    on: (channel) =>
      indexWithheld(channel, [...othersOn(channel), ...ownOn(channel), ...given], (value) => takenBack(value, channel)),
    async fault(path, found) {
      const owners = isOwn(found) ? [] : await ownersOf(strapi, othersOn(found.channel as ReadChannel), found);
      return {
        path,
        message: disclosureWords(found) + whose(owners),
        ...(owners.length > 0 ? { records: owners } : {}),
      };
    },
  };
}

/** An association: its own contacts and everybody's, in the texts that each channel shows. */
async function faultsOfAssociation({ strapi, documentId, record }: Publishing): Promise<Fault[]> {
  const agrees = (channel: ReadChannel) => (contact: Values) => maySee(consentOf(contact), channel);
  const textsOn = (channel: ReadChannel) =>
    readTexts(record, channel, { names: 'stored', agrees: agrees(channel) }).filter(({ value }) =>
      maySayContact(value),
    );
  const channels: readonly ReadChannel[] = record['inPrint'] === false ? ['web'] : ['web', 'print'];
  if (channels.every((channel) => textsOn(channel).length === 0)) return [];

  const contacts = visitObjects(record, 'contacts.*').map(({ object }) => reachable(object));
  const directory = await readDirectory(strapi, { owner: documentId, contacts });
  // What may be on neither is reproached once, for the site, which shows every text that is printed.
  const reproached = new Set<string>();
  const faults: Fault[] = [];
  for (const channel of channels) {
    const index = directory.on(channel);
    const found = textsOn(channel).flatMap(({ value, path }) =>
      index.find(value, documentId).map((one) => ({ path: shownAt(path), one })),
    );
    for (const { path, one } of found.filter(({ one: { value } }) => !reproached.has(value)))
      faults.push(await directory.fault(path, one));
    for (const { one } of found) reproached.add(one.value);
  }
  return faults;
}

/** What the channel may not show of texts that belong to no association, each at its place. */
export async function withheldFaults(
  strapi: Core.Strapi,
  all: readonly RecordText[],
  channel: ReadChannel,
): Promise<Fault[]> {
  const texts = all.filter(({ text }) => maySayContact(text));
  if (texts.length === 0) return [];
  const directory = await readDirectory(strapi, null);
  const index = directory.on(channel);
  const faults: Fault[] = [];
  for (const { text, path } of texts)
    for (const one of index.find(text)) faults.push(await directory.fault(shownAt(path), one));
  return faults;
}

const faultsOfOther = ({ strapi, uid, record }: Publishing): Promise<Fault[]> =>
  withheldFaults(strapi, publishedTexts(strapi, uid, record), uid === EDITION ? 'print' : 'web');

/**
 * A number that may not be on a channel is not there by another way: in a text that the channel shows, of the same record or of
 * any other (issue 9). One that some contact agreed to show there may be said everywhere, but in the entry of who keeps it back.
 */
export const withheldContacts: Rule = {
  appliesTo: Object.keys(PUBLIC_TYPES),
  onPublish: (publishing) =>
    publishing.uid === ASSOCIATION ? faultsOfAssociation(publishing) : faultsOfOther(publishing),
};
