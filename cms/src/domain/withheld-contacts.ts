import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { maySee, type Consent } from './consent.ts';
import { formatEmail } from './email-domain.ts';
import { formatPhone } from './phone.ts';
import { isShortNumber, nationalOf } from './phone-plan.ts';
import { readableText, readings } from './readable-text.ts';
import { exportChannels, type ConsentChannel, type ExportChannel } from './vocabulary/consent-channels.ts';

/** A contact as it is stored: `phone` in E.164. */
export type ReachableContact = Consent & { readonly phone: string | null; readonly email: string | null };

/** Where texts are read by everybody, each with an agreement of its own. */
export type ReadChannel = ExportChannel;
export const readChannels: readonly ReadChannel[] = exportChannels;

/** One number or address that must not be read on a channel, and how to recognise it in a text. */
export interface Withheld {
  readonly channel: ConsentChannel;
  readonly kind: 'phone' | 'email';
  /** As it is stored: E.164, or an e-mail address. */
  readonly value: string;
  /** Of one of the `readings` of a text. */
  readonly pattern: RegExp;
}

/** What people put between two digits of a number: nothing, spaces, dots, dashes, slashes, brackets. */
const LONGEST_GAP = 8;
/** Spaces and line ends in a row are read as one, however many there are. */
const SPACES = '\\s{1,60}';
export const GAP = `(?:[^\\da-z]{0,${LONGEST_GAP}}|${SPACES})`;
/** A word, which may not stand between two digits: two texts that are joined by it never make one number. */
export const TEXTS_APART = '\n(suite)\n';

/**
 * Calling codes of France and of its overseas territories whose numbers have nine digits after the 0. People write an
 * overseas number after +33 as well, and older versions stored it so.
 */
export const FRENCH_CODES: readonly string[] = ['33', '262', '590', '594', '596'];
/** A shorter number without any prefix is more often a price or a year. */
const SHORTEST_BARE = 7;

const spread = (digits: string): string => [...digits].join(GAP);

/**
 * The national digits of a number, however they are parted, after nothing, `0`, `+33`, `0033`, `33` (as in `wa.me/33…`) or
 * `+33 (0)`. Not inside a longer run of digits; without any prefix, not right after a letter either (`W332001234` is an RNA
 * number).
 */
function phonePattern(e164: string): RegExp {
  // With a country: what an old draft holds may be written as people write it.
  const french = nationalOf(e164);
  const number = french === null ? parsePhoneNumberFromString(e164, 'FR') : null;
  const national = french ?? number?.nationalNumber ?? e164.replace(/\D/g, '');
  const code = french === null ? (number?.countryCallingCode ?? '') : '33';
  const codes = national.length === 9 && FRENCH_CODES.includes(code) ? FRENCH_CODES : [code];
  const international = `(?:(?:\\+|0${GAP}0)${GAP})?(?:${codes.map(spread).join('|')})${GAP}(?:0${GAP})?`;
  // 00508 41 12 34: the calling code of Saint-Pierre-et-Miquelon is part of its national form.
  const repeated = national.startsWith('508') ? `0${GAP}0${GAP}|` : '';
  const prefixed = `(?<!\\d)(?:${international}|${repeated}0${GAP})`;
  const before = national.length < SHORTEST_BARE ? prefixed : `(?:${prefixed}|(?<![\\da-z]))`;
  return new RegExp(`${before}${spread(national)}(?!\\d)`, 'g');
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

/** "@" and "." as people write them to keep robots away, in brackets: `(at)`, `[@]`, `«@»`, `[arobase]`, `(chez)`, `(point)`. */
const OPENING = '[([{<«‹"“”‘’\']';
const CLOSING = '[)\\]}>»›"“”‘’\']';
const AT_WORDS = 'at|arr?obas(?:e|que)?|chez';
const DOT_WORDS = 'dot|point';
export const BRACKETED_AT = `${OPENING}\\s?(?:@|a|${AT_WORDS})\\s?${CLOSING}`;
export const BRACKETED_DOT = `${OPENING}\\s?(?:\\.|${DOT_WORDS})\\s?${CLOSING}`;
/** Between dashes or low lines: `-at-`, `_point_`. */
const RULE = '[-–—_*~|/=]{1,3}';
export const DASHED_AT = `${RULE}(?:${AT_WORDS})${RULE}`;
export const DASHED_DOT = `${RULE}(?:${DOT_WORDS})${RULE}`;
/** The same as words. */
export const WORD_AT = `(?<=\\s)(?:@|${AT_WORDS})(?=\\s)`;
export const WORD_DOT = `(?<=\\s)(?:\\.|${DOT_WORDS})(?=\\s)`;
/** All of them, and the signs in bold. */
const AT = `\\s{0,3}(?:["'*_]{0,2}@["'*_]{0,2}|${BRACKETED_AT}|${DASHED_AT}|${WORD_AT})\\s{0,3}`;
const DOT = `\\s{0,3}(?:\\.|${BRACKETED_DOT}|${DASHED_DOT}|${WORD_DOT})\\s{0,3}`;

/** The whole address only: neither the end of a longer one (`l.info@…`) nor its beginning (`…@example.org.au`). */
function emailPattern(email: string): RegExp {
  // A domain with accents is written with them, without them, or in ASCII.
  const forms = [...new Set([email.trim(), formatEmail(email.trim())])].map((form) =>
    readableText(form)
      .text.split('@')
      .map((side) => side.split('.').map(escaped).join(DOT)),
  );
  const [[before = '', after = ''] = []] = forms;
  if (before === '' || after === '') return /(?!)/g; // no address, stored by an older version
  const domains = forms.map(([, domain]) => domain).join('|');
  return new RegExp(`(?<![a-z0-9._%+-])${before}${AT}(?:${domains})(?![a-z0-9-]|\\.[a-z0-9])`, 'g');
}

/** An address as it is compared with others. */
export const normalised = (text: string): string => text.trim().normalize('NFKC').toLowerCase();

/**
 * The numbers and addresses of one association that a channel may not show (decision 10 of the design). Those that another of
 * its contacts agreed to show there are not among them: a club's only number often stands under several people.
 */
export function withheldFrom(channel: ConsentChannel, contacts: readonly ReachableContact[]): Withheld[] {
  const shown = contacts.filter((contact) => maySee(contact, channel));
  const hidden = contacts.filter((contact) => !maySee(contact, channel));
  // Short numbers are services of the public (3919): nobody's to keep back, and four digits are more often a year.
  const phones = new Set(hidden.flatMap(({ phone }) => (phone && !isShortNumber(phone) ? phone : [])));
  const emails = new Set(hidden.flatMap(({ email }) => (email ? normalised(email) : [])));
  for (const { phone, email } of shown) {
    if (phone) phones.delete(phone);
    if (email) emails.delete(normalised(email));
  }
  return [
    ...[...phones].map((value) => withheld(channel, 'phone', value)),
    ...[...emails].map((value) => withheld(channel, 'email', value)),
  ];
}

/** The pattern is made when a text is first compared with it: a territory has thousands of numbers, a text holds none. */
export function withheld(channel: ConsentChannel, kind: Withheld['kind'], value: string): Withheld {
  let pattern: RegExp | null = null;
  return {
    channel,
    kind,
    value,
    get pattern() {
      return (pattern ??= kind === 'phone' ? phonePattern(value) : emailPattern(value));
    },
  };
}

/** How a channel is named in a sentence, and its box in the form of a contact. */
const PLACES: Readonly<Record<ConsentChannel, { readonly where: string; readonly box: string }>> = {
  web: { where: 'sur le site', box: 'site internet' },
  print: { where: 'dans l’annuaire imprimé', box: 'annuaire imprimé' },
  professionals: { where: 'auprès des partenaires', box: 'partenaires' },
  openData: { where: 'dans les données ouvertes', box: 'données ouvertes' },
};

/** What is said of a text that gives it away, and how to mend that. */
export const disclosureWords = ({ channel, kind, value }: Withheld): string => {
  const { where, box } = PLACES[channel];
  const what =
    kind === 'phone' ? `un numéro (${formatPhone(value)})` : `une adresse électronique (${formatEmail(value)})`;
  return (
    `Ce texte contient ${what} que le contact n’a pas accepté de voir ${where}\u00a0: retirez-${kind === 'phone' ? 'le' : 'la'} du texte, ` +
    `ou cochez «\u00a0Accord\u00a0: ${box}\u00a0» sur ce contact, avec la date de son accord et la façon dont il l’a donné.`
  );
};

/** Does `text` hold any of them, in whatever spelling? */
export function discloses(text: string, withheld: readonly Withheld[]): boolean {
  if (withheld.length === 0 || text === '') return false;
  const all = readings(text);
  return withheld.some(({ pattern }) => all.some(({ text: read }) => read.search(pattern) >= 0));
}

/** A link in the middle of a text: with a number cut out of it, it would lead somewhere else. */
const LINK = /(?:https?:\/\/|www\.|(?:tel|sms|smsto|mailto|callto|whatsapp):|(?:[\p{L}\d-]+\.)+\p{L}{2,}\/)\S*/giu;
const AFTER_LINK = /[.,;:!?»”"')\]]+$/u;

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where `text` holds any of them, each with the whole link that it stands in; in their order, none overlapping. */
function occurrences(text: string, withheld: readonly Withheld[]): Range[] {
  const found = readings(text).flatMap(({ text: read, starts, ends }) =>
    withheld.flatMap(({ pattern }) =>
      // Set from right to left, the last character that is read stands first.
      [...read.matchAll(pattern)].map(({ index, 0: match }) => ({
        start: Math.min(...starts.slice(index, index + match.length)),
        end: Math.max(...ends.slice(index, index + match.length)),
      })),
    ),
  );
  if (found.length === 0) return [];
  const links = [...text.matchAll(LINK)].map(({ index, 0: link }) => ({
    start: index,
    end: index + link.replace(AFTER_LINK, '').length,
  }));
  const whole = found
    .map((range) => {
      const around = links.find(({ start, end }) => start < range.end && range.start < end);
      return around ? { start: Math.min(range.start, around.start), end: Math.max(range.end, around.end) } : range;
    })
    .sort((a, b) => a.start - b.start);
  const merged: Range[] = [];
  for (const range of whole) {
    const last = merged.at(-1);
    if (last && range.start < last.end) merged[merged.length - 1] = { ...last, end: Math.max(last.end, range.end) };
    else merged.push(range);
  }
  return merged;
}

/** `text` with `instead` in the place of each of them, in whatever spelling they stand; unchanged when it holds none. */
export function withoutWithheld(text: string, withheld: readonly Withheld[], instead: string): string {
  if (withheld.length === 0 || text === '') return text;
  let from = 0;
  let rest = '';
  for (const { start, end } of occurrences(text, withheld)) {
    rest += text.slice(from, start) + instead;
    from = end;
  }
  return rest + text.slice(from);
}
