/** Why a request of the desk, the board or the journal did not succeed, for an editor: the server's own sentence where it has one. */
import { isFetchError } from '@strapi/strapi/admin';
import { OpenAnswer } from '../../domain/contract/review.ts';

export interface Fault {
  readonly path: string;
  readonly message: string;
}

const words = {
  silent:
    'L’administration ne répond pas\u00a0: vérifiez votre connexion et réessayez dans une minute. Rien n’a été enregistré.',
  unreadable:
    'Le serveur répond autrement que prévu\u00a0: ses programmes ne sont sans doute pas de la même version. Prévenez la personne qui s’occupe du site.',
  notAllowed: 'Votre compte ne permet pas de décider des réponses.',
  notFound: 'Ce que vous cherchez n’existe pas, ou plus.',
};

/** Strapi's own words for what went wrong inside are English. */
const OF_STRAPI =
  /^(Internal Server Error|Not Found|Bad Gateway|Service Unavailable|Unknown Server Error|Server Error)$/;

interface Said {
  error?: { message?: unknown; faults?: unknown };
  current?: unknown;
}

const saidBy = (error: unknown): Said =>
  isFetchError(error) ? ((error.response?.data as Said | undefined) ?? {}) : {};

export function problemOf(error: unknown): string {
  if (!isFetchError(error))
    return error instanceof Error && error.name === 'ZodError' ? words.unreadable : words.silent;
  if (error.status === 401 || error.status === 403) return words.notAllowed;
  const sentence = saidBy(error).error?.message;
  if (typeof sentence === 'string' && sentence !== '' && !OF_STRAPI.test(sentence)) return sentence;
  return error.status === 404 ? words.notFound : words.silent;
}

/** What is to be mended, field by field; empty when the refusal is about something else. */
export function faultsIn(error: unknown): readonly Fault[] {
  const faults = saidBy(error).error?.faults;
  return Array.isArray(faults) ? (faults as Fault[]) : [];
}

/** The answer compared anew, that a refusal brings when the entry moved on (409); null otherwise. */
export function currentIn(error: unknown): OpenAnswer | null {
  const parsed = OpenAnswer.safeParse(saidBy(error).current);
  return parsed.success ? parsed.data : null;
}
