/** The requests of the desk. Answers are read through the contract: an old server shows as one, not as a blank page. */
import type { useFetchClient } from '@strapi/strapi/admin';
import type { z } from 'zod';
import { EntryChoices } from '../../domain/contract/my-entry.ts';
import { AcceptedTogether, Desk, OpenAnswer, type Acceptance } from '../../domain/contract/review.ts';

type Client = ReturnType<typeof useFetchClient>;

export const ASSOCIATION_UID = 'api::association.association';

/** Where the desk and its neighbours are in the admin. */
export const deskPaths = {
  queue: '/trame/desk',
  answer: (id: string, search = '') => `/trame/desk/${id}${search}`,
  record: (uid: string, documentId: string) => `/content-manager/collection-types/${uid}/${documentId}`,
  association: (documentId: string) => `/content-manager/collection-types/${ASSOCIATION_UID}/${documentId}`,
} as const;

const route = (id: string, rest = '') => `/trame/desk/${encodeURIComponent(id)}${rest}`;

export async function readDesk({ get }: Pick<Client, 'get'>): Promise<Desk> {
  return Desk.parse((await get<unknown>('/trame/desk')).data);
}

export async function openAnswer({ get }: Pick<Client, 'get'>, id: string): Promise<OpenAnswer> {
  return OpenAnswer.parse((await get<unknown>(route(id))).data);
}

/** What an accepted event or guide became. */
export interface Accepted {
  associationId: string | null;
  draft: { uid: string; documentId: string; published: boolean } | null;
}

export async function acceptAnswer(
  { post }: Pick<Client, 'post'>,
  id: string,
  acceptance: z.infer<typeof Acceptance>,
): Promise<Accepted> {
  return (await post<Accepted>(route(id, '/accept'), acceptance)).data;
}

export async function refuseAnswer({ post }: Pick<Client, 'post'>, id: string, reason: string): Promise<true> {
  await post(route(id, '/refuse'), { reason });
  return true;
}

export async function acceptUnchanged({ post }: Pick<Client, 'post'>): Promise<AcceptedTogether> {
  return AcceptedTogether.parse((await post<unknown>('/trame/desk/accept-unchanged', {})).data);
}

/** Themes, audiences and communes to choose from, for retouching an entry. */
export async function readEntryChoices({ get }: Pick<Client, 'get'>): Promise<EntryChoices> {
  return EntryChoices.parse((await get<unknown>('/trame/entry-choices')).data);
}
