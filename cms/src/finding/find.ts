import type { Core } from '@strapi/strapi';
import type { Found } from '../domain/contract/desk/finding.ts';
import { isAllowed, mayDecide, type AdminContext } from '../platform/http/admin-route.ts';
import { findCases } from './cases.ts';
import { reasonOf, searchSeen, seenBy, toFound } from './read-lists.ts';

/** What a dialog shows without being scrolled for long. */
const MOST = { records: 12, cases: 4 };

/** Everything that an editor knows and may read, by one question. An empty one makes the index ready for the next. */
export async function find(
  strapi: Core.Strapi,
  context: Pick<AdminContext, 'state'>,
  question: string,
): Promise<Found> {
  const seen = await seenBy(strapi, context);
  const records = searchSeen(seen, question);
  const cases = isAllowed(strapi, context, mayDecide) ? await findCases(strapi, question) : [];
  return {
    records: records.slice(0, MOST.records).map(({ data, because }) => toFound(seen, data, reasonOf(because))),
    cases: cases.slice(0, MOST.cases),
    total: records.length + cases.length,
  };
}
