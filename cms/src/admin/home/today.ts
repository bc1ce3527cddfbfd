/** What there is to do today, the most urgent first. Pure: the widget only draws it. */
import type { Duplicates } from '../../domain/contract/desk/duplicates.ts';
import type { FollowedAgenda } from '../../domain/contract/desk/agendas.ts';
import type { JobsReport } from '../../domain/contract/desk/jobs.ts';
import type { RestoreReport } from '../../domain/contract/desk/restore.ts';
import type { Desk } from '../../domain/contract/desk/review.ts';
import type { StaleEntriesReport } from '../../domain/contract/desk/stale-entries.ts';
import type { ScheduledRecord } from '../../domain/contract/desk/schedule.ts';
import { dayOf, formatDay } from '../../domain/dates.ts';
import { plural, typography } from '../../domain/french.ts';
import { age } from '../desk/desk-words.ts';
import type { CampaignBoard } from '../../domain/contract/desk/campaign.ts';

/** A line of « À faire »: what, and the one place where it is done. */
export interface Line {
  readonly key: string;
  readonly sentence: string;
  readonly to: string;
  /** The higher, the earlier; lines of the same urgency keep their order. */
  readonly urgency: number;
}

/** How lines stand to each other. What is late comes before what is to be prepared. */
export const urgency = {
  /** Letters, or the whole site, wait for a word after a backup was put back. */
  held: 100,
  /** Letters that the editor must decide about, a campaign whose day has passed. */
  late: 90,
  /** Associations wait for an answer: more urgent with every day. */
  answers: 60,
  /** A campaign to open, an edition to print. */
  step: 55,
  call: 50,
} as const;

const THREE = 3;
const DAY_MS = 86_400_000;
const SOON_DAYS = 14;
/** No wait makes reading answers more urgent than what is late. */
const MOST_DAYS = 25;

/** The three things of today, and what can follow. */
export function sortLines(lines: readonly Line[]): { today: Line[]; later: Line[] } {
  const sorted = [...lines].sort((a, b) => b.urgency - a.urgency);
  return { today: sorted.slice(0, THREE), later: sorted.slice(THREE) };
}

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** « Relire 12 réponses, la plus ancienne reçue il y a 4 jours » */
export function answersLine({ answers }: Pick<Desk, 'answers'>, now: Date, to: string): Line[] {
  const [oldest] = [...answers].sort((a, b) => a.sentAt.localeCompare(b.sentAt));
  if (!oldest) return [];
  const waited = daysBetween(dayOf(oldest.sentAt), dayOf(now));
  const which =
    answers.length === 1
      ? `Relire une réponse, reçue ${age(oldest.sentAt, now)}`
      : `Relire ${plural(answers.length, 'réponse')}, la plus ancienne reçue ${age(oldest.sentAt, now)}`;
  return [{ key: 'answers', sentence: which, to, urgency: urgency.answers + Math.min(waited, MOST_DAYS) }];
}

/** What the campaign asks for: to be opened, to be closed, letters to decide about, people to call. */
export function campaignLines(board: CampaignBoard, now: Date, to: string): Line[] {
  const { campaign, toCall, sending } = board;
  const today = dayOf(now);
  if (campaign.stage === 'close') return [];
  if (campaign.stage === 'en préparation') {
    const until = campaign.opensOn === null ? null : daysBetween(today, campaign.opensOn);
    const when = campaign.opensOn === null ? '' : `, prévue le ${formatDay(campaign.opensOn)}`;
    const due = until !== null && until <= 0;
    return [
      {
        key: 'open campaign',
        sentence: typography(`${due ? 'Ouvrir' : 'Préparer'} la campagne « ${campaign.title} »${when}`),
        to,
        urgency: due ? urgency.late : urgency.step - (until !== null && until > SOON_DAYS ? 20 : 0),
      },
    ];
  }
  const left = campaign.closesOn === null ? null : daysBetween(today, campaign.closesOn);
  const late = left !== null && left < 0;
  const soon = left !== null && left <= SOON_DAYS;
  return [
    ...(late
      ? [
          {
            key: 'close campaign',
            sentence: typography(`Clore la campagne « ${campaign.title} » : sa date est passée`),
            to,
            urgency: urgency.late,
          },
        ]
      : []),
    ...(sending.doubtful > 0
      ? [
          {
            key: 'doubtful letters',
            sentence: `Décider de ${plural(sending.doubtful, 'lettre à l’envoi incertain', 'lettres à l’envoi incertain')}`,
            to,
            urgency: urgency.late - 1,
          },
        ]
      : []),
    ...(toCall.length > 0 && !late
      ? [
          {
            key: 'to call',
            sentence: `Appeler ${plural(toCall.length, 'association')} sans réponse par courriel${soon && left !== null ? ` (${left === 0 ? 'dernier jour' : `il reste ${plural(left, 'jour')}`})` : ''}`,
            to,
            urgency: urgency.call + (soon ? 30 : 0),
          },
        ]
      : []),
  ];
}

/** « Décider de 9 fiches sans nouvelles »: only when nothing happens without the editor. */
export function staleEntriesLine(
  { due, needsEditor }: Pick<StaleEntriesReport, 'due' | 'needsEditor'>,
  to: string,
): Line[] {
  if (!needsEditor) return [];
  const sentence = `Décider de ${plural(due.length, 'fiche sans nouvelles', 'fiches sans nouvelles')}, dont le jour de quitter le site est venu`;
  return [{ key: 'silent entries', sentence, to, urgency: urgency.late - 2 }];
}

/** « Reprendre la publication prévue de « Bal d’hiver » »: what was planned and was not done. */
export function scheduleLines(
  records: readonly ScheduledRecord[],
  pathOf: (uid: string, documentId: string) => string,
): Line[] {
  return records
    .filter(({ schedule }) => schedule.publishRefusal !== null || schedule.offlineRefusal !== null)
    .map(({ uid, documentId, title, schedule }) => ({
      key: `schedule ${documentId}`,
      sentence: typography(
        `Reprendre ${schedule.publishRefusal === null ? 'le retrait prévu' : 'la publication prévue'} de « ${title} », qui n’a pas pu se faire`,
      ),
      to: pathOf(uid, documentId),
      urgency: urgency.late + 1,
    }));
}

/** « Regarder 3 changements du Répertoire national » */
export function registerLine(news: readonly unknown[], to: string): Line[] {
  if (news.length === 0) return [];
  const sentence = `Regarder ${plural(news.length, 'changement')} du Répertoire national sur vos fiches`;
  return [{ key: 'register', sentence, to, urgency: urgency.call - 5 }];
}

/** « Comparer 3 fiches qui sont peut-être des doublons » */
export function duplicatesLine({ total }: Pick<Duplicates, 'total'>, to: string): Line[] {
  if (total === 0) return [];
  const sentence =
    total === 1
      ? 'Comparer deux fiches qui n’en sont peut-être qu’une'
      : `Comparer ${plural(total, 'paire')} de fiches qui n’en sont peut-être qu’une`;
  return [{ key: 'duplicates', sentence, to, urgency: urgency.call - 10 }];
}

/** « Regarder ce que proposent 2 agendas suivis » */
export function agendaLine(agendas: readonly Pick<FollowedAgenda, 'proposal'>[], to: string): Line[] {
  const count = agendas.filter(({ proposal }) => proposal !== null).length;
  if (count === 0) return [];
  const sentence = `Regarder ce que ${count === 1 ? 'propose un agenda suivi' : `proposent ${count} agendas suivis`}`;
  return [{ key: 'agendas', sentence, to, urgency: urgency.call - 6 }];
}

/** Nothing else matters as much after a backup was put back: letters and site wait for an editor. */
export function restoreLines({ pending }: RestoreReport, to: string): Line[] {
  if (pending === null) return [];
  const what = pending.publication ? 'le site n’est pas mis en ligne' : 'les lettres ne partent pas';
  const sentence = `Décider après la remise en place d’une sauvegarde : en attendant, ${what}`;
  return [{ key: 'restore', sentence: typography(sentence), to, urgency: urgency.held }];
}

/** « Le site n’est plus à jour »: what is wrong with the program, whether or not a letter has said it. */
export const alarmLines = ({ alarms }: Pick<JobsReport, 'alarms'>, to: string): Line[] =>
  alarms.map(({ id, title }) => ({
    key: `alarm ${id}`,
    sentence: typography(`${title} : voir ce qui ne va pas`),
    to,
    urgency: urgency.late + 5,
  }));

/** « Regarder la tâche … »: only what failed so often that it does not pass by itself, or may hang. */
export function jobLines({ jobs }: Pick<JobsReport, 'jobs'>, to: string): Line[] {
  const failing = jobs.filter(({ alert, long }) => alert || long);
  const [first] = failing;
  if (!first) return [];
  const sentence =
    failing.length > 1
      ? `Regarder ${plural(failing.length, 'tâche')} du programme qui ne réussissent pas`
      : `Regarder la tâche « ${first.title} », ${first.alert ? `qui a échoué ${first.failures} fois de suite` : 'qui semble bloquée'}`;
  return [{ key: 'jobs', sentence: typography(sentence), to, urgency: urgency.late - 3 }];
}
