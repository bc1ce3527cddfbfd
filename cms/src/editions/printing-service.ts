/** The deployer, as the service that prints editions: what it answers, held to the contract, or why it does not, in French. */
import type { z } from 'zod';
import { requireEnvironment } from '../environment.ts';
import { words } from './words.ts';

/** Answers come at once, but for what asks the CMS back for the content: 10,000 associations take some seconds. */
const PATIENCE_MS = 30_000;

/** Refusals whose sentence is meant for the editor; any other status is a fault between two programs. */
const FOR_THE_EDITOR: readonly number[] = [400, 404, 409, 413, 429, 503];

/** A request that did not succeed. `status` is for our own answer. */
export interface Refusal {
  readonly ok: false;
  readonly status: number;
  /** In French, for the editor. */
  readonly message: string;
}
export type Answer<T> = { readonly ok: true; readonly value: T } | Refusal;

const refusal = (status: number, message: string): Refusal => ({ ok: false, status, message });

export interface Question {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  /** Below `/editions/`; each part is encoded. */
  readonly path: readonly string[];
  readonly body?: unknown;
}

/** The deployer's own sentence: `{ error: "…" }`. */
async function sentenceOf(response: Response): Promise<string | null> {
  const body = (await response.json().catch(() => null)) as { error?: unknown } | null;
  return typeof body?.error === 'string' && body.error !== '' ? body.error : null;
}

/** Asks, and gives the response itself once its headers are there: a file may then take as long as the line needs. Never throws. */
export async function ask({ method = 'GET', path, body }: Question): Promise<Answer<Response>> {
  const { DEPLOYER_URL, TRAME_WEBHOOK_SECRET } = requireEnvironment();
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  let response: Response;
  try {
    response = await fetch(`${DEPLOYER_URL}/editions/${path.map(encodeURIComponent).join('/')}`, {
      method,
      headers: {
        Authorization: `Bearer ${TRAME_WEBHOOK_SECRET}`,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: 'error',
      signal: patience.signal,
    });
  } catch {
    return refusal(503, words.unreachable);
  } finally {
    clearTimeout(timer);
  }
  if (response.ok) return { ok: true, value: response };
  if (response.status === 401 || response.status === 403) {
    await response.body?.cancel();
    return refusal(502, words.refused); // never 401: the admin would take it for the end of the session
  }
  const sentence = await sentenceOf(response);
  return sentence !== null && FOR_THE_EDITOR.includes(response.status)
    ? refusal(response.status, sentence)
    : refusal(502, sentence ?? words.unreadable);
}

/** Asks for JSON of the contract. Never throws. */
export async function askFor<Schema extends z.ZodType>(
  schema: Schema,
  question: Question,
): Promise<Answer<z.output<Schema>>> {
  const answer = await ask(question);
  if (!answer.ok) return answer;
  const result = schema.safeParse(await answer.value.json().catch(() => null));
  return result.success ? { ok: true, value: result.data } : refusal(502, words.unreadable);
}
