/**
 * The session: an access token of ten minutes that only this page's memory holds, and a refresh cookie that no script can read.
 * Requests that count on the cookie carry a header of ours, which no form of another site can send.
 */
import { SESSION_HEADER } from '@trame/cms/domain/contract/associations/session-header';
import type { Session } from '@trame/cms/domain/contract/associations/my-entry';
import type { Answer, Ask, Asked, CmsClient } from '../service/client.ts';

/** Renewed this long before its end, so that no request leaves with a token that dies on the way. */
const MARGIN_MS = 30_000;

/** The tabs of a browser share the cookie: where it can, the browser lets them renew it one after the other. */
const oneTabAtATime = async <T>(work: () => Promise<T>): Promise<T> =>
  'locks' in navigator ? await navigator.locks.request('trame-session', work) : work();

export interface SessionClient {
  /** Opens a session with the secret of a sign-in link, which is spent by it. */
  open(token: string): Promise<Answer<Session>>;
  /** The same with the code of its letter. */
  openByCode(code: string): Promise<Answer<Session>>;
  close(): Promise<Answer<null>>;
  readonly ask: Ask;
  readonly askPicture: CmsClient['askPicture'];
}

export function sessionClient(cms: CmsClient, now: () => number = Date.now): SessionClient {
  let session: Session | null = null;
  let renewing: Promise<Answer<Session>> | null = null;

  const withCookie = (body: object): Asked => ({ body, withCookie: true, headers: { [SESSION_HEADER]: '1' } });

  /** One renewal at a time: a refresh token that is used twice is one that was stolen. */
  const renew = () =>
    (renewing ??= oneTabAtATime(() => cms.ask('Session', '/api/session/rafraichir', withCookie({}))).then((answer) => {
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

  async function begin(path: string, secret: object): Promise<Answer<Session>> {
    const answer = await cms.ask('Session', path, withCookie(secret));
    if (answer.ok) session = answer.value;
    return answer;
  }

  return {
    open: (token) => begin('/api/session/ouvrir', { token }),
    openByCode: (code) => begin('/api/session/code', { code }),
    async close() {
      const answer = await cms.ask(null, '/api/session/fermer', withCookie({}));
      if (answer.ok) session = null;
      return answer;
    },
    ask: (name, path, asked) => authorised(asked, (full) => cms.ask(name, path, full)),
    askPicture: (path, asked) => authorised(asked, (full) => cms.askPicture(path, full)),
  };
}
