import { createHmac, timingSafeEqual } from 'node:crypto';
import { publicUrl, readEnvironment, requireEnvironment } from '../../environment.ts';
import { secretLink, type SecretLink } from './secret-link.ts';

/** 128 bits name an address, 128 bits say that this server named it. */
const HALF = 16;

const keyed = (text: string): Buffer =>
  createHmac('sha256', requireEnvironment().TRAME_LINK_SECRET).update(text).digest();

const sealOf = (name: Buffer): Buffer => keyed(`lists seal:${name.toString('hex')}`).subarray(0, HALF);
const markOf = (name: Buffer): string => keyed(`lists mark:${name.toString('hex')}`).toString('hex');
const nameOf = (address: string): Buffer => keyed(`lists address:${address.trim().toLowerCase()}`).subarray(0, HALF);

/**
 * The token by which who reads an address stops the letters to lists: 43 characters of base64url. It carries its own proof, so
 * that no table holds it: a link of years ago opens on a database that a backup put back, and for an address that is in no entry
 * any more. All that it can do is to stop these letters, and to have them again.
 */
export function listToken(address: string): string {
  const name = nameOf(address);
  return Buffer.concat([name, sealOf(name)]).toString('base64url');
}

/** An address as the register of suppressions knows it: nobody can read it back. 64 hexadecimal characters. */
export const listMark = (address: string): string => markOf(nameOf(address));

/** The mark of the address that a token is of; null when this server did not make it. */
export function markOfListToken(token: string): string | null {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== 2 * HALF) return null;
  const name = bytes.subarray(0, HALF);
  return timingSafeEqual(bytes.subarray(HALF), sealOf(name)) ? markOf(name) : null;
}

/** The page of the site, for the foot of a letter. */
export const listLink = (address: string): SecretLink => secretLink('desinscription', listToken(address));

/** Where programs of mail stop the letters without asking: what stands behind this is the token. */
export const ONE_CLICK_PATH = '/api/desinscription/un-clic';

/** The address for `List-Unsubscribe` (RFC 8058): a POST to it stops the letters, a GET leads to the page. */
export const oneClickAddress = (address: string): string =>
  `${publicUrl(readEnvironment())}${ONE_CLICK_PATH}/${listToken(address)}`;
