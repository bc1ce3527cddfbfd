/** Why a request did not succeed, for an editor: the server's own sentence where it has one. */
import { isFetchError } from '@strapi/strapi/admin';

/** What is to be mended in a field. */
export interface Fault {
  readonly path: string;
  readonly message: string;
}

const words = {
  silent:
    'L’administration ne répond pas\u00a0: vérifiez votre connexion et réessayez dans une minute. Rien n’a été enregistré.',
  unreadable:
    'Le serveur répond autrement que prévu\u00a0: ses programmes ne sont sans doute pas de la même version. Prévenez la personne qui s’occupe du site.',
  signedOut: 'Votre session est terminée\u00a0: rechargez la page et reconnectez-vous.',
  notAllowed: 'Votre compte ne permet pas de faire cela.',
  notFound: 'Ce que vous cherchez n’existe pas, ou plus.',
};

/** Strapi's own words for what went wrong inside are English. */
const OF_STRAPI =
  /^(Internal Server Error|Not Found|Bad Gateway|Service Unavailable|Unknown Server Error|Server Error|Unauthorized|Forbidden|Policy Failed)$/;

/** The body of a refusal, as the server sends it (`platform/http/refused.ts`), unchecked. */
export interface Said {
  readonly error?: { readonly message?: unknown; readonly faults?: unknown };
  readonly current?: unknown;
}

/** What the server said when it refused; empty when it was not asked, or did not answer. */
export const saidBy = (error: unknown): Said =>
  isFetchError(error) ? ((error.response?.data as Said | undefined) ?? {}) : {};

/** Whether the account may not do or read this. */
export const isForbidden = (error: unknown): boolean => isFetchError(error) && error.status === 403;

/** Whether there is nothing of that name. */
export const isUnknown = (error: unknown): boolean => isFetchError(error) && error.status === 404;

/** What a page refuses by itself, before anything is sent: its message is a sentence for the editor. */
export class NotSent extends Error {}

/** One sentence, whatever went wrong. */
export function problemOf(error: unknown): string {
  if (error instanceof NotSent) return error.message;
  if (!isFetchError(error))
    return error instanceof Error && error.name === 'ZodError' ? words.unreadable : words.silent;
  if (error.status === 401) return words.signedOut;
  const sentence = saidBy(error).error?.message;
  if (typeof sentence === 'string' && sentence !== '' && !OF_STRAPI.test(sentence)) return sentence;
  if (error.status === 403) return words.notAllowed;
  return error.status === 404 ? words.notFound : words.silent;
}

const isFault = (value: unknown): value is Fault => {
  const { path, message } = (value ?? {}) as Record<string, unknown>;
  return typeof path === 'string' && typeof message === 'string';
};

/** What is to be mended, field by field; empty when the refusal is about something else. */
export function faultsIn(error: unknown): readonly Fault[] {
  const faults = saidBy(error).error?.faults;
  return Array.isArray(faults) ? faults.filter(isFault) : [];
}
