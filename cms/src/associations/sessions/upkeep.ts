/** What ended is erased: links, sessions, invitations that nobody took, and accounts that open nothing any more. */
import type { Core } from '@strapi/strapi';
import { knownAddress } from '../memberships/known-contacts.ts';
import { findMemberships, MEMBERSHIP } from '../memberships/membership-store.ts';
import { INVITATION_DAYS, purgeAccessLinks } from './access-links.ts';
import { purgeSessions } from './session-store.ts';

const DAY_MS = 24 * 3600 * 1000;

/** An invitation can be repeated until then; afterwards nothing says that this address was ever given. */
const KEEP_UNANSWERED_DAYS = 2 * INVITATION_DAYS;
/** That somebody was taken out is remembered for so long, and longer while they could come back by being a contact. */
const KEEP_ENDED_DAYS = 365;

const ago = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS);

/** What somebody did for others outlives them without their address. */
const FORGET_INVITER = 'update memberships set invited_by = null where association_id = ? and invited_by = ?';
const FORGET_REMOVER = 'update memberships set ended_by = null where association_id = ? and ended_by = ?';

async function eraseMemberships(strapi: Core.Strapi, now: Date): Promise<number> {
  const stale = await findMemberships(strapi, {
    $or: [
      { state: 'invitée', invitedAt: { $lt: ago(now, KEEP_UNANSWERED_DAYS) } },
      { state: 'retirée', endedAt: { $lt: ago(now, KEEP_ENDED_DAYS) } },
    ],
  });
  let erased = 0;
  for (const { id, associationId, email, state } of stale) {
    if (state === 'retirée' && (await isContactOf(strapi, associationId, email))) continue;
    await strapi.db.query(MEMBERSHIP).delete({ where: { id } });
    await strapi.db.connection.raw(FORGET_INVITER, [associationId, email]);
    await strapi.db.connection.raw(FORGET_REMOVER, [associationId, email]);
    erased += 1;
  }
  return erased;
}

async function isContactOf(strapi: Core.Strapi, documentId: string, email: string): Promise<boolean> {
  const found = await strapi.db
    .query('api::association.association')
    .count({ where: { documentId, contacts: { email: { $eqi: email } } } });
  return found > 0;
}

/** Of associations that are deleted; one that is only off the site for a while keeps its managers. */
const ORPHANS = `
  delete from memberships where not exists (select 1 from associations where associations.document_id = memberships.association_id)`;

/** An account is a way in and nothing else: without a session, a membership or a contact it has no reason to be. */
async function eraseAccounts(strapi: Core.Strapi): Promise<number> {
  const { rows } = (await strapi.db.connection.raw(
    `select id, email from up_users
      where provider = 'trame' and blocked is not true
        and not exists (select 1 from memberships where memberships.account_id = up_users.id)
        and not exists (select 1 from strapi_sessions where origin = 'users-permissions' and user_id = up_users.id::text)`,
  )) as unknown as { rows: { id: number; email: string }[] };
  let erased = 0;
  for (const { id, email } of rows) {
    if ((await knownAddress(strapi, email)).joinable.length > 0) continue;
    await strapi.db.query('plugin::users-permissions.user').delete({ where: { id } });
    erased += 1;
  }
  return erased;
}

/** Erases all that has ended by `now`. @returns how many of each */
export async function purgeAccess(
  strapi: Core.Strapi,
  now: Date = new Date(),
): Promise<{ links: number; sessions: number; memberships: number; accounts: number }> {
  const links = await purgeAccessLinks(strapi, now);
  const sessions = await purgeSessions(strapi, now);
  const memberships = await eraseMemberships(strapi, now);
  await strapi.db.connection.raw(ORPHANS);
  return { links, sessions, memberships, accounts: await eraseAccounts(strapi) };
}
