/** E-mail addresses as people write them, in the form in which they are stored: for whoever has no pattern of the one that is sought. */
import { asciiDomain } from './email-domain.ts';
import { rewritten, type ReadableText } from './readable-text.ts';
import {
  AT_NAMES,
  BRACKETED_AT,
  BRACKETED_DOT,
  DASHED_AT,
  DASHED_DOT,
  domainAlone,
  domainsWithin,
  LEADING_WORDS,
  SIGN_AT,
  SURE_WORD_AT,
  WORD_AT,
  WORD_DOT,
} from './withheld-contacts.ts';

const SPELT_SOMEHOW = new RegExp(
  `${BRACKETED_AT}|${AT_NAMES}|[\\s\\-–—_*~|/=#+:°.](?:at|chez)[\\s\\-–—_*~|/=#+:°.]|\\s[aà]\\s{1,3}(?!www\\.)[^\\s.@]{1,63}(?:\\s?\\.\\s?[\\p{L}]|\\s(?:point|dot)\\s|\\s?[([{]\\s?(?:\\.|point|dot))|\\s@\\s`,
  'iu',
);

/** « dupontATexample »: in capitals alone, since « latin » is a word. */
const IN_CAPITALS = /[\p{Ll}\d](?:AT|CHEZ)[\p{Ll}\d]/u;

/** Whether a text as it was typed may say an address without the sign. */
export const mayBeSpelt = (text: string): boolean => SPELT_SOMEHOW.test(text) || IN_CAPITALS.test(text);

const SPELT = `\\s{0,3}(?:${BRACKETED_AT}|${DASHED_AT}|${WORD_AT})\\s{0,3}`;
/** With what is put around the sign; after a colon it begins a name of some network: « Instagram : @club.example ». */
const AROUND = '[\\s"\'*_()[\\]{}<>«»/|-]{0,3}';
/** « à » between an address on the web and what leads to it says nothing else (« Réserver à club.example »), unless a dot stands before. */
const A_OF_ADDRESS = '(?<=[a-z0-9][._-][a-z0-9-]{1,40})\\s{1,3}a\\s{1,3}(?!www\\.)';
/** Every way to write the "@" that says nothing else. */
export const SPELT_AT = new RegExp(
  `\\s{0,3}(?:${BRACKETED_AT}|${DASHED_AT}|${SURE_WORD_AT})\\s{0,3}|${A_OF_ADDRESS}|${AROUND}@{1,2}${AROUND}`,
  'gi',
);
const DOT = `${BRACKETED_DOT}|${DASHED_DOT}|${WORD_DOT}`;
export const SPELT_DOT = new RegExp(`[\\s,;]{0,3}(?:${DOT})[\\s,;]{0,3}`, 'gi');

/** The same, and whatever else a pattern of a known address looks past. */
const LOOSE_AT = new RegExp(`${SPELT}|${SIGN_AT}`, 'g');
/** After the "@" only: « au point info (at) example.org » has none before it. */
const LOOSE_DOT_OF_DOMAIN = new RegExp(
  `(?<=@[a-z0-9.-]{1,200})(?:[\\s,;]{0,3}(?:${DOT})[\\s,;]{0,3}|[^a-z0-9@.,]{0,3}\\.{1,2}[^a-z0-9@.,]{0,3}|,)`,
  'g',
);
const LOOSE_DOT = new RegExp(`\\s{0,3}(?:\\.{1,2}|${DOT})\\s{0,3}|(?<=[a-z0-9]),(?=[a-z])`, 'g');
const LOW_LINE = /\s{1,3}(?:tiret bas|tiret du bas|souligne|underscore)\s{1,3}/g;
const HYPHEN =
  /\s{1,3}(?:tiret|trait d.union)\s{1,3}|\s{0,2}[\u2010-\u2015\u2043\u2212]\s{0,2}|(?<=[a-z0-9])\s{1,2}-\s{1,2}(?=[a-z0-9])/g;

/** On both sides of an "@": one that is read wrongly (« Écrivez à marie chez example.org ») must not hide the next. */
const BEHIND_AT = /(?<=@)(?:[a-z0-9-]{1,63}\.)+[a-z0-9-]{2,24}/g;
const BEFORE_AT = /[a-z0-9._%+-]{1,64}$/;
const LONGEST_LOCAL = 64;
const LEADING_SIGNS = /^[._%+-]+/;
const LEADING_WORD = new RegExp(`^(?:${LEADING_WORDS})[._+-]{1,3}`);

/** A domain in ASCII, by the letters that it is written with where it stands: accents are lost in what is read. */
function asciiOf(domain: string, { starts, ends }: ReadableText, index: number, original: string): string | null {
  let at = index;
  const labels = domain.split('.').map((label) => {
    const typed = original.slice(starts[at] ?? 0, ends[at + label.length - 1] ?? 0);
    at += label.length + 1;
    return typed.normalize('NFKC').replace(/\p{Cf}/gu, '');
  });
  return asciiDomain(labels.join('.'));
}

/** Whether a text that looks like one address may say a shorter one: with a sign or a word that is glued to it. */
export function hasMoreThanAddress(text: string): boolean {
  const address = text.toLowerCase();
  const domain = address.slice(address.indexOf('@') + 1);
  return (
    /[a-z\d][A-Z]/.test(text) ||
    /^[._%+-]|\+|\.\.|[._-]@|@-|spam/.test(address) ||
    LEADING_WORD.test(address) ||
    domainAlone(domain) !== domain
  );
}

/** What may be the beginning of an address: without a sign of a list, without a word that is glued to it, without a tag. */
function localsOf(local: string): Set<string> {
  const bare = local.replace(LEADING_SIGNS, '');
  const all = [local, bare, bare.replace(LEADING_WORD, '')];
  return new Set([...all, ...all.map((one) => one.replace(/(?<=.)\+.*$/, ''))].filter((one) => one !== ''));
}

/** Every address that a reading could say, as it would be stored: more than one for each, since words may be glued to it. */
export function addressesIn(reading: ReadableText, original: string): string[] {
  const at = rewritten(reading, LOOSE_AT, () => '@');
  const inDomain = rewritten(at, LOOSE_DOT_OF_DOMAIN, () => '.');
  const dotted = rewritten(inDomain, LOOSE_DOT, () => '.');
  const dashed = rewritten(
    rewritten(dotted, LOW_LINE, () => '_'),
    HYPHEN,
    () => '-',
  );
  const found = new Set<string>();
  for (const spelt of new Set([reading, at, inDomain, dotted, dashed]))
    for (const { index, 0: behind } of spelt.text.matchAll(BEHIND_AT)) {
      const [whole = ''] = BEFORE_AT.exec(spelt.text.slice(Math.max(0, index - 1 - LONGEST_LOCAL), index - 1)) ?? [];
      for (const domain of new Set([behind, domainAlone(behind), ...domainsWithin(behind)])) {
        const typed = asciiOf(domain, spelt, index, original);
        for (const local of localsOf(whole)) {
          found.add(`${local}@${domain}`);
          if (typed !== null) found.add(`${local}@${typed}`);
        }
      }
    }
  return [...found];
}
