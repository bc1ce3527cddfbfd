/** The lists of the office with their counts, which a page of its own and the home page show. */
import { RecordLists } from '../../domain/contract/desk/finding.ts';
import type { Client } from './client.ts';

export const readRecordLists = async ({ get }: Pick<Client, 'get'>): Promise<RecordLists> =>
  RecordLists.parse((await get<unknown>('/trame/record-lists')).data);
