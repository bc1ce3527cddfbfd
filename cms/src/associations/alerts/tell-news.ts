/** What is new for the searches that people follow, by one letter a month at most; nothing new, no letter. */
import type { Core } from '@strapi/strapi';
import { MOST_SEARCHES, type FoundRecord, type SearchAnswer } from '../../domain/contract/press/searches.ts';
import { dayOf } from '../../domain/dates.ts';
import { readEnvironment, siteUrl } from '../../environment.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { answerSearches } from '../../platform/deployer/searches.ts';
import { alertLetters, alertLink } from '../../platform/links/alert-link.ts';
import { alertLetter, type News } from '../../platform/mail/letters/alert.ts';
import type { Office } from '../../platform/mail/letters/layout.ts';
import { readLetterSettings } from '../../platform/mail/office.ts';
import { queueLetters } from '../../platform/mail/queue-letters.ts';
import { type Alert, alertById, alertsToLookAt, endReturnedAlerts, noteLook } from './alert-store.ts';
import { nameOf, sameSearch, standingOf } from './found-records.ts';

/** A letter says so many; the others are a click away. */
export const MOST_NEWS = 15;
/** Activities of one association that a letter names. */
const MOST_ROWS = 4;

/** How many of each. */
export interface ToldNews {
  readonly looked: number;
  readonly told: number;
  /** Alerts about a theme, a commune or a public that exists no more: nothing is told by them. */
  readonly lost: number;
  /** Alerts that ended because their letters came back. */
  readonly ended: number;
}

/**
 * Looks at every alert whose turn it is. Runs any number of times: what is looked at is noted with its letter, in one transaction.
 * @throws {Refused} when the search does not answer: what was not looked at has its turn the next time
 */
export async function tellNews(strapi: Core.Strapi, now: Date, signal?: AbortSignal): Promise<ToldNews> {
  const ended = await endReturnedAlerts(strapi);
  const { office } = await readLetterSettings(strapi);
  let [looked, told, lost] = [0, 0, 0];
  for (;;) {
    const alerts = await alertsToLookAt(strapi, now, MOST_SEARCHES);
    if (alerts.length === 0 || signal?.aborted) return { looked, told, lost, ended };
    const { records, answers } = await answerSearches(
      alerts.map(({ search }) => search),
      signal,
    );
    for (const [rank, alert] of alerts.entries()) {
      const outcome = await look(strapi, alert, { answer: answers[rank]!, records, office, now });
      looked += 1;
      if (outcome === 'told') told += 1;
      if (outcome === 'lost') lost += 1;
    }
  }
}

interface Looking {
  readonly answer: SearchAnswer;
  readonly records: readonly FoundRecord[];
  readonly office: Office;
  readonly now: Date;
}

async function look(
  strapi: Core.Strapi,
  { id }: Alert,
  { answer, records, office, now }: Looking,
): Promise<'told' | 'nothing' | 'lost'> {
  return inTransaction(strapi, async (trx) => {
    const alert = await alertById(trx, id, now);
    if (alert === null) return 'nothing'; // stopped since
    if (!sameSearch(answer.search, alert.search)) {
      // Without what is gone it would ask for something wider than what was wanted.
      await noteLook(trx, alert, alert.known, now, false);
      return 'lost';
    }
    const known = new Set(alert.known);
    const unknown = answer.found.filter(({ record }) => !known.has(nameOf(records[record]!)));
    const standing = await standingOf(strapi, [
      ...alert.known,
      ...unknown.map(({ record }) => nameOf(records[record]!)),
    ]);
    const news = unknown.flatMap(({ record, rows }): (News & { readonly name: string })[] => {
      const own = records[record]!;
      const path = standing.get(nameOf(own));
      if (path === undefined || path === null) return []; // taken off since: it is not told, and is new when it comes back
      return [{ name: nameOf(own), ...inLetter(own, rows), url: `${siteUrl(readEnvironment())}${path}` }];
    });
    const kept = [...alert.known, ...news.map(({ name }) => name)].filter((name) => standing.has(name));
    await noteLook(trx, alert, kept, now, news.length > 0);
    if (news.length === 0) return 'nothing';
    await queueLetters(strapi, [
      {
        parts: alertLetter({
          search: alert.words,
          news: news.slice(0, MOST_NEWS),
          more: Math.max(0, news.length - MOST_NEWS),
          results: `${siteUrl(readEnvironment())}/recherche/?${alert.search}`,
          endsOn: dayOf(alert.endsAt),
          stopLink: alertLink(id),
          office,
        }),
        key: `${alertLetters(id)}${dayOf(now)}`,
        kind: 'alert',
        to: alert.email,
        replyTo: office.email,
        request: null,
        association: null,
      },
    ]);
    return 'told';
  });
}

/** @param ranks of the rows that answer, the best first */
function inLetter({ title, kind, place, when, rows }: FoundRecord, ranks: readonly number[]): Omit<News, 'url'> {
  const answering = ranks.flatMap((rank) => rows[rank] ?? []).slice(0, MOST_ROWS);
  // A place that all of them have is said once.
  const places = new Set(answering.map((row) => row.place));
  const [shared] = places.size === 1 ? places : [];
  const activities = answering.map((row) => {
    const facts = [row.when, places.size === 1 ? null : row.place].filter((fact) => fact !== null).join(', ');
    return `– ${facts === '' ? row.label : `${row.label} : ${facts}`}`;
  });
  const about = [kind, shared ?? place].filter((part) => part !== null && part !== '').join(', ');
  return { title, lines: [about, when, ...activities].filter((line): line is string => Boolean(line)) };
}
