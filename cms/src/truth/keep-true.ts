/**
 * What is done about entries that nobody confirms: warned by letter first, then taken off the site on the day that the letter
 * said. Runs any number of times a day, with the same result as once.
 */
import type { Core } from '@strapi/strapi';
import { publishedAssociations, type AskedOne } from '../campaigns/who-is-asked.ts';
import type { TakenOffline, TruthReport } from '../domain/contract/truth.ts';
import { dayOf, formatDay } from '../domain/dates.ts';
import { parseEmail } from '../domain/email.ts';
import { daysLater, mostAtOnce, standingOf, type TruthRules } from '../domain/truth.ts';
import { readEnvironment, siteUrl } from '../environment.ts';
import { keptState, writeJournal } from '../journal/journal.ts';
import { readLetterSettings } from '../mail/campaign-letter.ts';
import { offlineWarningLetter } from '../mail/letters/truth.ts';
import { queueLetters, type Connection } from '../mail/outbox.ts';
import { readEntry } from '../submissions/entry-of-record.ts';
import { faultsOf } from '../submissions/publish-entry.ts';
import type { Editor } from '../submissions/submission-store.ts';
import { noteMissedEditions } from './missed-editions.ts';
import { readTruthRules } from './truth-rules.ts';
import { addWarning, dropWarnings, readWarnings, type Warning } from './warnings.ts';

const ASSOCIATION = 'api::association.association';
const PROGRAM: Editor = { name: 'Le programme', id: '' };

const words = {
  note: (day: string) => `Prévue le ${formatDay(day)}, sauf confirmation.`,
  missed: (count: number) => `${count} éditions sans confirmation.`,
};

/** An entry that has been silent for too long, with whom to write to. */
interface Silent extends AskedOne {
  readonly missed: number;
}

interface Survey {
  readonly rules: TruthRules;
  readonly published: number;
  readonly counts: TruthReport['counts'];
  /** To be warned, or warned already. Those that an open campaign asks right now are left in peace. */
  readonly silent: readonly Silent[];
  readonly warnings: ReadonlyMap<string, Warning>;
}

async function survey(strapi: Core.Strapi): Promise<Survey> {
  const rules = await readTruthRules(strapi);
  const rows = (await strapi.db.query(ASSOCIATION).findMany({
    select: ['documentId', 'missedEditions'],
    where: { publishedAt: { $notNull: true } },
  })) as { documentId: string; missedEditions: number | null }[];
  const missed = new Map(rows.map(({ documentId, missedEditions }) => [documentId, missedEditions ?? 0]));
  const standings = [...missed.values()].map((count) => standingOf(count, rules));
  const open = (await strapi.db.connection.raw(
    `select requests.association_id as id from update_requests requests
       join campaigns on campaigns.document_id = requests.campaign_id
      where campaigns.stage = 'ouverte' and requests.state <> 'annulée'`,
  )) as unknown as { rows: { id: string }[] };
  const asked = new Set(open.rows.map(({ id }) => id));
  const isSilent = (id: string) => standingOf(missed.get(id) ?? 0, rules).toTakeOffline && !asked.has(id);
  const silent = [...missed.keys()].some(isSilent)
    ? (await publishedAssociations(strapi))
        .filter(({ associationId }) => isSilent(associationId))
        .map((one) => ({ ...one, missed: missed.get(one.associationId) ?? 0 }))
    : [];
  return {
    rules,
    published: rows.length,
    counts: {
      published: rows.length,
      toConfirm: standings.filter(({ toConfirm }) => toConfirm).length,
      offPaper: standings.filter(({ offPaper }) => offPaper).length,
    },
    silent,
    warnings: new Map((await readWarnings(strapi)).map((warning) => [warning.association, warning])),
  };
}

/** Only a letter that was handed over is a warning. One that is erased by now had left long before. */
const hasArrived = ({ letter }: Warning): boolean => letter === 'sent' || letter === null;
const hasFailed = ({ letter }: Warning): boolean => letter === 'refused' || letter === 'returned';

const isDue = (warning: Warning | undefined, today: string): boolean =>
  warning !== undefined && hasArrived(warning) && warning.offlineOn <= today;

/** The letter to one association and the note of it, in one transaction: both or neither. */
async function warn(
  strapi: Core.Strapi,
  one: Silent,
  email: string,
  today: string,
  rules: TruthRules,
): Promise<boolean> {
  const settings = await readLetterSettings(strapi);
  const offlineOn = daysLater(today, rules.noticeDays);
  const key = `truth:${one.associationId}:${today}`;
  // The links of a campaign that is over do not open: the address itself lets its owner in.
  const text = offlineWarningLetter(
    {
      association: one.name,
      link: `${siteUrl(readEnvironment())}/connexion/`,
      day: formatDay(offlineOn),
      seasons: one.missed,
    },
    settings.office,
    null,
  );
  return strapi.db.transaction(async ({ trx }) => {
    const connection = trx as unknown as Connection;
    if (!(await addWarning(connection, { association: one.associationId, key, warnedOn: today, offlineOn })))
      return false;
    await queueLetters(strapi, [
      { ...text, key, kind: 'offline-warning', to: email, replyTo: settings.office.email, request: null },
    ]);
    await writeJournal(strapi, {
      who: PROGRAM.name,
      whoId: null,
      act: 'retrait annoncé',
      subject: one.name,
      associationId: one.associationId,
      note: words.note(offlineOn),
    });
    return true;
  });
}

type Unpublish = (given: { documentId: string }) => Promise<unknown>;

/** Takes entries off the site; each is kept as a draft, and the journal keeps what it said. */
async function takeOffline(strapi: Core.Strapi, due: readonly Silent[], editor: Editor): Promise<TakenOffline> {
  const result: TakenOffline = { taken: [], left: [] };
  const service = strapi.documents(ASSOCIATION) as unknown as { unpublish: Unpublish };
  for (const one of due) {
    try {
      await strapi.db.transaction(async ({ trx }) => {
        const current = await readEntry(strapi, one.associationId);
        await service.unpublish({ documentId: one.associationId });
        await dropWarnings(trx, [one.associationId]);
        await writeJournal(strapi, {
          who: editor.name,
          whoId: editor.id || null,
          act: 'fiche mise hors ligne',
          subject: one.name,
          associationId: one.associationId,
          note: words.missed(one.missed),
          before: current && keptState(current),
        });
      });
      result.taken.push(one.name);
    } catch (error) {
      result.left.push({ title: one.name, reason: faultsOf(error)[0]?.message ?? '' });
    }
  }
  return result;
}

/** What happened in a run; for a test, and for the log. */
export interface KeptTrue {
  readonly noted: number;
  readonly warned: number;
  readonly taken: readonly string[];
  /** More were due than may go by themselves. */
  readonly held: number;
}

/** Brings the count of each entry up to date, warns who is to be warned, takes off the site whose day has come. */
export async function keepTrue(strapi: Core.Strapi, now: Date): Promise<KeptTrue> {
  const noted = await noteMissedEditions(strapi);
  const today = dayOf(now);
  const { rules, published, silent, warnings } = await survey(strapi);

  const stillSilent = new Set(silent.map(({ associationId }) => associationId));
  await dropWarnings(
    strapi.db.connection,
    [...warnings.keys()].filter((association) => !stillSilent.has(association)),
  );

  let warned = 0;
  for (const one of silent) {
    const address = parseEmail(one.email ?? '');
    if (warnings.has(one.associationId) || !address.ok) continue;
    if (await warn(strapi, one, address.value, today, rules)) warned += 1;
  }

  const due = silent.filter(({ associationId }) => isDue(warnings.get(associationId), today));
  // A share of a day, not of a run: what left today counts.
  const gone = await strapi.db
    .query('api::journal-entry.journal-entry')
    .count({ where: { act: 'fiche mise hors ligne', whoId: null, at: { $gte: startOfDay(today) } } });
  const most = mostAtOnce(published + gone, rules);
  if (due.length + gone > most) return { noted, warned, taken: [], held: due.length };
  const { taken } = await takeOffline(strapi, due, PROGRAM);
  return { noted, warned, taken, held: 0 };
}

/** Early enough on either side of a change of the clock: an hour more or less does not matter to a share. */
const startOfDay = (day: string): Date => new Date(`${day}T00:00:00+01:00`);

/** What the admin shows of it, at `now`. */
export async function readTruthReport(strapi: Core.Strapi, now: Date = new Date()): Promise<TruthReport> {
  const today = dayOf(now);
  const { rules, published, counts, silent, warnings } = await survey(strapi);
  const entry = ({ associationId, name, missed }: Silent) => ({ association: associationId, name, missed });
  const due = silent.filter(({ associationId }) => isDue(warnings.get(associationId), today));
  const most = mostAtOnce(published, rules);
  const unreached = silent.filter(({ associationId, email }) => {
    const warning = warnings.get(associationId);
    return warning ? hasFailed(warning) : !parseEmail(email ?? '').ok;
  });
  return {
    counts,
    warned: silent.flatMap((one) => {
      const warning = warnings.get(one.associationId);
      return warning && !hasFailed(warning) && !isDue(warning, today)
        ? [{ ...entry(one), offlineOn: warning.offlineOn }]
        : [];
    }),
    due: due.map(entry),
    needsEditor: due.length > most,
    most,
    unreached: unreached.map(entry),
  };
}

/** The editor's act: all that are due, however many. */
export async function takeAllOffline(
  strapi: Core.Strapi,
  editor: Editor,
  now: Date = new Date(),
): Promise<TakenOffline> {
  await noteMissedEditions(strapi);
  const { silent, warnings } = await survey(strapi);
  return takeOffline(
    strapi,
    silent.filter(({ associationId }) => isDue(warnings.get(associationId), dayOf(now))),
    editor,
  );
}
