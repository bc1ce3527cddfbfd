/** Following a publication until residents see it, and how long that usually takes. */
import { useEffect, useRef } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import type { PublicationReport } from '../../../domain/contract/desk/publication-report.ts';
import { usePolling } from '../use-polling.ts';
import { readPublication } from './record-api.ts';
import { leftOutReason, onlineOf, type Asked, type Online } from './record-words.ts';

const FOLLOWING_MS = 1_000;
const RESTING_MS = 30_000;

const DURATIONS = 'trame-publication-seconds';
const MOST_DURATIONS = 5;

/** Seconds that the last publications took, from asking to online: the middle one. Null before the first. */
export function usualSeconds(store: Pick<Storage, 'getItem'> = localStorage): number | null {
  const all = readDurations(store).sort((a, b) => a - b);
  return all[Math.floor(all.length / 2)] ?? null;
}

function readDurations(store: Pick<Storage, 'getItem'>): number[] {
  try {
    const kept: unknown = JSON.parse(store.getItem(DURATIONS) ?? '[]');
    return Array.isArray(kept)
      ? kept.filter((one): one is number => Number.isInteger(one) && one > 0 && one < 600)
      : [];
  } catch {
    return [];
  }
}

export function noteDuration(milliseconds: number, store: Pick<Storage, 'getItem' | 'setItem'> = localStorage): void {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  try {
    store.setItem(DURATIONS, JSON.stringify([...readDurations(store), seconds].slice(-MOST_DURATIONS)));
  } catch {
    // A device that keeps nothing gets no forecast.
  }
}

export interface Followed {
  /** Of the publication that was last asked for on this page; null when none was. */
  readonly online: Online | null;
  /** Why the published record is not on the site as it was published. */
  readonly leftOut: string | null;
}

/** @param asked the publication to follow; null while there is none */
export function useFollowed(asked: Asked | null, uid: string, documentId: string | null): Followed {
  const client = useFetchClient();
  const ask = async (): Promise<{ report: PublicationReport | null }> => ({
    report: await readPublication(client).catch(() => null),
  });
  /** The publication that is timed; null once it is online. */
  const timed = useRef<{ asked: Asked; from: number } | null>(null);

  const stateOf = (report: PublicationReport | null): Online | null =>
    asked === null || documentId === null ? null : onlineOf(report, asked, { uid, documentId });
  const isMoving = (online: Online | null) => online !== null && online.kind !== 'online' && online.kind !== 'refused';
  const { answer, refresh } = usePolling(ask, (last) =>
    isMoving(stateOf(last?.report ?? null)) ? FOLLOWING_MS : RESTING_MS,
  );

  useEffect(() => {
    if (asked === null) return;
    timed.current = { asked, from: performance.now() };
    void refresh();
  }, [asked, refresh]);

  const report = answer?.report ?? null;
  const online = stateOf(report);
  const isOnline = online?.kind === 'online';
  useEffect(() => {
    if (!isOnline || timed.current?.asked !== asked || timed.current === null) return;
    noteDuration(performance.now() - timed.current.from);
    timed.current = null;
  }, [asked, isOnline]);

  return { online, leftOut: report === null || documentId === null ? null : leftOutReason(report, uid, documentId) };
}
