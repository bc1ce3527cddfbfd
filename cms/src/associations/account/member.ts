import type { Core } from '@strapi/strapi';
import { activeMemberships, type Membership } from '../memberships/membership-store.ts';
import type { PublicContext } from '../../platform/http/public-route.ts';
import type { Account } from '../sessions/accounts.ts';
import { accountOfAccessToken } from '../sessions/session-store.ts';
import { sessionRefusals } from '../sessions/session-refusals.ts';

/** Who asks, and what they manage at this moment. */
export interface Visitor {
  readonly account: Account;
  readonly memberships: readonly Membership[];
}

/** Who manages the association that a request names. */
export interface Manager {
  readonly account: Account;
  readonly membership: Membership;
}

/**
 * The account of the access token in `Authorization`, with its memberships as they are now.
 * @throws {Refused} 401 when the token is none, has ended, or its session was closed
 */
export async function visitorOf(strapi: Core.Strapi, ctx: PublicContext): Promise<Visitor> {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(ctx.get('Authorization'))?.[1];
  const account = token === undefined ? null : await accountOfAccessToken(strapi, token);
  if (!account) throw sessionRefusals.signedOut();
  return { account, memberships: await activeMemberships(strapi, account.id) };
}

/**
 * The same for one association. One that does not exist and one that is somebody else's are refused alike.
 * @throws {Refused} 401 or 403
 */
export async function managerOf(strapi: Core.Strapi, ctx: PublicContext): Promise<Manager> {
  const { account, memberships } = await visitorOf(strapi, ctx);
  const { association } = ctx.params as { association?: string };
  const membership = memberships.find(({ associationId }) => associationId === association);
  if (!membership) throw sessionRefusals.notYours();
  return { account, membership };
}
