/** Between two slots of `when`. */
export const BETWEEN_SLOTS = ' ; ';

/** What the index keeps of each activity to be shown in a result, as JSON in `activites`. */
export interface ShownRow {
  readonly label: string;
  readonly when: string | null;
  readonly ages: string | null;
  readonly price: string | null;
  readonly place: string | null;
}
