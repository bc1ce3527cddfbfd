/** Erases what has been kept for long enough. The README of this folder lists what, and when. */
import type { Core } from '@strapi/strapi';
import { listInWords, plural } from '../domain/french.ts';
import { requireEnvironment } from '../environment.ts';
import { writeJournal } from '../entries/journal.ts';
import { eraseVersions } from '../entries/kept-versions.ts';
import { eraseLetterTexts } from '../platform/mail/erase-letters.ts';
import { eraseLeftSecondFactors } from '../administrators/second-factor/second-factor-store.ts';
import { addressesInUse } from '../platform/mail/stopped-letters.ts';
import { eraseRestores } from '../platform/restores/restore-store.ts';
import { eraseAlerts } from '../associations/alerts/alert-store.ts';
import { eraseMessages } from '../associations/messages/message-store.ts';
import { eraseSaid } from '../import/events/said-store.ts';
import { eraseImports } from '../import/import-store.ts';
import { eraseRegister } from '../import/register-store.ts';
import { eraseLeftLists } from '../finding/saved-lists.ts';
import { eraseColumnChoices } from '../lists-out/column-choices.ts';
import { eraseSuppressions } from '../platform/suppressions/register.ts';
import { eraseUnanswered } from '../unanswered/unanswered-store.ts';
import { eraseAnswers } from './erase-answers.ts';
import { eraseFormerStates, eraseWithdrawals } from './erase-journal.ts';
import { eraseLetterTraces } from './erase-letters.ts';
import { eraseDataLinks } from './erase-links.ts';
import { eraseNotices } from './erase-notices.ts';
import { eraseLogos } from './erase-logos.ts';
import { eraseOrphans } from './erase-orphans.ts';
import { eraseRequestAddresses } from './erase-requests.ts';

export const DEFAULT_KEEP_DAYS = 90;
/** An answer that was refused by mistake can be asked about for at least this long. */
const LEAST_KEEP_DAYS = 30;

/** How many of each were erased. */
export interface Erased {
  readonly answers: number;
  /** Of letters: what they say and to whom. */
  readonly texts: number;
  readonly logos: number;
  readonly addresses: number;
  /** Of letters: what is left once their text is erased. */
  readonly letters: number;
  readonly states: number;
  readonly links: number;
  /** Lists of records that nobody opened any more, and columns that nobody chose anew. */
  readonly lists: number;
  /** Messages to associations, with their answers. */
  readonly messages: number;
  /** Words that people looked for, by month. */
  readonly unanswered: number;
  /** Alerts that are over, or that nobody confirmed. */
  readonly alerts: number;
  /** Notices of associations that are over. */
  readonly notices: number;
  /** Lines of the register of suppressions. */
  readonly suppressions: number;
  /** Files of the media library without a record. */
  readonly files: number;
  /** States of records that forms were made from. */
  readonly versions: number;
  /** Files that an editor brought in, and what they changed; what the national register says of entries. */
  readonly imports: number;
}

async function readKeepDays(strapi: Core.Strapi): Promise<number> {
  const settings = (await strapi.db
    .query('api::site-settings.site-settings')
    .findOne({ select: ['keepAnswersDays'] })) as { keepAnswersDays: number | null } | null;
  return Math.max(LEAST_KEEP_DAYS, settings?.keepAnswersDays ?? DEFAULT_KEEP_DAYS);
}

/** What the journal keeps of it: numbers. Null when there is nothing worth a line. */
function inWords({ answers, logos, addresses, states }: Erased): string | null {
  const parts = [
    answers > 0 && plural(answers, 'réponse'),
    logos > 0 && plural(logos, 'logo proposé', 'logos proposés'),
    addresses > 0 && plural(addresses, 'adresse d’une campagne close', 'adresses de campagnes closes'),
    states > 0 && plural(states, 'ancienne ligne du journal', 'anciennes lignes du journal'),
  ].filter((part) => part !== false);
  return parts.length === 0 ? null : listInWords(parts);
}

/**
 * Runs any number of times; what was erased is not erased again.
 * @param keepLettersDays MAIL_KEEP_DAYS
 */
export async function eraseOldData(
  strapi: Core.Strapi,
  now: Date,
  keepLettersDays: number = requireEnvironment().MAIL_KEEP_DAYS,
): Promise<Erased> {
  const keepDays = await readKeepDays(strapi);
  const erased: Erased = {
    answers: await eraseAnswers(strapi, now, keepDays),
    texts: await eraseLetterTexts(strapi.db.connection, now, keepLettersDays),
    addresses: await eraseRequestAddresses(strapi, now, keepDays),
    letters: await eraseLetterTraces(strapi, now, keepDays),
    states: (await eraseFormerStates(strapi, now)) + (await eraseWithdrawals(strapi, now)),
    links: (await eraseDataLinks(strapi, now)) + (await eraseLeftSecondFactors(strapi.db.connection, now)),
    lists: (await eraseLeftLists(strapi, now)) + (await eraseColumnChoices(strapi.db.connection, now)),
    messages: await eraseMessages(strapi.db.connection, now),
    unanswered: await eraseUnanswered(strapi.db.connection, now),
    alerts: await eraseAlerts(strapi.db.connection, now),
    notices: await eraseNotices(strapi, now),
    suppressions:
      (await eraseSuppressions(strapi, now, await addressesInUse(strapi))) + (await eraseRestores(strapi, now)),
    files: await eraseOrphans(strapi, now),
    versions: await eraseVersions(strapi.db.connection, now),
    imports:
      (await eraseImports(strapi.db.connection, now)) +
      (await eraseRegister(strapi.db.connection, now)) +
      (await eraseSaid(strapi.db.connection, now)),
    // After the answers: a file that none names any more goes.
    logos: await eraseLogos(strapi, now),
  };
  const note = inWords(erased);
  if (note !== null) {
    await writeJournal(strapi, {
      who: 'Le programme',
      whoId: null,
      act: 'données effacées',
      subject: 'Conservation',
      note,
    });
  }
  return erased;
}
