/** The shape in which a page gives itself to a selection: JSON in the page, read by a browser. */
import type { Day } from '@trame/cms/domain/vocabulary/days';

export const KEEPABLE_VERSION = 1;
/** Class of the element that holds it, as JSON. */
export const KEEPABLE_CLASS = 'a-garder';

export interface KeepableSlot {
  readonly day: Day;
  /** `HH:MM`; null when it is not known. */
  readonly begin: string | null;
  readonly end: string | null;
  readonly note: string | null;
}

export interface KeepableActivity {
  readonly label: string;
  readonly slots: readonly KeepableSlot[];
  readonly ages: string | null;
  readonly price: string | null;
  readonly place: string | null;
  readonly commune: string | null;
}

export interface Keepable {
  readonly version: typeof KEEPABLE_VERSION;
  readonly path: string;
  readonly title: string;
  readonly summary: string;
  readonly commune: string | null;
  /** When it takes place next, in words; null for an association. */
  readonly when: string | null;
  readonly place: string | null;
  readonly price: string | null;
  /** Telephone numbers, addresses and websites as they are read; only what the page itself shows. */
  readonly contacts: readonly string[];
  readonly activities: readonly KeepableActivity[];
}
