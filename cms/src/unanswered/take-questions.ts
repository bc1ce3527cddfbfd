import type { Core } from '@strapi/strapi';
import { dayOf } from '../domain/dates.ts';
import type { UnansweredQuestions } from '../domain/contract/unanswered-questions.ts';
import { addressKey } from '../platform/http/address-key.ts';
import { DAY, type Pace } from '../platform/http/limits.ts';
import { countOne, holdToPace } from '../platform/http/pace.ts';
import { Refused } from '../platform/http/refused.ts';
import { countUnanswered } from './unanswered-store.ts';

/** A whole territory on a busy Saturday, and no more than a small table can take. */
const ALTOGETHER: Pace = { times: 20_000, seconds: DAY };
/** Who asks twice from one address on one day counts once: nobody makes a question appear by asking it three times. */
const SAME_QUESTION: Pace = { times: 1, seconds: DAY };

const words = { off: 'Cet annuaire ne compte pas les recherches\u00a0: rien n’a été gardé.' };

/** Does the territory count questions without an answer? */
export async function countsUnanswered(strapi: Core.Strapi): Promise<boolean> {
  const settings = (await strapi.db
    .query('api::site-settings.site-settings')
    .findOne({ select: ['countUnanswered'] })) as { countUnanswered: boolean | null } | null;
  return settings?.countUnanswered === true;
}

/**
 * Counts what a device tells. Of the address that it comes from only a fingerprint is kept, in memory, for a day.
 * @param from an IPv4 or IPv6 address
 * @throws {Refused} when the territory does not count, or too much comes
 */
export async function takeUnanswered(
  strapi: Core.Strapi,
  { questions }: UnansweredQuestions,
  from: string,
): Promise<void> {
  if (!(await countsUnanswered(strapi))) throw new Refused('closed', words.off);
  await holdToPace('questions without an answer', '', ALTOGETHER);
  const today = dayOf(new Date());
  for (const told of questions) {
    const wait = await countOne(
      'one question without an answer',
      `${addressKey(from)} ${told.question}`,
      SAME_QUESTION,
    );
    if (wait === null) await countUnanswered(strapi.db.connection, told, today);
  }
}
