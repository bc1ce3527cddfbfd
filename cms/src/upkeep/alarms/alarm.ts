/** What an alarm is, and when its letters leave: once for a trouble, once when it is over, and never in a stream. */
import type { Core } from '@strapi/strapi';

const MINUTE_MS = 60_000;

/** What is wrong now. */
export interface Found {
  /** French sentences for an editor: what is wrong, and what to do. */
  readonly words: string;
  /** How long it must last before anybody is told: most troubles pass. */
  readonly afterMs: number;
}

/** One thing that is looked after. The list is `rules.ts`; each has a file of its own. */
export interface AlarmRule {
  /** Kept with its state: never renamed. */
  readonly id: string;
  /** What is the matter, as the subject of a letter says it. */
  readonly title: string;
  /** What it says when it is over. */
  readonly over: string;
  /** Null while all is well. @throws when that cannot be known, which is no trouble of this kind */
  look(strapi: Core.Strapi, now: Date): Promise<Found | null>;
}

/** What is known of an alarm between two looks. */
export interface AlarmState {
  readonly words: string;
  /** The first look that found it. */
  readonly since: Date;
  /** It has lasted as long as its rule asks: people are to know. */
  readonly lasting: boolean;
  /** When people were told of this trouble; null when they were not. */
  readonly toldAt: Date | null;
  /** The first look in a row that did not find it any more; null while it stands. */
  readonly overSince: Date | null;
  /** When the last letter of this alarm was queued, of this trouble or of the one before. */
  readonly letterAt: Date | null;
}

/** Who is told of something that comes and goes gets few letters, and no wrong « tout va bien ». */
export const SETTLED_MS = 10 * MINUTE_MS;
/** Between the end of a trouble and a letter about the next one of the same kind. */
export const PAUSE_MS = 3 * 60 * MINUTE_MS;

export interface Step {
  /** To be remembered; null: nothing is. */
  readonly state: AlarmState | null;
  readonly letter: 'begun' | 'over' | null;
}

/** A clock that was put back must neither hold a letter for ever nor send two. */
const hasPassed = (since: Date, milliseconds: number, now: Date): boolean =>
  since > now || now.getTime() - since.getTime() >= milliseconds;

/** What follows from one look. */
export function step(before: AlarmState | null, found: Found | null, now: Date): Step {
  if (found !== null) {
    const isNew = before === null || (before.overSince !== null && before.toldAt === null);
    const since = isNew || before.since > now ? now : before.since;
    const toldAt = before?.toldAt ?? null;
    const lasting = toldAt !== null || now.getTime() - since.getTime() >= found.afterMs;
    const letterAt = before?.letterAt ?? null;
    const state: AlarmState = { words: found.words, since, lasting, toldAt, overSince: null, letterAt };
    const mayWrite = letterAt === null || hasPassed(letterAt, PAUSE_MS, now);
    if (!lasting || toldAt !== null || !mayWrite) return { state, letter: null };
    return { state: { ...state, toldAt: now, letterAt: now }, letter: 'begun' };
  }
  if (before === null) return { state: null, letter: null };
  const overSince = before.overSince ?? now;
  const state: AlarmState = { ...before, overSince };
  if (before.toldAt !== null && hasPassed(overSince, SETTLED_MS, now))
    return { state: { ...state, toldAt: null, letterAt: now }, letter: 'over' };
  const isForgotten = state.toldAt === null && (state.letterAt === null || hasPassed(state.letterAt, PAUSE_MS, now));
  return { state: isForgotten ? null : state, letter: null };
}

/** Whether it stands now, for who looks at the admin, told or not. */
export const stands = ({ lasting, overSince }: AlarmState): boolean => lasting && overSince === null;
