import { createHash, randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { adminUrl, readEnvironment } from '../../environment.ts';
import { findOne } from '../../platform/database/records.ts';
import { mayGetLetter } from '../../platform/mail/letter-pace.ts';
import { newPasswordLetter } from '../../platform/mail/letters/access.ts';
import { readLetterSettings } from '../../platform/mail/office.ts';
import { queueLetters } from '../../platform/mail/queue-letters.ts';
import { adminUsers, type Administrator } from '../../platform/strapi/admin-services.ts';

/** How long a link for a new password opens. */
const LINK_MINUTES = 60;

const linkOf = (token: string): string => `${adminUrl(readEnvironment())}/auth/reset-password?code=${token}`;

async function send(strapi: Core.Strapi, email: string): Promise<void> {
  const administrator = await findOne<Administrator>(strapi, 'admin::user', { where: { email, isActive: true } });
  // Past its share the last letter stays the one that opens: nobody is locked out by who asks in their name.
  if (!administrator || !(await mayGetLetter(email))) return;
  const { office } = await readLetterSettings(strapi);
  const token = randomBytes(20).toString('hex');
  await strapi.db.transaction(async () => {
    await adminUsers(strapi).updateById(administrator.id, {
      resetPasswordToken: token,
      resetPasswordTokenExpiresAt: new Date(Date.now() + LINK_MINUTES * 60_000),
    });
    await queueLetters(strapi, [
      {
        parts: newPasswordLetter(linkOf(token), LINK_MINUTES, office),
        key: `new-password:${createHash('sha256').update(token).digest('hex').slice(0, 32)}`,
        kind: 'new-password',
        to: administrator.email,
        replyTo: office.email,
        request: null,
        association: null,
      },
    ]);
  });
}

/**
 * Sends the link for a new password to an administrator, through the program's own letters, and nothing to any other address.
 * Never rejects, and begins after the answer has left: neither tells whether there is such an account.
 */
export async function sendPasswordLink(strapi: Core.Strapi, email: string): Promise<void> {
  await new Promise<void>((resolve) => void setImmediate(resolve));
  try {
    await send(strapi, email.toLowerCase());
  } catch (error) {
    strapi.log.error(`A link for a new password could not be sent: ${error instanceof Error ? error.name : 'error'}`);
  }
}
