/** Managers of an association invite and remove each other. The office can always do both, in the admin. */
import type { Core } from '@strapi/strapi';
import { parseEmail } from '../../domain/email.ts';
import { readLetterSettings } from '../../platform/mail/office.ts';
import { managerInvitationLetter } from '../../platform/mail/letters/access.ts';
import { queueLetters } from '../../platform/mail/queue-letters.ts';
import {
  accountAddress,
  BY_OFFICE,
  createMembership,
  endMembership,
  findMembership,
  findMemberships,
  updateMembership,
  type Membership,
} from '../memberships/membership-store.ts';
import type { Pace } from '../../platform/http/limits.ts';
import { holdToPace } from '../../platform/http/pace.ts';
import { closeInvitations, INVITATION_DAYS, lastInvitation, makeAccessLink } from '../sessions/access-links.ts';
import { accessLink } from '../sessions/ask-for-link.ts';
import { sessionRefusals } from '../sessions/session-refusals.ts';
import { refusals } from '../../platform/http/refused.ts';
import type { Manager } from './member.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { lockUntilCommit } from '../../platform/database/sql.ts';

const MOST_MANAGERS = 12;
/** Invitations are letters to people who asked for none. */
const PACE_OF_ASSOCIATION: Pace = { times: 10, seconds: 24 * 3600 };
const PACE_OF_MAILBOX: Pace = { times: 3, seconds: 24 * 3600 };
/** Pressing the button twice sends one letter. */
const AGAIN_AFTER_MS = 24 * 3600 * 1000;

async function sendInvitation(
  strapi: Core.Strapi,
  { account, membership }: Manager,
  invited: { readonly documentId: string; readonly email: string },
): Promise<void> {
  for (const [name, who, pace] of [
    ['invitations by an association', membership.associationId, PACE_OF_ASSOCIATION],
    ['invitations to a mailbox', invited.email, PACE_OF_MAILBOX],
  ] as const) {
    await holdToPace(name, who, pace);
  }
  const { office } = await readLetterSettings(strapi);
  await closeInvitations(strapi, invited.documentId);
  const { token, name } = await makeAccessLink(strapi, {
    purpose: 'invitation',
    email: invited.email,
    membership: invited.documentId,
  });
  const parts = managerInvitationLetter(
    { association: membership.associationName, by: account.email, link: accessLink(token), days: INVITATION_DAYS },
    office,
  );
  await queueLetters(strapi, [
    {
      parts,
      key: `manager-invitation:${name}`,
      kind: 'manager-invitation',
      to: invited.email,
      replyTo: office.email,
      request: null,
      association: membership.associationId,
      // The page says so to whoever invites.
      saidByAct: [account.email],
    },
  ]);
}

/** The membership of a new address, or that of somebody who left and is wanted again. */
async function invitedMembership(strapi: Core.Strapi, manager: Manager, email: string, known: Membership | null) {
  const { associationId, associationName } = manager.membership;
  const data = {
    state: 'invitée',
    invitedBy: manager.account.email,
    invitedAt: new Date(),
    endedAt: null,
    endedBy: null,
  };
  if (known === null) {
    return { documentId: await createMembership(strapi, { ...data, associationId, associationName, email }), email };
  }
  await updateMembership(strapi, known.id, data);
  return known;
}

const lockManagers = (strapi: Core.Strapi, associationId: string): Promise<void> =>
  inTransaction(strapi, (trx) => lockUntilCommit(trx, `trame-managers:${associationId}`));

/**
 * Invites somebody to manage the same association, by a letter with a link of their own. Somebody who manages it already is
 * left as they are; an invitation that is out is sent again after a day.
 *
 * @throws {Refused} for an address that the office has taken out, too many managers, or too many letters
 */
export async function inviteManager(strapi: Core.Strapi, manager: Manager, given: string): Promise<void> {
  const parsed = parseEmail(given);
  if (!parsed.ok) throw refusals.invalid([{ path: 'email', message: parsed.message }]);
  const email = accountAddress(parsed.value);
  const { associationId } = manager.membership;
  await strapi.db.transaction(async () => {
    await lockManagers(strapi, associationId);
    const known = await findMembership(strapi, { associationId, email });
    if (known?.state === 'active') return;
    if (known?.state === 'invitée') {
      const last = await lastInvitation(strapi, known.documentId);
      if (last === null || Date.now() - last.getTime() >= AGAIN_AFTER_MS) {
        await updateMembership(strapi, known.id, { invitedAt: new Date(), invitedBy: manager.account.email });
        await sendInvitation(strapi, manager, known);
      }
      return;
    }
    if (known?.endedBy === BY_OFFICE) throw sessionRefusals.takenOutByOffice();
    const others = await findMemberships(strapi, { associationId, state: { $in: ['invitée', 'active'] } });
    if (others.length >= MOST_MANAGERS) throw sessionRefusals.enoughManagers(MOST_MANAGERS);
    await sendInvitation(strapi, manager, await invitedMembership(strapi, manager, email, known));
  });
}

/**
 * Takes somebody out, or oneself: their next request is refused, and a link that is out opens nothing.
 * @param documentId of a membership of the same association
 * @throws {Refused} when it is none, or has ended
 */
export async function removeManager(strapi: Core.Strapi, manager: Manager, documentId: string): Promise<void> {
  const { associationId } = manager.membership;
  await strapi.db.transaction(async () => {
    await lockManagers(strapi, associationId);
    const found = await findMembership(strapi, { documentId, associationId });
    if (!found || found.state === 'retirée') throw sessionRefusals.managerGone();
    await endMembership(strapi, found, manager.account.email);
    await closeInvitations(strapi, found.documentId);
  });
}
