/** How often a weekly slot takes place after all, as far as its note says it in so many words: "le troisième du mois". */
import { addDays, weekdayRank } from '@trame/cms/domain/dates';

export type Rhythm =
  | { readonly kind: 'weekly' }
  /** Which of that weekday in the month, 1 the first and -1 the last. */
  | { readonly kind: 'monthly'; readonly ranks: readonly number[] }
  /** Weeks of the year by their number (ISO 8601). */
  | { readonly kind: 'fortnightly'; readonly isEven: boolean }
  /** Less often than each week, on days that are to be asked: "deux par mois", "un samedi sur deux". */
  | { readonly kind: 'unsaid' };

const RANKS: readonly (readonly [RegExp, number])[] = [
  [/\b(?:premiers?|premieres?|1ers?|1er)\b/, 1],
  [/\b(?:deuxiemes?|seconds?|2e|2eme)\b/, 2],
  [/\b(?:troisiemes?|3e|3eme)\b/, 3],
  [/\b(?:quatriemes?|4e|4eme)\b/, 4],
  [/\b(?:derniers?|dernieres?)\b/, -1],
];
const SELDOM =
  /\b(?:par|chaque) (?:mois|an|annee|trimestre|saison|quinzaine)\b|\bsur (?:deux|trois|quatre)\b|\btous les (?:deux|trois|six|quinze)\b|\bquinzaine\b|\bselon\b|\bannonce/;

export function rhythmOf(note: string | null): Rhythm {
  const said = (note ?? '').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const ranks = RANKS.flatMap(([pattern, rank]) => (pattern.test(said) ? [rank] : []));
  if (/\bmois\b/.test(said) && ranks.length > 0) return { kind: 'monthly', ranks };
  if (/\bsemaines? impaires?\b/.test(said)) return { kind: 'fortnightly', isEven: false };
  if (/\bsemaines? paires?\b/.test(said)) return { kind: 'fortnightly', isEven: true };
  return SELDOM.test(said) ? { kind: 'unsaid' } : { kind: 'weekly' };
}

const WEEK = 7;
const LAST = -1;
const dayOfMonth = (day: string): number => Number(day.slice(8));
const isLast = (day: string): boolean => addDays(day, WEEK).slice(0, 7) !== day.slice(0, 7);

/** Number of the week and its year (ISO 8601): those of its Thursday. @param day `YYYY-MM-DD` */
export function weekOfYear(day: string): { readonly year: number; readonly week: number } {
  const thursday = addDays(day, 3 - weekdayRank(day));
  const january = new Date(`${thursday.slice(0, 4)}-01-01T00:00:00Z`).getTime();
  const past = (new Date(`${thursday}T00:00:00Z`).getTime() - january) / 86_400_000;
  return { year: Number(thursday.slice(0, 4)), week: Math.floor(past / WEEK) + 1 };
}

/** Does a day, which is of the right weekday, have it? */
export function takesPlaceOn(day: string, rhythm: Rhythm): boolean {
  switch (rhythm.kind) {
    case 'monthly':
      return rhythm.ranks.some((rank) => (rank === LAST ? isLast(day) : Math.ceil(dayOfMonth(day) / WEEK) === rank));
    case 'fortnightly':
      return (weekOfYear(day).week % 2 === 0) === rhythm.isEven;
    default:
      return true;
  }
}
