/** The communes of the select, read once per visit: a form may show it for nine activities. */
import type { useFetchClient } from '@strapi/strapi/admin';

export interface CommuneOption {
  inseeCode: string;
  name: string;
}

type Get = ReturnType<typeof useFetchClient>['get'];

/** A territory has some dozens of communes; an EPCI at most some 160. */
const PAGE_SIZE = 100;

let communes: Promise<CommuneOption[]> | null = null;

/** All communes, in alphabetical order. A failure is not kept: the next field that is shown asks again. */
export function readCommunes(get: Get): Promise<CommuneOption[]> {
  communes ??= readPages(get).catch((error: unknown) => {
    communes = null;
    throw error;
  });
  return communes;
}

async function readPages(get: Get): Promise<CommuneOption[]> {
  const all: CommuneOption[] = [];
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const { data } = await get<{ results: CommuneOption[]; pagination: { pageCount: number } }>(
      `/content-manager/collection-types/api::commune.commune?page=${page}&pageSize=${PAGE_SIZE}&sort=name:ASC`,
    );
    all.push(...data.results.map(({ inseeCode, name }) => ({ inseeCode, name })));
    pages = data.pagination.pageCount;
  }
  return all;
}
