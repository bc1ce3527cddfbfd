/** The texts of an entry, by the catalogue: which ones a channel shows, and what becomes of them when a contact withdraws. */
import { clearedText } from '../cleared-text.ts';
import type { PlacedText } from '../said-contacts.ts';
import type { ReadChannel, Withheld } from '../withheld-contacts.ts';
import { visit, visitObjects, type Path, type Values, type Visit } from '../visit.ts';
import { fieldAt, fieldList, type Field, type FieldKind, type FieldPath } from './fields.ts';

/** Kinds in which people write something, or a number can stand. A contact's own number and address are not among them. */
const WRITTEN: ReadonlySet<FieldKind> = new Set(['line', 'text', 'url', 'identifier']);

/** Every field that is a text, with its path in the catalogue. */
export const textFields = fieldList.filter(([, { kind }]) => WRITTEN.has(kind));

/** How the media library calls the fields of a picture. */
const PICTURE_COLUMNS: Readonly<Record<string, string>> = { alt: 'alternativeText' };
const PICTURES: ReadonlySet<string> = new Set(
  fieldList.flatMap(([path, { kind }]) => (kind === 'picture' ? [path] : kind === 'pictures' ? [`${path}.*`] : [])),
);

const holderOf = (path: string): string => path.split('.').slice(0, -1).join('.');
const keyOf = (path: string): string => path.split('.').at(-1) ?? '';

/** The path of a field in a record of the database, which has other names than the form for the texts of a picture. */
export function storedPath(path: FieldPath): string {
  const holder = holderOf(path);
  return PICTURES.has(holder) ? `${holder}.${PICTURE_COLUMNS[keyOf(path)] ?? keyOf(path)}` : path;
}

export interface ReadText extends Visit {
  readonly value: string;
  readonly field: Field;
}

/** How a record is looked at. */
export interface Looking {
  /** The names of its fields: those of the form, or those of the database. */
  readonly names: 'form' | 'stored';
  /** May this contact be seen on the channel that is asked about? */
  readonly agrees: (contact: Values) => boolean;
}

function isRead({ read }: Field, record: Values, path: Path, { agrees }: Looking): boolean {
  if (read.when === 'public address') return (record['address'] as Values | null | undefined)?.['public'] === true;
  if (read.when !== 'agreeing contact') return true;
  const at = path.slice(0, 2).join('.');
  return visitObjects(record, 'contacts.*').some((one) => one.path.join('.') === at && agrees(one.object));
}

/** Every text of `record` that a channel shows. */
export function readTexts(record: Values, channel: ReadChannel, looking: Looking): ReadText[] {
  return textFields
    .filter(([, { read }]) => read.on.includes(channel))
    .flatMap(([path, field]) =>
      visit(record, looking.names === 'stored' ? storedPath(path) : path).flatMap((one) =>
        typeof one.value === 'string' && isRead(field, record, one.path, looking)
          ? [{ ...one, value: one.value, field }]
          : [],
      ),
    );
}

/** Fields of words, where a number stands without a box that says who may read it: an address on the web is there for being reached. */
const OF_WORDS: ReadonlySet<FieldKind> = new Set(['line', 'text']);

/** The words that everybody reads of an entry as data once it is published, with the office's names of their fields. */
export const entryTexts = (content: Values): PlacedText[] =>
  readTexts(content, 'web', { names: 'form', agrees: (contact) => contact['web'] === true })
    .filter(({ field }) => OF_WORDS.has(field.kind))
    .map(({ value, path, field }) => {
      const [attribute = '', ...inner] = path;
      const label = field.admin?.label ?? field.label;
      const of = inner.length === 0 ? '' : `${fieldAt(String(attribute)).label}, `;
      const isPlace = attribute === 'address' || path.at(-1) === 'place';
      return { path: path.join('.'), label: `${of}${of === '' ? label : label.toLowerCase()}`, text: value, isPlace };
    });

/** One text that says what is withheld, and what it is to be instead. */
export interface Change {
  /** The object that holds the text, of the record that was given. */
  readonly holder: Values;
  readonly holderPath: Path;
  readonly key: string;
  readonly value: string;
  readonly field: Field;
  readonly path: FieldPath;
}

/** Every text of a record that says what is withheld, read by anybody or not: notes of the office too. */
export function textsToClear(record: Values, withheld: readonly Withheld[], names: Looking['names']): Change[] {
  if (withheld.length === 0) return [];
  return textFields.flatMap(([path, field]) =>
    visit(record, names === 'stored' ? storedPath(path) : path).flatMap((one): Change[] => {
      if (typeof one.value !== 'string') return [];
      const value = clearedText(one.value, withheld, field);
      return value === one.value
        ? []
        : [{ holder: one.holder, holderPath: one.path.slice(0, -1), key: one.key, value, field, path }];
    }),
  );
}

/** A row of a list that is nothing without the text that was emptied (a social network without its address). */
export const leavesNoRow = ({ path, field, value }: Pick<Change, 'path' | 'field' | 'value'>): boolean =>
  value === '' && field.required === true && holderOf(path).endsWith('.*');

/** A copy of an entry, whole or a part of one, without what is withheld. */
export function clearedEntry<T extends object>(
  entry: T,
  withheld: readonly Withheld[],
  names: Looking['names'] = 'form',
): T {
  const copy = structuredClone(entry);
  const changes = textsToClear(copy as Values, withheld, names);
  const gone = new Set(changes.filter(leavesNoRow).map(({ holder }) => holder));
  for (const { holder, key, value } of changes) holder[key] = value;
  for (const [key, value] of Object.entries(copy)) {
    if (Array.isArray(value)) (copy as Values)[key] = value.filter((row) => !gone.has(row as Values));
  }
  return copy;
}
