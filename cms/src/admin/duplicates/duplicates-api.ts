/** The requests of « Doublons », read through the contract. */
import {
  Duplicates,
  Merged,
  MergeUndone,
  PairView,
  type MergeQuestion,
  type PairQuestion,
} from '../../domain/contract/desk/duplicates.ts';
import type { Client } from '../kit/client.ts';

export const readDuplicates = async ({ get }: Pick<Client, 'get'>): Promise<Duplicates> =>
  Duplicates.parse((await get<unknown>('/trame/duplicates')).data);

export const readPair = async ({ get }: Pick<Client, 'get'>, question: PairQuestion): Promise<PairView> =>
  PairView.parse((await get<unknown>(`/trame/duplicates/pair?${new URLSearchParams(question).toString()}`)).data);

export const sendMerge = async ({ post }: Pick<Client, 'post'>, question: MergeQuestion): Promise<Merged> =>
  Merged.parse((await post<unknown>('/trame/duplicates/merge', question)).data);

export const sendDistinct = async (
  { post }: Pick<Client, 'post'>,
  question: PairQuestion,
  distinct: boolean,
): Promise<Duplicates> =>
  Duplicates.parse((await post<unknown>('/trame/duplicates/distinct', { ...question, distinct })).data);

export const undoMerge = async ({ post }: Pick<Client, 'post'>, id: string): Promise<MergeUndone> =>
  MergeUndone.parse((await post<unknown>(`/trame/duplicates/merges/${id}/undo`, {})).data);
