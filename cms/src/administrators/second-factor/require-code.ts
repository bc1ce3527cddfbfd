import type { Core } from '@strapi/strapi';
import { writeJournal } from '../../entries/journal.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { editorOf } from '../../platform/http/admin-route.ts';
import { TEN_MINUTES } from '../../platform/http/limits.ts';
import { countOne, uncountOne } from '../../platform/http/pace.ts';
import type { Administrator } from '../../platform/strapi/admin-services.ts';
import { plural } from '../../domain/french.ts';
import { stepOfCode } from './one-time-code.ts';
import { looksLikeRecoveryCode } from './recovery-codes.ts';
import { SecondFactorRefused } from './second-factor-refused.ts';
import { findSecondFactor, useRecoveryCode, useStep, type SecondFactor } from './second-factor-store.ts';

/** Wrong codes. Three of a million are right at any moment: a day of guessing finds one in five hundred. */
const PACE = { times: 5, seconds: TEN_MINUTES };
const PACE_NAME = 'codes of a second factor';

const whoWrites = (administrator: Administrator) => {
  const { name, id } = editorOf({ state: { userAbility: null, user: administrator } });
  return { who: name, whoId: id, subject: name };
};

async function useCode(strapi: Core.Strapi, administrator: Administrator, factor: SecondFactor, code: string) {
  if (looksLikeRecoveryCode(code)) {
    await inTransaction(strapi, async (trx) => {
      if (!(await useRecoveryCode(trx, administrator.id, code))) throw new SecondFactorRefused('wrong');
      await writeJournal(strapi, {
        ...whoWrites(administrator),
        act: 'code de secours utilisé',
        note: `il en reste ${plural(factor.recoveryCodes - 1, 'code')}`,
      });
    });
    return;
  }
  if (factor.secret === null) throw new SecondFactorRefused('unreadable');
  const step = stepOfCode(factor.secret, code.replace(/\s/g, ''), new Date());
  if (step === null || !(await useStep(strapi.db.connection, administrator.id, step)))
    throw new SecondFactorRefused('wrong');
}

/**
 * Holds somebody whose password was right to the code of their telephone, or to a recovery code, and uses it up.
 * @param code as it was typed; null when none came
 * @param from what wrong codes are counted for: a browser that the account knows, else the account
 * @throws {SecondFactorRefused}
 */
export async function checkCode(
  strapi: Core.Strapi,
  administrator: Administrator,
  factor: SecondFactor,
  code: string | null,
  from: string,
): Promise<void> {
  if (code === null) throw new SecondFactorRefused('required');
  const wait = await countOne(PACE_NAME, from, PACE);
  if (wait !== null) throw new SecondFactorRefused('too-many', wait);
  await useCode(strapi, administrator, factor, code);
  await uncountOne(PACE_NAME, from, PACE);
}

/** The same for an account that may have no second factor: then nothing is asked. @throws {SecondFactorRefused} */
export async function requireCode(
  strapi: Core.Strapi,
  administrator: Administrator,
  code: string | null,
  from: string,
): Promise<void> {
  const factor = await findSecondFactor(strapi, administrator.id);
  if (factor?.activeSince) await checkCode(strapi, administrator, factor, code, from);
}
