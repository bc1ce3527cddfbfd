/** By what a contact is recognised: its e-mail address or its number, whatever it is called in this year's entry. */
import { createHash } from 'node:crypto';
import { mendedPhone } from '../../domain/phone-plan.ts';
import { withheldFrom, type Withheld } from '../../domain/withheld-contacts.ts';

export interface Reach {
  /** E.164 */
  readonly phone?: string | null;
  readonly email?: string | null;
}

const plain = (text: string | null | undefined): string => (text ?? '').trim().toLowerCase();
/** A number that an older version stored wrongly is the same one. */
const mended = (text: string | null | undefined): string => mendedPhone(plain(text));

/** Do they share an address or a number? */
export function isReachedBy(contact: Reach, other: Reach): boolean {
  const shared = (key: keyof Reach) => plain(contact[key]) !== '' && mended(contact[key]) === mended(other[key]);
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

const nowhere = {
  web: false,
  print: false,
  professionals: false,
  openData: false,
  consentDate: null,
  consentSource: null,
};

/** What must not be read any more, in any writing of it. */
export const withdrawnPatterns = (reaches: readonly Reach[]): Withheld[] =>
  withheldFrom(
    'web',
    reaches.map(({ phone, email }) => ({ ...nowhere, phone: phone || null, email: email || null })),
  );
