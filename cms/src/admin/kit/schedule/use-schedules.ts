/** Everything that is planned, for the rows of a list: asked once for all of them. */
import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import type { ScheduledRecord, ShownSchedule } from '../../../domain/contract/desk/schedule.ts';
import { readSchedules } from './schedule-api.ts';

/** The rows of a list are drawn within moments of each other; a list that is opened later asks anew. */
const ONE_LIST_MS = 2_000;

let asked: { readonly at: number; readonly answer: Promise<ScheduledRecord[]> } | null = null;

/** What is planned for one record of a list; null while that is not known. */
export function useScheduleOf(uid: string, documentId: string): ShownSchedule | null {
  const { get } = useFetchClient();
  const [schedule, setSchedule] = useState<ShownSchedule | null>(null);
  useEffect(() => {
    let alive = true;
    if (asked === null || Date.now() - asked.at > ONE_LIST_MS)
      asked = { at: Date.now(), answer: readSchedules({ get }) };
    asked.answer.then(
      (all) => {
        const found = all.find((one) => one.uid === uid && one.documentId === documentId);
        if (alive) setSchedule(found?.schedule ?? null);
      },
      () => undefined, // the list serves without
    );
    return () => {
      alive = false;
    };
  }, [get, uid, documentId]);
  return schedule;
}
