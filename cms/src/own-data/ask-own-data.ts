import type { Core } from '@strapi/strapi';
import { parseEmail } from '../domain/email.ts';
import { readEnvironment, siteUrl } from '../environment.ts';
import { readLetterSettings } from '../mail/campaign-letter.ts';
import { ownDataLetter } from '../mail/letters/own-data.ts';
import { hashRecipient, queueLetters } from '../mail/outbox.ts';
import { AnswerRefused } from '../submissions/answer-refused.ts';
import { addressOfToken, LINK_HOURS, makeDataLink } from './data-links.ts';
import { holdsSomething, readHeldData, type HeldData } from './held-data.ts';

/** The hour in which an address gets one letter, however often it is asked for. */
const hourOf = (now: Date): string => now.toISOString().slice(0, 13);

/**
 * Sends the link to an address about which something is held; one letter an hour. Says nothing of it to whoever asked: only
 * the mailbox knows.
 */
export async function sendOwnDataLink(strapi: Core.Strapi, email: string, now: Date = new Date()): Promise<void> {
  const address = parseEmail(email);
  if (!address.ok) return;
  if (!holdsSomething(await readHeldData(strapi, address.value))) return;
  const { office } = await readLetterSettings(strapi);
  await strapi.db.transaction(async () => {
    const token = await makeDataLink(strapi, address.value);
    const link = `${siteUrl(readEnvironment())}/mes-donnees/#${token}`;
    await queueLetters(strapi, [
      {
        ...ownDataLetter(link, LINK_HOURS, office),
        key: `own-data:${hashRecipient(address.value).slice(0, 32)}:${hourOf(now)}`,
        kind: 'own-data',
        to: address.value,
        replyTo: office.email,
        request: null,
      },
    ]);
  });
}

/** What is held about the address that a link was sent to. @throws {AnswerRefused} when the link is none, or is over */
export async function openOwnData(strapi: Core.Strapi, token: string): Promise<HeldData> {
  const email = await addressOfToken(strapi, token);
  if (email === null) {
    throw new AnswerRefused(
      'link-unknown',
      'Ce lien ne fonctionne pas, ou plus\u00a0: il est valable un jour. Demandez-en un autre.',
    );
  }
  return readHeldData(strapi, email);
}
