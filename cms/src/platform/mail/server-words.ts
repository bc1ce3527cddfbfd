/** What a mail server said, in the editor's words: the reason in French first, then the server's own, which its support understands. */

import { knownAnswers, unknownAnswer, unknownWaiting, whatToDo, type Fault } from './server-answers.ts';

const LONGEST = 300;
/** Of what is compared: the code of a provider often stands at the end. */
const MOST_COMPARED = 2000;

const onOneLine = (answer: string): string => answer.replace(/[\p{Cc}\s]+/gu, ' ').trim();

/** The letters and digits of an address or a link mean nothing; their place does. */
const comparable = (answer: string): string =>
  answer
    .slice(0, MOST_COMPARED)
    .replace(/https?:\/\/[^\s<>]{1,300}/gi, '·')
    .replace(/[^\s<>()":;,]{1,128}@[^\s<>()":;,]{1,255}/g, '·')
    .replace(/’/g, "'");

export interface ExplainedAnswer {
  /** What it means, what the server said, and what to do: for the editor. */
  readonly words: string;
  /** Who can mend it. */
  readonly fault: Fault;
}

/**
 * @param answer the server's words, e.g. `550 5.1.1 <a@b>: Recipient address rejected`; may be empty
 * @param onlyWaited the server refused nothing, it made the letter wait: an answer that says nothing is no refusal either
 */
export function readAnswer(answer: string, onlyWaited = false): ExplainedAnswer {
  const line = onOneLine(answer);
  const compared = comparable(line);
  const { means, fault } =
    knownAnswers.find(({ says }) => says.test(compared)) ?? (onlyWaited ? unknownWaiting : unknownAnswer);
  const quoted = line === '' ? '' : ` Réponse du serveur\u00a0: «\u00a0${line.slice(0, LONGEST)}\u00a0».`;
  return { words: `${means}.${quoted} ${whatToDo[fault]}`, fault };
}

/** `readAnswer` for whoever needs the words alone. */
export const explainAnswer = (answer: string): string => readAnswer(answer).words;

const quoted = (answer: string, most = LONGEST): string => onOneLine(answer).slice(0, most);

/** What is said of a letter that did not fail, and of which something was heard. */
export const noticeWords = {
  delayed: (answer: string) =>
    `Le serveur du destinataire fait attendre la lettre, et sera essayé encore quelques jours\u00a0: rien à faire pour l’instant.${quoted(answer) === '' ? '' : ` Réponse du serveur\u00a0: «\u00a0${quoted(answer)}\u00a0».`}`,
  complaint: () =>
    'Le destinataire a signalé la lettre comme indésirable à sa messagerie. Téléphonez plutôt que d’écrire\u00a0: d’autres signalements feraient refuser tout notre courrier.',
  unclear: (gist: string) =>
    `Un message est revenu à l’adresse de cette lettre, et ne dit pas clairement si elle est arrivée. À vérifier\u00a0: «\u00a0${quoted(gist)}\u00a0».`,
} as const;

/** Why nothing leaves at all, and what to look at. */
export const troubleWords = {
  notConfigured:
    'Aucun serveur d’envoi n’est réglé\u00a0: les lettres attendent. Indiquez les variables SMTP_URL et MAIL_FROM à la personne qui gère le serveur.',
  unreachable: (host: string) =>
    `Le serveur d’envoi (${host}) ne répond pas. Les lettres attendent et partiront dès qu’il répondra.`,
  signIn: (answer: string) =>
    `Le serveur d’envoi refuse le nom ou le mot de passe de SMTP_URL. Les lettres attendent. Réponse du serveur\u00a0: «\u00a0${answer}\u00a0»`,
  sender: (answer: string) =>
    `Le serveur d’envoi refuse l’adresse d’expéditeur (MAIL_FROM, MAIL_RETURN_PATH). Les lettres attendent. Réponse du serveur\u00a0: «\u00a0${answer}\u00a0»`,
  busy: (answer: string) =>
    `Le serveur d’envoi demande de patienter. Les lettres attendent. Réponse du serveur\u00a0: «\u00a0${answer}\u00a0»`,
  gaveUp: (days: number) => `Non distribuée après ${days}\u00a0jours d’essais`,
  database: 'La base de données ne répond pas\u00a0: les lettres attendent.',
} as const;
