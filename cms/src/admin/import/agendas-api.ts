/** The requests of « Agendas suivis », read through the contract: each answers all that are followed. */
import { z } from 'zod';
import { FollowedAgenda, type FollowQuestion } from '../../domain/contract/desk/agendas.ts';
import type { Client } from '../kit/client.ts';

const Agendas = z.array(FollowedAgenda);
const PATH = '/trame/agendas';

export async function readAgendas({ get }: Pick<Client, 'get'>): Promise<FollowedAgenda[]> {
  return Agendas.parse((await get<unknown>(PATH)).data);
}

export async function followAgenda({ post }: Pick<Client, 'post'>, asked: FollowQuestion): Promise<FollowedAgenda[]> {
  return Agendas.parse((await post<unknown>(PATH, asked)).data);
}

/** @param what `read` it now, or `leave` it */
export async function actOnAgenda(
  { post }: Pick<Client, 'post'>,
  id: string,
  what: 'read' | 'leave',
): Promise<FollowedAgenda[]> {
  return Agendas.parse((await post<unknown>(`${PATH}/${id}/${what}`, {})).data);
}
