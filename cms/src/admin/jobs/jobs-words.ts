/** What « Tâches » says, in plain words. Pure: the page only draws it. */
import type { JobRun, JobsReport, JobState } from '../../domain/contract/desk/jobs.ts';
import { clockOf, dayOf } from '../../domain/dates.ts';
import { plural, typography } from '../../domain/french.ts';
import { formatClock } from '../../domain/slots.ts';
import { formatMoment, type Words } from '../kit/words.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const words = {
  title: 'Tâches',
  subtitle: 'Ce que le programme fait de lui-même, à intervalles réguliers.',
  run: 'Lancer maintenant',
  asked: (title: string) => typography(`« ${title} » : la tâche est lancée.`),
  none: 'Rien à faire.',
  technical: 'Ligne technique',
  history: 'Derniers passages',
  heads: ['Quand', 'Durée', 'Résultat'],
  alarm: (title: string, since: string) => typography(`${title} (remarqué ${since})`),
  backup: (moment: string, size: string) => `Dernière sauvegarde\u00a0: ${moment} (${size}).`,
  noBackup: 'Aucune sauvegarde n’a encore été faite sur cette machine.',
  stopped: {
    title: 'Aucune tâche ne tourne en ce moment',
    meaning:
      'Le programme vient de démarrer, ou sa base de données ne répond pas. Si ce message reste plus d’une minute, prévenez la personne qui s’occupe du serveur.',
  },
} as const;

/** "8 s", "12 min", "3 h", "2 jours": the largest unit, whole. */
function span(milliseconds: number): string {
  const [seconds, minutes, hours] = [SECOND, MINUTE, HOUR].map((unit) => Math.round(milliseconds / unit)) as [
    number,
    number,
    number,
  ];
  if (seconds < 60) return `${seconds}\u00a0s`;
  if (minutes < 60) return `${minutes}\u00a0min`;
  if (hours < 24) return `${hours}\u00a0h`;
  return plural(Math.round(milliseconds / DAY), 'jour');
}

/** "à l’instant", "il y a 12 min", "il y a 3 h"; from a day on the moment itself. */
export function since(instant: string, now: Date): string {
  const passed = now.getTime() - Date.parse(instant);
  if (passed < 10 * SECOND) return 'à l’instant';
  return passed < DAY ? `il y a ${span(passed)}` : formatMoment(instant, now);
}

/** "dans un instant", "dans 12 min" */
export function until(instant: string, now: Date): string {
  const left = Date.parse(instant) - now.getTime();
  return left < SECOND ? 'dans un instant' : `dans ${span(left)}`;
}

/** "toutes les 5 min", "toutes les heures", "chaque jour" */
export function every(milliseconds: number): string {
  if (milliseconds === MINUTE) return 'toutes les minutes';
  if (milliseconds === HOUR) return 'toutes les heures';
  if (milliseconds === DAY) return 'chaque jour';
  return `toutes les ${span(milliseconds)}`;
}

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

const nextWords = ({ everyMs, nextAt }: JobState, now: Date): string =>
  nextAt === null ? `${capital(every(everyMs))}.` : `Prochain passage ${until(nextAt, now)}, ${every(everyMs)}.`;

/** Where a job stands, what it did last, and when it comes next. */
export function stateWords(job: JobState, now: Date): Words {
  const [last] = job.runs;
  const result = last === undefined ? [] : [resultWords(last)];
  if (job.state === 'asked') return { tone: 'working', headline: 'Va commencer', details: result };
  if (job.state === 'running') {
    const passed = span(now.getTime() - Date.parse(job.runningSince ?? now.toISOString()));
    return job.long
      ? {
          tone: 'warning',
          headline: `En cours depuis ${passed}\u00a0: c’est anormalement long`,
          details: [
            'La tâche est sans doute bloquée. Les autres continuent. Demandez à la personne qui s’occupe du serveur de redémarrer le programme\u00a0: la tâche sera reprise.',
          ],
        }
      : { tone: 'working', headline: `En cours depuis ${passed}`, details: result };
  }
  if (last === undefined) {
    return {
      tone: 'neutral',
      headline: 'Pas encore passée',
      details: [`Premier passage peu après le démarrage, puis ${every(job.everyMs)}.`],
    };
  }
  const next = nextWords(job, now);
  if (job.failures > 0) {
    const ago = since(last.endedAt, now);
    return {
      tone: job.alert ? 'danger' : 'warning',
      headline: job.failures === 1 ? `A échoué ${ago}` : `A échoué ${job.failures} fois de suite, la dernière ${ago}`,
      details: [...result, next],
    };
  }
  return { tone: 'success', headline: `Passée ${since(last.endedAt, now)}`, details: [...result, next] };
}

/** What a run did, or why it did not. */
export const resultWords = ({ said, failure }: JobRun): string => failure ?? said ?? words.none;

/** The result of a line of the history: how many passages it stands for, and who asked. */
export function historyWords(run: JobRun): string {
  const times = run.times > 1 ? ` (${plural(run.times, 'passage')})` : '';
  const asked = run.askedBy === null ? '' : ` Lancée par ${run.askedBy}.`;
  return `${resultWords(run).replace(/\.$/, '')}${times}.${asked}`;
}

/** "aujourd’hui à 14 h 32", "aujourd’hui, de 9 h à 14 h 32" */
export function whenWords({ since: from, startedAt, times }: JobRun, now: Date): string {
  const [begin, end] = [formatClock(clockOf(from)), formatClock(clockOf(startedAt))];
  if (times === 1 || begin === end) return capital(formatMoment(startedAt, now));
  const day = dayOf(from) === dayOf(now) ? 'aujourd’hui' : formatMoment(from, now).replace(/ à .*$/, '');
  return capital(`${day}, de ${begin} à ${end}`);
}

/** "moins d’une seconde", "12 s" */
export function durationWords({ startedAt, endedAt }: Pick<JobRun, 'startedAt' | 'endedAt'>): string {
  const took = Date.parse(endedAt) - Date.parse(startedAt);
  return took < SECOND ? 'moins d’une seconde' : span(took);
}

/** Those that fail most come first; else the order of the program. */
export const inOrder = (jobs: readonly JobState[]): JobState[] => [...jobs].sort((a, b) => b.failures - a.failures);

/** How long to wait before asking again, in milliseconds: often while an editor waits for a run, seldom otherwise. */
export const pollingDelay = (report: JobsReport | null): number =>
  report?.working && report.jobs.every(({ state }) => state === 'waiting') ? 10_000 : 1_500;
