/** Records as Strapi’s own content manager hands them out: only what is read of them, held to a shape. */
import { z } from 'zod';
import type { Client } from './client.ts';

const Pagination = z.object({ pageCount: z.int(), total: z.int() });

const address = (uid: string, rest: string): string => `/content-manager/collection-types/${uid}${rest}`;

/**
 * One page of the records of a type, and how many there are.
 * @param query after the question mark, as the content manager takes it
 * @param shape of one record; what it does not name is dropped
 */
export async function readRecords<Shape extends z.ZodType>(
  { get }: Pick<Client, 'get'>,
  uid: string,
  query: string,
  shape: Shape,
): Promise<{ results: z.output<Shape>[]; pagination: z.output<typeof Pagination> }> {
  const { data } = await get<unknown>(address(uid, `?${query}`));
  return z.object({ results: z.array(shape), pagination: Pagination }).parse(data);
}

/** One record. @throws {FetchError} 404 when there is none */
export async function readRecord<Shape extends z.ZodType>(
  { get }: Pick<Client, 'get'>,
  uid: string,
  documentId: string,
  shape: Shape,
): Promise<z.output<Shape>> {
  const { data } = await get<unknown>(address(uid, `/${encodeURIComponent(documentId)}`));
  return shape.parse(z.object({ data: z.unknown() }).parse(data).data);
}
