/** Days, moments and dates of a question: "mercredi après-midi", "le soir", "week-end", "ce week-end", "en octobre". */
import { addDays, weekdayRank } from '@trame/cms/domain/dates';
import { days, type Day } from '@trame/cms/domain/vocabulary/days';
import type { DatesPiece, Moment } from './pieces.ts';
import type { Reading } from './reading.ts';

const MONTHS = 'janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre'.split('|');
const DAY = days.values.join('|');
const WEEKEND = 'week ?ends?|we|weekends?|fins? de semaine';
const WORKING_DAYS: readonly Day[] = days.values.slice(0, 5);
const WEEKEND_DAYS: readonly Day[] = days.values.slice(5);

const MOMENTS: readonly (readonly [pattern: string, moments: readonly Moment[]])[] = [
  ['(?:l |d |en )?(?:apres ?midis?|aprem)', ['apres-midi']],
  ['(?:le |les |en |au )?(?:matins?|matinees?)|tot le matin', ['matin']],
  [
    '(?:le |les |en |au )?soirs?|en soiree|apres (?:le |mon )?(?:travail|boulot)|en fin de journee|sortie? du (?:travail|boulot)',
    ['soir'],
  ],
  ['apres (?:l )?ecole|apres la classe|a la sortie de l ecole', ['apres-midi', 'soir']],
  ['(?:en|la|dans la|pendant la) journee', ['matin', 'apres-midi']],
  ['(?:entre midi et deux|(?:le |a |du |vers )?midi|pause dejeuner|pause de midi)', ['apres-midi']],
];

/** Hours from which the afternoon and the evening begin, for "après 18 h" or "à 14h30". */
const AFTERNOON = 12;
const EVENING = 17.5;

/** @param today `YYYY-MM-DD` in the territory */
export function readWhen(reading: Reading, today: string): void {
  const each = reading.each.bind(reading);
  const ahead = (day: Day): number => (days.rank(day) - weekdayRank(today) + 7) % 7;
  const dates = (from: number, to: number): DatesPiece => ({
    kind: 'dates',
    from: addDays(today, from),
    to: addDays(today, to),
  });
  const toSaturday = weekdayRank(today) === 6 ? -1 : 5 - weekdayRank(today);
  const toMonday = 7 - weekdayRank(today);

  each(`(?:le )?(?:${WEEKEND}) (?:prochain|qui vient)`, () => {
    const next = toSaturday <= 1 ? toSaturday + 7 : toSaturday;
    return dates(next, next + 1);
  });
  each(`ce (?:${WEEKEND})`, () => dates(Math.max(0, toSaturday), toSaturday + 1));
  each('aujourd hui|(?:ce|cet|cette)(?= (?:soir|matin|apres midi|aprem|soiree))', () => dates(0, 0));
  each('apres demain', () => dates(2, 2));
  each('demain', () => dates(1, 1));
  each('cette semaine|ces jours ci|ces prochains jours|prochainement|bientot', () =>
    dates(0, Math.max(6, toMonday - 1)),
  );
  each('la semaine prochaine|semaine prochaine', () => dates(toMonday, toMonday + 6));
  each('ce mois(?: ci)?', () => dates(0, 30));
  each(`(?:ce )(${DAY})(?: prochain)?|(${DAY}) prochain`, ([, near, next]) => {
    const day = ahead((near ?? next) as Day);
    return dates(day, day);
  });
  each(
    `(?:(?:le )?(?:${WEEKEND}) )?(?:du |les |le )?(?:(?:${DAY}) )?(\\d{1,2}) (?:et|au|ou) (?:le )?(?:(?:${DAY}) )?(\\d{1,2}) (${MONTHS.join('|')})`,
    ([, first, last, month]) => {
      const [from, to] = [first, last].map((date) => onDay(today, MONTHS.indexOf(month ?? ''), Number(date)));
      return from && to && from.from <= to.to ? { kind: 'dates', from: from.from, to: to.to } : null;
    },
  );
  each(
    `(?:(?:le )?(?:${WEEKEND}) )?(?:le |du )?(?:(?:${DAY}) )?(\\d{1,2}|premier|1er) (${MONTHS.join('|')})`,
    ([, said, month]) => {
      const date = said === 'premier' || said === '1er' ? 1 : Number(said);
      const rank = MONTHS.indexOf(month ?? '');
      return date < 1 || date > 31 ? null : onDay(today, rank, date);
    },
  );
  each(
    `(?:en|au mois de?|pour|fin|debut|mi|(?:la )?(?:premiere|deuxieme|seconde|troisieme|derniere) semaine(?: (?:de|d|du mois de|du mois d))?|courant|vers) (${MONTHS.join('|')})`,
    ([, month]) => inMonth(today, MONTHS.indexOf(month ?? '')),
  );
  // "les concerts d’octobre": what takes place on a date, and a month behind it.
  each(
    `(?:evenements?|manifestations?|animations?|agenda|programme|sorties?|fetes?|concerts?|spectacles?|bals?|lotos?|marches?|brocantes?) (?:(?:de|du mois de?|pour) )?(${MONTHS.join('|')})`,
    ([, month]) => ({ piece: inMonth(today, MONTHS.indexOf(month ?? '')), keep: true }),
  );
  // "Fête de village septembre": a month that ends the question.
  each(`(?<!\\d )(${MONTHS.join('|')})(?: 20\\d\\d)?(?= $)`, ([, month]) =>
    inMonth(today, MONTHS.indexOf(month ?? '')),
  );

  each(`(?:pas|sauf|hors|excepte|hormis) (?:le |les )?(${DAY})s?`, ([, day]) => ({
    kind: 'jour',
    days: days.values.filter((one) => one !== day),
  }));
  each(`(?:le |les |tous les )?(${DAY})s?(?: (?:et|ou) (?:le )?(${DAY})s?)*`, ([all]) => ({
    kind: 'jour',
    days: days.values.filter((day) => new RegExp(`\\b${day}`).test(all)),
  }));
  each(`(?:le |les |en )?(?:${WEEKEND})`, () => ({ kind: 'jour', days: WEEKEND_DAYS }));
  each('en semaine|(?<!(?:de|par|toute|a) )la semaine|jours? ouvres?', () => ({ kind: 'jour', days: WORKING_DAYS }));
  for (const [pattern, moments] of MOMENTS) each(pattern, () => ({ kind: 'moment', moments }));
  each('(?:(?:a|vers|des|apres|a partir de) )?(\\d{1,2}) (?:h|heures?)(?: (\\d{2}))?', ([, hours, minutes]) => {
    const at = Number(hours) + Number(minutes ?? 0) / 60;
    if (at >= 24) return null;
    return { kind: 'moment', moments: [at >= EVENING ? 'soir' : at >= AFTERNOON ? 'apres-midi' : 'matin'] };
  });
}

const two = (number: number): string => String(number).padStart(2, '0');

/** The next time that day of the year comes; null when the month has no such day. */
function onDay(today: string, month: number, date: number): DatesPiece | null {
  const year = Number(today.slice(0, 4));
  for (const candidate of [year, year + 1]) {
    const day = `${candidate}-${two(month + 1)}-${two(date)}`;
    if (Number.isNaN(Date.parse(day)) || new Date(day).getUTCDate() !== date) return null;
    if (day >= today) return { kind: 'dates', from: day, to: day };
  }
  return null;
}

function inMonth(today: string, month: number): DatesPiece {
  const year = Number(today.slice(0, 4)) + (month + 1 < Number(today.slice(5, 7)) ? 1 : 0);
  const first = `${year}-${two(month + 1)}-01`;
  const last = `${year}-${two(month + 1)}-${two(new Date(Date.UTC(year, month + 1, 0)).getUTCDate())}`;
  return { kind: 'dates', from: first < today ? today : first, to: last };
}
