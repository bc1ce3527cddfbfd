/**
 * A line of a log without what opens something: the secrets of letters' links, wherever in an address a mail program moved them,
 * codes, passwords, tokens, and the signature of a print shop's link. Every program of ours writes its log through this.
 *
 * What is masked keeps its first signs, by which two lines about the same thing are still known as such: 24 bits of 256.
 */
import { isLinkToken, readSecretAddress, SECRET_PAGES, secretPagePath, withoutEscapes } from './secret-address.ts';

const MASK = '***';
const SHOWN = 4;

const masked = (secret: string): string => `${secret.slice(0, SHOWN)}${MASK}`;

/** What gives its value away by its own name, in a query, in JSON, in a header: `token=…`, `"password": "…"`. */
const NAMED =
  /(?<![\w-])([\w.[\]-]{0,40}(?:token|secret|passw(?:or)?d|passe|jeton|api_?key|access_?key|authorization|signature|second_?factor|otp|pin)["'\]]{0,2}\s{0,4}[=:]\s{0,4}["']?(?:Bearer\s{1,4}|Basic\s{1,4})?)([^&\s"'#;,}]{1,4000})/gi;
const BEARER = /\b(Bearer|Basic)(\s{1,4})[\w.~+/=-]{8,4000}/gi;
/** A code is no secret by its name: `"code":"ECONNREFUSED"`. One that letters or telephones say has figures, and six or more. */
const CODE =
  /(?<![\w-])((?:[\w.[\]-]{0,40}_?code|sig)["'\]]{0,2}\s{0,4}[=:]\s{0,4}["']?)((?=[\w-]{0,60}\d)[\w-]{6,4000})/gi;

/** As long as the token of a link, and random: what people and programs name is written in small letters, or shorter. */
const LONG = /[\w-]{43,}/g;
const HEXADECIMAL = /(?<![\w-])[0-9a-f]{40,}(?![\w-])/gi;
/** "K7QF-29XM-TWDA" of a letter, and four groups of a recovery code. */
const GROUPED =
  /(?<![\w-])(?:[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){2}|[2-9bcdfghjkmnp-tv-z]{4}(?:-[2-9bcdfghjkmnp-tv-z]{4}){3})(?![\w-])/g;
/** The token of a letter's return path: whoever knows it may say that the letter failed. */
const RETURN_PATH = /(?<=[+=-])[0-9a-f]{18}(?=@)/gi;

const maskValues = (text: string): string =>
  text
    .replace(NAMED, (_, name: string) => `${name}${MASK}`)
    .replace(BEARER, (_, scheme: string, space: string) => `${scheme}${space}${MASK}`)
    .replace(CODE, (_, name: string) => `${name}${MASK}`)
    .replace(LONG, (run) => (/[A-Z]/.test(run) ? masked(run) : run))
    .replace(HEXADECIMAL, masked)
    .replace(GROUPED, MASK)
    .replace(RETURN_PATH, MASK);

const ESCAPED = /[%\\]u?[0-9a-f]{2}|&#?\w{1,8};/i;

/** One word of a line: an address, or a part of one. */
function maskWord(word: string): string {
  const [, origin = '', address = ''] = /^([\w+.-]{0,20}:\/\/[^/]{0,300}|[^/]{0,40})(\/.*)$/s.exec(word) ?? [];
  const found = address === '' ? null : readSecretAddress(address);
  if (found && found.secret !== 'absent') return `${origin}${secretPagePath(found.page)}${MASK}`;
  if (!ESCAPED.test(word)) return word;
  const plain = withoutEscapes(word);
  const safe = maskValues(plain);
  // What was escaped may be the end of a line, and a second line of a log.
  return safe === plain ? word : safe.replace(/[\s\p{C}]+/gu, '_');
}

/** Behind the address of a page of secrets: pieces that raw spaces part, with the signs of lines that were cut or quoted. */
const IN_PIECES = new RegExp(
  `(/(?:${SECRET_PAGES.join('|')})[^\\s"'<>]{0,200}?(?:[#=/?]|%(?:25){0,4}23))([\\w-]{1,42})((?:=?[\\s>]{1,6}[\\w-]{1,42}){1,4})`,
  'gi',
);

/** The address without the pieces that are one secret together; what stands behind them stays. */
function maskPieces(whole: string, address: string, first: string, others: string): string {
  const pieces = others.match(/=?[\s>]{1,6}[\w-]{1,42}/g) ?? [];
  let joined = first;
  for (const [rank, piece] of pieces.entries()) {
    joined += piece.replace(/^=?[\s>]+/, '');
    if (isLinkToken(joined)) return `${address}${MASK}${pieces.slice(rank + 1).join('')}`;
  }
  return whole;
}

/**
 * @param line of a log, or several; text that is no address is left as it is
 * @returns the same without secrets
 */
export const maskSecrets = (line: string): string =>
  maskValues(line.replace(IN_PIECES, maskPieces).replace(/[^\s"'<>]{6,}/g, maskWord));
