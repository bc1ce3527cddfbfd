/** The requests of « Remise en place », read through the contract. */
import { RestoreReport, type LettersDecision } from '../../domain/contract/desk/restore.ts';
import type { Client } from '../kit/client.ts';

export async function readRestore({ get }: Pick<Client, 'get'>): Promise<RestoreReport> {
  return RestoreReport.parse((await get<unknown>('/trame/restore')).data);
}

export async function decideLetters({ post }: Pick<Client, 'post'>, decision: LettersDecision): Promise<RestoreReport> {
  return RestoreReport.parse((await post<unknown>('/trame/restore/letters', { decision })).data);
}

export async function allowPublication({ post }: Pick<Client, 'post'>): Promise<RestoreReport> {
  return RestoreReport.parse((await post<unknown>('/trame/restore/publication', {})).data);
}
