/** Finds telephone numbers and e-mail addresses in any text, in one form each, so that they can be compared. Short numbers (3919) are nobody's. */
import { parseSiret } from './siret.ts';
import { asciiDomain, shownDomain } from './email-domain.ts';
import { withoutAccents } from './french.ts';
import { e164OfNational, mendedPhone } from './phone-plan.ts';
import { glance, readableText, readings } from './readable-text.ts';
import { mayBeSpelt, SPELT_AT, SPELT_DOT } from './spelt-addresses.ts';
import { domainAlone } from './withheld-contacts.ts';

export interface FoundContacts {
  /** E.164 */
  readonly phones: Set<string>;
  /** Lower case. */
  readonly emails: Set<string>;
}

// Between two groups people put a space of some kind, a dot, a dash, a slash, a low line, alone or among spaces; never a line's end.
const SPACE = '[ \\t\\u00a0\\u202f\\u2007\\u2009]';
const GAP = `(?:${SPACE}{1,2}|${SPACE}?[.\\-/_–]${SPACE}?)`;
/** After 0 and three digits: pairs (0590 12 34 56, 0 892 68 32 00) or threes (0 800 130 000). */
const AFTER_FOUR = `(?:(?:${GAP}\\d{2}){3}|(?:${GAP}\\d{3}){2})`;
/** All written together or all apart: dates and years that follow one another are mixed. After the first digit that is no 0. */
const PAIRS = `(?:\\d{8}|(?:${GAP}\\d{2}){4}|\\d{2}${AFTER_FOUR})`;
/** National form, its 0 also in brackets. Not inside a longer number or word (SIRET, coordinates, file names). */
const NATIONAL = new RegExp(
  `(?:(?:(?<![\\w.,+\\-/=%])0|(?<!\\w)\\(0\\)${GAP}?)[1-9]${PAIRS}|(?<![\\w.,+\\-/=%])0${GAP}[89]\\d{2}${AFTER_FOUR})(?![\\w])`,
  'g',
);
/** International form, the French one also with "(0)" or as "(+33)", and with one zero for two. */
const INTERNATIONAL = new RegExp(
  `(?:\\+|(?<![\\w.])00|(?<![\\w.,+\\-/=%])0(?=33${GAP}?[1-9]${PAIRS}(?![\\w])))(?:33\\)?${GAP}?(?:\\(0\\)${GAP}?)?[1-9]${PAIRS}|[1-9](?:[ \\u00a0\\u202f.\\-]?\\d){6,13})(?!\\d)`,
  'g',
);
/** What an address on the web says without a sign before it: `wa.me/33…`, `?phone=33…`, `/06…`, `tel:06…`. */
const IN_ADDRESS = new RegExp(`(?<=[/=:\\-]|%2[bBfF]|%3[aA])(?:33|0)${GAP}?[1-9]${PAIRS}(?![\\w.])`, 'g');
const WEB_ADDRESS = /\b(?:https?:|tel:|sms:|wa\.me|www\.)[^\s"'<>\\]*/gi;
/** The same once it is decoded: it may hold spaces then. */
const DECODED_ADDRESS = /\b(?:https?:|tel:|sms:|wa\.me|www\.)[^"'<>\\\n]*/gi;
const EMAIL_BEFORE = /[a-z0-9._%+-]{1,64}$/i;
/** What of one is left where a text was cut. */
const TORN = /^[a-z0-9._%+-]{1,64}/i;
/** With its accents, if it has any. */
const EMAIL_AFTER = /^(?:[\p{L}\p{M}\d-]{1,63}\.)+[a-z]{2,24}/iu;
/** Longest part on either side of the "@" that is looked at. */
const EMAIL_REACH = 254;
/** Files named for dense screens look like addresses: `logo@2x.png`. */
const FILE_NAME = /@\d+x\.[a-z]{2,5}$/i;
/** What is an address as it is written stands for itself: what follows it, a sign of the page between, is no more of it. */
const PLAIN_ADDRESS = /[a-z0-9._%+-]{1,64}@(?:[\p{L}\p{M}\d-]{1,63}\.)+[a-z]{2,24}/giu;
/** With a space before the dot, or a comma typed for it. */
const LOOSE_DOT = /(?<=@[a-z0-9.-]{1,200})(?: {1,2}\. {0,2}|,)(?=[a-z0-9])/gi;

/** No address and no number is shorter: `a@b.fr`. */
const SHORTEST = 6;
/** Lines are read by themselves: a bundle or a table is one text of a megabyte. */
const LONGEST_PIECE = 2000;

function national(match: string): string {
  const digits = match.replace(/\(0\)/, '0').replace(/\D/g, '');
  return e164OfNational(digits.startsWith('33') ? digits.slice(2) : digits.replace(/^0/, ''));
}

function collectPhones(text: string, found: FoundContacts, addresses = WEB_ADDRESS): void {
  for (const [match] of text.matchAll(NATIONAL)) found.phones.add(national(match));
  for (const [match] of text.matchAll(INTERNATIONAL)) {
    const digits = match.replace(/\(0\)/, '').replace(/\D/g, '');
    found.phones.add(mendedPhone(`+${match.startsWith('+') ? digits : digits.replace(/^00?/, '')}`));
  }
  for (const [address] of text.matchAll(addresses))
    for (const [match] of address.matchAll(IN_ADDRESS)) found.phones.add(national(match));
}

/** @param standsForItself whether what stands from one place to another in `text` is collected already, as it is written */
function collectEmails(
  text: string,
  found: FoundContacts,
  standsForItself: (from: number, to: number) => boolean = () => false,
): void {
  // From each "@" outwards: there are few of them, and much text.
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const before = EMAIL_BEFORE.exec(text.slice(Math.max(0, at - 64), at))?.[0].replace(/^[._%+-]+/, '');
    const after = EMAIL_AFTER.exec(text.slice(at + 1, at + 1 + EMAIL_REACH))?.[0];
    const domain = after && asciiDomain(domainAlone(after.toLowerCase()));
    if (!before || !domain || FILE_NAME.test(`@${domain}`)) continue;
    if (standsForItself(at - before.length, at + 1 + after.length)) continue;
    found.emails.add(`${before}@${domain}`.toLowerCase());
    // As it is read where accents are folded.
    const folded = withoutAccents(shownDomain(domain));
    if (domain !== folded && !folded.includes('xn--')) found.emails.add(`${before}@${folded}`.toLowerCase());
  }
}

/** Digits and letters for digits, close enough together for a number. */
const MAY_BE_MISTYPED = /(?:[\doilzsb][^\da-z]{0,3}){10,}/gi;
const ROW_OF_SIGNS = /\d\s?([^\da-z\s]\s?)\1{2}[^\da-z]*\d|\d[^\da-z]{9,}\d/i;
/** A number that begins although nothing parts it from the one before. */
const GLUED_NUMBER = /\d(?:0|\+33)[1-9](?:\d{8}|(?:[ ./_-]\d\d){4})|0[1-9](?:[ ./_-]\d\d){4}\d{4}/;
function isMistyped(line: string): boolean {
  for (const [run] of line.matchAll(MAY_BE_MISTYPED)) if (/[a-z]/i.test(run)) return true;
  return ROW_OF_SIGNS.test(line) || GLUED_NUMBER.test(line);
}

/** Whether an "@" stands in it that is not in an address as it is written: « marie @ example.org », « marie@example point org ». */
const hasOtherSign = (line: string): boolean => line.includes('@') && line.replace(PLAIN_ADDRESS, '').includes('@');

/** What the text is for: to be read, or a program, whose names are full of figures and are nobody's words. */
export type TextKind = 'words' | 'program';

/** A number of a program with what it adds to: `i=-.1*n+1.9161415*r` is no telephone of America. */
const DECIMAL = /[+-]\d{1,3}\.\d+(?=[*/)\]},;+-])/g;

/** As an establishment is written, whose check digit says that it is one: in « 999 007 070 63940 » nobody reads 00 7070 63940. */
const WRITTEN_SIRET = /(?<!\d[ \u00a0\u202f./-]?)\d{3}([ \u00a0\u202f])\d{3}\1\d{3}\1\d{5}(?![ \u00a0\u202f./-]?\d)/g;

/** Adds what `given` holds to `found`, in whatever spelling (`domain/readable-text.ts`, as for the rule and the export). */
export function collectContacts(given: string, found: FoundContacts, kind: TextKind = 'words'): void {
  // Before anything reads it: a line that is spelt oddly is read a second time below.
  const text = (kind === 'program' ? given.replace(DECIMAL, ' ') : given).replace(WRITTEN_SIRET, (written) =>
    parseSiret(written).ok ? ' ' : written,
  );
  collectPhones(text, found);
  collectEmails(text, found);
  for (const line of text.split('\n')) {
    if (line.length < SHORTEST) continue;
    const { isDisguised, hasDigits } = glance(line);
    const odd = isDisguised || (kind === 'words' && hasDigits && isMistyped(line));
    const spelt = mayBeSpelt(line) || (kind === 'words' && hasOtherSign(line));
    if (!odd && !spelt) continue;
    for (let from = 0; from < line.length; from += LONGEST_PIECE / 2) {
      // An address that is cut here stands whole in the piece before, which ends much later: its end alone is another address.
      const torn = from === 0 ? 0 : (TORN.exec(line.slice(from, from + LONGEST_PIECE))?.[0].length ?? 0);
      const piece = line.slice(from + torn, from + LONGEST_PIECE);
      const asRead = kind === 'words' ? readings : (one: string) => [readableText(one)];
      const plain = new Set(Array.from(piece.matchAll(PLAIN_ADDRESS), ([address]) => address));
      for (const { text: read, starts, ends } of asRead(piece)) {
        if (odd) collectPhones(read, found, DECODED_ADDRESS);
        // « quatre.saisons@ » beside a number is « 4.saisons@ » only to who reads the number's words.
        collectEmails(read, found, (from, to) => plain.has(piece.slice(starts[from], ends[to - 1])));
        const rest = read.replace(PLAIN_ADDRESS, '\n').replace(SPELT_AT, '@').replace(SPELT_DOT, '.');
        collectEmails(rest.replace(LOOSE_DOT, '.'), found);
      }
    }
  }
}

export const noContacts = (): FoundContacts => ({ phones: new Set(), emails: new Set() });
