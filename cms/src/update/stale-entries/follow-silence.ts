/**
 * What is done about entries that nobody confirms: warned by letter first, then taken off the site on the day that the letter
 * said. Runs any number of times a day, with the same result as once.
 */
import type { Core } from '@strapi/strapi';
import { tellApart } from '../../domain/told-apart.ts';
import { publishedAssociations, type AskedOne } from '../campaigns/who-is-asked.ts';
import type { TakenOffline, StaleEntriesReport } from '../../domain/contract/desk/stale-entries.ts';
import { addDays, dayOf, formatDay } from '../../domain/dates.ts';
import { parseEmail } from '../../domain/email.ts';
import { mostAtOnce, standingOf, type TruthRules } from '../../domain/silence.ts';
import { readEnvironment, siteUrl } from '../../environment.ts';
import { keptState, writeJournal } from '../../entries/journal.ts';
import { causeOf } from '../../domain/cause.ts';
import { readLetterSettings } from '../../platform/mail/office.ts';
import { offlineWarningLetter } from '../../platform/mail/letters/stale-entry.ts';
import { queueLetters } from '../../platform/mail/queue-letters.ts';
import { readEntry } from '../../entries/entry-of-record.ts';
import { faultsOf } from '../../entries/publish-entry.ts';
import type { Editor } from '../../domain/contract/desk/editor.ts';
import { noteMissedEditions } from './missed-editions.ts';
import { readTruthRules } from './silence-rules.ts';
import { addWarning, dropWarnings, readWarnings, type Warning } from './warnings.ts';
import { inTransaction } from '../../platform/database/transaction.ts';

const ASSOCIATION = 'api::association.association';
const PROGRAM: Editor = { name: 'Le programme', id: '' };

const words = {
  note: (day: string) => `Prévue le ${formatDay(day)}, sauf confirmation.`,
  missed: (count: number) => `${count} éditions sans confirmation.`,
};

/** An entry that has been silent for too long, with whom to write to. */
interface Silent extends AskedOne {
  readonly missed: number;
  /** As lists name it: told apart from another association of the same name, which an editor must not take off in its place. */
  readonly listedAs: string;
}

interface Survey {
  readonly rules: TruthRules;
  readonly published: number;
  readonly counts: StaleEntriesReport['counts'];
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
  const associations = [...missed.keys()].some(isSilent) ? await publishedAssociations(strapi) : [];
  const nameOf = tellApart(associations, (one) => one);
  const silent = associations
    .filter(({ associationId }) => isSilent(associationId))
    .map((one) => ({ ...one, missed: missed.get(one.associationId) ?? 0, listedAs: nameOf(one) }));
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
  const offlineOn = addDays(today, rules.noticeDays);
  const key = `truth:${one.associationId}:${today}`;
  // The links of a campaign that is over do not open: the address itself lets its owner in.
  const parts = offlineWarningLetter(
    {
      association: one.name,
      link: `${siteUrl(readEnvironment())}/connexion/`,
      day: formatDay(offlineOn),
      seasons: one.missed,
    },
    settings.office,
    null,
  );
  return inTransaction(strapi, async (trx) => {
    if (!(await addWarning(trx, { association: one.associationId, key, warnedOn: today, offlineOn }))) return false;
    await queueLetters(strapi, [
      {
        parts,
        key,
        kind: 'offline-warning',
        to: email,
        replyTo: settings.office.email,
        request: null,
        association: one.associationId,
      },
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
      await inTransaction(strapi, async (trx) => {
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
      result.taken.push(one.listedAs);
    } catch (error) {
      const [fault] = faultsOf(error);
      // What is no rule of content is a fault of the program, and says nothing to an editor.
      if (!fault) strapi.log.error(`silent entries: an entry could not be taken off the site: ${causeOf(error)}`);
      result.left.push({ title: one.listedAs, reason: fault?.message ?? '' });
    }
  }
  return result;
}

/** What happened in a run; for a test, and for the record of jobs. */
export interface KeptTrue {
  readonly noted: number;
  readonly warned: number;
  readonly taken: readonly string[];
  /** Could not be taken off the site, with the reason. */
  readonly left: TakenOffline['left'];
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
  if (due.length + gone > most) return { noted, warned, taken: [], left: [], held: due.length };
  const { taken, left } = await takeOffline(strapi, due, PROGRAM);
  return { noted, warned, taken, left, held: 0 };
}

/** Early enough on either side of a change of the clock: an hour more or less does not matter to a share. */
const startOfDay = (day: string): Date => new Date(`${day}T00:00:00+01:00`);

/** What the admin shows of it, at `now`. */
export async function readStaleEntries(strapi: Core.Strapi, now: Date = new Date()): Promise<StaleEntriesReport> {
  const today = dayOf(now);
  const { rules, published, counts, silent, warnings } = await survey(strapi);
  const entry = ({ associationId, listedAs, missed }: Silent) => ({
    association: associationId,
    name: listedAs,
    missed,
  });
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
