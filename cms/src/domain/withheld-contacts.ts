import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { maySee, type Consent } from './consent.ts';
import { formatPhone } from './phone.ts';
import type { ConsentChannel } from './vocabulary/consent-channels.ts';

/** A contact as it is stored: `phone` in E.164. */
export type ReachableContact = Consent & { readonly phone: string | null; readonly email: string | null };

/** Where texts are read by everybody, each with an agreement of its own. */
export type ReadChannel = Extract<ConsentChannel, 'web' | 'print'>;

/** One number or address that must not be read on a channel, and how to recognise it in a text. */
export interface Withheld {
  readonly channel: ReadChannel;
  readonly kind: 'phone' | 'email';
  /** As it is stored: E.164, or an e-mail address. */
  readonly value: string;
  readonly pattern: RegExp;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

/** What people put between two digits: nothing, spaces, dots, dashes, slashes, brackets. No Unicode classes: slow to compile, a dozen times a number. */
const GAP = '[^\\da-z]{0,3}';

/** The national digits of a number, however they are parted, after nothing, `0`, `+33`, `0033` or `+33 (0)`. */
function phonePattern(e164: string): RegExp {
  const number = parsePhoneNumberFromString(e164);
  const national = number?.nationalNumber ?? e164.replace(/\D/g, '');
  const country = number ? `(?:\\+|00)?${[...number.countryCallingCode].join(GAP)}${GAP}(?:0${GAP})?` : '\\+?';
  return new RegExp(`(?<!\\d)(?:${country}|0${GAP})?${[...national].join(GAP)}(?!\\d)`);
}

/** The whole address only: neither the end of a longer one (`l.info@…`) nor its beginning (`…@example.org.au`). */
const emailPattern = (email: string): RegExp =>
  new RegExp(`(?<![a-z0-9._%+-])${escaped(normalised(email))}(?![a-z0-9-]|\\.[a-z0-9])`);

const normalised = (text: string): string => text.normalize('NFKC').toLowerCase();

/**
 * The numbers and addresses of one association that a channel may not show (decision 10 of the design). Those that another of
 * its contacts agreed to show there are not among them: a club's only number often stands under several people.
 */
export function withheldFrom(channel: ReadChannel, contacts: readonly ReachableContact[]): Withheld[] {
  const shown = contacts.filter((contact) => maySee(contact, channel));
  const hidden = contacts.filter((contact) => !maySee(contact, channel));
  const phones = new Set(hidden.flatMap(({ phone }) => phone || []));
  const emails = new Set(hidden.flatMap(({ email }) => (email ? normalised(email) : [])));
  for (const { phone, email } of shown) {
    if (phone) phones.delete(phone);
    if (email) emails.delete(normalised(email));
  }
  return [
    ...[...phones].map((value) => ({ channel, kind: 'phone' as const, value, pattern: phonePattern(value) })),
    ...[...emails].map((value) => ({ channel, kind: 'email' as const, value, pattern: emailPattern(value) })),
  ];
}

/** How a channel is named in a sentence, and its box in the form of a contact. */
const PLACES: Readonly<Record<ReadChannel, { readonly where: string; readonly box: string }>> = {
  web: { where: 'sur le site', box: 'site internet' },
  print: { where: 'dans l’annuaire imprimé', box: 'annuaire imprimé' },
};

/**
 * What `text` gives away: a box that is not ticked protects nobody if the number stands in the presentation.
 * @returns one French sentence per number or address, that says how to mend it; empty when there is none
 */
export function disclosures(text: string, withheld: readonly Withheld[]): string[] {
  const compared = normalised(text);
  return withheld
    .filter(({ pattern }) => pattern.test(compared))
    .map(({ channel, kind, value }) => {
      const { where, box } = PLACES[channel];
      const what = kind === 'phone' ? `un numéro (${formatPhone(value)})` : `une adresse électronique (${value})`;
      return (
        `Ce texte contient ${what} que le contact n’a pas accepté de voir ${where}\u00a0: retirez-${kind === 'phone' ? 'le' : 'la'} du texte, ` +
        `ou cochez «\u00a0Accord\u00a0: ${box}\u00a0» sur ce contact, avec la date de son accord et la façon dont il l’a donné.`
      );
    });
}
