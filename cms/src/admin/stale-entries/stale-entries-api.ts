/** The requests of « Fiches sans nouvelles », read through the contract. */
import { TakenOffline, StaleEntriesReport } from '../../domain/contract/desk/stale-entries.ts';
import type { Client } from '../kit/client.ts';

export async function readStaleEntries({ get }: Pick<Client, 'get'>): Promise<StaleEntriesReport> {
  return StaleEntriesReport.parse((await get<unknown>('/trame/stale-entries')).data);
}

export async function takeOffline({ post }: Pick<Client, 'post'>): Promise<TakenOffline> {
  return TakenOffline.parse((await post<unknown>('/trame/stale-entries/take-offline', {})).data);
}
