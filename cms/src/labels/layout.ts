/** How one type or component shows in the admin: what an editor reads, in which order, and beside what. */
export interface Layout {
  /** `api::association.association`, or `contact.contact` for a component. */
  readonly uid: string;
  /** The field that names a record in lists, in relations and on the header of a folded component. */
  readonly mainField: string;
  /** Order of the list at first sight. Components have no list. */
  readonly sort?: readonly [field: string, order: 'ASC' | 'DESC'];
  /** Columns of the list, in order; at most six stay readable at 1280 px. */
  readonly columns?: readonly string[];
  /** The edit view, row by row; the fields of a row share its width equally. A field that no row names is not shown. */
  readonly rows: readonly (readonly string[])[];
  /** Words of every attribute of the schema, shown or not: a filter or an editor's own column names it too. */
  readonly fields: Readonly<Record<string, FieldWords>>;
}

/** What an editor reads about a field, in French. */
export interface FieldWords {
  readonly label: string;
  /** The sentence under the field. */
  readonly help?: string;
  /** An example inside the empty field; never the only place where something is said. */
  readonly placeholder?: string;
  /** For a relation: the field of the other type that names it. `name` when absent. */
  readonly mainField?: string;
  /** Shown, and never typed into: a program fills it in. */
  readonly readOnly?: true;
}
