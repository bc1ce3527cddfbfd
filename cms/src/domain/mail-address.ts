import { parseEmail } from './email.ts';
import { parsed, refused, type Parsed } from './parsed.ts';

/** Who letters are from: `Office de tourisme <annuaire@example.org>`, or the bare address. */
export interface MailAddress {
  readonly name: string;
  readonly address: string;
  readonly local: string;
  readonly domain: string;
}

/** Reads MAIL_FROM. */
export function parseMailAddress(input: string): Parsed<MailAddress> {
  const [, quoted, bare] = /^(.*?)\s*<([^<>]+)>$/.exec(input.trim()) ?? [null, '', input];
  const address = parseEmail(bare ?? '');
  if (!address.ok) return refused('une adresse, seule ou sous la forme : Office de tourisme <annuaire@example.org>');
  const at = address.value.lastIndexOf('@');
  return parsed({
    name: (quoted ?? '').replace(/^"(.*)"$/, '$1').trim(),
    address: address.value,
    local: address.value.slice(0, at),
    domain: address.value.slice(at + 1),
  });
}

/** Stands for the letter's own token in MAIL_RETURN_PATH. */
export const RETURN_TOKEN = '{lettre}';

/**
 * The address to which a server that gives up returns a letter, different for each letter (VERP), so that a return is matched
 * by where it arrives, whatever it says. By default `annuaire+<token>@…`, which most providers deliver to `annuaire@…`.
 * @param pattern MAIL_RETURN_PATH; without `{lettre}` in it, all letters share it and returns are matched by their Message-ID
 */
export function returnPath(from: MailAddress, pattern: string | null, token: string): string {
  return (pattern ?? `${from.local}+${RETURN_TOKEN}@${from.domain}`).replace(RETURN_TOKEN, token);
}

/** The token in an address that `returnPath` made; null in any other. */
export function tokenInReturnPath(from: MailAddress, pattern: string | null, address: string): string | null {
  const [before = '', after = ''] = returnPath(from, pattern, '\0').toLowerCase().split('\0');
  const given = address.trim().toLowerCase();
  if (!given.startsWith(before) || !given.endsWith(after)) return null;
  const token = given.slice(before.length, given.length - after.length);
  return /^[0-9a-f]{18}$/.test(token) ? token : null;
}
