/** The requests about the national register, read through the contract. */
import { z } from 'zod';
import { RegisterNewsItem } from '../../domain/contract/desk/register.ts';
import type { Client } from '../kit/client.ts';

export async function readRegisterNews({ get }: Pick<Client, 'get'>): Promise<RegisterNewsItem[]> {
  return z.array(RegisterNewsItem).parse((await get<unknown>('/trame/register/news')).data);
}

/** @returns what is left to look at */
export async function seeNews({ post }: Pick<Client, 'post'>, id: string): Promise<RegisterNewsItem[]> {
  return z.array(RegisterNewsItem).parse((await post<unknown>(`/trame/register/news/${id}/seen`, {})).data);
}
