/** The communes of the select, read once per visit: a form may show it for nine activities. */
import { z } from 'zod';
import type { Client } from '../kit/client.ts';
import { readRecords } from '../kit/content-manager.ts';

const CommuneOption = z.object({ inseeCode: z.string(), name: z.string() });
export type CommuneOption = z.infer<typeof CommuneOption>;

type Get = Client['get'];

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
    const { results, pagination } = await readRecords(
      { get },
      'api::commune.commune',
      `page=${page}&pageSize=${PAGE_SIZE}&sort=name:ASC`,
      CommuneOption,
    );
    all.push(...results);
    pages = pagination.pageCount;
  }
  return all;
}
