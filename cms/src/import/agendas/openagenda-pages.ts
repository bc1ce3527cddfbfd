/** Lists of events of OpenAgenda's API come in pages: they are followed to the end, within the limits of any agenda. */
import { z } from 'zod';
import { eventLimits } from '../../domain/import/events/foreign-event.ts';
import { fetchForeign, type ForeignPolicy } from '../../platform/foreign/fetch-foreign.ts';

/** Events of a page, where the address asks for no other number. */
const PAGE_SIZE = 100;
/** At so many events a page, more than are taken. */
const MOST_PAGES = 60;
/** How many times the patience of one page all of them may take. */
const PATIENCE = 4;

/** `GET /v2/agendas/{uid}/events`, and the same of version 3. */
const LIST = /^\/v[23]\/agendas\/[^/]+\/events\/?$/;
const HOST = /(?:^|\.)openagenda\.com$/;

export const isOpenAgendaList = (address: string): boolean => {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url !== null && HOST.test(url.hostname) && LIST.test(url.pathname);
};

interface Page {
  readonly events: readonly unknown[];
  readonly total: number | null;
  /** Where the next page begins: given back as it came, each of its values. Empty when there is none. */
  readonly after: readonly string[];
}

const Version2 = z
  .object({
    events: z.array(z.unknown()),
    total: z.number().nullish(),
    after: z.array(z.union([z.string(), z.number()])).nullish(),
  })
  .transform(({ events, total, after }): Page => ({ events, total: total ?? null, after: (after ?? []).map(String) }));

/** `Pagination` of its OpenAPI description; a total that is only a lower bound ends nothing. */
const Version3 = z
  .object({
    data: z.array(z.unknown()),
    pagination: z.object({
      after: z.string().nullish(),
      total: z.number().nullish(),
      totalRelation: z.string().nullish(),
    }),
  })
  .transform(({ data, pagination: { after, total, totalRelation } }): Page => ({
    events: data,
    total: totalRelation === 'atLeast' ? null : (total ?? null),
    after: after ? [after] : [],
  }));

/** What each version calls the number of events of a page, and the beginning of the next. */
const NAMES = { 2: { size: 'size', after: 'after[]' }, 3: { size: 'limit', after: 'after' } } as const;
const namesOf = (url: URL) => NAMES[url.pathname.startsWith('/v3/') ? 3 : 2];

const AnyPage = z.union([Version2, Version3]);

function pageIn(bytes: Buffer): Page | null {
  try {
    return AnyPage.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    return null; // whoever reads the file says what it is
  }
}

function addressOf(address: string, after: readonly string[]): string {
  const url = new URL(address);
  const names = namesOf(url);
  if (!url.searchParams.has(names.size)) url.searchParams.set(names.size, String(PAGE_SIZE));
  if (after.length === 0) return url.href;
  for (const name of [...url.searchParams.keys()]) if (/^after(?:\[\d*\])?$/.test(name)) url.searchParams.delete(name);
  for (const value of after) url.searchParams.append(names.after, value);
  return url.href;
}

/**
 * Fetches all the pages of a list as one file.
 * @returns JSON of the events of all pages, with how many the source says that there are; what is no list, as it came
 * @throws {Refused} in French, when any page cannot be fetched: half an agenda is none
 */
export async function fetchOpenAgenda(
  address: string,
  policy: ForeignPolicy,
  fetchPage: typeof fetchForeign = fetchForeign,
): Promise<Buffer> {
  const until = Date.now() + PATIENCE * policy.milliseconds;
  const events: unknown[] = [];
  const seen = new Set<string>();
  let next = addressOf(address, []);
  let total = 0;
  let room = policy.mostBytes;
  for (let count = 0; count < MOST_PAGES; count += 1) {
    const milliseconds = Math.max(1, Math.min(policy.milliseconds, until - Date.now()));
    const bytes = await fetchPage(next, { ...policy, milliseconds, mostBytes: room });
    const page = pageIn(bytes);
    if (page === null) return bytes; // also of a later page: it is read as the whole, and refused
    room = Math.max(0, room - bytes.length);
    events.push(...page.events);
    total = page.total ?? Infinity;
    const { after } = page;
    const isLast = page.events.length === 0 || after.length === 0 || events.length >= total;
    // One too many is enough: whoever reads the file says so.
    if (isLast || events.length > eventLimits.events) break;
    next = addressOf(address, after);
    if (seen.has(next)) break;
    seen.add(next);
  }
  return Buffer.from(JSON.stringify({ total: Number.isFinite(total) ? total : events.length, events }));
}
