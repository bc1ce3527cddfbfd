/** The directory as a file of events is compared with it. */
import type { Core } from '@strapi/strapi';
import { nameKey } from '../../domain/import/cells/choose-names.ts';
import type { EventLists } from '../../domain/import/events/event-values.ts';
import { Territory } from '../../domain/import/territory.ts';
import type { TerritoryLists } from '../territory-lists.ts';

export const EVENT = 'api::event.event';

interface Row {
  readonly documentId: string;
  readonly name: string | null;
  readonly acronym?: string | null;
  readonly commune?: { readonly documentId: string } | null;
}

/** A name that two associations have names none of them. */
function uniqueNames(rows: readonly Row[]): ReadonlyMap<string, string> {
  const found = new Map<string, string | null>();
  for (const { documentId, name, acronym } of rows) {
    for (const key of new Set([name, acronym].map((one) => nameKey(one ?? '')))) {
      if (key === '') continue;
      const known = found.get(key);
      found.set(key, known === undefined || known === documentId ? documentId : null);
    }
  }
  return new Map([...found].filter((entry): entry is [string, string] => entry[1] !== null));
}

/** Places and associations, beside the lists of the territory. */
export async function readEventLists(strapi: Core.Strapi, { themes, register }: TerritoryLists): Promise<EventLists> {
  const venues = (await strapi.db.query('api::venue.venue').findMany({
    select: ['documentId', 'name'],
    populate: { commune: { select: ['documentId'] } },
  })) as Row[];
  const associations = (await strapi.db.query('api::association.association').findMany({
    select: ['documentId', 'name', 'acronym'],
    where: { publishedAt: null },
  })) as Row[];
  return {
    themes,
    territory: new Territory(register.communes),
    venues: venues.map(({ documentId, name, commune }) => ({
      id: documentId,
      name: name ?? '',
      commune: commune?.documentId ?? null,
    })),
    associations: uniqueNames(associations),
  };
}
