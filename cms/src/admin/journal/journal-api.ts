/** The requests of the journal. */
import type { useFetchClient } from '@strapi/strapi/admin';
import { z } from 'zod';
import { JournalLine } from '../../domain/contract/review.ts';

type Client = ReturnType<typeof useFetchClient>;

/** Where the journal is in the admin: of everything, or of one association. */
export const journalPaths = {
  all: '/trame/journal',
  of: (association: string) => `/trame/journal?association=${encodeURIComponent(association)}`,
} as const;

/** The newest lines, of one association or of all. */
export async function readJournal({ get }: Pick<Client, 'get'>, association: string | null): Promise<JournalLine[]> {
  const params = association === null ? {} : { association };
  return z.array(JournalLine).parse((await get<unknown>('/trame/journal', { params })).data);
}

export async function revert({ post }: Pick<Client, 'post'>, line: string): Promise<true> {
  await post(`/trame/journal/${encodeURIComponent(line)}/revert`, {});
  return true;
}
