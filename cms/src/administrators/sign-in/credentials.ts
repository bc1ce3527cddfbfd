/**
 * What stands between a password and a session, in the place of Strapi's own: Strapi hashes a password only when the account
 * exists, so that the time of an answer told which addresses have one; it asks for no second factor; and it sends the link for a
 * new password in English, from its own address and to the one on which the server listens.
 */
import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { findOne } from '../../platform/database/records.ts';
import { adminAuth, type Administrator, type Credentials } from '../../platform/strapi/admin-services.ts';
import { requireCode } from '../second-factor/require-code.ts';
import { SecondFactorRefused } from '../second-factor/second-factor-refused.ts';
import { CODE_OF_REQUEST } from './code-of-request.ts';
import { knownDevice, type Cookies } from './device-cookie.ts';
import { sendPasswordLink } from './password-link.ts';
import { linkOver, WRONG_CREDENTIALS } from './sign-in-words.ts';

const USER = 'admin::user';

/** The request that is being answered; Strapi hands its services none of it. */
interface Request {
  readonly cookies: Cookies;
  readonly state: { readonly [CODE_OF_REQUEST]?: string };
}

/** Asks for the code where the account has a second factor. @throws {SecondFactorRefused} */
async function requireCodeOfRequest(strapi: Core.Strapi, administrator: Administrator): Promise<void> {
  const request = strapi.requestContext.get() as Request | undefined;
  const device = request ? knownDevice(request.cookies, administrator.email.toLowerCase()) : null;
  const code = request?.state[CODE_OF_REQUEST] ?? null;
  await requireCode(strapi, administrator, code, device ?? String(administrator.id));
}

/** Replaces what Strapi does with credentials. Belongs in `register()`, before anybody signs in. */
export function guardCredentials(strapi: Core.Strapi): void {
  const auth = adminAuth(strapi);
  const resetPassword = auth.resetPassword.bind(auth);
  // Made once, by what hashes real passwords: comparing with it costs what comparing with one of them costs.
  const nobodysHash = auth.hashPassword(randomBytes(24).toString('base64url'));

  auth.checkCredentials = async ({ email, password }): Promise<Credentials> => {
    const administrator = await findOne<Administrator>(strapi, USER, { where: { email } });
    const isRight = await auth.validatePassword(password, administrator?.password ?? (await nobodysHash));
    if (!administrator?.password || !isRight) return [null, false, { message: WRONG_CREDENTIALS }];
    // Strapi's page leads on these words to one that says so.
    if (!administrator.isActive) return [null, false, { message: 'User not active' }];
    try {
      await requireCodeOfRequest(strapi, administrator);
    } catch (error) {
      if (error instanceof SecondFactorRefused) return [error];
      throw error;
    }
    return [null, administrator];
  };

  auth.forgotPassword = ({ email } = {}) => sendPasswordLink(strapi, email ?? '');

  /** The link signs in as well: who reads somebody's mail does not have their telephone. */
  auth.resetPassword = async (given = {}) => {
    const { resetPasswordToken } = given;
    const administrator = resetPasswordToken
      ? await findOne<Administrator>(strapi, USER, { where: { resetPasswordToken, isActive: true } })
      : null;
    const endsAt = administrator?.resetPasswordTokenExpiresAt;
    if (!administrator || !endsAt || new Date(endsAt) <= new Date()) throw linkOver();
    await requireCodeOfRequest(strapi, administrator);
    return resetPassword(given);
  };
}
