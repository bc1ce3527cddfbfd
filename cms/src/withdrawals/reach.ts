/** By what a contact is recognised: its e-mail address or its number, whatever it is called in this year's entry. */
import { createHash } from 'node:crypto';

export interface Reach {
  /** E.164 */
  readonly phone?: string | null;
  readonly email?: string | null;
}

const plain = (text: string | null | undefined): string => (text ?? '').trim().toLowerCase();

/** Do they share an address or a number? */
export function isReachedBy(contact: Reach, other: Reach): boolean {
  const shared = (key: keyof Reach) => plain(contact[key]) !== '' && plain(contact[key]) === plain(other[key]);
  return shared('email') || shared('phone');
}

/**
 * What a link names a contact by: the e-mail address, or the number of one that has none. 32 hexadecimal characters.
 * Null for a contact that nobody can be reached by.
 */
export function reachMark({ email, phone }: Reach): string | null {
  const named = plain(email) !== '' ? `email ${plain(email)}` : plain(phone) !== '' ? `phone ${plain(phone)}` : null;
  return named && createHash('sha256').update(named).digest('hex').slice(0, 32);
}
