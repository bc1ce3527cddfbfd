/** The requests of the journal. */
import { z } from 'zod';
import { FormerState, JournalLine, Reverted } from '../../domain/contract/desk/review.ts';
import type { Client } from '../kit/client.ts';

/** The newest lines, of one association, of one record, or of all. */
export async function readJournal(
  { get }: Pick<Client, 'get'>,
  params: { readonly association?: string; readonly record?: string },
): Promise<JournalLine[]> {
  return z.array(JournalLine).parse((await get<unknown>('/trame/journal', { params })).data);
}

const lineOf = (line: string): string => `/trame/journal/${encodeURIComponent(line)}`;

/** What a line may put back, beside what is published today. */
export async function readFormer({ get }: Pick<Client, 'get'>, line: string): Promise<FormerState> {
  return FormerState.parse((await get<unknown>(`${lineOf(line)}/former`)).data);
}

export async function revert(
  { post }: Pick<Client, 'post'>,
  line: string,
  fields: readonly string[],
): Promise<Reverted> {
  return Reverted.parse((await post<unknown>(`${lineOf(line)}/revert`, { fields })).data);
}
