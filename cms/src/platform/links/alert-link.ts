import { createHmac, timingSafeEqual } from 'node:crypto';
import { publicUrl, readEnvironment, requireEnvironment } from '../../environment.ts';
import { secretLink, type SecretLink } from './secret-link.ts';

const HALF = 16;
const UUID_BYTES = 16;

const keyed = (text: string): Buffer =>
  createHmac('sha256', requireEnvironment().TRAME_LINK_SECRET).update(text).digest();
const sealOf = (id: string): Buffer => keyed(`alert seal:${id}`).subarray(0, HALF);

/**
 * The token by which who reads the letters of an alert confirms and stops it: 43 characters of base64url, the id and a proof that
 * this server named it. So a link of a letter stops an alert that a backup brought back, too.
 * @param id a UUID
 */
export const alertToken = (id: string): string =>
  Buffer.concat([Buffer.from(id.replaceAll('-', ''), 'hex'), sealOf(id)]).toString('base64url');

/** The alert that a token is of; null when this server did not make it. */
export function alertOfToken(token: string): string | null {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== UUID_BYTES + HALF) return null;
  const digits = bytes.toString('hex', 0, UUID_BYTES);
  const id = digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return timingSafeEqual(bytes.subarray(UUID_BYTES), sealOf(id)) ? id : null;
}

/** An alert as the register of suppressions knows it, once it was stopped: 64 hexadecimal characters. */
export const alertMark = (id: string): string => keyed(`alert mark:${id}`).toString('hex');

/** The page of the site, for letters. */
export const alertLink = (id: string): SecretLink => secretLink('alerte', alertToken(id));

/** Where programs of mail stop an alert without asking: what stands behind this is the token. */
export const ALERT_ONE_CLICK_PATH = '/api/alerte/un-clic';

/** The address for `List-Unsubscribe` (RFC 8058): a POST to it stops the alert, a GET leads to the page. */
export const alertOneClickAddress = (id: string): string =>
  `${publicUrl(readEnvironment())}${ALERT_ONE_CLICK_PATH}/${alertToken(id)}`;

/** The keys of the letters of an alert begin with it. */
export const alertLetters = (id: string): string => `alert:${id}:`;

/** The alert that a letter is of, by its key; null of any other letter. */
export const alertOfLetter = (key: string): string | null => /^alert:([0-9a-f-]{36}):/.exec(key)?.[1] ?? null;
