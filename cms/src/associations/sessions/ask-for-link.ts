import type { Core } from '@strapi/strapi';
import { parseEmail } from '../../domain/email.ts';
import { secretLink, type SecretLink } from '../../platform/links/secret-link.ts';
import { readLetterSettings } from '../../platform/mail/office.ts';
import { signInLetter } from '../../platform/mail/letters/access.ts';
import { mayLeave } from '../../platform/mail/asked-letters.ts';
import { queueLetters } from '../../platform/mail/queue-letters.ts';
import { accountAddress } from '../memberships/membership-store.ts';
import { isKnown, knownAddress } from '../memberships/known-contacts.ts';
import { makeAccessLink, SIGN_IN_MINUTES } from './access-links.ts';
import { mayGetLetter } from '../../platform/mail/letter-pace.ts';

/** The page that spends links. */
export const accessLink = (token: string): SecretLink => secretLink('connexion', token);

async function sendLink(strapi: Core.Strapi, email: string): Promise<void> {
  if (!(await mayGetLetter(email))) return;
  if (!isKnown(await knownAddress(strapi, email))) return;
  if (!(await mayLeave(strapi))) return;
  const settings = await readLetterSettings(strapi);
  await strapi.db.transaction(async () => {
    const { token, name } = await makeAccessLink(strapi, { purpose: 'connexion', email, membership: null });
    await queueLetters(strapi, [
      {
        parts: signInLetter(accessLink(token), SIGN_IN_MINUTES, settings.office),
        key: `sign-in:${name}`,
        kind: 'sign-in',
        to: email,
        replyTo: settings.office.email,
        request: null,
        association: null,
      },
    ]);
  });
}

const underWay = new Set<Promise<void>>();

/**
 * Sends a sign-in link to an address that the directory knows, and nothing to any other. Returns at once, before anything is
 * looked up: neither what is answered nor how long that takes says whether an address is known, or has had its letters.
 */
export function askForLink(strapi: Core.Strapi, given: string): void {
  const parsed = parseEmail(given);
  if (!parsed.ok) return;
  // The next turn of the loop, when the answer has left.
  const work = new Promise<void>((resolve) => setImmediate(resolve))
    .then(() => sendLink(strapi, accountAddress(parsed.value)))
    .catch((error: unknown) => {
      strapi.log.error(`A sign-in link could not be sent: ${error instanceof Error ? error.name : 'error'}`);
    })
    .finally(() => void underWay.delete(work));
  underWay.add(work);
}

/** Resolves when every link that was asked for is queued or left aside. */
export async function linksSettled(): Promise<void> {
  await Promise.all(underWay);
}
