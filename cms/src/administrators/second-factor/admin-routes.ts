import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import {
  CODE_LENGTH,
  type NewSecondFactor,
  type RecoveryCodes,
  type SecondFactorState,
} from '../../domain/contract/desk/second-factor.ts';
import type { JournalAct } from '../../domain/vocabulary/journal-acts.ts';
import { waitInWords } from '../../domain/french.ts';
import { writeJournal } from '../../entries/journal.ts';
import { findMany, findOne } from '../../platform/database/records.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import {
  adminRoute,
  bodyOf,
  editorOf,
  idOf,
  registerAdminRoutes,
  type AdminContext,
} from '../../platform/http/admin-route.ts';
import { TEN_MINUTES } from '../../platform/http/limits.ts';
import { countOne, uncountOne } from '../../platform/http/pace.ts';
import { Refused, refusals } from '../../platform/http/refused.ts';
import { readLetterSettings } from '../../platform/mail/office.ts';
import { adminAuth, adminRoles, type Administrator } from '../../platform/strapi/admin-services.ts';
import { keyUri, newSecret, stepOfCode } from './one-time-code.ts';
import { newRecoveryCodes } from './recovery-codes.ts';
import { checkCode } from './require-code.ts';
import { SecondFactorRefused } from './second-factor-refused.ts';
import {
  activate,
  beginSecondFactor,
  endSecondFactor,
  findSecondFactor,
  protectedAdministrators,
  replaceRecoveryCodes,
  useStep,
} from './second-factor-store.ts';

const words = {
  password: 'Ce mot de passe n’est pas le vôtre.',
  tooMany: (wait: number) => `Trop d’essais\u00a0: réessayez ${waitInWords(wait)}.`,
  active: 'La double vérification est déjà active pour ce compte. Rechargez la page.',
  notActive: 'La double vérification n’est pas active pour ce compte. Rechargez la page.',
  notBegun: 'La mise en place a été interrompue\u00a0: recommencez-la.',
  code: 'Ce code n’est pas celui que montre l’application. Attendez le suivant, et vérifiez que l’heure du téléphone est juste.',
  ownAccount: 'Pour votre propre compte, arrêtez-la avec votre code.',
};

const password = z.string().max(200);
const code = z.string().max(CODE_LENGTH);
const Password = z.strictObject({ password });
const Code = z.strictObject({ code });
const PasswordAndCode = z.strictObject({ password, code });

/** Under which name the application lists it: twice in the QR code, which must stay legible for a telephone. */
const MOST_ISSUER = 40;

/** Wrong passwords of somebody who is signed in: a session that was left open is no password. */
const PACE = { times: 5, seconds: TEN_MINUTES };
const PACE_NAME = 'passwords in an open session';

const administratorOf = async (strapi: Core.Strapi, { state }: AdminContext): Promise<Administrator> => {
  const found = await findOne<Administrator>(strapi, 'admin::user', { where: { id: state.user?.id } });
  if (!found) throw refusals.notAllowed();
  return found;
};

/** @throws {Refused} */
async function requirePassword(strapi: Core.Strapi, administrator: Administrator, given: string): Promise<void> {
  const who = String(administrator.id);
  const wait = await countOne(PACE_NAME, who, PACE);
  if (wait !== null) throw new Refused('too-many', words.tooMany(wait));
  if (!administrator.password || !(await adminAuth(strapi).validatePassword(given, administrator.password)))
    throw new Refused('invalid', words.password, [{ path: 'password', message: words.password }]);
  await uncountOne(PACE_NAME, who, PACE);
}

/** @throws {Refused} when the code is wrong, or nothing is in force */
async function requireOwnCode(strapi: Core.Strapi, administrator: Administrator, given: string): Promise<void> {
  const factor = await findSecondFactor(strapi, administrator.id);
  if (!factor?.activeSince) throw new Refused('conflict', words.notActive);
  try {
    await checkCode(strapi, administrator, factor, given, `session ${administrator.id}`);
  } catch (error) {
    if (!(error instanceof SecondFactorRefused)) throw error;
    const message = error.message;
    throw new Refused(error.problem === 'too-many' ? 'too-many' : 'invalid', message, [{ path: 'code', message }]);
  }
}

const write = (strapi: Core.Strapi, context: AdminContext, act: JournalAct, subject?: string): Promise<unknown> => {
  const { name, id } = editorOf(context);
  return writeJournal(strapi, { who: name, whoId: id, act, subject: subject ?? name });
};

const nameOf = (administrator: Administrator): string =>
  editorOf({ state: { userAbility: null, user: administrator } }).name;

const isSuperAdministrator = (strapi: Core.Strapi, { state }: AdminContext): boolean =>
  adminRoles(strapi).hasSuperAdminRole(state.user);

async function readState(strapi: Core.Strapi, context: AdminContext): Promise<SecondFactorState> {
  const { id: own } = await administratorOf(strapi, context);
  const factor = await findSecondFactor(strapi, own);
  const since = await protectedAdministrators(strapi.db.connection);
  const accounts = isSuperAdministrator(strapi, context)
    ? await findMany<Administrator>(strapi, 'admin::user', { where: { id: { $ne: own } }, orderBy: 'email' })
    : null;
  return {
    activeSince: factor?.activeSince?.toISOString() ?? null,
    recoveryCodes: factor?.activeSince ? factor.recoveryCodes : 0,
    others:
      accounts?.map((account) => ({
        id: account.id,
        name: nameOf(account),
        email: account.email,
        activeSince: since.get(account.id)?.toISOString() ?? null,
      })) ?? null,
  };
}

async function begin(strapi: Core.Strapi, context: AdminContext): Promise<NewSecondFactor> {
  const administrator = await administratorOf(strapi, context);
  await requirePassword(strapi, administrator, bodyOf(context, Password).password);
  const secret = newSecret();
  const { office } = await readLetterSettings(strapi);
  await inTransaction(strapi, async (trx) => {
    if (!(await beginSecondFactor(strapi, trx, administrator.id, secret))) throw new Refused('conflict', words.active);
  });
  return {
    key: secret.replace(/.{4}(?=.)/g, '$& '),
    uri: keyUri(secret, administrator.email, (office.name || 'Annuaire').slice(0, MOST_ISSUER)),
  };
}

/** The first code proves that the telephone has the secret. It is used up by that. */
async function confirm(strapi: Core.Strapi, context: AdminContext): Promise<RecoveryCodes> {
  const administrator = await administratorOf(strapi, context);
  const { code: given } = bodyOf(context, Code);
  const factor = await findSecondFactor(strapi, administrator.id);
  if (factor?.activeSince) throw new Refused('conflict', words.active);
  if (!factor?.secret) throw new Refused('conflict', words.notBegun);
  const step = stepOfCode(factor.secret, given.replace(/\s/g, ''), new Date());
  const wrong = () => new Refused('invalid', words.code, [{ path: 'code', message: words.code }]);
  if (step === null) throw wrong();
  const recoveryCodes = newRecoveryCodes();
  await inTransaction(strapi, async (trx) => {
    if (!(await useStep(trx, administrator.id, step))) throw wrong();
    await activate(trx, administrator.id);
    await replaceRecoveryCodes(trx, administrator.id, recoveryCodes);
    await write(strapi, context, 'double vérification activée');
  });
  return { recoveryCodes };
}

async function renewCodes(strapi: Core.Strapi, context: AdminContext): Promise<RecoveryCodes> {
  const administrator = await administratorOf(strapi, context);
  await requireOwnCode(strapi, administrator, bodyOf(context, Code).code);
  const recoveryCodes = newRecoveryCodes();
  await inTransaction(strapi, async (trx) => {
    await replaceRecoveryCodes(trx, administrator.id, recoveryCodes);
    await write(strapi, context, 'codes de secours renouvelés');
  });
  return { recoveryCodes };
}

const end = (strapi: Core.Strapi, context: AdminContext, administrator: Administrator): Promise<void> =>
  inTransaction(strapi, async (trx) => {
    if (!(await endSecondFactor(trx, administrator.id))) throw new Refused('conflict', words.notActive);
    await write(strapi, context, 'double vérification arrêtée', nameOf(administrator));
  });

async function stop(strapi: Core.Strapi, context: AdminContext): Promise<SecondFactorState> {
  const administrator = await administratorOf(strapi, context);
  const given = bodyOf(context, PasswordAndCode);
  await requirePassword(strapi, administrator, given.password);
  await requireOwnCode(strapi, administrator, given.code);
  await end(strapi, context, administrator);
  return readState(strapi, context);
}

/** For somebody who has lost telephone and codes: only who may change every account anyway. */
async function stopForAnother(strapi: Core.Strapi, context: AdminContext): Promise<SecondFactorState> {
  if (!isSuperAdministrator(strapi, context)) throw refusals.notAllowed();
  const own = await administratorOf(strapi, context);
  await requirePassword(strapi, own, bodyOf(context, Password).password);
  const id = Number(idOf(context));
  if (id === own.id) throw new Refused('conflict', words.ownAccount);
  const other = Number.isInteger(id) ? await findOne<Administrator>(strapi, 'admin::user', { where: { id } }) : null;
  if (!other) throw new Refused('unknown', words.notActive);
  await end(strapi, context, other);
  return readState(strapi, context);
}

/**
 * `GET /trame/second-factor` (SecondFactorState) · `POST …/begin` ({ password } → NewSecondFactor) · `POST …/confirm`
 * ({ code } → RecoveryCodes) · `POST …/recovery-codes` ({ code } → RecoveryCodes) · `POST …/stop` ({ password, code }) ·
 * `POST …/of/:id/stop` ({ password }, for super administrators).
 */
export function registerSecondFactorRoutes(strapi: Core.Strapi): void {
  const route = (method: 'GET' | 'POST', path: string, handle: (context: AdminContext) => unknown) =>
    adminRoute(strapi, 'signed-in', [method, `/trame/second-factor${path}`], handle);
  registerAdminRoutes(strapi, [
    route('GET', '', (context) => readState(strapi, context)),
    route('POST', '/begin', (context) => begin(strapi, context)),
    route('POST', '/confirm', (context) => confirm(strapi, context)),
    route('POST', '/recovery-codes', (context) => renewCodes(strapi, context)),
    route('POST', '/stop', (context) => stop(strapi, context)),
    route('POST', '/of/:id/stop', (context) => stopForAnother(strapi, context)),
  ]);
}
