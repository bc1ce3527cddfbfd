/** What a failure says to an editor: what happened, and what to do. The technical line stands beside it, for who keeps the server. */
import { errors } from '@strapi/utils';
import { Refused } from '../http/refused.ts';

interface Cause {
  readonly is: (error: Error, code: string) => boolean;
  readonly words: string;
}

const TELL = 'transmettez la ligne technique de la page «\u00a0Tâches\u00a0» à la personne qui s’occupe du site';

/** The first that fits. Codes: those of Node for files and network, and the SQLSTATE of PostgreSQL (five characters). */
const CAUSES: readonly Cause[] = [
  {
    is: (error, code) =>
      /^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTFOUND|EPIPE|08...|57P..|53...)$/.test(code) ||
      error.name === 'KnexTimeoutError' ||
      /^(Connection terminated|Query read timeout)/.test(error.message),
    words: `La base de données n’a pas répondu. La tâche est tentée de nouveau d’elle-même\u00a0; si cela dure, ${TELL}.`,
  },
  {
    is: (_, code) => /^[0-9A-Z]{5}$/.test(code) && /\d/.test(code),
    words: `La base de données a refusé l’opération. Si cela se répète, ${TELL}.`,
  },
  {
    is: (_, code) => code === 'ENOSPC' || code === 'EDQUOT',
    words: 'Le disque du serveur est plein. Demandez à la personne qui s’occupe du serveur de libérer de la place.',
  },
  {
    is: (_, code) => /^(EACCES|EPERM|EROFS|EIO|ENOTDIR|EISDIR)$/.test(code),
    words: `Le programme n’a pas pu lire ou écrire un de ses fichiers\u00a0: ${TELL}.`,
  },
  {
    is: (error) => error.name === 'ZodError',
    words: `Une donnée enregistrée n’a pas la forme attendue\u00a0: ${TELL}.`,
  },
];

const otherwise = `La tâche s’est arrêtée sur une erreur du programme. Si cela se répète, ${TELL}.`;

/** The French sentences for an editor. A refusal of the product, or of a rule of content, says its own. */
export function failureWords(error: unknown): string {
  if (error instanceof Refused || error instanceof errors.ValidationError) return error.message as string;
  if (!(error instanceof Error)) return otherwise;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return CAUSES.find(({ is }) => is(error, code))?.words ?? otherwise;
}
