/** Time-based one-time passwords (RFC 6238), with the parameters that every authenticator app knows. */
import { Secret, TOTP } from 'otpauth';

const PERIOD_SECONDS = 30;
/** 160 bits, as RFC 4226 recommends for SHA-1. */
const SECRET_BYTES = 20;
/** One step to either side: a telephone whose clock is half a minute off, and a slow hand (RFC 6238, 5.2). */
const WINDOW = 1;

const totpOf = (secret: string, account = '', issuer = ''): TOTP =>
  new TOTP({
    issuer,
    label: account,
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_SECONDS,
  });

/** A new secret, in base 32. */
export const newSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

/** The address that an authenticator app takes, as the QR code holds it. */
export const keyUri = (secret: string, account: string, issuer: string): string =>
  totpOf(secret, account, issuer).toString();

/**
 * The time step that a code is the one of, near `now`; null when it is none.
 * A step is used once: whoever accepts a code must refuse this step and those before it from then on.
 */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const delta = totpOf(secret).validate({ token: code, timestamp: now.getTime(), window: WINDOW });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / PERIOD_SECONDS) + delta;
}

/** The code of a moment. */
export const codeAt = (secret: string, moment: Date): string =>
  totpOf(secret).generate({ timestamp: moment.getTime() });
