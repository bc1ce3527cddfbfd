/** Whoever gets an account in the admin gets its letter: nobody has to copy a link by hand, which Strapi asks for. */
import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { causeOf } from '../../domain/cause.ts';
import { adminUrl, readEnvironment } from '../../environment.ts';
import { editorInvitationLetter } from '../../platform/mail/letters/access.ts';
import { readLetterSettings } from '../../platform/mail/office.ts';
import { queueLetters } from '../../platform/mail/queue-letters.ts';
import { adminUsers, type Administrator } from '../../platform/strapi/admin-services.ts';

const linkOf = (token: string): string => `${adminUrl(readEnvironment())}/auth/register?registrationToken=${token}`;

async function invite(strapi: Core.Strapi, { email, firstname, registrationToken }: Administrator): Promise<void> {
  if (!registrationToken) return;
  const { office } = await readLetterSettings(strapi);
  await queueLetters(strapi, [
    {
      parts: editorInvitationLetter(linkOf(registrationToken), firstname ?? '', office),
      key: `editor-invitation:${createHash('sha256').update(registrationToken).digest('hex').slice(0, 32)}`,
      kind: 'editor-invitation',
      to: email,
      replyTo: office.email,
      request: null,
      association: null,
    },
  ]);
}

/**
 * Belongs in `register()`. Not in one transaction with the account: Strapi goes on counting accounts after it has answered. A letter
 * that could not be queued is in the log, and the link still stands on the page of the account.
 */
export function inviteNewEditors(strapi: Core.Strapi): void {
  const users = adminUsers(strapi);
  const create = users.create.bind(users);
  users.create = async (data) => {
    const made = (await create(data)) as Administrator;
    // One that was made with a password, or by the program, is open already.
    if (!made.isActive)
      await invite(strapi, made).catch((error: unknown) =>
        strapi.log.error(`An invitation could not be sent: ${causeOf(error)}`),
      );
    return made;
  };
}
