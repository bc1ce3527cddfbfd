/** Two records that become one, field by field: what can be chosen, what is proposed, and what comes of it. */
import { isValues, textOf, type Values } from '../visit.ts';
import { joinContacts } from './one-contact.ts';

export const sides = ['first', 'second'] as const;
export type Side = (typeof sides)[number];
export const fieldChoices = [...sides, 'both'] as const;
export type FieldChoice = (typeof fieldChoices)[number];

/** How the values of a field can be joined; of one value, one of the two stays. */
export type FieldKind = 'one' | 'list' | 'contacts' | 'notes';

/** A field of a record, as far as joining is concerned. */
export interface JoinedField {
  readonly name: string;
  readonly kind: FieldKind;
  /** The field that says which side it is taken from: who verified an entry goes with the day on which they did. */
  readonly goesWith?: string;
}

export const otherSide = (side: Side): Side => (side === 'first' ? 'second' : 'first');

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const isEmptyValue = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0) ||
  (isValues(value) && Object.values(value).every(isEmptyValue));

const isSame = (a: unknown, b: unknown): boolean =>
  JSON.stringify(a) === JSON.stringify(b) || (isEmptyValue(a) && isEmptyValue(b));

/** What both hold, each once, in the order of the first. */
function joinLists(first: readonly unknown[], second: readonly unknown[]): unknown[] {
  const known = new Set(first.map((one) => JSON.stringify(one)));
  return [...first, ...second.filter((one) => !known.has(JSON.stringify(one)))];
}

/** Notes of the office, one below the other. */
const joinNotes = (first: unknown, second: unknown): string =>
  [textOf(first), textOf(second)]
    .map((text) => text.trim())
    .filter(Boolean)
    .join('\n');

/** The values of two records in a field, and what may be done with them. */
export interface Offered {
  readonly name: string;
  readonly choices: readonly FieldChoice[];
  readonly proposed: FieldChoice;
}

/**
 * What of a field is proposed: what is said where the other says nothing, both of a list, else what the record says that stays.
 * @param keep the record that stays
 */
function proposed(field: JoinedField, first: unknown, second: unknown, keep: Side): FieldChoice {
  if (isEmptyValue(first)) return 'second';
  if (isEmptyValue(second)) return 'first';
  return field.kind === 'one' ? keep : 'both';
}

/** The fields in which two records differ, with what may be chosen; those that go with another field are not asked about. */
export function offeredFields(
  fields: readonly JoinedField[],
  { first, second }: Readonly<Record<Side, Values>>,
  keep: Side,
): Offered[] {
  return fields
    .filter(({ name, goesWith }) => goesWith === undefined && !isSame(first[name], second[name]))
    .map((field) => {
      const canBeBoth = field.kind !== 'one' && !isEmptyValue(first[field.name]) && !isEmptyValue(second[field.name]);
      return {
        name: field.name,
        choices: canBeBoth ? fieldChoices : sides,
        proposed: proposed(field, first[field.name], second[field.name], keep),
      };
    });
}

/**
 * The record that comes of two.
 * @param choices by the names of fields; what is not chosen is as proposed
 * @returns every field of `fields`, and no other
 */
export function joinedContent(
  fields: readonly JoinedField[],
  records: Readonly<Record<Side, Values>>,
  keep: Side,
  choices: Readonly<Record<string, FieldChoice>>,
): Values {
  const offered = new Map(offeredFields(fields, records, keep).map((one) => [one.name, one]));
  const chosen = (name: string): FieldChoice => {
    const choice = choices[name];
    const known = offered.get(name);
    if (known === undefined) return keep;
    return choice !== undefined && known.choices.includes(choice) ? choice : known.proposed;
  };
  // What stays comes first: its contact is the one that calls are made to.
  const [own, other] = [records[keep], records[otherSide(keep)]];
  return Object.fromEntries(
    fields.map(({ name, kind, goesWith }) => {
      const choice = chosen(goesWith ?? name);
      if (choice !== 'both') return [name, records[choice][name] ?? null];
      switch (kind) {
        case 'contacts':
          return [name, joinContacts(listOf(own[name]).filter(isValues), listOf(other[name]).filter(isValues))];
        case 'notes':
          return [name, joinNotes(own[name], other[name])];
        case 'list':
          return [name, joinLists(listOf(own[name]), listOf(other[name]))];
        case 'one':
          return [name, own[name] ?? null];
      }
    }),
  );
}
