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
  // 033…: the 0 that is dropped behind +33, and the one that is typed in front of it.
  const international = `(?:(?:\\+|0${GAP}0|0)${GAP})?(?:${codes.map(spread).join('|')})${GAP}(?:0${GAP})?`;
  // 00508 41 12 34: the calling code of Saint-Pierre-et-Miquelon is part of its national form.
  const repeated = national.startsWith('508') ? `0${GAP}0${GAP}|` : '';
  const prefixed = `(?<!\\d)(?:${international}|${repeated}0${GAP})`;
  const before = national.length < SHORTEST_BARE ? prefixed : `(?:${prefixed}|(?<![\\da-z]))`;
  return new RegExp(`${before}${spread(national)}(?!\\d)`, 'g');
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

/** "@" and "." as people write them to keep robots away, in brackets: `(at)`, `(à)`, `[@]`, `«@»`, `[arobase]`, `(chez)`, `(point)`. */
const OPENING = '[([{<«‹"“”‘’\']';
const CLOSING = '[)\\]}>»›"“”‘’\']';
/** The sign by its French names, which are nothing else: between letters too. */
export const AT_NAMES = '(?:signe\\s)?arr?oba[sz]{1,2}(?:e|que)?|a[\\s-]commercial';
const AT_WORDS = `at|chez|${AT_NAMES}`;
const DOT_WORDS = 'dot|point';
export const BRACKETED_AT = `${OPENING}\\s?(?:@|[aà]|${AT_WORDS})\\s?${CLOSING}`;
export const BRACKETED_DOT = `${OPENING}\\s?(?:\\.|${DOT_WORDS})\\s?${CLOSING}`;
/** Between dashes, low lines or other signs: `-at-`, `#at#`, `_point_`, and `.at.`, where `chez` would be part of an address on the web. */
const RULE = '[-–—_*~|/=#+:°]{1,3}';
export const DASHED_AT = `(?:${RULE}(?:${AT_WORDS})${RULE}|\\.at\\.)`;
export const DASHED_DOT = `${RULE}(?:${DOT_WORDS})${RULE}`;
/** The same as words. */
export const SURE_WORD_AT = `(?<=\\s)(?:@|${AT_WORDS})(?=\\s)`;
/** « à » too, before what looks like a domain, but for `rendez-vous à www.example.org`. */
export const WORD_AT = `(?:${SURE_WORD_AT}|(?<=\\s)a(?=\\s{1,3}(?!www\\.)[^\\s.@]{1,63}(?:\\s?\\.\\s?[a-z]|\\s(?:${DOT_WORDS})\\s|\\s?[([{]\\s?(?:\\.|${DOT_WORDS}))))`;
export const WORD_DOT = `(?<=[\\s,;])(?:\\.|${DOT_WORDS})(?=[\\s,;])`;
/** The sign itself, whatever is put around it: `-@-`, `( @ )`, `"@"`, at the end of a line, twice. Not dots: `a…@example.org` is masked. */
export const SIGN_AT = '[^a-z0-9@.]{0,4}@{1,2}[^a-z0-9@.]{0,4}';
/** All of them. */
const KNOWN_AT = `(?:${SIGN_AT}|\\s{0,3}(?:${BRACKETED_AT}|${DASHED_AT}|(?<=\\s)a(?=\\s)|${SURE_WORD_AT})\\s{0,3})`;
const SPELT_DOT = `${BRACKETED_DOT}|${DASHED_DOT}|${WORD_DOT}`;
const KNOWN_DOT = `(?:\\s{0,3}(?:\\.{1,2}|${SPELT_DOT})\\s{0,3}|,)`;
/** In a domain nothing but the next part of it can follow: a comma for a dot, `(.fr)`, « exemple, point fr ». */
const KNOWN_DOT_OF_DOMAIN = `(?:[^a-z0-9@.,]{0,3}\\.{1,2}[^a-z0-9@.,]{0,3}|,|[\\s,;]{0,3}(?:${SPELT_DOT})[\\s,;]{0,3})`;
/** Whatever dash is typed for it, spaces around it or not. */
const KNOWN_HYPHEN = '(?:\\s{0,2}[-\\u2010-\\u2015\\u2043\\u2212]\\s{0,2}|\\s{1,3}(?:tiret|trait d.union)\\s{1,3})';
const KNOWN_LOW_LINE = '(?:_|\\s{1,3}(?:tiret bas|tiret du bas|souligne|underscore)\\s{1,3})';

/** Words that are typed right before an address, with no more than a dot or a dash: « Contact.marie@example.org ». */
export const LEADING_WORDS =
  'a|ou|et|par|via|contacts?|e-?mails?|mails?|mel|courriels?|adresses?|mailto|ecrire|ecrivez|infos?|renseignements?|inscriptions?|reservations?|tel';
const LOCAL = '[a-z0-9._%+-]';
/**
 * What may stand before an address: no part of a longer one (`l.info@…`). Signs that begin a list or mark words up are none
 * (`-info@…`, `_info@…`), nor is a word that leads to an address.
 */
const BEFORE = `(?:(?<!${LOCAL})|(?<=(?:^|[^a-z0-9._%+-])[._%+-]{1,8})|(?<=(?:^|[^a-z0-9._%+-])[._%+-]{0,3}(?:${LEADING_WORDS})[._+-]{1,3}))`;
/** Another mailbox of the same person: `marie+club@example.org` is delivered to `marie@example.org`. */
const TAG = '(?:\\+[a-z0-9._-]{1,30})?';

/** Country codes of the domain name system (ISO 3166), and the common endings that are longer. */
const COUNTRY =
  '(?:a[cdefgilmoqrstuwxz]|b[abdefghijmnorstvwyz]|c[acdfghiklmnoruvwxyz]|d[ejkmoz]|e[ceghrstu]|f[ijkmor]|g[abdefghilmnpqrstuwy]|h[kmnrtu]|i[delmnoqrst]|j[emop]|k[eghimnprwyz]|l[abcikrstuvy]|m[acdeghklmnopqrstuvwxyz]|n[acefgilopruz]|om|p[aefghklmnrstwy]|qa|r[eosuw]|s[abcdeghijklmnorstuvxyz]|t[cdfghjklmnortvwz]|u[agksyz]|v[aceginu]|w[fs]|y[et]|z[amw])';
const ENDING = `(?:${COUNTRY}|com|org|net|info|biz|asso|bzh|coop|edu|gov|gouv|int)`;
/** Country codes that are French words, when a sentence goes on: « …@example.org.et le soir ». */
const NOT_A_SENTENCE = '(?!(?<=\\.(?:ai|as|au|de|es|et|il|la|ma|me|ne|ni|sa|se|si|va))\\s{1,3}[a-z])';
const ENDED = `(?![a-z0-9-])${NOT_A_SENTENCE}`;
const LABELS = '(?:\\.[a-z0-9-]{1,63}){0,3}';

/**
 * What may stand after a domain: not what makes a longer one of it (`…@example.org.au`, `…@example.org-club.fr`). A word that is
 * glued to it is none (`…@example.org.Merci`, `…@example.org-Merci`), and nothing comes after `.fr`.
 */
function afterDomain(domain: string): string {
  const longer = domain.endsWith('.fr') ? '(?:\\.[a-z0-9-]{1,63}){1,3}' : LABELS;
  return `(?![a-z0-9])(?!${longer}\\.${ENDING}${ENDED}|-[a-z0-9-]{0,63}${LABELS}\\.${ENDING}${ENDED})`;
}

/** Endings that are ordinary words as well, known to end a domain when they come last. */
const OTHER_ENDINGS =
  'alsace|app|cat|club|corsica|dev|example|live|museum|name|online|paris|pro|shop|site|store|test|xyz';
const ENDS_DOMAIN = new RegExp(`^(?:${ENDING}|${OTHER_ENDINGS})$`);
const IS_ENDING = new RegExp(`^${ENDING}$`);

/** A domain without the words that are glued to it: `example.org.merci` and `example.org-merci` are none. */
export function domainAlone(domain: string): string {
  const labels = domain.split('.');
  const french = labels.indexOf('fr', 1);
  if (french > 0) return labels.slice(0, french + 1).join('.');
  const last = labels.at(-1) ?? '';
  if (ENDS_DOMAIN.test(last)) return domain;
  const [beginning = ''] = last.split('-');
  if (IS_ENDING.test(beginning)) return [...labels.slice(0, -1), beginning].join('.');
  const ends = labels.findLastIndex((label, at) => at > 0 && IS_ENDING.test(label));
  return ends > 0 ? labels.slice(0, ends + 1).join('.') : domain;
}

/** Every domain that the beginning of this one could be. */
export function domainsWithin(domain: string): string[] {
  const labels = domain.split('.');
  return labels.flatMap((label, at) => (at > 0 && IS_ENDING.test(label) ? [labels.slice(0, at + 1).join('.')] : []));
}

/** The whole address only: neither the end of a longer one (`l.info@…`) nor its beginning (`…@example.org.au`). */
function emailPattern(email: string): RegExp {
  // A domain with accents is written with them, without them, or in ASCII.
  const forms = [...new Set([email.trim(), formatEmail(email.trim())])].map((form) =>
    readableText(form).text.split('@'),
  );
  const parts = (side: string, dot: string) =>
    side
      .split('.')
      .map((part) => escaped(part).replaceAll('\\-', KNOWN_HYPHEN).replaceAll('_', KNOWN_LOW_LINE))
      .join(dot);
  const [[before = '', after = ''] = []] = forms;
  if (before === '' || after === '') return /(?!)/g; // no address, stored by an older version
  const domains = forms.map(([, domain = '']) => `${parts(domain, KNOWN_DOT_OF_DOMAIN)}${afterDomain(domain)}`);
  return new RegExp(`${BEFORE}${parts(before, KNOWN_DOT)}${TAG}${KNOWN_AT}(?:${domains.join('|')})`, 'g');
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

const longestWord = (text: string): string =>
  (text.match(/[a-z0-9]+/g) ?? []).reduce((longest, word) => (word.length > longest.length ? word : longest), '');

/**
 * What every spelling of it has, once a text is read: the digits of a number in a row, the longest word of a mailbox. It is
 * looked for before a pattern is made, since a pattern costs more than a hundred texts that say nothing.
 */
function mayBeIn(reading: string, { kind, value }: Withheld): boolean {
  if (kind === 'email') return reading.includes(longestWord(readableText(value.trim()).text.split('@')[0] ?? ''));
  const national = nationalOf(value);
  return national === null || reading.replace(/\D/g, '').includes(national);
}

/** Does `text` hold any of them, in whatever spelling? */
export function discloses(text: string, withheld: readonly Withheld[]): boolean {
  if (withheld.length === 0 || text === '') return false;
  const all = readings(text);
  return withheld.some((one) => all.some(({ text: read }) => mayBeIn(read, one) && read.search(one.pattern) >= 0));
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
