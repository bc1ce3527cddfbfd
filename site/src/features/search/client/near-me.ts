/**
 * Where somebody is, asked of the device when they click and never before. It stays in this tab: it is in no address, and nothing
 * sends it anywhere.
 */
import type { Point } from '../facts/distance.ts';

const KEY = 'trame-pres-de-moi';
/** Some hundred metres: what a distance in kilometres needs, and no more. */
const DECIMALS = 3;
const PATIENCE_MS = 12_000;
/** A position of a moment ago is as good as a new one. */
const MOST_AGE_MS = 5 * 60_000;

export type WhyNot = 'denied' | 'unavailable' | 'late' | 'unable';

export class NoPosition extends Error {
  readonly why: WhyNot;
  constructor(why: WhyNot) {
    super(`The device gave no position: ${why}`);
    this.why = why;
  }
}

const rounded = (degrees: number): number => Number(degrees.toFixed(DECIMALS));

/** What another script may have left under the key is no position. */
export function readPosition(text: string | null): Point | null {
  const found = /^(-?\d{1,2}(?:\.\d{1,3})?),(-?\d{1,3}(?:\.\d{1,3})?)$/.exec(text ?? '');
  if (found === null) return null;
  const [latitude, longitude] = [Number(found[1]), Number(found[2])];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? [latitude, longitude] : null;
}

/** Of this tab; null when nobody asked. A browser may refuse to keep anything. */
export function keptPosition(): Point | null {
  try {
    return readPosition(sessionStorage.getItem(KEY));
  } catch {
    return null;
  }
}

export function keepPosition(position: Point | null): void {
  try {
    if (position === null) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, position.join(','));
  } catch {
    // The page knows it as long as it is open.
  }
}

const REASONS: Readonly<Record<number, WhyNot>> = { 1: 'denied', 2: 'unavailable', 3: 'late' };

/** @throws {NoPosition} when the visitor refuses or the device cannot tell */
export function askPosition(): Promise<Point> {
  // Without TLS a browser has no such question to ask.
  if (!('geolocation' in navigator) || !isSecureContext) return Promise.reject(new NoPosition('unable'));
  return new Promise((found, fail) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => found([rounded(coords.latitude), rounded(coords.longitude)]),
      ({ code }) => fail(new NoPosition(REASONS[code] ?? 'unavailable')),
      { enableHighAccuracy: false, timeout: PATIENCE_MS, maximumAge: MOST_AGE_MS },
    );
  });
}
