/**
 * The session: an access token of ten minutes that only this page's memory holds, and a refresh cookie that no script can read.
 * Requests that count on the cookie carry a header of ours, which no form of another site can send.
 */
import { SESSION_HEADER } from '@trame/cms/domain/contract/session-header';
import type { Session } from '@trame/cms/domain/contract/my-entry';
import type { Answer, Asked, CmsClient } from '../cms-api/client.ts';

/** Renewed this long before its end, so that no request leaves with a token that dies on the way. */
const MARGIN_MS = 30_000;

/** The tabs of a browser share the cookie: where it can, the browser lets them renew it one after the other. */
const oneTabAtATime = async <T>(work: () => Promise<T>): Promise<T> =>
  'locks' in navigator ? await navigator.locks.request('trame-session', work) : work();

export interface SessionClient {
  /** Opens a session with the secret of a sign-in link, which is spent by it. */
  open(token: string): Promise<Answer<Session>>;
  close(): Promise<Answer<null>>;
  ask<T>(path: string, asked: Asked): Promise<Answer<T>>;
  askPicture(path: string, asked: Asked): Promise<Answer<Blob>>;
}

export function sessionClient(cms: CmsClient, now: () => number = Date.now): SessionClient {
  let session: Session | null = null;
  let renewing: Promise<Answer<Session>> | null = null;

  const withCookie = <T>(path: string, body: object) =>
    cms.ask<T>(path, { body, withCookie: true, headers: { [SESSION_HEADER]: '1' } });

  /** One renewal at a time: a refresh token that is used twice is one that was stolen. */
  const renew = () =>
    (renewing ??= oneTabAtATime(() => withCookie<Session>('/api/session/rafraichir', {})).then((answer) => {
      renewing = null;
      session = answer.ok ? answer.value : null;
      return answer;
    }));

  async function authorised<T>(asked: Asked, send: (asked: Asked) => Promise<Answer<T>>): Promise<Answer<T>> {
    if (session === null || Date.parse(session.expiresAt) - now() < MARGIN_MS) {
      const renewed = await renew();
      if (!renewed.ok) return renewed;
    }
    const headers = () => ({ ...asked.headers, authorization: `Bearer ${session?.accessToken ?? ''}` });
    const answer = await send({ ...asked, headers: headers() });
    if (answer.ok || answer.code !== 'forbidden') return answer;
    // Revoked in between, or the clock of this device is wrong: once more with a new token.
    const renewed = await renew();
    return renewed.ok ? send({ ...asked, headers: headers() }) : renewed;
  }

  return {
    async open(token) {
      const answer = await withCookie<Session>('/api/session/ouvrir', { token });
      if (answer.ok) session = answer.value;
      return answer;
    },
    async close() {
      const answer = await withCookie<null>('/api/session/fermer', {});
      if (answer.ok) session = null;
      return answer;
    },
    ask: (path, asked) => authorised(asked, (full) => cms.ask(path, full)),
    askPicture: (path, asked) => authorised(asked, (full) => cms.askPicture(path, full)),
  };
}
