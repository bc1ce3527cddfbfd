/** The requests about what is planned for a record, read through the contract. */
import { z } from 'zod';
import {
  ScheduledRecord,
  ScheduleMade,
  ScheduleOf,
  type ScheduleToGiveUp,
  type ScheduleToMake,
} from '../../../domain/contract/desk/schedule.ts';
import type { Client } from '../client.ts';

const route = '/trame/schedules';

/** Everything that is planned, of types that the account may read. */
export async function readSchedules({ get }: Pick<Client, 'get'>): Promise<ScheduledRecord[]> {
  return z.array(ScheduledRecord).parse((await get<unknown>(route)).data);
}

export async function readScheduleOf(
  { get }: Pick<Client, 'get'>,
  uid: string,
  documentId: string,
): Promise<ScheduleOf> {
  return ScheduleOf.parse((await get<unknown>(`${route}/of`, { params: { uid, documentId } })).data);
}

/** @throws {FetchError} with a sentence for each field that is to be mended */
export async function makeSchedule({ post }: Pick<Client, 'post'>, asked: ScheduleToMake): Promise<ScheduleMade> {
  return ScheduleMade.parse((await post<unknown>(route, asked)).data);
}

export async function giveUpSchedule({ post }: Pick<Client, 'post'>, asked: ScheduleToGiveUp): Promise<true> {
  await post(`${route}/give-up`, asked);
  return true;
}
