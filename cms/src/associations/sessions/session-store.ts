/**
 * Sessions of accounts, over Strapi's own session manager: an access token of ten minutes for the page's memory, and a refresh
 * token that is new at each use. All refresh tokens of one sign-in are a family; Strapi calls it a device.
 */
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Session } from '../../domain/contract/associations/my-entry.ts';
import { requireEnvironment } from '../../environment.ts';
import { findAccount, type Account } from './accounts.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { lockUntilCommit } from '../../platform/database/sql.ts';

const ORIGIN = 'users-permissions';
const SESSION = 'admin::session';

export interface OpenSession {
  readonly refreshToken: string;
  readonly session: Session;
}

interface SessionRow {
  readonly userId: string;
  readonly deviceId: string;
  readonly origin: string;
  readonly status: 'active' | 'rotated' | 'revoked';
}

const Claim = z.object({ sessionId: z.string().min(1), type: z.string(), exp: z.number() });
type Claim = z.infer<typeof Claim>;

const manager = (strapi: Core.Strapi) => strapi.sessionManager(ORIGIN);

/** What a token says, when this server has signed it (HS256); the manager itself does not tell a spent token from a forged one. */
function claimOf(token: string): Claim | null {
  const [head = '', body = '', signature = '', ...rest] = token.split('.');
  const made = createHmac('sha256', requireEnvironment().JWT_SECRET).update(`${head}.${body}`).digest();
  const given = Buffer.from(signature, 'base64url');
  if (rest.length > 0 || given.length !== made.length || !timingSafeEqual(given, made)) return null;
  try {
    return Claim.parse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')));
  } catch {
    return null; // signed by us and of another shape: a token of another use
  }
}

async function withAccess(strapi: Core.Strapi, refreshToken: string, { email }: Account): Promise<OpenSession | null> {
  const access = await manager(strapi).generateAccessToken(refreshToken);
  if ('error' in access) return null;
  const claim = claimOf(access.token);
  if (!claim) throw new Error('Access tokens are not signed with JWT_SECRET');
  return {
    refreshToken,
    session: { accessToken: access.token, expiresAt: new Date(claim.exp * 1000).toISOString(), email },
  };
}

/** Begins a session of an account. */
export async function openSession(strapi: Core.Strapi, account: Account): Promise<OpenSession> {
  const { token } = await manager(strapi).generateRefreshToken(String(account.id), randomUUID(), { type: 'refresh' });
  const opened = await withAccess(strapi, token, account);
  if (!opened) throw new Error('A session that has just begun is not open');
  return opened;
}

const findSession = (strapi: Core.Strapi, sessionId: string): Promise<SessionRow | null> =>
  strapi.db.query(SESSION).findOne({ where: { sessionId, origin: ORIGIN } }) as Promise<SessionRow | null>;

const endFamily = (strapi: Core.Strapi, { userId, deviceId }: SessionRow): Promise<void> =>
  manager(strapi).invalidateRefreshToken(userId, deviceId);

/**
 * Exchanges a refresh token for the next one. One that was exchanged before has been copied: who comes second may be the thief
 * or the robbed, so that the whole family ends, and with it the access tokens that are out.
 *
 * @returns null when the session is over
 */
export async function refreshSession(strapi: Core.Strapi, token: string): Promise<OpenSession | null> {
  const claim = claimOf(token);
  if (claim?.type !== 'refresh') return null;
  return inTransaction(strapi, async (trx) => {
    // The manager reads and then writes: without this, two requests at the same moment would both be first.
    await lockUntilCommit(trx, `trame-session:${claim.sessionId}`);
    const found = await findSession(strapi, claim.sessionId);
    if (!found) return null;
    const account = await findAccount(strapi, Number(found.userId));
    if (found.status !== 'active' || !account) {
      await endFamily(strapi, found);
      return null;
    }
    const next = await manager(strapi).rotateRefreshToken(token);
    return 'error' in next ? null : withAccess(strapi, next.token, account);
  });
}

/** Ends the session that a refresh token is of, if any; access tokens of it end with it. */
export async function closeSession(strapi: Core.Strapi, token: string): Promise<void> {
  const claim = claimOf(token);
  const found = claim?.type === 'refresh' ? await findSession(strapi, claim.sessionId) : null;
  if (found) await endFamily(strapi, found);
}

/** The account of an access token whose session has not been ended meanwhile; null otherwise. */
export async function accountOfAccessToken(strapi: Core.Strapi, token: string): Promise<Account | null> {
  const { isValid, payload } = manager(strapi).validateAccessToken(token);
  if (!isValid || !payload || !(await manager(strapi).isSessionActive(payload.sessionId))) return null;
  return findAccount(strapi, Number(payload.userId));
}

/** Erases sessions that have ended by themselves. Spent tokens stay until then: their second use must be recognised. */
export async function purgeSessions(strapi: Core.Strapi, now: Date): Promise<number> {
  const { count } = await strapi.db.query(SESSION).deleteMany({ where: { origin: ORIGIN, expiresAt: { $lt: now } } });
  return count;
}
