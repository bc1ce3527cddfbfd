import type { Core } from '@strapi/strapi';
import { createMembership, updateMembership } from '../memberships/membership-store.ts';
import { isKnown, knownAddress } from '../memberships/known-contacts.ts';
import { newDocumentId } from '../../platform/program-records/program-record.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { lockUntilCommit } from '../../platform/database/sql.ts';
import { findOne } from '../../platform/database/records.ts';

const USER = 'plugin::users-permissions.user';

export interface Account {
  readonly id: number;
  /** In lower case. */
  readonly email: string;
}

interface UserRow extends Account {
  readonly blocked: boolean | null;
}

const usable = (user: UserRow | null): Account | null =>
  user && user.blocked !== true ? { id: user.id, email: user.email } : null;

/** The account of that number; null when it is gone or an administrator has blocked it. */
export async function findAccount(strapi: Core.Strapi, id: number): Promise<Account | null> {
  return usable(await findOne<UserRow>(strapi, USER, { where: { id } }));
}

/** Accounts have no password, so that none can be guessed, stolen or reset. */
async function createAccount(strapi: Core.Strapi, email: string): Promise<UserRow> {
  const role = await findOne<{ id: number }>(strapi, 'plugin::users-permissions.role', {
    select: ['id'],
    where: { type: 'authenticated' },
  });
  return strapi.db.query(USER).create({
    data: {
      documentId: newDocumentId(),
      publishedAt: new Date(),
      username: email,
      email,
      provider: 'trame',
      confirmed: true,
      blocked: false,
      role: role?.id,
    },
  }) as Promise<UserRow>;
}

/**
 * Lets the reader of an address in: makes the account at the first time, accepts the invitations that wait, and joins the
 * associations that have the address as a contact. Written by the database layer, which sends no webhook: those would carry it.
 *
 * @returns null when the address opens nothing any more, or its account is blocked
 */
export async function enterAs(strapi: Core.Strapi, email: string, now: Date = new Date()): Promise<Account | null> {
  return inTransaction(strapi, async (trx) => {
    // Two links of one address, opened at the same moment: one account.
    await lockUntilCommit(trx, `trame-account:${email}`);
    const known = await knownAddress(strapi, email);
    if (!isKnown(known)) return null;
    const existing = await findOne<UserRow>(strapi, USER, { where: { email } });
    const account = usable(existing ?? (await createAccount(strapi, email)));
    if (!account) return null;
    for (const { id, state, accountId } of known.memberships) {
      if (state === 'active' && accountId === account.id) continue;
      await updateMembership(strapi, id, {
        accountId: account.id,
        ...(state === 'invitée' ? { state: 'active', activeSince: now } : {}),
      });
    }
    for (const association of known.joinable) {
      await createMembership(strapi, {
        ...association,
        associationName: association.associationName.slice(0, 200),
        email,
        accountId: account.id,
        state: 'active',
        activeSince: now,
      });
    }
    return account;
  });
}
