/** The requests of the journal. */
import { z } from 'zod';
import { JournalLine } from '../../domain/contract/desk/review.ts';
import type { Client } from '../kit/client.ts';

/** The newest lines, of one association, of one record, or of all. */
export async function readJournal(
  { get }: Pick<Client, 'get'>,
  params: { readonly association?: string; readonly record?: string },
): Promise<JournalLine[]> {
  return z.array(JournalLine).parse((await get<unknown>('/trame/journal', { params })).data);
}

export async function revert({ post }: Pick<Client, 'post'>, line: string): Promise<true> {
  await post(`/trame/journal/${encodeURIComponent(line)}/revert`, {});
  return true;
}
