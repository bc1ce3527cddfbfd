/**
 * The address of a print shop's link: which edition, which link, until when, and a signature over the three. Whoever does not
 * hold TRAME_PRESS_SECRET can neither make one nor move the end of one.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

export interface TokenClaims {
  readonly edition: string;
  readonly link: string;
  /** Milliseconds since 1970; a token holds whole seconds. */
  readonly expiresAt: number;
}

const SHAPE = /^([A-Za-z0-9_-]{1,64})\.([A-Za-z0-9_-]{1,64})\.([0-9a-z]{1,10})\.([A-Za-z0-9_-]{43})$/;

/** The purpose is signed too: a signature that this secret makes for something else one day is none of a link. */
const signature = (secret: string, claims: string): Buffer =>
  createHmac('sha256', secret).update(`trame-press-link/1\0${claims}`).digest();

export function makeToken(secret: string, { edition, link, expiresAt }: TokenClaims): string {
  const claims = `${edition}.${link}.${Math.floor(expiresAt / 1000).toString(36)}`;
  return `${claims}.${signature(secret, claims).toString('base64url')}`;
}

/** What a genuine token says, expired or not; null for any other text. Takes the same time whatever the signature. */
export function readToken(secret: string, token: string): TokenClaims | null {
  const [, edition, link, seconds, signed] = SHAPE.exec(token) ?? [];
  if (edition === undefined || link === undefined || seconds === undefined || signed === undefined) return null;
  const given = Buffer.from(signed, 'base64url');
  const right = signature(secret, `${edition}.${link}.${seconds}`);
  // The re-encoding refuses a second spelling of the same signature: a token has one form.
  if (!timingSafeEqual(given, right) || given.toString('base64url') !== signed) return null;
  return { edition, link, expiresAt: Number.parseInt(seconds, 36) * 1000 };
}
