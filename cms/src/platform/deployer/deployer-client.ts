/** The one client of the deployer: asks it, holds what it answers to the contract, and says in French why it could not. */
import type { z } from 'zod';
import { requireEnvironment } from '../../environment.ts';
import { Refused, type RefusalCode } from '../http/refused.ts';

/** What the editor asked the deployer for: the sentence of a failure names it. */
export type Service = 'publication' | 'printing' | 'letters' | 'searches';

const subjects: Readonly<Record<Service, string>> = {
  publication: 'Le service de publication',
  printing: 'Le service d’impression',
  letters: 'L’imprimerie de Trame',
  searches: 'La recherche du site',
};

/** What becomes of the editor's work meanwhile, and what to do. */
const whileSilent: Readonly<Record<Service, string>> = {
  publication:
    'le site reste en ligne tel qu’il est, et vos modifications sont gardées. Elles seront publiées dès qu’il redémarrera.',
  printing:
    'votre édition est gardée telle quelle. Réessayez dans une minute\u00a0; si cela dure, prévenez la personne qui s’occupe du serveur.',
  letters: 'réessayez dans un moment.',
  searches: 'réessayez dans quelques minutes.',
};

const words = {
  unreachable: (service: Service) => `${subjects[service]} ne répond pas\u00a0: ${whileSilent[service]}`,
  refused: (service: Service) =>
    `${subjects[service]} refuse le CMS\u00a0: TRAME_WEBHOOK_SECRET n’est pas le même des deux côtés. Prévenez la personne qui s’occupe du serveur.`,
  unreadable: (service: Service) =>
    `${subjects[service]} répond autrement que prévu\u00a0: les deux programmes ne sont sans doute pas de la même version. Prévenez la personne qui s’occupe du serveur.`,
};

/** Refusals whose sentence is meant for the editor; any other status is a fault between two programs. */
const FOR_THE_EDITOR: ReadonlyMap<number, RefusalCode> = new Map([
  [400, 'invalid'],
  [404, 'unknown'],
  [409, 'conflict'],
  [413, 'too-large'],
  [429, 'too-many'],
  [503, 'unavailable'],
]);

/** Of our own answer when the deployer's is not one: RFC 9110, 15.6.3. */
const BAD_GATEWAY = 502;

export interface Question {
  readonly service: Service;
  readonly method?: 'GET' | 'POST' | 'DELETE';
  /** Each part is encoded. */
  readonly path: readonly string[];
  readonly body?: unknown;
  /** Until the headers of the answer; with `readFromDeployer`, until its end. */
  readonly patienceMs: number;
  /** Ends the question, and an answer that is still coming in. */
  readonly signal?: AbortSignal;
}

/** The deployer's own sentence: `{ error: "…" }`. */
async function sentenceOf(response: Response): Promise<string | null> {
  const body = (await response.json().catch(() => null)) as { error?: unknown } | null;
  return typeof body?.error === 'string' && body.error !== '' ? body.error : null;
}

async function refusalOf(response: Response, service: Service): Promise<Refused> {
  const cause = new Error(`The deployer answered ${response.status}`);
  if (response.status === 401 || response.status === 403) {
    await response.body?.cancel();
    // Never 401: the admin would take it for the end of the session.
    return new Refused('unavailable', words.refused(service), [], { status: BAD_GATEWAY, cause });
  }
  const sentence = await sentenceOf(response);
  const code = FOR_THE_EDITOR.get(response.status);
  return sentence !== null && code !== undefined
    ? new Refused(code, sentence)
    : new Refused('unavailable', sentence ?? words.unreadable(service), [], { status: BAD_GATEWAY, cause });
}

const MOST_TIMER_MS = 2 ** 31 - 1;

async function call<T>(question: Question, read: (response: Response) => Promise<T>): Promise<T> {
  const { service, method = 'GET', path, body, patienceMs, signal } = question;
  const { DEPLOYER_URL, TRAME_WEBHOOK_SECRET } = requireEnvironment();
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), Math.min(patienceMs, MOST_TIMER_MS));
  try {
    const response = await fetch(`${DEPLOYER_URL}/${path.map(encodeURIComponent).join('/')}`, {
      method,
      headers: {
        Authorization: `Bearer ${TRAME_WEBHOOK_SECRET}`,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: 'error',
      signal: signal ? AbortSignal.any([patience.signal, signal]) : patience.signal,
    });
    if (!response.ok) throw await refusalOf(response, service);
    return await read(response);
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused('unavailable', words.unreachable(service), [], { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Asks, and gives the response itself once its headers are there: a file may then take as long as the line needs.
 * @throws {Refused} with a French sentence, and the cause for the log
 */
export const askDeployer = (question: Question): Promise<Response> =>
  call(question, (response) => Promise.resolve(response));

/** Asks for JSON of the contract. @throws {Refused} as `askDeployer`, and when the answer is of another shape (502) */
export const readFromDeployer = <Schema extends z.ZodType>(
  schema: Schema,
  question: Question,
): Promise<z.output<Schema>> =>
  call(question, async (response) => {
    const result = schema.safeParse(await response.json().catch(() => null));
    if (result.success) return result.data;
    throw new Refused('unavailable', words.unreadable(question.service), [], {
      status: BAD_GATEWAY,
      cause: result.error,
    });
  });
