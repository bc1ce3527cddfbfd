/**
 * How often somebody may knock at a door of the admin. Strapi counts by account and address together, a single IPv6 address
 * included: who tries another account, or another of their 2⁶⁴ addresses, was never counted, and of two of its doors nobody was.
 * No door is ever closed: what was tried too often waits, a little longer each time.
 */
import type { Core } from '@strapi/strapi';
import { addressKey, networkKey } from '../../platform/http/address-key.ts';
import { growingWait, type GrowingPace, type Taken } from '../../platform/http/growing-wait.ts';
import { HOUR, MINUTE } from '../../platform/http/limits.ts';
import { lettersAreHeld } from '../../platform/mail/whether-letters-leave.ts';
import { adminRouters, strapiRoute } from '../../platform/strapi/strapi-routes.ts';
import { SecondFactorRefused } from '../second-factor/second-factor-refused.ts';
import { takeCode } from './code-of-request.ts';
import { knownDevice, rememberDevice } from './device-cookie.ts';
import { lettersHeld, tooMany } from './sign-in-words.ts';

type Middleware = Core.MiddlewareHandler;
type Context = Parameters<Middleware>[0];
type Refusal = (wait: number) => Error;

const QUARTER = 15 * MINUTE;

/** What is counted for one knock: one more of a kind, for `who`. */
interface Counted {
  readonly take: (who: string) => Taken;
  readonly who: string;
  readonly refusal: Refusal;
}

/**
 * Tries of one address, and of a network that may have many. An office has one address for everybody who works there: it is never
 * closed, the next try waits. At most 2,160 tries a day from an address and 9,600 from a network, whatever accounts they are about.
 * @param free tries that wait for nothing, and are forgotten after an hour without any
 */
function addressPace(free: number) {
  const ofAddress = growingWait({ free, first: 1, longest: 40, forgotten: HOUR });
  const ofNetwork = growingWait({ free: 5 * free, first: 1, longest: 9, forgotten: HOUR });
  return (ctx: Context): Counted[] => [
    { take: ofAddress, who: addressKey(ctx.ip), refusal: tooMany.fromAddress },
    { take: ofNetwork, who: networkKey(ctx.ip), refusal: tooMany.fromAddress },
  ];
}

/** At one account: at most 768 tries a day by all strangers together, and as many by a browser that it knows. */
const ACCOUNT: GrowingPace = { free: 8, first: 2, longest: 120, forgotten: QUARTER };
const byStrangers = growingWait(ACCOUNT);
const byKnownBrowser = growingWait(ACCOUNT);

const emailOf = (ctx: Context): string => {
  const { email } = ((ctx.request as { body?: unknown }).body ?? {}) as { email?: unknown };
  return typeof email === 'string' ? email.toLowerCase() : '';
};

/** Takes a try of each. @returns how all are taken back @throws when one of them has to wait: then none is counted */
function count(ctx: Context, knocks: readonly Counted[]): () => void {
  const taken: (() => void)[] = [];
  const giveBack = () => taken.forEach((one) => one());
  for (const { take, who, refusal } of knocks) {
    const one = take(who);
    if ('giveBack' in one) {
      taken.push(one.giveBack);
      continue;
    }
    giveBack();
    ctx.set('Retry-After', String(one.wait));
    throw refusal(one.wait);
  }
  return giveBack;
}

/** Ten people at one table, each of whom tries six passwords. */
const signingIn = addressPace(60);

/**
 * What is counted at a sign-in: where the account does not know the browser, the address and all strangers at that account; where
 * it does, that browser alone, so that nobody at the same address and nobody elsewhere keeps an editor out.
 */
function tries(ctx: Context, email: string): Counted[] {
  const device = knownDevice(ctx.cookies, email);
  return device === null
    ? [...signingIn(ctx), { take: byStrangers, who: email, refusal: tooMany.forAccount }]
    : [{ take: byKnownBrowser, who: device, refusal: tooMany.forAccount }];
}

/** Only what failed stays counted. That the code is still to come is no failure. */
const signIn: Middleware = async (ctx, next) => {
  const email = emailOf(ctx);
  const giveBack = count(ctx, tries(ctx, email));
  try {
    await next();
  } catch (error) {
    if (error instanceof SecondFactorRefused && error.problem === 'required') giveBack();
    throw error;
  }
  if (ctx.status !== 200) return;
  giveBack();
  rememberDevice(ctx, email);
};

const settingPassword = addressPace(10);

/** A new password signs in: the browser is known from then on. */
const newPassword: Middleware = async (ctx, next) => {
  count(ctx, settingPassword(ctx));
  await next();
  const { data } = (ctx.body ?? {}) as { data?: { user?: { email?: unknown } } };
  if (ctx.status === 200 && typeof data?.user?.email === 'string') rememberDevice(ctx, data.user.email.toLowerCase());
};

function paced(free: number): Middleware {
  const pace = addressPace(free);
  return async (ctx, next) => {
    count(ctx, pace(ctx));
    await next();
  };
}

const registering = paced(20);

/** The letter is queued all the same: what holds it may be over before its link is. The answer is the same for every address. */
const forgottenPace = addressPace(10);
const forgottenPassword: Middleware = async (ctx, next) => {
  count(ctx, forgottenPace(ctx));
  await next();
  if (lettersAreHeld()) throw lettersHeld();
};

/** Every route of Strapi's admin that asks for no session. Tabs that are open renew theirs, several at once. */
const DOORS: readonly (readonly [method: string, path: string, guard: Middleware])[] = [
  ['POST', '/login', signIn],
  ['POST', '/forgot-password', forgottenPassword],
  ['POST', '/reset-password', newPassword],
  ['GET', '/registration-info', registering],
  ['POST', '/register', registering],
  ['POST', '/register-admin', registering],
  ['POST', '/access-token', paced(300)],
];

/** Strapi's own limiters. That of forgotten passwords counts by account alone: a stranger could use it up for an editor. */
const REPLACED = new Set<unknown>(['admin::rateLimit', 'plugin::email.rateLimit']);

/** Puts the guards in front of Strapi's handlers. Belongs in `register()`: the routes are made afterwards. */
export function guardDoors(strapi: Core.Strapi): void {
  for (const [method, path, guard] of DOORS) {
    const route = strapiRoute(adminRouters(strapi), [method, path]);
    const others = (route.config?.middlewares ?? []).filter((middleware) => !REPLACED.has(middleware));
    route.config = { ...route.config, middlewares: [guard, takeCode, ...others] };
  }
}
