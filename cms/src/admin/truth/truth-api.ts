/** The requests of « Fiches sans nouvelles », read through the contract. */
import type { useFetchClient } from '@strapi/strapi/admin';
import { TakenOffline, TruthReport } from '../../domain/contract/truth.ts';

type Client = ReturnType<typeof useFetchClient>;

/** Where the page is, and where the rules that it speaks of are set. */
export const truthPaths = {
  page: '/trame/board/silent-entries',
  rules: '/content-manager/single-types/api::site-settings.site-settings',
} as const;

export async function readTruth({ get }: Pick<Client, 'get'>): Promise<TruthReport> {
  return TruthReport.parse((await get<unknown>('/trame/truth')).data);
}

export async function takeOffline({ post }: Pick<Client, 'post'>): Promise<TakenOffline> {
  return TakenOffline.parse((await post<unknown>('/trame/truth/take-offline', {})).data);
}
