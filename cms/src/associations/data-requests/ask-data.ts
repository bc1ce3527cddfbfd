import type { Core } from '@strapi/strapi';
import type { HeldData } from '../../domain/contract/associations/my-entry.ts';
import { parseEmail } from '../../domain/email.ts';
import { hashLinkToken } from '../../platform/links/link-token.ts';
import { hashOfCode } from '../../platform/links/typed-code.ts';
import { secretLink } from '../../platform/links/secret-link.ts';
import { readLetterSettings } from '../../platform/mail/office.ts';
import { ownDataLetter } from '../../platform/mail/letters/data-request.ts';
import { mayLeave } from '../../platform/mail/asked-letters.ts';
import { HOUR, type Pace } from '../../platform/http/limits.ts';
import { countOne } from '../../platform/http/pace.ts';
import { hashRecipient } from '../../platform/mail/outbox.ts';
import { queueLetters } from '../../platform/mail/queue-letters.ts';
import { Refused } from '../../platform/http/refused.ts';
import { addressOfHash, LINK_HOURS, makeDataLink } from './data-links.ts';
import { holdsSomething, readHeldData } from './held-data.ts';

/** Looking for an address reads every record: a mailbox gets one letter an hour, and is looked for no more often than that needs. */
const PER_MAILBOX: Pace = { times: 3, seconds: HOUR };

/** The hour in which an address gets one letter, however often it is asked for. */
const hourOf = (now: Date): string => now.toISOString().slice(0, 13);

/**
 * Sends the link to an address about which something is held; one letter an hour. Says nothing of it to whoever asked: only
 * the mailbox knows.
 */
export async function sendOwnDataLink(strapi: Core.Strapi, email: string, now: Date = new Date()): Promise<void> {
  const address = parseEmail(email);
  if (!address.ok) return;
  if ((await countOne('own data of one mailbox', address.value.toLowerCase(), PER_MAILBOX)) !== null) return;
  if (!holdsSomething(await readHeldData(strapi, address.value))) return;
  if (!(await mayLeave(strapi))) return;
  const { office } = await readLetterSettings(strapi);
  await strapi.db.transaction(async () => {
    const token = await makeDataLink(strapi, address.value);
    const link = secretLink('mes-donnees', token);
    await queueLetters(strapi, [
      {
        parts: ownDataLetter(link, LINK_HOURS, office),
        key: `own-data:${hashRecipient(address.value).slice(0, 32)}:${hourOf(now)}`,
        kind: 'own-data',
        to: address.value,
        replyTo: office.email,
        request: null,
        association: null,
      },
    ]);
  });
}

/** What is held about the address that a link was sent to. @throws {Refused} when the link is none, or is over */
export const openOwnData = (strapi: Core.Strapi, token: string): Promise<HeldData> =>
  openHash(strapi, hashLinkToken(token));

/** The same by the code of the letter. @throws {Refused} also when it was tried too often */
export const openOwnDataByCode = async (strapi: Core.Strapi, code: string): Promise<HeldData> =>
  openHash(strapi, await hashOfCode(strapi, 'mes-donnees', code));

async function openHash(strapi: Core.Strapi, tokenHash: string): Promise<HeldData> {
  const email = await addressOfHash(strapi, tokenHash);
  if (email === null) {
    throw new Refused(
      'link-unknown',
      'Ce lien ne fonctionne pas, ou plus\u00a0: il est valable un jour. Demandez-en un autre.',
    );
  }
  return readHeldData(strapi, email);
}
