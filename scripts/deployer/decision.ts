/** Whether something must be built, and why. */
import type { ReleaseRecord } from './releases.ts';

export type Reason =
  | 'asked for'
  | 'first release'
  | 'content changed'
  | 'not switched'
  | 'damaged'
  | 'another day'
  | 'programs changed'
  | 'retry';

/** A build that failed, remembered so that the same content is not built over and over. */
export interface FailedBuild {
  readonly etag: string;
  readonly at: Date;
  /** How many times in a row, this one included. */
  readonly attempts: number;
}

export interface Situation {
  readonly now: Date;
  /** Calendar day in Europe/Paris. */
  readonly day: string;
  readonly etag: string;
  readonly builder: string;
  readonly force: boolean;
  /** The last release that was built, live or not. */
  readonly newest: ReleaseRecord | null;
  readonly live: ReleaseRecord | null;
  /** A file of the live release is not what passed the checks. */
  readonly isDamaged: boolean;
  readonly failed: FailedBuild | null;
}

const FIRST_RETRY_MS = 30_000;
const LONGEST_RETRY_MS = 10 * 60_000;

/** When a failed build may be tried again: what was wrong may have been a full disk, or a picture that did not load. */
export function retryAt({ at, attempts }: Pick<FailedBuild, 'at' | 'attempts'>): Date {
  return new Date(at.getTime() + Math.min(FIRST_RETRY_MS * 2 ** (attempts - 1), LONGEST_RETRY_MS));
}

/** Whether it is too early to try again. A failure that is still to come was noted by a clock that has been put right since. */
export const mustWait = (failed: Pick<FailedBuild, 'at' | 'attempts'>, now: Date): boolean =>
  failed.at <= now && now < retryAt(failed);

/**
 * Null: residents see what they should.
 *
 * Content is compared with the release that was built last, not with the live one: after a rollback those differ, and the
 * rollback must hold until somebody publishes something.
 */
export function whyBuild(situation: Situation): Reason | null {
  const { newest, live, failed, etag } = situation;
  if (situation.force) return 'asked for';
  const reason = reasonToBuild(situation);
  if (reason === null || failed?.etag !== etag) return reason;
  if (mustWait(failed, situation.now)) return null;
  return newest === null || live === null ? reason : 'retry';
}

function reasonToBuild({ newest, live, isDamaged, etag, day, builder }: Situation): Reason | null {
  if (newest === null || live === null) return 'first release';
  if (newest.etag !== etag) return 'content changed';
  // An earlier release that was put back cannot be made again: it is said, and stays until somebody publishes. One that is live
  // because the deployer was killed before the switch is no such thing.
  if (live.id !== newest.id) return newest.setAside ? null : 'not switched';
  if (isDamaged) return 'damaged';
  if (newest.day !== day) return 'another day';
  return newest.builder === builder ? null : 'programs changed';
}

/**
 * Whether nothing but the content changed since what is online was made, and that is sound: its pages then go online before their
 * booklet (decision 0083). All else is made at once, since a booklet of another day or of another program is none to keep.
 */
export function isContentAlone({ force, newest, live, isDamaged, etag, day, builder }: Situation): boolean {
  if (force || newest === null || live === null || isDamaged) return false;
  return newest.etag !== etag && live.day === day && live.builder === builder;
}

/** Whether residents see the present content: an earlier failure is then no news any more. */
export function isUpToDate(situation: Situation): boolean {
  return reasonToBuild(situation) === null;
}
