/** The e-mail addresses of a list of associations, for the office to write to them (decision 0038). */
import type { Core } from '@strapi/strapi';
import type { AddressesAnswer, AddressesQuestion } from '../domain/contract/desk/lists-out.ts';
import type { Editor } from '../domain/contract/desk/editor.ts';
import { parseEmail } from '../domain/email.ts';
import { sortByName } from '../domain/french.ts';
import { foldAddress } from '../domain/search/words.ts';
import { consentChannels } from '../domain/vocabulary/consent-channels.ts';
import { readEntries } from '../entries/entry-of-record.ts';
import type { Seen } from '../finding/read-lists.ts';
import { Refused, refusals } from '../platform/http/refused.ts';
import { readTakenBack } from '../platform/suppressions/register.ts';
import { checkReason, noteLeaving } from './leaving.ts';
import { takenRecords } from './taken-records.ts';

const ASSOCIATION = 'api::association.association';

const words = { nobody: 'Aucune association de cette liste n’a d’adresse électronique.' };

/**
 * One address for each association: of the first contact that has one. Who asked to appear nowhere any more is not written to
 * either; two associations with one address get one letter.
 * @throws {Refused} to who may not read contacts, and when there is no address
 */
export async function readAddresses(
  strapi: Core.Strapi,
  seen: Seen,
  editor: Editor,
  asked: AddressesQuestion,
  now: Date,
): Promise<AddressesAnswer> {
  checkReason(asked);
  if (!seen.reader.mayReadAttribute(ASSOCIATION, 'contacts')) throw refusals.notAllowed();
  const records = takenRecords(seen, asked.taken, now);
  const associations = sortByName(
    records.filter(({ uid }) => uid === ASSOCIATION),
    ({ title }) => title,
  );
  const entries = await readEntries(
    strapi,
    associations.map(({ documentId }) => documentId),
    'draft',
  );
  const takenBack = await readTakenBack(strapi);
  const isClosed = (address: string) => consentChannels.values.every((channel) => takenBack(address, channel));
  const addresses = new Map<string, string>();
  const without: { documentId: string; name: string }[] = [];
  for (const { documentId, title } of associations) {
    const address = (entries.get(documentId)?.record.contacts ?? [])
      .map(({ email }) => parseEmail(email))
      .flatMap((read) => (read.ok && !isClosed(read.value) ? [read.value] : []))[0];
    if (address === undefined) without.push({ documentId, name: title.trim() || 'Sans titre' });
    else if (!addresses.has(foldAddress(address))) addresses.set(foldAddress(address), address);
  }
  if (addresses.size === 0) throw new Refused('conflict', words.nobody);
  await noteLeaving(strapi, seen, editor, {
    ...asked,
    destination: 'office',
    what: 'Adresses électroniques à copier',
    count: associations.length - without.length,
    columns: [],
  });
  return {
    addresses: [...addresses.values()],
    reached: associations.length - without.length,
    without,
    others: records.length - associations.length,
  };
}
