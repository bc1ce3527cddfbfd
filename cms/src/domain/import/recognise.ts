/** Guesses what each column of a table holds, by its head and by its values. An editor corrects the guess; nothing rests on it alone. */
import { parseEmail } from '../email.ts';
import { parsePhone } from '../phone.ts';
import { parseRnaId } from '../rna.ts';
import type { Day } from '../vocabulary/days.ts';
import { readSlots } from './cells/read-slots.ts';
import type { ChoiceIndex } from './cells/choose-names.ts';
import { plainWords, saysNothing, tidyLine } from './cells/words.ts';
import { columnFields, columnKeys, DAY_HEADS, isFaultsHead, OF_THE_FILE, PEOPLE, type ColumnKey } from './columns.ts';
import { cellAt, type Table, type TableColumn } from './table.ts';

/** What a column is taken for. */
export interface ColumnTarget {
  /** A field; `note`: kept in the internal note under its head; `leave`: not taken over. */
  readonly field: ColumnKey | 'note' | 'leave';
  /** Which person or activity it is of, by a key of the head; empty for the first. */
  readonly group: string;
  /** The role that the head names: « Présidence ». */
  readonly role: string;
  /** The day that the head names. */
  readonly day: Day | null;
}

/** By the index of the column. */
export type ColumnMapping = Readonly<Record<number, ColumnTarget>>;

/** The territory's own lists, which values are recognised by. */
export interface Lists {
  readonly themes: ChoiceIndex;
  readonly audiences: ChoiceIndex;
  readonly communes: ChoiceIndex;
}

/** Values that are looked at. */
const SAMPLE = 60;
/** A kind is believed when so many of the values are of it. */
const MOST = 0.6;

interface Evidence {
  readonly field: ColumnKey;
  /** 0 to 1 */
  readonly share: number;
}

/** What the values of a column look like, the surest first. */
function evidenceOf(table: Table, column: TableColumn, lists: Lists): Evidence[] {
  const values: string[] = [];
  for (const row of table.rows) {
    const text = tidyLine(cellAt(row, column.index).text);
    if (!saysNothing(text)) values.push(text);
    if (values.length >= SAMPLE) break;
  }
  if (values.length === 0) return [];
  const share = (field: ColumnKey, fits: (value: string) => boolean): Evidence => ({
    field,
    share: values.filter(fits).length / values.length,
  });
  const isPhone = (value: string) =>
    (/(?:\+|0)[\d\s.\-/()]{8,}/.test(value) && !/@/.test(value) && value.replace(/\D/g, '').length < 32) ||
    (/^[1-9]\d{8}$/.test(value) && parsePhone(`0${value}`).ok);
  return [
    share('personEmail', (value) => parseEmail(value.split(/[\s;,/]+/)[0] ?? '').ok),
    share('rnaId', (value) => parseRnaId(value).ok),
    share('siret', (value) => /^\d{14}$/.test(value.replace(/\s/g, ''))),
    share('personPhone', isPhone),
    share('links', (value) => /^(?:https?:\/\/|www\.)|(?:facebook|instagram)\.com/i.test(value)),
    share('postalCode', (value) => /^\d{5}$/.test(value)),
    share('activityHours', (value) => {
      const { slots } = readSlots({ text: value }).value;
      return slots.length > 0 && value.length < 200 && /\d\s?h|\d:\d/i.test(value);
    }),
    share('activityAges', (value) => /^(?:\D{0,20})\d{1,3}(?:\s*(?:-|à|\/)\s*\d{1,3})?\s*(?:ans|mois)\b/i.test(value)),
    share('commune', (value) => lists.communes.find(value) !== undefined),
    share('themes', (value) => value.split(/[;,/|]/).some((one) => lists.themes.find(one) !== undefined)),
    share('audiences', (value) => value.split(/[;,/|]/).some((one) => lists.audiences.find(one) !== undefined)),
    share('personMixed', (value) => /@/.test(value) && /0\d/.test(value)),
    share('foundedYear', (value) => /^(?:1[89]|20)\d{2}$/.test(value)),
  ]
    .filter((one) => one.share >= MOST)
    .sort((a, b) => b.share - a.share);
}

/** The head without the words that say whose the column is. */
function splitHead(head: string): { readonly words: string; readonly group: string; readonly role: string } {
  let words = plainWords(head);
  let role = '';
  for (const [name, pattern] of PEOPLE) {
    if (!pattern.test(words)) continue;
    role = name;
    words = words
      .replace(pattern, ' ')
      .replace(/\b(?:de|du|de la|l|le|la|d)\b(?=\s*$)|^\s*(?:de|du|de la|l|le|la)\b/g, ' ');
    break;
  }
  const number = /(?:^|\s)(?:numero\s)?(\d{1,2})(?:\s|$)/.exec(words);
  if (number) words = words.replace(number[0], ' ');
  return { words: words.replace(/\s+/g, ' ').trim(), group: [role, number?.[1] ?? ''].filter(Boolean).join(' '), role };
}

interface Guess {
  readonly field: ColumnKey;
  readonly score: number;
}

/** Fields by the words of a head: all of it, or the most of it. */
function byHead(words: string): Guess[] {
  if (words === '') return [];
  const guesses: Guess[] = [];
  for (const field of columnKeys) {
    let score = 0;
    for (const head of columnFields[field].heads) {
      if (words === head) score = Math.max(score, 3);
      else if (` ${words} `.includes(` ${head} `)) score = Math.max(score, 1 + head.length / (words.length + 1));
    }
    if (score > 0) guesses.push({ field, score });
  }
  return guesses.sort((a, b) => b.score - a.score);
}

const isPersons = (field: ColumnKey): boolean => columnFields[field].group === 'person';

/** The best field for a column, by head and values together. */
function guess(
  column: TableColumn,
  table: Table,
  lists: Lists,
): { readonly target: ColumnTarget & { readonly field: ColumnKey }; readonly score: number }[] {
  if (isFaultsHead(column.head)) return [];
  const { words, group, role } = splitHead(column.head);
  const none = { group: '', role: '', day: null };
  const day = DAY_HEADS.get(plainWords(column.head)) ?? null;
  const evidence = evidenceOf(table, column, lists);
  if (day !== null) return [{ target: { field: 'activityHours', group: '', role: '', day }, score: 4 }];
  const scores = new Map<ColumnKey, number>();
  for (const { field, score } of byHead(words)) scores.set(field, score);
  for (const { field, share } of evidence)
    scores.set(field, (scores.get(field) ?? 0) + share * (column.head === '' ? 2 : 1.5));
  // « Président » over names, numbers or both.
  if (role !== '' && words === '' && ![...scores.keys()].some(isPersons)) scores.set('personName', 3);
  // « Nom » of a person stands under whose it is.
  if (role !== '' || (group !== '' && /\bcontact\b/.test(words))) {
    if (/\bnom\b/.test(words) && !/\bprenom\b/.test(words)) scores.set('personName', 4);
    scores.delete('name');
  }
  // What the values plainly are outweighs a head that says something else of the same person.
  const surest = evidence[0];
  if (surest && isPersons(surest.field) && surest.share > 0.8)
    scores.set(surest.field, (scores.get(surest.field) ?? 0) + 1.5);
  if (OF_THE_FILE.test(plainWords(column.head)) && (surest?.share ?? 0) < 0.8) return [];
  return [...scores]
    .sort((a, b) => b[1] - a[1])
    .map(([field, score]) => ({
      target: {
        ...none,
        field,
        group: columnFields[field].group === null ? '' : group,
        role: isPersons(field) ? role : '',
      },
      score,
    }));
}

/** Several of one person or one activity: a landline and a mobile, hours in two columns. */
const SHARED: ReadonlySet<ColumnKey> = new Set([
  'personPhone',
  'personEmail',
  'personMixed',
  'activityHours',
  'activityDescription',
]);

const slotOf = ({ field, group, day }: ColumnTarget): string => `${field} ${group} ${day ?? ''}`;

/** A guess for every column: a field that takes one column goes to the one that fits it best; what is left is kept as a note. */
export function recogniseColumns(table: Table, lists: Lists): ColumnMapping {
  const candidates = table.columns.flatMap((column) =>
    guess(column, table, lists).map((one) => ({ column: column.index, ...one })),
  );
  candidates.sort((a, b) => b.score - a.score || a.column - b.column);
  const mapping: Record<number, ColumnTarget> = {};
  const taken = new Set<string>();
  for (const { column, target, score } of candidates) {
    if (mapping[column] || score < 1.2) continue;
    const { field } = target;
    const takesMany = columnFields[field].many && (columnFields[field].group === null || SHARED.has(field));
    if (!takesMany && taken.has(slotOf(target))) {
      // A second phone, a second activity: of the next person or the next activity.
      if (columnFields[field].group === null) continue;
      let rank = 2;
      while (taken.has(slotOf({ ...target, group: `${target.group} ${rank}`.trim() }))) rank += 1;
      mapping[column] = { ...target, group: `${target.group} ${rank}`.trim() };
    } else {
      mapping[column] = target;
    }
    taken.add(slotOf(mapping[column]));
  }
  for (const { index, head, filled } of table.columns) {
    mapping[index] ??= {
      field: filled === 0 || isFaultsHead(head) || OF_THE_FILE.test(plainWords(head)) ? 'leave' : 'note',
      group: '',
      role: '',
      day: null,
    };
  }
  return mapping;
}
