/** The requests of « Listes ». */
import { RecordLists, RecordPage, type ListToSave, type RecordCriteria } from '../../domain/contract/desk/finding.ts';
import type { Client } from '../kit/client.ts';

export async function readList(
  { post }: Pick<Client, 'post'>,
  criteria: RecordCriteria,
  page: number,
): Promise<RecordPage> {
  return RecordPage.parse((await post<unknown>('/trame/record-lists/read', { criteria, page })).data);
}

export const saveList = async ({ post }: Pick<Client, 'post'>, list: ListToSave): Promise<RecordLists> =>
  RecordLists.parse((await post<unknown>('/trame/record-lists', list)).data);

export const deleteList = async ({ del }: Pick<Client, 'del'>, id: string): Promise<RecordLists> =>
  RecordLists.parse((await del<unknown>(`/trame/record-lists/${encodeURIComponent(id)}`)).data);

/** Nobody waits for it, and a list is read without it. */
export const markOpened = ({ post }: Pick<Client, 'post'>, id: string): void =>
  void post(`/trame/record-lists/${encodeURIComponent(id)}/opened`, {}).catch(() => undefined);
