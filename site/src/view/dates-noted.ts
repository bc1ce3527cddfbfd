/** When something changed, as one release notes it for the next (`changes/`). */
export interface DatesNoted {
  /** Null when it is not known. */
  readonly since: string | null;
  readonly changed: string | null;
  /** When it was last known to have changed, or the day from which that is noted: what a feed needs, which must give a date. */
  readonly noted: string;
}
