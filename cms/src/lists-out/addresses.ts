/** The e-mail addresses of a list of associations, for the office to write to them (decision 0038). */
import type { Core } from '@strapi/strapi';
import type { AddressesAnswer, AddressesQuestion } from '../domain/contract/desk/lists-out.ts';
import type { Editor } from '../domain/contract/desk/editor.ts';
import { typography } from '../domain/french.ts';
import { leftOutInWords } from '../domain/contract/desk/left-out-in-words.ts';
import type { Seen } from '../finding/read-lists.ts';
import { Refused, refusals } from '../platform/http/refused.ts';
import { checkReason, noteLeaving } from './leaving.ts';
import { takenRecords } from './taken-records.ts';
import { whoGetsIt } from './letters/who-gets-it.ts';

const ASSOCIATION = 'api::association.association';

const words = {
  nobody: (why: string) => typography(`Aucune adresse où écrire${why === '' ? '.' : ` : ${why}`}`),
};

/**
 * The addresses that a letter to the list would go to.
 * @throws {Refused} to who may not read contacts, and when there is no address: it says why
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
  const { addressees, leftOut, reached } = await whoGetsIt(strapi, records);
  if (addressees.length === 0) throw new Refused('conflict', words.nobody(leftOutInWords(leftOut)));
  await noteLeaving(strapi, seen, editor, {
    ...asked,
    destination: 'office',
    what: 'Adresses électroniques à copier',
    count: reached,
    columns: [],
  });
  return {
    addresses: addressees.map(({ address }) => address),
    reached,
    without: [...leftOut],
    others: records.length - reached - leftOut.length,
  };
}
