/** The shape in which a page gives itself to a selection: JSON in the page, read by a browser. */
import type { Day } from '@trame/cms/domain/vocabulary/days';

export const KEEPABLE_VERSION = 2;
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

/** A telephone number, an address or a website. */
export interface KeepableContact {
  readonly text: string;
  /** Address that calls, writes or opens; null when there is none. */
  readonly href: string | null;
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
  /** As they are read; only what the page itself shows. */
  readonly contacts: readonly KeepableContact[];
  readonly activities: readonly KeepableActivity[];
}

/** Pages of the first version, which a device may hold for reading without a network, had their contacts as texts alone. */
type FirstKeepable = Omit<Keepable, 'version' | 'contacts'> & {
  readonly version: 1;
  readonly contacts: readonly string[];
};

/** Reads what a page gave; null when it is of a version that is not known here. @throws {SyntaxError} when it is no JSON */
export function readKeepable(text: string): Keepable | null {
  const given = JSON.parse(text) as Keepable | FirstKeepable;
  if (given.version === 1)
    return { ...given, version: KEEPABLE_VERSION, contacts: given.contacts.map((one) => ({ text: one, href: null })) };
  return given.version === KEEPABLE_VERSION ? given : null;
}
