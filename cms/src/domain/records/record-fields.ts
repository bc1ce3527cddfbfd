/** The words of a field of a record. */
export interface FieldWords {
  readonly label: string;
  /** The sentence under the field. */
  readonly help?: string;
  /** An example inside the empty field; never the only place where something is said. */
  readonly placeholder?: string;
  /** Of a relation: the field of the other type that names it, in the CMS's own form. `name` when absent. */
  readonly mainField?: string;
  /** Characters that it holds, where the schema says so; a line holds 255. */
  readonly limit?: number;
}

export type RecordFields = Readonly<Record<string, FieldWords>>;

/** What a column of a line holds. */
export const LINE = 255;
/** Characters of a text that nobody measures. */
export const PAGE = 20_000;
