/**
 * The address that a letter's link was opened with, whatever mail programs and gateways made of it on the way.
 *
 * A letter says `https://site/ma-fiche/#<token>`: what follows the # reaches no server (RFC 9110, 7.1), and so no log. Programs
 * that open links for their readers (Safe Links, URL Defense, Mimecast, Barracuda) escape the #, once or twice, move it into the
 * path or the query, put the whole address into a parameter of their own, or cut a line that was too long. Programs that lay out
 * text take `_` for emphasis and `-` for a dash, and quote lines with `>`. The page, the site's server and the page for what does
 * not exist all read an address by this one function.
 *
 * Nothing in a secret tells that it is one but its 43 characters, which a gateway's own parameter may have as well. So an address
 * holds candidates, the likeliest first; the page asks the CMS with each in turn.
 */

/** Pages that a secret opens: each is `/<name>/`. */
export const SECRET_PAGES = [
  'ma-fiche',
  'retrait',
  'mes-donnees',
  'connexion',
  'desinscription',
  'repondre',
  'alerte',
] as const;
export type SecretPage = (typeof SECRET_PAGES)[number];

/** Pages that talk with the CMS, each `/<name>/`: those that a secret opens, the space of an association, and the declaration of one. */
export const SERVICE_PAGES = [...SECRET_PAGES, 'espace', 'declarer'] as const;

/** One or more, the likeliest first: what is asked for with the second was refused with the first. */
export type CandidateTokens = readonly [likeliest: string, ...others: string[]];

/** `absent`: the address says no more than its page. `malformed`: it says something, and no secret can be read in it. */
export type AddressSecret = { readonly tokens: CandidateTokens } | 'absent' | 'malformed';

export interface SecretAddress {
  readonly page: SecretPage;
  readonly secret: AddressSecret;
}

/** Where a page of secrets stands: the address that a browser's bar is left with. */
export const secretPagePath = (page: SecretPage): string => `/${page}/`;

/** The address that leads on to the page, with all that may be its secret behind the #, for this function to read again. */
export const secretAddress = ({ page, secret }: SecretAddress): string => {
  if (secret === 'absent') return secretPagePath(page);
  return `${secretPagePath(page)}#${secret === 'malformed' ? 'coupe' : secret.tokens.join('&')}`;
};

/** No server of ours reads more of an address (Node's limit for all headers of a request); what stands behind it is not looked at. */
const MOST_CHARACTERS = 16_384;
/** Escaped as often as that; what still is escaped then is no link of ours. */
const MOST_ESCAPES = 5;
/** So many secrets are tried: each costs a question to the CMS. */
const MOST_CANDIDATES = 4;

const LENGTH = 43;
/** What the secret of a link is made of: 43 characters of base64url (RFC 4648, 5). */
export const isLinkToken = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text);

/** Names of pages as programs leave them: `ma fiche`, `ma+fiche`, `ma_fiche`. */
const SPELLED: Readonly<Record<SecretPage, string>> = {
  'ma-fiche': 'ma[-\\s+_]{0,2}fiche',
  retrait: 'retrait',
  'mes-donnees': 'mes[-\\s+_]{0,2}donn[eé]es',
  connexion: 'connexion',
  desinscription: 'd[eé]sinscription',
  repondre: 'r[eé]pondre',
  alerte: 'alerte',
};
const names = SECRET_PAGES.map((page) => `(?<${page.replace('-', '_')}>${SPELLED[page]})`).join('|');
/** The address of a page, and one that stands inside another: behind a language, or in a gateway's parameter. */
const AT_THE_BEGIN = new RegExp(`^[/\\\\\\s]*(?:${names})(?![\\w-])`, 'i');
const INSIDE = new RegExp(`[/\\\\](?:${names})(?![\\w-])`, 'gi');
/** So many names of pages are looked behind. */
const MOST_NAMES = 8;

/** Shown by nothing and copied with everything: soft hyphens, joiners, marks of direction and of the byte order. */
const INVISIBLE = /\u034f|[\u00ad\u200b-\u200f\u2060\ufeff]/g;
/** What programs write for a hyphen; U+0096 and U+0097 are the dashes of Windows-1252. */
const HYPHENS = /[\u0096\u0097\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d]/g;
/** What they write for two. */
const LONG_DASHES = /[\u0096\u0097\u2013\u2014]/g;
/** Parameters that programs add. `sdata` of Safe Links is a signature that looks like a secret of ours. */
const ADDED =
  /(?<=[?&#]|^)(?:sdata|data|reserved|utm_\w+|fbclid|gclid|msclkid|mc_[ce]id|mkt_tok|_hs\w+|wt_\w+|xtor)=[^?&#]*/gi;

/** Where a secret in pieces may begin, and how far apart they may stand: an address is read in a time that is no weapon. */
const MOST_BEGINNINGS = 24;
const MOST_PIECES = 400;
/** Signs of emphasis and of quotation marks that stick to a secret on both sides. */
const MOST_DECORATION = 6;

/** A run of escaped bytes: UTF-8, or else Latin-1, which old programs write. Both are read; nothing is refused. */
function unescaped(bytes: string): string {
  try {
    return decodeURIComponent(bytes);
  } catch {
    return bytes.replace(/%(..)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
}

const character = (digits: string, base: number): string => {
  const point = Number.parseInt(digits, base);
  return point <= 0x10ffff ? String.fromCodePoint(point) : '';
};

/** Without the escapes of addresses, of scripts (`%u0023`, `\u0023`) and of HTML, however often, and without what nobody sees. */
export function withoutEscapes(address: string): string {
  let text = address;
  for (let times = 0; times < MOST_ESCAPES; times += 1) {
    const next = text
      .replace(/(?:%[0-9a-f]{2})+/gi, unescaped)
      .replace(/[%\\]u([0-9a-f]{4})/gi, (_, hex: string) => character(hex, 16))
      .replace(/&#x([0-9a-f]{1,6});/gi, (_, hex: string) => character(hex, 16))
      .replace(/&#(\d{1,7});/g, (_, digits: string) => character(digits, 10))
      .replace(/&amp;/gi, '&')
      .replace(/&num;/gi, '#')
      .replace(/&(?:lowbar|UnderBar);/g, '_');
    if (next === text) break;
    text = next;
  }
  return text.replace(INVISIBLE, '').replace(/\uff3f/g, '_');
}

/**
 * What is left of an escaped # where a program dropped the sign of the escape: `%23`, `%2523`, `=23`, and the `=3D` that
 * quoted-printable makes of what follows.
 */
const LEFT_OF_ESCAPES = /^[-_]{0,2}(?:3D|25){0,4}(?:23|3D|25)$/i;

/** A secret behind what is left of an escape. What is as long as a secret is one, whatever it begins with. */
function behindLeftovers(run: string): string[] {
  const more = run.length - LENGTH;
  return more > 0 && LEFT_OF_ESCAPES.test(run.slice(0, more)) ? [run.slice(more)] : [];
}

/** `_token_`: without the signs of emphasis at its ends, which a secret may have as well: the same number on both sides first. */
function undecorated(run: string): string[] {
  const more = run.length - LENGTH;
  if (more < 0 || more > MOST_DECORATION) return [];
  const before = Array.from({ length: more + 1 }, (_, count) => count)
    .filter((count) => /^_*$/.test(run.slice(0, count) + run.slice(count + LENGTH)))
    .sort((one, other) => Math.abs(2 * one - more) - Math.abs(2 * other - more));
  return before.map((count) => run.slice(count, count + LENGTH));
}

const runsIn = (text: string): string[] => {
  const runs = text.match(/[\w-]+/g) ?? [];
  return [...runs.flatMap(undecorated), ...runs.flatMap(behindLeftovers)];
};

/** Right behind a #, as the letter says it; a gateway that nests addresses leaves it there, too. */
const behindHash = (text: string): string[] =>
  text
    .split('#')
    .slice(1)
    .flatMap((part) => undecorated(/^[\s*"'<]{0,8}([\w-]{43,60})(?![\w-])/.exec(part)?.[1] ?? ''));

/** A secret in pieces: by the ends of lines, by spaces that are written +, by marks of quotation and by backslashes. */
function inPieces(text: string): string[] {
  const piece = (/^[^&?"'()[\]{}#;,/<]*/.exec(text.replace(/^[\s*"'<>]+/, '').replace(/[\\/](?=[_-])/g, '')) ?? [
    '',
  ])[0];
  const found: string[] = [];
  let joined = '';
  for (const part of piece.split(/[\s>|+=\\*]+/)) {
    const written = part.replace(/[^\w-]+$/, '');
    if (!/^[\w-]*$/.test(written)) break;
    joined += written;
    found.push(...undecorated(joined));
    if (written !== part || joined.length > LENGTH + MOST_DECORATION) break;
  }
  return found;
}

const mended = (text: string): string[] =>
  [...text.matchAll(/[#=/?&]+|^/g)]
    .slice(0, MOST_BEGINNINGS)
    .flatMap(({ index, 0: mark }) => inPieces(text.slice(index + mark.length, index + mark.length + MOST_PIECES)));

/** What may have been written: a dash for one hyphen or for two, and signs of quoted-printable that nobody decoded (RFC 2045, 6.7). */
function readings(text: string): string[] {
  const asHyphens = text.replace(HYPHENS, '-');
  const asTwo = text.replace(LONG_DASHES, '--').replace(HYPHENS, '-');
  const unquoted = asHyphens.replace(/=([0-9A-F]{2})/g, (_, hex: string) => character(hex, 16));
  return [...new Set([asHyphens, asTwo, unquoted])];
}

/** From the surest place to the least. */
function secretIn(rest: string): AddressSecret {
  const own = rest.replace(ADDED, '');
  if (!/[A-Za-z0-9]/.test(own)) return 'absent';
  const texts = readings(own);
  const found = new Set([...readings(rest).flatMap(behindHash), ...texts.flatMap(runsIn), ...texts.flatMap(mended)]);
  const [likeliest, ...others] = [...found].slice(0, MOST_CANDIDATES);
  return likeliest === undefined ? 'malformed' : { tokens: [likeliest, ...others] };
}

interface Named {
  readonly page: SecretPage;
  readonly rest: string;
}

/** The page that a match names, and what stands behind its name. */
function named(match: RegExpExecArray, text: string): Named | null {
  const page = SECRET_PAGES.find((name) => match.groups?.[name.replace('-', '_')] !== undefined);
  return page === undefined ? null : { page, rest: text.slice(match.index + match[0].length) };
}

/**
 * @param address path, query and fragment, as a browser or a request says them
 * @returns the page of secrets that it leads to, and its secret; null when it leads to another page, or to none. An address that
 *   names the page further inside leads there only when a secret follows
 */
export function readSecretAddress(address: string): SecretAddress | null {
  const text = withoutEscapes(address.slice(0, MOST_CHARACTERS));
  // One character for one: what stands behind a name is read from the text itself.
  const spelled = text.replace(HYPHENS, '-');
  const first = AT_THE_BEGIN.exec(spelled);
  const own = first && named(first, text);
  if (own) return { page: own.page, secret: secretIn(own.rest) };
  for (const match of [...spelled.matchAll(INSIDE)].slice(0, MOST_NAMES)) {
    const inside = named(match, text);
    const secret = inside && secretIn(inside.rest);
    if (inside && secret && typeof secret !== 'string') return { page: inside.page, secret };
  }
  return null;
}
