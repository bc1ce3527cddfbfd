/** The requests of « Ce que les gens cherchent », read through the contract. */
import { UnansweredReport, WordAdded, type AddWord } from '../../domain/contract/desk/unanswered.ts';
import type { Client } from '../kit/client.ts';

const ADDRESS = '/trame/unanswered';

export const readUnanswered = async ({ get }: Pick<Client, 'get'>): Promise<UnansweredReport> =>
  UnansweredReport.parse((await get<unknown>(ADDRESS)).data);

export const addWord = async ({ post }: Pick<Client, 'post'>, asked: AddWord): Promise<WordAdded> =>
  WordAdded.parse((await post<unknown>(`${ADDRESS}/add`, asked)).data);

/** @param act `ignore`: it is set aside; `reopen`: it waits again */
export const sendIgnore = async (
  { post }: Pick<Client, 'post'>,
  act: 'ignore' | 'reopen',
  question: string,
): Promise<UnansweredReport> => UnansweredReport.parse((await post<unknown>(`${ADDRESS}/${act}`, { question })).data);
