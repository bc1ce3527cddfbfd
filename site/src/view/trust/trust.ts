/** How far the directory can be trusted: the share of entries that were confirmed since the season's update began. */
import type { Association } from '@trame/cms/domain/contract/site/association';

/** A count of entries, and how many of them are confirmed. */
export interface Share {
  readonly total: number;
  readonly confirmed: number;
}

export interface CommuneShare extends Share {
  readonly commune: { readonly name: string; readonly slug: string } | null;
}

/** Summer: the yearly update of an edition begins on that day. */
const UPDATE_DAY = '07-01';

/**
 * The day from which a confirmation counts, `YYYY-MM-DD`: the 1 July that opens the season ("2026-2027" → 2026-07-01), or, when
 * the season names no year or one that has not begun, the last 1 July that has passed.
 * @param today `YYYY-MM-DD`
 */
export function countedSince(season: string, today: string): string {
  const year = Number(today.slice(0, 4));
  const last = `${today.slice(5) >= UPDATE_DAY ? year : year - 1}-${UPDATE_DAY}`;
  const written = /\b(20\d\d)\b/.exec(season)?.[1];
  const ofSeason = written === undefined ? last : `${written}-${UPDATE_DAY}`;
  return ofSeason <= today ? ofSeason : last;
}

export function isConfirmed({ verifiedOn }: Pick<Association, 'verifiedOn'>, since: string): boolean {
  return verifiedOn !== null && verifiedOn >= since;
}

export function shareOf(associations: readonly Pick<Association, 'verifiedOn'>[], since: string): Share {
  return {
    total: associations.length,
    confirmed: associations.filter((association) => isConfirmed(association, since)).length,
  };
}

/**
 * One share for each commune that has a seat, in the order given; those without a commune last. By the seat, so that each entry
 * counts once and the lines add up to the whole.
 */
export function sharesByCommune(
  associations: readonly Pick<Association, 'verifiedOn' | 'commune'>[],
  communes: readonly { readonly id: string; readonly name: string; readonly slug: string }[],
  since: string,
): CommuneShare[] {
  const bySeat = Map.groupBy(associations, ({ commune }) => commune ?? '');
  const known = new Set(communes.map(({ id }) => id));
  const elsewhere = associations.filter(({ commune }) => commune === null || !known.has(commune));
  return [
    ...communes.map((commune) => ({ commune, ...shareOf(bySeat.get(commune.id) ?? [], since) })),
    { commune: null, ...shareOf(elsewhere, since) },
  ].filter(({ total }) => total > 0);
}

/** Whole percents; 100 is said only of all, and 0 only of none. */
export function percent({ total, confirmed }: Share): number {
  if (total === 0 || confirmed === 0) return 0;
  if (confirmed === total) return 100;
  return Math.min(99, Math.max(1, Math.round((100 * confirmed) / total)));
}
