/** Asks the CMS: one place for addresses, time limits and refusals. Nothing is thrown: an answer is a value or a refusal in French. */
import type { Refusal } from '@trame/cms/domain/contract/refusal';
import { typography } from '@trame/cms/domain/french';
import type { AnswerName, AnswerOf } from './read-answer.ts';
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

/** @param name what the contract calls the answer; null of an answer that says nothing (202) */
export type Ask = <Name extends AnswerName | null>(
  name: Name,
  path: string,
  asked: Asked,
) => Promise<Answer<Name extends AnswerName ? AnswerOf<Name> : null>>;

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
    } catch (error) {
      // Otherwise it was cut in the middle of the answer, or of the module that reads it.
      return error instanceof NotOfTheContract ? refused('broken', words.broken) : refused('network', words.network);
    }
  }

  async function ask<Name extends AnswerName>(name: Name | null, path: string, asked: Asked) {
    if (name === null) return answerOf(path, asked, () => Promise.resolve(null));
    // On its way while the CMS thinks; a failure is told where it is waited for.
    const reader = import('./read-answer.ts');
    reader.catch(() => undefined);
    return answerOf(path, asked, async (response) => {
      const value = (await reader).readAnswer(name, await jsonOf(response));
      if (value === undefined) throw new NotOfTheContract();
      return value;
    });
  }

  return {
    ask: ask as Ask,
    askPicture: (path, asked) => answerOf(path, asked, (response) => response.blob()),
  };
}

/** An answer came, but none that the contract knows: a proxy's page, or a CMS of another version. */
class NotOfTheContract extends Error {}

async function jsonOf(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new NotOfTheContract();
  }
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
    // Read by hand: a refusal must be told at once, and one of a code that this page does not know has a sentence, too.
    const { error } = JSON.parse(text) as Partial<Refusal>;
    if (typeof error?.code === 'string' && typeof error.message === 'string') {
      const faults = Array.isArray(error.faults) ? error.faults : [];
      return refused(
        error.code,
        typography(error.message),
        faults.filter((fault) => typeof fault?.path === 'string' && typeof fault.message === 'string'),
      );
    }
  } catch {
    // Not JSON: a proxy's page.
  }
  return refused('broken', words.broken);
}
