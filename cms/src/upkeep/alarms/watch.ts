/** Looks after everything once, remembers what it found, and writes to who should know. */
import type { Core } from '@strapi/strapi';
import { causeOf } from '../../domain/cause.ts';
import type { StandingAlarm } from '../../domain/contract/desk/jobs.ts';
import { listInWords } from '../../domain/french.ts';
import { adminUrl, requireEnvironment } from '../../environment.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { alarmLetter, type AlarmSaid } from '../../platform/mail/letters/alarm.ts';
import { readLetterSettings } from '../../platform/mail/office.ts';
import { queueLetters } from '../../platform/mail/queue-letters.ts';
import { stands, step, type AlarmRule } from './alarm.ts';
import { keepAlarm, readAlarms } from './alarm-store.ts';
import { alarmRules } from './rules.ts';

type Said = Pick<AlarmSaid, 'words' | 'since' | 'now'>;

/** To the office, and to whoever looks after the server. */
async function write(strapi: Core.Strapi, rule: AlarmRule, what: 'begun' | 'over', said: Said): Promise<void> {
  const { office } = await readLetterSettings(strapi);
  const environment = requireEnvironment();
  const parts = alarmLetter(
    { ...said, title: rule.title, over: what === 'over' ? rule.over : null, link: adminUrl(environment) },
    office,
  );
  const recipients = new Set([...(office.email === null ? [] : [office.email]), ...environment.TRAME_OPERATOR_EMAIL]);
  const letters = [...recipients].map((to) => ({
    parts,
    key: `alarm:${rule.id}:${said.now.toISOString()}:${what}:${to}`,
    kind: 'alarm' as const,
    to,
    ...{ replyTo: null, request: null, association: null },
  }));
  if (letters.length > 0) await queueLetters(strapi, letters);
}

/**
 * The job « Veille ». A rule that cannot look is logged, and leaves what is known of it as it is; the others are looked at.
 * @returns what was told, in French; null when nothing was
 */
export async function watchAlarms(
  strapi: Core.Strapi,
  now: Date,
  rules: readonly AlarmRule[] = alarmRules,
): Promise<string | null> {
  const told: string[] = [];
  const known = await readAlarms(strapi.db.connection);
  for (const rule of rules) {
    const before = known.get(rule.id) ?? null;
    let found;
    try {
      found = await rule.look(strapi, now);
    } catch (error) {
      strapi.log.error(`alarm ${rule.id} could not be looked at: ${causeOf(error)}`);
      continue;
    }
    const { state, letter } = step(before, found, now);
    if (state === null && before === null) continue;
    // Both or none: what is written down as told has its letter in the queue.
    await inTransaction(strapi, async (trx) => {
      await keepAlarm(trx, rule.id, state);
      if (letter !== null && state !== null)
        await write(strapi, rule, letter, { words: state.words, since: state.since, now });
    });
    if (letter === 'begun') told.push(rule.title);
    if (letter === 'over') told.push(rule.over.replace(/\.$/, ''));
  }
  return told.length === 0 ? null : `Signalé par lettre\u00a0: ${listInWords(told)}.`;
}

/** What is wrong now, told or not. */
export async function standingAlarms(strapi: Core.Strapi): Promise<StandingAlarm[]> {
  const known = await readAlarms(strapi.db.connection);
  return alarmRules.flatMap(({ id, title }) => {
    const state = known.get(id);
    return state && stands(state) ? [{ id, title, words: state.words, since: state.since.toISOString() }] : [];
  });
}
