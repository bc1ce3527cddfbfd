/** Finds telephone numbers and e-mail addresses in any text, in one form each, so that they can be compared. */

export interface FoundContacts {
  /** E.164 */
  readonly phones: Set<string>;
  /** Lower case. */
  readonly emails: Set<string>;
}

// Between two pairs people put a space of some kind, a dot, a hyphen or a slash, alone or among spaces; never a line's end.
const SPACE = '[ \\t\\u00a0\\u202f\\u2009]';
const GAP = `(?:${SPACE}{1,2}|${SPACE}?[.\\-/]${SPACE}?)`;
/** Four pairs, all written together or all apart: dates and years that follow one another are mixed. */
const PAIRS = `(?:\\d{8}|(?:${GAP}\\d{2}){4})`;
/** National form. Not inside a longer number or word (SIRET, coordinates, file names). */
const NATIONAL = new RegExp(`(?<![\\w.,+\\-/=%])0[1-9]${PAIRS}(?![\\w])`, 'g');
/** International form, the French one also with "(0)". */
const INTERNATIONAL = new RegExp(
  `(?:\\+|(?<![\\w.])00)(?:33${GAP}?(?:\\(0\\)${GAP}?)?[1-9]${PAIRS}|[1-9](?:[ \\u00a0\\u202f.\\-]?\\d){6,13})(?!\\d)`,
  'g',
);
const EMAIL_BEFORE = /[a-z0-9._%+-]{1,64}$/i;
const EMAIL_AFTER = /^(?:[a-z0-9-]{1,63}\.)+[a-z]{2,24}/i;
/** Longest part on either side of the "@" that is looked at. */
const EMAIL_REACH = 254;
/** Files named for dense screens look like addresses: `logo@2x.png`. */
const FILE_NAME = /@\d+x\.[a-z]{2,5}$/i;

/** Adds what `text` holds to `found`. */
export function collectContacts(text: string, found: FoundContacts): void {
  for (const [match] of text.matchAll(NATIONAL)) found.phones.add(`+33${match.replace(/\D/g, '').slice(1)}`);
  for (const [match] of text.matchAll(INTERNATIONAL)) {
    const digits = match.replace(/\(0\)/, '').replace(/\D/g, '');
    found.phones.add(`+${match.startsWith('00') ? digits.slice(2) : digits}`);
  }
  // From each "@" outwards: there are few of them, and much text.
  const plain = text.includes('%40') ? text.replaceAll('%40', '@') : text;
  for (let at = plain.indexOf('@'); at >= 0; at = plain.indexOf('@', at + 1)) {
    const before = EMAIL_BEFORE.exec(plain.slice(Math.max(0, at - 64), at))?.[0].replace(/^[.%+-]+/, '');
    const after = EMAIL_AFTER.exec(plain.slice(at + 1, at + 1 + EMAIL_REACH))?.[0];
    if (before && after && !FILE_NAME.test(`@${after}`)) found.emails.add(`${before}@${after}`.toLowerCase());
  }
}

export const noContacts = (): FoundContacts => ({ phones: new Set(), emails: new Set() });
