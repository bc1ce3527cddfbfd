/** What is kept on a device: paths of pages, and of activities by their place in the page. Nothing else, and nowhere else. */

export interface Kept {
  /** "/associations/judo-club/", "/agenda/loto/" */
  readonly path: string;
  /** Place of the activity in its page, from 1; null for the page as a whole. */
  readonly activity: number | null;
}

/** Name in the storage of the browser; the number is that of the shape. */
export const STORAGE_KEY = 'trame-selection-1';
/** More than anybody reads; a link of this many still fits into a message. */
export const MOST_KEPT = 60;

const ONE = /^(associations|agenda)\/([a-z0-9-]{1,200})(?:~([1-9]\d{0,2}))?$/;

/** "associations/judo-club~2": how one is written in the storage and in a link. */
export const written = ({ path, activity }: Kept): string =>
  `${path.replace(/^\/|\/$/g, '')}${activity === null ? '' : `~${activity}`}`;

/** Reads a list from the storage or from a link; what is none is dropped, what stands twice counts once. */
export function readKept(text: string | null): Kept[] {
  const found = new Map<string, Kept>();
  for (const one of (text ?? '').split(',')) {
    const match = ONE.exec(one.trim());
    if (match === null) continue;
    const kept = { path: `/${match[1]}/${match[2]}/`, activity: match[3] === undefined ? null : Number(match[3]) };
    found.set(written(kept), kept);
  }
  return [...found.values()].slice(0, MOST_KEPT);
}

export const writeKept = (kept: readonly Kept[]): string => kept.map(written).join(',');

export const isKept = (kept: readonly Kept[], one: Kept): boolean =>
  kept.some((other) => other.path === one.path && other.activity === one.activity);

/** Keeps it, or lets it go. */
export const toggled = (kept: readonly Kept[], one: Kept): Kept[] =>
  isKept(kept, one)
    ? kept.filter((other) => other.path !== one.path || other.activity !== one.activity)
    : [...kept, one].slice(-MOST_KEPT);
