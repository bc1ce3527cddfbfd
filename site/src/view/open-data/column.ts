/** What a column is: the one place from which the files, their schemas and the page that explains them are made. */
import type { Cell } from '@trame/cms/domain/csv';
import type { OpenContent } from './open-content.ts';

/** `list` is a list of texts: an array in JSON, its values joined by `LIST_SEPARATOR` in CSV. */
export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime' | 'list';
export type ColumnValue = Cell | readonly string[];

export const LIST_SEPARATOR = ' | ';

export interface Column<Source> {
  /** As it stands in the files: lower case, no accents, never changed within a version. */
  readonly name: string;
  readonly type: ColumnType;
  /** In French, for whoever reuses the file. */
  readonly meaning: string;
  /** Never absent. */
  readonly required?: true;
  readonly unique?: true;
  readonly format?: 'uri' | 'email';
  /** Regular expression of the whole value; of each value of a list. */
  readonly pattern?: string;
  /** The only values; of each value of a list. */
  readonly oneOf?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  /** Each value is one of this column of another table. */
  readonly refersTo?: { readonly table: string; readonly column: string };
  /** Names the record that this one stands in: in JSON, where it does, the column is left out. */
  readonly parent?: true;
  readonly of: (source: Source) => ColumnValue;
}

/** Records inside a record: a list in JSON, a table of its own in CSV. */
export interface Child<Source> {
  readonly name: string;
  readonly meaning: string;
  readonly table: Table;
  readonly of: (source: Source) => readonly unknown[];
}

// `any` in place of a source that only the table itself knows: a list of tables holds tables of different records.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export interface Table<Source = any> {
  /** Of its files: `associations` is `associations.csv`. */
  readonly name: string;
  readonly title: string;
  /** One sentence: what a row is. */
  readonly about: string;
  readonly columns: readonly Column<Source>[];
  readonly children: readonly Child<Source>[];
}

/** A table whose records stand by themselves: a JSON file, an address in the API for each. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export interface Collection<Source = any> {
  readonly table: Table<Source>;
  /** Name of one record in schemas. */
  readonly singular: string;
  /** Column that names a record for good: the last part of its address in the API. */
  readonly key: string;
  /** Column that names it for people. */
  readonly label: string;
  /** What the collection holds, for the description of the API. */
  readonly isPlaced: boolean;
  readonly all: (open: OpenContent) => readonly Source[];
}

/** With the columns of one kind of record fixed, `of` knows what it reads. */
export const table = <Source>(definition: Omit<Table<Source>, 'children'> & Partial<Table<Source>>): Table<Source> => ({
  children: [],
  ...definition,
});

export type RecordValue = ColumnValue | readonly OpenRecord[];
export interface OpenRecord {
  readonly [name: string]: RecordValue;
}

/** What names a record for good. @throws {Error} when the column is none of text, which the definition of a collection promises */
export function keyOf(record: OpenRecord, key: string): string {
  const value = record[key];
  if (typeof value !== 'string') throw new Error(`The records of open data are not named by ${key}`);
  return value;
}

/** One record, with those that stand in it. */
export function recordOf<Source>({ columns, children }: Table<Source>, source: Source, isInside = false): OpenRecord {
  const record: Record<string, RecordValue> = {};
  for (const column of columns) if (!isInside || column.parent !== true) record[column.name] = column.of(source);
  for (const child of children) record[child.name] = child.of(source).map((one) => recordOf(child.table, one, true));
  return record;
}

const asCell = (value: ColumnValue): Cell =>
  typeof value === 'object' && value !== null ? value.join(LIST_SEPARATOR) : value;

/** The rows of a table and of every table inside it, by the name of the table. */
export function rowsByTable<Source>(top: Table<Source>, sources: readonly Source[]): Map<string, Cell[][]> {
  const all = new Map<string, Cell[][]>();
  const add = (current: Table, source: unknown): void => {
    all.get(current.name)?.push(current.columns.map((column) => asCell(column.of(source))));
    for (const child of current.children) for (const one of child.of(source)) add(child.table, one);
  };
  for (const { name } of withChildren(top)) all.set(name, []);
  for (const source of sources) add(top, source);
  return all;
}

/** A table and those inside it, from the outside in. */
export const withChildren = (top: Table): readonly Table[] => [
  top,
  ...top.children.flatMap((child) => withChildren(child.table)),
];
