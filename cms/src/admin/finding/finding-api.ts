/** The requests of the search. */
import { PublicAddress } from '../../domain/contract/desk/public-page.ts';
import { Found, type FoundRecord } from '../../domain/contract/desk/finding.ts';
import type { Client } from '../kit/client.ts';

export const ask = async ({ get }: Pick<Client, 'get'>, question: string): Promise<Found> =>
  Found.parse((await get<unknown>('/trame/find', { params: { q: question } })).data);

/** Where residents read it; null when they do not. */
export async function publicAddress(
  { get }: Pick<Client, 'get'>,
  { uid, documentId }: Pick<FoundRecord, 'uid' | 'documentId'>,
): Promise<string | null> {
  return PublicAddress.parse((await get<unknown>('/trame/public-page', { params: { uid, documentId } })).data).url;
}
