/** The requests of the desk. Answers are read through the contract: an old server shows as one, not as a blank page. */
import { EntryChoices } from '../../domain/contract/associations/my-entry.ts';
import {
  Accepted,
  AcceptedTogether,
  Desk,
  OpenAnswer,
  StillOpen,
  type Acceptance,
} from '../../domain/contract/desk/review.ts';
import type { Client } from '../kit/client.ts';
import { saidBy } from '../kit/problem.ts';

const route = (id: string, rest = '') => `/trame/desk/${encodeURIComponent(id)}${rest}`;

export async function readDesk({ get }: Pick<Client, 'get'>): Promise<Desk> {
  return Desk.parse((await get<unknown>('/trame/desk')).data);
}

export async function openAnswer({ get }: Pick<Client, 'get'>, id: string): Promise<OpenAnswer> {
  return OpenAnswer.parse((await get<unknown>(route(id))).data);
}

/** Tells the other editors that this one still reads the answer, and says whether another does. */
export async function tellStillOpen({ post }: Pick<Client, 'post'>, id: string): Promise<StillOpen> {
  return StillOpen.parse((await post<unknown>(route(id, '/still-open'), {})).data);
}

export async function acceptAnswer(
  { post }: Pick<Client, 'post'>,
  id: string,
  acceptance: Acceptance,
): Promise<Accepted> {
  return Accepted.parse((await post<unknown>(route(id, '/accept'), acceptance)).data);
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

/** The answer compared anew, that a refusal brings when the entry moved on (409); null otherwise. */
export function currentIn(error: unknown): OpenAnswer | null {
  const parsed = OpenAnswer.safeParse(saidBy(error).current);
  return parsed.success ? parsed.data : null;
}
