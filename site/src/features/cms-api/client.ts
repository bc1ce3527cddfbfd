/** Asks the CMS: one place for addresses, time limits and refusals. Nothing is thrown: an answer is a value or a refusal in French. */
import type { Refusal } from '@trame/cms/domain/contract/my-entry';
import { typography } from '@trame/cms/domain/french';
import { typeset } from './typeset.ts';

type Code = Refusal['error']['code'];

export interface Refused {
  readonly ok: false;
  /** `network`: no answer came. `broken`: an answer came that is none of the contract's. */
  readonly code: Code | 'network' | 'broken';
  readonly message: string;
  readonly faults: readonly { readonly path: string; readonly message: string }[];
}
export type Answer<T> = { readonly ok: true; readonly value: T } | Refused;

const words = typeset({
  network: 'La connexion est coupée, ou le service ne répond pas. Rien n’est perdu : réessayez dans un instant.',
  broken: 'Le service a rencontré un problème. Rien n’est perdu : réessayez dans un instant.',
});

const TIMEOUT_MS = 30_000;

export interface Asked {
  /** JSON, or a form with a file. */
  readonly body?: object | FormData;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  /** Sends and keeps the cookie of the session. */
  readonly withCookie?: boolean;
}

export interface CmsClient {
  readonly ask: Ask;
  readonly askPicture: (path: string, asked: Asked) => Promise<Answer<Blob>>;
}

export type Ask = <T>(path: string, asked: Asked) => Promise<Answer<T>>;

/** @param cmsUrl public address of the CMS, without a slash at the end */
export function cmsClient(cmsUrl: string): CmsClient {
  async function send(path: string, { body, method = 'POST', headers = {}, withCookie = false }: Asked) {
    const json = body !== undefined && !(body instanceof FormData);
    return fetch(`${cmsUrl}${path}`, {
      method,
      headers: { ...(json ? { 'content-type': 'application/json' } : {}), ...headers },
      body: json ? JSON.stringify(body) : body,
      credentials: withCookie ? 'include' : 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  }

  async function answerOf<T>(path: string, asked: Asked, read: (response: Response) => Promise<T>): Promise<Answer<T>> {
    let response: Response;
    try {
      response = await send(path, asked);
    } catch {
      return refused('network', words.network);
    }
    try {
      return response.ok ? { ok: true, value: await read(response) } : await refusalOf(response);
    } catch {
      return refused('network', words.network); // cut in the middle of the answer
    }
  }

  return {
    ask: (path, asked) =>
      answerOf(path, asked, async (response) => (response.status === 202 ? null : await response.json()) as never),
    askPicture: (path, asked) => answerOf(path, asked, (response) => response.blob()),
  };
}

const refused = (code: Refused['code'], message: string, faults: Refused['faults'] = []): Refused => ({
  ok: false,
  code,
  message,
  faults,
});

async function refusalOf(response: Response): Promise<Refused> {
  const text = await response.text();
  try {
    const { error } = JSON.parse(text) as Partial<Refusal>;
    if (typeof error?.code === 'string' && typeof error.message === 'string') {
      return refused(error.code, typography(error.message), error.faults ?? []);
    }
  } catch {
    // Not JSON: a proxy's page.
  }
  return refused('broken', words.broken);
}
