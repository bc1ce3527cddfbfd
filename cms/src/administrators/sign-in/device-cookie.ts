/**
 * Device cookies (OWASP, “Slow Down Online Guessing Attacks with Device Cookies”): a browser in which somebody signed in to an
 * account is known to that account for a while, and counted apart. Whoever guesses passwords from elsewhere uses up the tries of
 * strangers, and leaves those of the editor alone.
 */
import { createHash, randomBytes } from 'node:crypto';

/** What is used of Koa's cookies, which Strapi signs with APP_KEYS; the signature covers name and value. */
export interface Cookies {
  get(name: string, options: { signed: boolean }): string | undefined;
  set(name: string, value: string, options: object): unknown;
}

const KNOWN_MS = 180 * 24 * 3600 * 1000;

/** One cookie an account: two editors may share a computer. */
const nameOf = (email: string): string =>
  `trame_appareil_${createHash('sha256').update(email).digest('hex').slice(0, 16)}`;

/** What this browser is counted as for the account; null when nobody signed in to it here. @param email in lower case */
export const knownDevice = (cookies: Cookies, email: string): string | null =>
  cookies.get(nameOf(email), { signed: true }) ?? null;

/**
 * Makes this browser known to the account, or known for longer.
 * @param secure whether the request came over TLS: Koa throws at a secure cookie otherwise, and nobody could sign in
 */
export function rememberDevice({ cookies, secure }: { cookies: Cookies; secure: boolean }, email: string): void {
  cookies.set(nameOf(email), knownDevice(cookies, email) ?? randomBytes(16).toString('base64url'), {
    signed: true,
    httpOnly: true,
    sameSite: 'strict',
    secure,
    path: '/admin',
    maxAge: KNOWN_MS,
    overwrite: true,
  });
}
