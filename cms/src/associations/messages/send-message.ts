import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { cleanText } from '../../domain/clean-text.ts';
import { parseEmail } from '../../domain/email.ts';
import { Id } from '../../domain/primitives.ts';
import {
  EMAIL_LENGTH,
  LEAST_MESSAGE_LENGTH,
  MESSAGE_LENGTH,
  messageForm,
  SENDER_NAME_LENGTH,
} from '../../domain/written-on-pages.ts';
import { readEntry } from '../../entries/entry-of-record.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { networkKey } from '../../platform/http/address-key.ts';
import { DAY, HOUR, type Pace } from '../../platform/http/limits.ts';
import { holdToPace } from '../../platform/http/pace.ts';
import { Refused, refusals } from '../../platform/http/refused.ts';
import { hashLinkToken } from '../../platform/links/link-token.ts';
import { secretLink } from '../../platform/links/secret-link.ts';
import { messageLetter } from '../../platform/mail/letters/message.ts';
import { readLetterSettings } from '../../platform/mail/office.ts';
import { queueLetters } from '../../platform/mail/queue-letters.ts';
import { newDocumentId } from '../../platform/program-records/program-record.ts';
import { readForNow } from '../my-entry/for-now.ts';
import { messageAddress } from '../../entries/message-address.ts';
import { answerToken, insertMessage, KEEP_MESSAGES_DAYS } from './message-store.ts';

export const SentMessage = z.strictObject({
  association: Id.max(64),
  name: z.string().max(SENDER_NAME_LENGTH),
  email: z.string().max(EMAIL_LENGTH),
  message: z.string().max(MESSAGE_LENGTH + 500),
});

/** A volunteer reads these: what more than that brings is a machine, or a quarrel. */
const PER_ASSOCIATION: Pace = { times: 20, seconds: DAY };
/** One person asks some clubs about September. */
const PER_SENDER: Pace = { times: 10, seconds: DAY };
const PER_NETWORK: Pace = { times: 40, seconds: DAY };
/** All together, in an hour: more than a forum brings, fewer than providers take for unwanted mail. */
const ALTOGETHER: Pace = { times: 200, seconds: HOUR };

const words = {
  noName: 'Dites qui vous êtes : l’association aime savoir à qui elle répond.',
  tooShort: 'Écrivez votre message, en quelques mots au moins.',
  tooLong: `C’est trop long : ${MESSAGE_LENGTH} caractères au plus.`,
  closed: 'Cette association ne reçoit pas, ou plus, de messages par le site. Ses contacts sont sur sa page.',
};

/**
 * Relays a message to an association, at an address that its sender does not see. The letter holds neither the sender's address:
 * the association answers by the link in it, once, and knows the address then.
 * @param from the address of whoever sends, IPv4 or IPv6
 * @returns the path of the page that says so
 * @throws {Refused} for what is to be mended, by field, and an association that takes no messages
 */
export async function sendMessage(
  strapi: Core.Strapi,
  { association, name, email, message }: z.infer<typeof SentMessage>,
  from: string,
): Promise<string> {
  const senderName = cleanText(name).replace(/\s+/g, ' ');
  const body = cleanText(message);
  const sender = parseEmail(email);
  const faults = [
    ...(senderName === '' ? [{ path: 'name', message: words.noName }] : []),
    ...(sender.ok ? [] : [{ path: 'email', message: sender.message }]),
    ...(body.length < LEAST_MESSAGE_LENGTH ? [{ path: 'message', message: words.tooShort }] : []),
    ...(body.length > MESSAGE_LENGTH ? [{ path: 'message', message: words.tooLong }] : []),
  ];
  if (faults.length > 0 || !sender.ok) throw refusals.invalid(faults);
  const current = await readEntry(strapi, association);
  if (!current) throw refusals.notListed();
  const to = await messageAddress(strapi, association);
  if (to === null || !(await readForNow(strapi, association)).takesMessages) throw new Refused('closed', words.closed);
  await holdToPace('messages of one sender', sender.value.toLowerCase(), PER_SENDER);
  // Before those of all: what is refused here takes nothing from anybody else.
  await holdToPace('messages of one network', networkKey(from), PER_NETWORK);
  await holdToPace('messages to one association', association, PER_ASSOCIATION);
  await holdToPace('messages', '', ALTOGETHER);
  const { office } = await readLetterSettings(strapi);
  const id = newDocumentId();
  const token = answerToken(id);
  await inTransaction(strapi, async (trx) => {
    const { name: associationName } = current.record;
    await insertMessage(
      trx,
      { id, associationId: association, associationName, senderName, sender: sender.value, body },
      hashLinkToken(token),
    );
    await queueLetters(strapi, [
      {
        parts: messageLetter({
          association: associationName,
          from: senderName,
          text: body,
          link: secretLink('repondre', token),
          days: KEEP_MESSAGES_DAYS,
          office,
        }),
        key: `message:${id}`,
        kind: 'message',
        to,
        replyTo: office.email,
        request: null,
        association,
      },
    ]);
  });
  return `/associations/${current.record.slug}/#${messageForm.done}`;
}
