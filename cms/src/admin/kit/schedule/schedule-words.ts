/** What the admin says of what is planned, in plain words. Pure. */
import { clockOf, dayOf, formatShortDay } from '../../../domain/dates.ts';
import type { ShownSchedule } from '../../../domain/contract/desk/schedule.ts';
import { listInWords, typography } from '../../../domain/french.ts';
import { momentInWords } from '../../../domain/moments.ts';
import type { Schedule } from '../../../domain/schedule.ts';
import { formatClock } from '../../../domain/slots.ts';

export const scheduleWords = {
  act: 'Programmer…',
  title: 'Programmer',
  panel: 'Programmation',
  meaning: 'Ce qui paraîtra est le brouillon tel qu’il sera enregistré à ce moment-là.',
  savedToo: 'Ce que vous venez de taper sera enregistré en même temps.',
  publish: 'Publier',
  offline: 'Retirer du site',
  optional: 'Laissez vide ce qui n’est pas à programmer.',
  day: 'Jour',
  dayHint: 'Comme lundi 7/12, ou demain',
  hour: 'Heure',
  hourHint: 'Comme 8h, ou 18h30',
  cancel: 'Annuler',
  plan: 'Programmer',
  change: 'Changer',
  again: 'Reprogrammer',
  giveUp: 'Abandonner',
  giveUpTitle: 'Abandonner la programmation\u202f?',
  giveUpMeaning: 'Plus rien ne se fera tout seul. La fiche reste telle qu’elle est, brouillon compris.',
  givenUp: 'La programmation est abandonnée.',
  nothing: 'Rien n’est programmé.',
  planned: 'C’est programmé.',
  toMendTitle: 'C’est programmé, mais il reste à corriger',
  toMend: 'Dans l’état d’aujourd’hui, la publication serait refusée\u00a0:',
  understood: 'J’ai compris',
  offlineToo: 'Ce qui était programmé sera abandonné.',
  column: 'Programmé',
};

/** « Paraîtra le lundi 7 décembre à 8 h et quittera le site le mercredi 9 décembre à 18 h. » @param online it is on the site now */
export function scheduleSentence({ publishAt, offlineAt }: Schedule, online: boolean, now: Date): string {
  const publish =
    publishAt === null
      ? []
      : [`${online ? 'les modifications paraîtront' : 'paraîtra'} ${momentInWords(publishAt, now)}`];
  const leaves = online && publishAt !== null ? 'la fiche quittera le site' : 'quittera le site';
  const offline = offlineAt === null ? [] : [`${leaves} ${momentInWords(offlineAt, now)}`];
  const sentence = listInWords([...publish, ...offline]);
  return sentence === '' ? '' : `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

/** An act that was not done, and why. */
const refusalInWords = (act: string, at: string, reason: string, now: Date): string =>
  typography(
    `${act} ${momentInWords(at, now)} ${Date.parse(at) > now.getTime() ? 'est en attente' : 'n’a pas eu lieu'} : ${reason}`,
  );

export interface ScheduleSaid {
  readonly tone: 'working' | 'danger';
  readonly sentences: readonly string[];
}

/** What is planned and what was not done, as the bar of a record says it. */
export function scheduleSaid(schedule: ShownSchedule, online: boolean, now: Date): ScheduleSaid {
  const { publishAt, publishRefusal, offlineAt, offlineRefusal } = schedule;
  const refused = [
    ...(publishAt !== null && publishRefusal !== null
      ? [refusalInWords('La publication prévue', publishAt, publishRefusal, now)]
      : []),
    ...(offlineAt !== null && offlineRefusal !== null
      ? [refusalInWords('Le retrait prévu', offlineAt, offlineRefusal, now)]
      : []),
  ];
  const waiting = scheduleSentence(
    {
      publishAt: publishRefusal === null ? publishAt : null,
      offlineAt: offlineRefusal === null ? offlineAt : null,
    },
    online,
    now,
  );
  return {
    tone: refused.length > 0 ? 'danger' : 'working',
    sentences: [...refused, ...(waiting === '' ? [] : [waiting])],
  };
}

/** In one piece: a narrow column breaks before it. */
const short = (at: string): string =>
  `${formatShortDay(dayOf(at))} à ${formatClock(clockOf(at))}`.replaceAll(' ', '\u00a0');

export interface ShortLine {
  readonly text: string;
  readonly refused: boolean;
}

/** A line for each act, as short as a column of a list: « Paraît le 7 déc. à 8 h ». */
export function scheduleInList({ publishAt, publishRefusal, offlineAt, offlineRefusal }: ShownSchedule): ShortLine[] {
  const line = (at: string | null, refusal: string | null, does: string, failed: string): ShortLine[] =>
    at === null
      ? []
      : refusal === null
        ? [{ text: `${does} le ${short(at)}`, refused: false }]
        : [{ text: `${failed} à reprendre`, refused: true }];
  return [
    ...line(publishAt, publishRefusal, 'Paraît', 'Publication'),
    ...line(offlineAt, offlineRefusal, 'Retrait', 'Retrait'),
  ];
}

/** The next moment at which something is to happen; null when nothing is. ISO 8601. */
export function nextMoment(schedule: ShownSchedule | null): string | null {
  if (schedule === null) return null;
  const moments = [
    schedule.publishRefusal === null ? schedule.publishAt : null,
    schedule.offlineRefusal === null ? schedule.offlineAt : null,
  ].filter((at) => at !== null);
  return moments.sort()[0] ?? null;
}
