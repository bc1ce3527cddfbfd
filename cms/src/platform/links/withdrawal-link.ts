import { linkTokenMaker } from './link-token.ts';
import { reachMark, type Reach } from './reach.ts';
import { secretLink, type SecretLink } from './secret-link.ts';

/**
 * Links of withdrawals are never revoked and never expire: whoever finds a letter of years ago may use it, and all that it
 * can do is to take the address that it was sent to out of the directory.
 */
const GENERATION = 1;

/** Makes tokens of withdrawals; null for a contact that nobody can be reached by. */
export function withdrawalTokens(): (associationId: string, contact: Reach) => string | null {
  const make = linkTokenMaker();
  return (associationId, contact) => {
    const mark = reachMark(contact);
    return mark && make('retrait', `${associationId}-${mark}`, GENERATION);
  };
}

/**
 * Where a contact takes itself out of the entry of one association. It stands at the foot of every letter to that contact, and
 * is good for its number too, on paper. Null for a contact without address and number.
 */
export function withdrawalLink(associationId: string, contact: Reach): SecretLink | null {
  const token = withdrawalTokens()(associationId, contact);
  return token === null ? null : secretLink('retrait', token);
}
