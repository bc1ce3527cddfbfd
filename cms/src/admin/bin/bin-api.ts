/** The requests of « Corbeille », read through the contract. */
import { z } from 'zod';
import { BinLine, PutBack } from '../../domain/contract/desk/bin.ts';
import type { Client } from '../kit/client.ts';

export async function readBin({ get }: Pick<Client, 'get'>): Promise<BinLine[]> {
  return z.array(BinLine).parse((await get<unknown>('/trame/bin')).data);
}

export async function putBack({ post }: Pick<Client, 'post'>, id: string, publish: boolean): Promise<PutBack> {
  return PutBack.parse((await post<unknown>(`/trame/bin/${id}/put-back`, { publish })).data);
}

export async function eraseFromBin({ post }: Pick<Client, 'post'>, id: string): Promise<true> {
  await post(`/trame/bin/${id}/erase`, {});
  return true;
}
