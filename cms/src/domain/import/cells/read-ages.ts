/** Ages as people write them in a table: "à partir de 6 ans", "6-12", "18 mois à 3 ans", "6 ans et +". */
import { checkAges, OLDEST_AGE } from '../../ages.ts';
import { withoutAccents } from '../../french.ts';
import type { AgeUnit } from '../../vocabulary/age-units.ts';
import type { Cell } from '../workbook.ts';
import { notUnderstood, understood, type CellReading } from './read.ts';
import { saysNothing } from './words.ts';

export interface ReadAges {
  readonly ageMin: number | null;
  readonly ageMinUnit: AgeUnit;
  readonly ageMax: number | null;
  readonly ageMaxUnit: AgeUnit;
  /** Whom it is for, where that was said in words: "adultes". Kept as a note of the activity. */
  readonly note: string;
}

const NO_AGE: ReadAges = { ageMin: null, ageMinUnit: 'ans', ageMax: null, ageMaxUnit: 'ans', note: '' };

const words = {
  unread: (text: string) =>
    `«\u00a0${text}\u00a0» ne se lit pas comme des âges. Écrivez par exemple «\u00a06-12 ans\u00a0», «\u00a0dès 6 ans\u00a0» ou «\u00a018 mois à 3 ans\u00a0».`,
  isADate: (text: string) =>
    `«\u00a0${text}\u00a0» est une date\u00a0: Excel fait une date de «\u00a06-12\u00a0». Écrivez les âges en toutes lettres, comme «\u00a06 à 12 ans\u00a0».`,
  wasADate: (shown: string, ages: string) =>
    `Le tableur avait changé les âges en date («\u00a0${shown}\u00a0»)\u00a0: ils sont lus «\u00a0${ages}\u00a0».`,
};

const NUMBER = String.raw`(\d{1,3})\s*(ans?|a|mois|m)?`;
const UNIT = (unit: string | undefined): AgeUnit | null =>
  unit === undefined ? null : unit.startsWith('m') ? 'mois' : 'ans';

const FROM = new RegExp(
  String.raw`^(?:a partir de|a partir d'|des|depuis|plus de|\+ ?de|\+|min(?:imum)?|>=?|≥)\s*(?:l'age de\s*)?${NUMBER}$`,
);
const AND_MORE = new RegExp(String.raw`^${NUMBER}\s*(?:et\s*)?(?:\+|plus|et au dela|minimum|revolus)$`);
const UP_TO = new RegExp(
  String.raw`^(?:jusqu'a|jusqu a|moins de|- ?de|max(?:imum)?|<=?|≤)\s*(?:l'age de\s*)?${NUMBER}$`,
);
const BETWEEN = new RegExp(String.raw`^(?:de|entre|age de)?\s*${NUMBER}\s*(?:a|-|–|—|/|et|>|→)\s*${NUMBER}$`);
const ALONE = new RegExp(String.raw`^${NUMBER}$`);

/** Words for everybody: no limit. */
const EVERYBODY =
  /^(?:tout public|tous publics|tout age|tous ages|tous les ages|a tout age|pour tous|toutes generations|intergenerationnel|de 0 a 99|0 ?- ?99|de 7 a 77 ans?|7 ?- ?77)\s*(?:ans)?$/;
/** Words for a part of them, with the age where law and use agree. */
const PEOPLE: readonly (readonly [RegExp, Partial<ReadAges>])[] = [
  [/^adultes?(?: seulement)?$/, { ageMin: 18 }],
  [/^(?:majeurs?|\+ ?18)$/, { ageMin: 18 }],
];
/** Said of whom, in no number that everybody would agree on. */
const NOT_IN_FIGURES =
  /^(?:(?:enfants?|ados?|adolescents?|jeunes?|adultes?|seniors?|aines|retraites?|familles?|bebes?|tout petits|scolaires?|primaires?|maternelles?|collegiens?|lyceens?|etudiants?|debutants?|confirmes?)(?:\s*(?:,|\/|et|ou|\+|-)\s*)?)+$/;

const plain = (text: string): string =>
  withoutAccents(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/[.;]+$/, '')
    .trim();

function readPlain(text: string): Partial<ReadAges> | null {
  if (EVERYBODY.test(text)) return {};
  for (const [pattern, ages] of PEOPLE) if (pattern.test(text)) return ages;
  const from = FROM.exec(text) ?? AND_MORE.exec(text);
  if (from) return { ageMin: Number(from[1]), ageMinUnit: UNIT(from[2]) ?? 'ans' };
  const upTo = UP_TO.exec(text);
  if (upTo) {
    const below = /^(?:moins de|- ?de|<(?!=))/.test(text) ? 1 : 0;
    return { ageMax: Math.max(0, Number(upTo[1]) - below), ageMaxUnit: UNIT(upTo[2]) ?? 'ans' };
  }
  const between = BETWEEN.exec(text);
  if (between) {
    const last = UNIT(between[4]) ?? UNIT(between[2]) ?? 'ans';
    return {
      ageMin: Number(between[1]),
      ageMinUnit: UNIT(between[2]) ?? last,
      ageMax: Number(between[3]),
      ageMaxUnit: last,
    };
  }
  const alone = ALONE.exec(text);
  if (!alone) return null;
  // A single number is a beginning where people make lists of activities: "6 ans" is "from 6".
  return { ageMin: Number(alone[1]), ageMinUnit: UNIT(alone[2]) ?? 'ans' };
}

/** "6-12" typed into Excel in French becomes the 6th of December: the day and the month are the two ages. */
function agesOfDate(day: string): Partial<ReadAges> | null {
  const [, month, date] = day.split('-').map(Number);
  return month === undefined || date === undefined ? null : { ageMin: date, ageMax: month };
}

/** Reads a cell of ages. What says for whom in words is kept as a note; nothing is guessed from « enfants ». */
export function readAges(cell: Cell): CellReading<ReadAges> {
  const shown = cell.text.trim();
  if (saysNothing(shown)) return understood(NO_AGE);
  if (cell.day !== undefined && cell.time === undefined) {
    const read = agesOfDate(cell.day);
    const ages = { ...NO_AGE, ...read };
    if (read && checkAges(ages).ok) return understood(ages, words.wasADate(shown, `${ages.ageMin}-${ages.ageMax} ans`));
    return notUnderstood(NO_AGE, words.isADate(shown));
  }
  const text = plain(shown);
  // "Adultes (dès 16 ans)", "enfants : 6-12 ans", "6-12 ans (enfants)"
  const inside = /^([^()\d]*)\(([^()]*\d[^()]*)\)$/.exec(text);
  const [figures, said] = inside ? [inside[2] ?? '', inside[1] ?? ''] : splitWords(text);
  const read = readPlain(figures.trim()) ?? (NOT_IN_FIGURES.test(text) ? {} : null);
  if (read === null) {
    const isADate = cell.day !== undefined || DATE.test(text);
    return notUnderstood(NO_AGE, isADate ? words.isADate(shown) : words.unread(shown));
  }
  const note = readPlain(text) === null ? (NOT_IN_FIGURES.test(text) ? shown : said.trim() === '' ? '' : shown) : '';
  const ages = { ...NO_AGE, ...read, note };
  if (isTold(ages.ageMin) && isTold(ages.ageMax)) {
    const checked = checkAges(ages);
    return checked.ok ? understood(ages) : notUnderstood(NO_AGE, checked.message);
  }
  return notUnderstood(NO_AGE, words.unread(shown));
}

/** « 6-déc. », « 06/12/2026 », « juin-12 »: what Excel shows of ages, where a file keeps no more than that. */
const DATE =
  /^(?:\d{1,2}[-/. ](?:janv|fevr|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec)\p{L}*\.?(?:[-/. ]\d{2,4})?|(?:janv|fevr|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec)\p{L}*\.?[-/. ]\d{1,4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})$/u;

const isTold = (age: number | null): boolean => age === null || age <= OLDEST_AGE;

/** Words before or after the figures: « enfants de 6 à 12 ans », « 6-12 ans (loisirs) ». */
function splitWords(text: string): [figures: string, words: string] {
  const note = /^(.*\d[^(]*?)\s*\(([^()]*)\)$/.exec(text);
  if (note) return [note[1] ?? '', note[2] ?? ''];
  const before = /^((?:enfants?|ados?|adolescents?|jeunes?|adultes?|seniors?|public|ages?)(?:\s*:)?)\s+(.*\d.*)$/.exec(
    text,
  );
  return before ? [before[2] ?? '', /^(?:public|ages?)/.test(text) ? '' : (before[1] ?? '')] : [text, ''];
}
