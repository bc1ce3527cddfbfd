/**
 * How far an entry can be believed, from what its association said and when it was asked: the one rule for the site, the booklet
 * and the admin.
 *
 * An edition that passed an entry by is a campaign that is over, asked this association, and was not followed by a
 * confirmation. Nobody is blamed for a campaign that did not ask: an extract of one commune, or a year without one.
 */

/** What an editor sets: after how many editions without a confirmation. 0 means never. */
export interface TruthRules {
  /** The site says « à confirmer ». */
  readonly flagAfter: number;
  /** No booklet prints it. */
  readonly offPaperAfter: number;
  /** It leaves the site, once warned. */
  readonly offlineAfter: number;
  /** Days between the letter of warning and the day. */
  readonly noticeDays: number;
  /** Percent of the published entries that may leave the site in one day without the editor's act. */
  readonly mostPercent: number;
}

export const defaultTruthRules: TruthRules = {
  flagAfter: 1,
  offPaperAfter: 2,
  offlineAfter: 3,
  noticeDays: 30,
  mostPercent: 5,
};

/** Least notice that a setting can give: a letter that arrives during a holiday must leave time to answer. */
export const LEAST_NOTICE_DAYS = 14;

export interface Standing {
  /** « à confirmer » on the site and in the admin. */
  readonly toConfirm: boolean;
  readonly offPaper: boolean;
  /** Long enough without a word to be warned, then taken off the site. */
  readonly toTakeOffline: boolean;
}

/**
 * Editions that passed without a confirmation.
 * @param verifiedOn `YYYY-MM-DD`; null: never
 * @param askedOn days on which campaigns that are over began to ask this association. Two in one edition count once when they
 *   are given once.
 */
export function missedEditions(verifiedOn: string | null, askedOn: readonly string[]): number {
  return new Set(askedOn.filter((day) => verifiedOn === null || verifiedOn < day)).size;
}

const reached = (missed: number, after: number): boolean => after > 0 && missed >= after;

/** What follows from `missed` editions. What is stricter includes what is milder, in whatever order an editor set the numbers. */
export function standingOf(
  missed: number,
  { flagAfter, offPaperAfter, offlineAfter }: Pick<TruthRules, 'flagAfter' | 'offPaperAfter' | 'offlineAfter'>,
): Standing {
  const toTakeOffline = reached(missed, offlineAfter);
  const offPaper = toTakeOffline || reached(missed, offPaperAfter);
  return { toTakeOffline, offPaper, toConfirm: offPaper || reached(missed, flagAfter) };
}

/** How many of `published` entries may leave the site in one day by themselves: at least one, or a small directory never moves. */
export function mostAtOnce(published: number, { mostPercent }: Pick<TruthRules, 'mostPercent'>): number {
  return Math.max(1, Math.floor((published * mostPercent) / 100));
}
