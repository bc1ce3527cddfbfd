/**
 * Computers of an office are shared: what was typed and not saved goes from the device when its editor signs out. Strapi tells
 * nobody, and asks its server through `fetch`. A session that ends by itself is no sign-out: there, what was typed must stay.
 */
import { forgetAll, forgetOld } from './kept-values.ts';

type Send = typeof window.fetch;

/** Only a sign-out that somebody asked for names the device; Strapi sends the bare address for a session that is dead. */
const isAskedFor = (input: RequestInfo | URL, init: RequestInit | undefined): boolean => {
  const address = new URL(input instanceof Request ? input.url : input, window.location.href);
  return address.pathname.endsWith('/admin/logout') && typeof init?.body === 'string' && init.body.includes('deviceId');
};

/** `send`, which calls `forget` when an editor signs out. */
export const forgettingAtSignOut =
  (send: Send, forget: () => void): Send =>
  (input, init) => {
    if (isAskedFor(input, init)) forget();
    return send(input, init);
  };

/** Puts it in the place of the browser's own, and drops what nobody came back for. */
export function forgetTypedAtSignOut(): void {
  forgetOld(localStorage, Date.now());
  window.fetch = forgettingAtSignOut(window.fetch.bind(window), () => forgetAll(localStorage));
}
