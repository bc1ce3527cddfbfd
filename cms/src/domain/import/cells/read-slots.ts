/** Days and hours as people write them in one cell: "mardi 18h30-20h et jeudi 19h", "lun/mer 14h à 16h (hors vacances)". */
import { checkSlot } from '../../slots.ts';
import { parseHours } from '../../typed-hours.ts';
import { days, type Day } from '../../vocabulary/days.ts';
import type { FormSlot } from '../../entry/entry-form.ts';
import type { Cell } from '../workbook.ts';
import { notUnderstood, understood, type CellReading } from './read.ts';
import { saysNothing, tidyLine } from './words.ts';

export interface ReadSlots {
  readonly slots: readonly FormSlot[];
  /** What names no day, and is kept as a text: « selon le planning ». */
  readonly note: string;
}

const words = {
  unread: (text: string, why: string) =>
    `«\u00a0${text}\u00a0» ne se lit pas comme des jours et des heures${why}. Écrivez par exemple «\u00a0mardi 18h30-20h, jeudi 19h\u00a0».`,
  within: (text: string, why: string) =>
    `Dans «\u00a0${text}\u00a0», ${why}. Écrivez par exemple «\u00a0mardi 18h30-20h, jeudi 19h\u00a0».`,
  noDay: (text: string) =>
    `«\u00a0${text}\u00a0» dit des heures sans jour. Écrivez par exemple «\u00a0mardi 18h30-20h\u00a0».`,
};

/** How days are written, long or short; "mar" and "mer" are no other words here. */
const DAY_NAMES: Readonly<Record<Day, string>> = {
  lundi: 'lundis?|lun',
  mardi: 'mardis?|mar',
  mercredi: 'mercredis?|merc?|mer',
  jeudi: 'jeudis?|jeu',
  vendredi: 'vendredis?|vend?|ven',
  samedi: 'samedis?|sam',
  dimanche: 'dimanches?|dim',
};
const ANY_DAY = new RegExp(`(?<![\\p{L}\\d])(?:${Object.values(DAY_NAMES).join('|')})\\.?(?![\\p{L}])`, 'giu');
const EVERY_DAY = /(?<!\p{L})(?:tous les jours|7\s?j?\s?\/\s?7|chaque jour)(?!\p{L})/giu;

function dayOf(written: string): Day | null {
  const name = written.toLowerCase().replace(/\.$/, '');
  return days.values.find((day) => new RegExp(`^(?:${DAY_NAMES[day]})$`, 'i').test(name)) ?? null;
}

/** Between two days: a list of them, or all from the one to the other. */
const LIST = /^\s*(?:,|;|\/|&|\+|et|ou|et les?|,\s*(?:et|le)|-?\s*)\s*(?:les?\s+)?$/i;
const RANGE = /^\s*(?:au|à|a|-|–|→|jusqu['’]au)\s*$/i;

interface Said {
  readonly days: readonly Day[];
  /** What stands until the next days. */
  readonly rest: string;
}

/** The text as its days, each with what is said of them. Null when the first words name none. */
function byDays(text: string): { readonly before: string; readonly said: readonly Said[] } {
  const found = [...text.matchAll(ANY_DAY)].map((match) => ({
    day: dayOf(match[0]),
    from: match.index,
    to: match.index + match[0].length,
  }));
  const said: { days: Day[]; rest: string }[] = [];
  let last: (typeof found)[number] | null = null;
  for (const [rank, one] of found.entries()) {
    if (one.day === null) continue;
    const between = last === null ? '' : text.slice(last.to, one.from);
    const group = said.at(-1);
    if (last?.day && group && RANGE.test(between) && days.rank(one.day) > days.rank(last.day) && isOpen(group.rest)) {
      group.days.push(...days.values.slice(days.rank(last.day) + 1, days.rank(one.day) + 1));
    } else if (group && LIST.test(between)) {
      group.days.push(one.day);
    } else {
      said.push({ days: [one.day], rest: '' });
    }
    const next = found[rank + 1];
    const current = said.at(-1);
    if (current) current.rest = text.slice(one.to, next?.from ?? text.length);
    last = one;
  }
  return { before: text.slice(0, found[0]?.from ?? text.length), said };
}

const isOpen = (rest: string): boolean => !/\d/.test(rest);

/** Minutes: two figures that are not the next hour, as of « 18h 20h30 ». */
const MINUTES = String.raw`\d{2}(?!\s?(?:h|:)|\d)`;
/** One or two hours somewhere in a text. */
const HOUR = String.raw`(?:\d{1,2}\s?(?:h|heures?|:)(?:\s?${MINUTES})?(?:\s?(?:min|mn))?|\d{1,2}\.\d{2}|midi|minuit)`;
/** Hours that nothing but a space parts: what two of them mean is asked of `parseHours`, which reads them so in every form. */
const ROW = String.raw`${HOUR}(?:\s*${HOUR})+(?!\s*(?:-|–|—|/|→)\s*\d)`;
const SPAN = new RegExp(
  String.raw`${ROW}|(?:(?:de|entre|dès|des|à partir de|a partir de|à|a|vers)\s+)?(?:${HOUR}|\d{1,2})\s*(?:-|–|—|/|à|a|>|→|jusqu['’]à|et)\s*${HOUR}|(?:(?:de|dès|des|à partir de|a partir de|(?:jusqu['’])?[àa]|jusque|avant|au plus tard(?: [àa])?|vers)\s+)?${HOUR}`,
  'giu',
);
const FILLER =
  /^(?:tous les|chaque|du|les?|de|à|a|et|ou|puis|:|,|;|\/|-|–|•|\.|\s|soirs?|matins?|après-midi|apres-midi)*$/iu;

interface Hours {
  readonly begin: string;
  readonly end: string;
}

/** The hours of a day, and what else is said of it. @returns a sentence when they cannot be read */
function readHours(rest: string): { hours: Hours[]; note: string } | string {
  const hours: Hours[] = [];
  const notes: string[] = [];
  const outside = rest.replace(/\(([^()]*)\)/g, (_, inside: string) => {
    if (/\d\s?h/i.test(inside) && !/\d\s?h/i.test(rest.replace(`(${inside})`, ''))) return ` ${inside} `;
    notes.push(inside.trim());
    return ' ';
  });
  let refused: string | null = null;
  const left = outside.replace(SPAN, (span) => {
    const read = parseHours(span.replace(/\s*\/\s*/, '-').replace(/\s+et\s+/i, '-'));
    if (!read.ok) refused ??= read.message;
    else hours.push({ begin: read.value.begin, end: read.value.end ?? '' });
    return ' ';
  });
  if (refused !== null) return refused;
  if (/\d/.test(left.replace(/\b\d+\s*(?:ans?|mois|€|euros?|fois|x|semaines?)\b/gi, ''))) return '';
  const said = left
    .replace(/\s+/g, ' ')
    .replace(/^[\s:,;/–-]+|[\s:,;/–-]+$/g, '')
    .replace(/^(?:et|ou|de)$/i, '')
    .trim();
  if (said !== '' && !FILLER.test(said)) notes.unshift(said);
  else if (/soir|matin|midi/i.test(said)) notes.unshift(said);
  return { hours, note: notes.join(', ') };
}

const GAPS = new RegExp(String.raw`(\d)\s?h(?:\s?(${MINUTES}))?(?=\D|$)`, 'gi');

/** « Le 1er mardi du mois », « les 2e et 4e jeudis »: a day of some weeks, which no slot of every week says. */
const RANK = String.raw`(?:1\s?ers?|premiers?|1[eè]res?|[2-5]\s?(?:i?[eè](?:me)?s?|nds?)|deuxi[eè]mes?|seconds?|troisi[eè]mes?|quatri[eè]mes?|derniers?)`;
const DAYS = Object.values(DAY_NAMES).join('|');
const OF_SOME_WEEKS = new RegExp(
  String.raw`(?<![\p{L}\d])${RANK}\s+(?:${DAYS})(?![\p{L}])|(?:${DAYS})\b.*\b(?:du|de chaque|par) mois(?!\p{L})|(?<![\p{L}\d])fois par mois`,
  'iu',
);

/** Reads a cell of days and hours. */
export function readSlots(cell: Cell): CellReading<ReadSlots> {
  const nothing: ReadSlots = { slots: [], note: '' };
  const shown = tidyLine(cell.text);
  if (saysNothing(shown)) return understood(nothing);
  if (OF_SOME_WEEKS.test(shown)) return understood({ slots: [], note: shown });
  const text = shown.replace(EVERY_DAY, 'lundi au dimanche').replace(GAPS, '$1h$2');
  const { before, said } = byDays(text);
  if (said.length === 0) {
    return /\d\s?h|\d:\d/i.test(text)
      ? notUnderstood(nothing, words.noDay(shown))
      : understood({ slots: [], note: shown });
  }
  // "18h30-20h le mardi"
  const only = said[0];
  if (/\d/.test(before)) {
    if (said.length > 1 || only === undefined || /\d/.test(only.rest))
      return notUnderstood(nothing, words.unread(shown, ''));
    return readSlots({
      text: `${only.days.join(', ')} ${before.replace(/\b(?:les?|du|tous les|chaque)\s*$/i, '')} ${only.rest}`,
    });
  }
  const slots: FormSlot[] = [];
  const notes = FILLER.test(before) ? [] : [before.replace(/[\s:,;–-]+$/, '').trim()];
  // "lundi, mardi 18h": what is said of the last day of a list is said of all; "lundi 18h et mardi" is not.
  for (const { days: named, rest } of said) {
    const read = readHours(rest);
    if (typeof read === 'string') {
      return notUnderstood(nothing, read === '' ? words.unread(shown, '') : words.within(shown, whyOf(read)));
    }
    const hours = read.hours.length > 0 ? read.hours : [{ begin: '', end: '' }];
    for (const day of named) {
      for (const { begin, end } of hours) {
        const slot = { day, begin, end, note: read.note };
        const checked = checkSlot({ day, begin: begin || null, end: end || null, note: read.note || null });
        if (!checked.ok) return notUnderstood(nothing, checked.message);
        slots.push(slot);
      }
    }
  }
  return understood({ slots, note: notes.filter(Boolean).join(', ') });
}

/** Why an hour cannot be read, without what to write in a field of hours: a cell says days too. */
const whyOf = (sentence: string): string =>
  lower(
    sentence.replace(/\s+Écrivez-la comme .*$/s, '').replace(/^(«[^»]*»)\s?:\s(?=les heures)/, '$1 ne va pas\u00a0: '),
  );

const lower = (sentence: string): string =>
  sentence.replace(/\.$/, '').replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
