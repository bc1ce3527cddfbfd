/** The association reads a message and answers it, once; only then do both sides go on by themselves. */
import type { Core } from '@strapi/strapi';
import type { OpenedMessage } from '../../domain/contract/associations/my-entry.ts';
import { cleanText } from '../../domain/clean-text.ts';
import { LEAST_MESSAGE_LENGTH, MESSAGE_LENGTH } from '../../domain/written-on-pages.ts';
import { readEntry } from '../../entries/entry-of-record.ts';
import { readEnvironment, siteUrl } from '../../environment.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { Refused, refusals } from '../../platform/http/refused.ts';
import { hashLinkToken } from '../../platform/links/link-token.ts';
import { hashOfCode } from '../../platform/links/typed-code.ts';
import { messageAnswerLetter, messageCopyLetter } from '../../platform/mail/letters/message.ts';
import { readLetterSettings } from '../../platform/mail/office.ts';
import { queueLetters } from '../../platform/mail/queue-letters.ts';
import { messageAddress } from '../../entries/message-address.ts';
import { answerToken, type Message, messageOfHash, noteAnswer } from './message-store.ts';

const words = {
  unknown: 'Ce lien ne fonctionne pas, ou plus\u00a0: un message s’efface après trois mois.',
  tooShort: 'Écrivez votre réponse, en quelques mots au moins.',
  tooLong: `C’est trop long : ${MESSAGE_LENGTH} caractères au plus.`,
  answered: 'Ce message a déjà reçu une réponse\u00a0: rechargez la page pour la lire.',
};

/** The sender's address is said once the association has answered, and not before. */
const opened = ({ associationName, senderName, sentAt, body, answer, sender }: Message): OpenedMessage => ({
  association: associationName,
  from: senderName,
  sentAt: sentAt.toISOString(),
  text: body,
  answer,
  sender: answer === null ? null : sender,
});

/** What a link opens; reads, and changes nothing. @throws {Refused} when it is none, or its message is erased */
export const openMessage = (strapi: Core.Strapi, token: string): Promise<OpenedMessage> =>
  inTransaction(strapi, async (trx) => {
    const message = await messageOfHash(trx, hashLinkToken(token));
    if (!message) throw new Refused('link-unknown', words.unknown);
    return opened(message);
  });

/** The token of the link whose letter says that code. @throws {Refused} when none does, or it was tried too often */
export async function messageTokenOfCode(strapi: Core.Strapi, code: string): Promise<string> {
  const hash = await hashOfCode(strapi, 'repondre', code);
  const message = await inTransaction(strapi, (trx) => messageOfHash(trx, hash));
  if (!message) throw new Refused('link-unknown', words.unknown);
  return answerToken(message.id);
}

/**
 * Sends the answer to who wrote, without the association's address, and its copy to the association, whose replies go to who
 * wrote: the conversation is theirs from there on.
 * @throws {Refused} when the link is none, the answer says nothing, or there is one already
 */
export async function answerMessage(strapi: Core.Strapi, token: string, typed: string): Promise<OpenedMessage> {
  const answer = cleanText(typed);
  if (answer.length < LEAST_MESSAGE_LENGTH) throw refusals.invalid([{ path: 'answer', message: words.tooShort }]);
  if (answer.length > MESSAGE_LENGTH) throw refusals.invalid([{ path: 'answer', message: words.tooLong }]);
  const { office } = await readLetterSettings(strapi);
  return inTransaction(strapi, async (trx) => {
    const message = await messageOfHash(trx, hashLinkToken(token));
    if (!message) throw new Refused('link-unknown', words.unknown);
    if (message.answer !== null) throw new Refused('conflict', words.answered);
    const { id, associationId, associationName: association, senderName: from, sender, body: text } = message;
    await noteAnswer(trx, id, answer);
    const slug = (await readEntry(strapi, associationId))?.record.slug;
    const page = slug ? `${siteUrl(readEnvironment())}/associations/${slug}/` : null;
    const own = await messageAddress(strapi, associationId);
    await queueLetters(strapi, [
      {
        parts: messageAnswerLetter({ association, from, text, answer, page, office }),
        key: `message:${id}:answer`,
        kind: 'message-answer',
        to: sender,
        replyTo: office.email,
        request: null,
        association: associationId,
      },
      ...(own === null
        ? []
        : [
            {
              parts: messageCopyLetter({ association, from, sender, text, answer, office }),
              key: `message:${id}:copy`,
              kind: 'message-copy' as const,
              to: own,
              replyTo: sender,
              request: null,
              association: associationId,
              saidByAct: [sender],
            },
          ]),
    ]);
    return opened({ ...message, answer });
  });
}
