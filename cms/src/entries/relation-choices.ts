/** What a field of a form that chooses records needs: those that correspond to some letters, told apart, and how the chosen ones are called. */
import type { Core } from '@strapi/strapi';
import { MOST_CHOICES, type RelationChoice, type RelationChoices } from '../domain/contract/desk/relation-choices.ts';
import { chooseByName, chooseInGroups } from '../domain/choose-by-name.ts';
import { dayOf, formatDigits } from '../domain/dates.ts';
import { isValues, textOf, type Values } from '../domain/visit.ts';

/** How the records of a type are named, and what tells two of the same name apart. */
interface Naming {
  readonly name: string;
  readonly also: readonly string[];
  readonly populate?: Readonly<Record<string, { select: string[] }>>;
  /** The relation to what a record stands under: then all of them are a list that is read as a whole. */
  readonly above?: string;
  readonly detail: (record: Values) => readonly unknown[];
}

const of = (value: unknown, key: string): string => (isValues(value) ? textOf(value[key]) : '');
const day = (value: unknown): string =>
  typeof value === 'string' || value instanceof Date ? formatDigits(dayOf(value)) : '';

const NAMINGS: Readonly<Record<string, Naming>> = {
  'api::association.association': {
    name: 'name',
    also: ['acronym'],
    populate: { commune: { select: ['name'] } },
    detail: ({ acronym, commune }) => [acronym, of(commune, 'name')],
  },
  'api::event.event': {
    name: 'title',
    also: ['kind', 'period'],
    populate: { timings: { select: ['begin'] } },
    detail: ({ kind, period, timings }) => [
      kind,
      day(
        (Array.isArray(timings) ? (timings as Values[]) : [])
          .map(({ begin }) => begin)
          .filter((begin) => begin !== null)
          .sort()
          .at(0),
      ) || period,
    ],
  },
  'api::guide.guide': { name: 'title', also: ['kind', 'date'], detail: ({ kind, date }) => [kind, day(date)] },
  'api::resource.resource': {
    name: 'title',
    also: ['kind', 'ownerName'],
    populate: { owner: { select: ['name'] } },
    detail: ({ kind, owner, ownerName }) => [kind, of(owner, 'name') || ownerName],
  },
  'api::venue.venue': {
    name: 'name',
    also: ['street', 'city'],
    populate: { commune: { select: ['name'] } },
    detail: ({ street, city, commune }) => [street, of(commune, 'name') || city],
  },
  'api::theme.theme': {
    name: 'name',
    also: [],
    populate: { parent: { select: ['name'] } },
    above: 'parent',
    detail: ({ parent }) => [of(parent, 'name')],
  },
  'api::commune.commune': { name: 'name', also: ['inseeCode'], detail: () => [] },
  'api::audience.audience': { name: 'name', also: [], detail: () => [] },
};

/** The type that a relation leads to; null for what is no relation, or to a type that no form chooses. */
export function targetOf(strapi: Core.Strapi, uid: string, field: string): string | null {
  const model = Object.hasOwn(strapi.contentTypes, uid) ? strapi.getModel(uid as 'api::event.event') : null;
  const { type, target } = (model?.attributes[field as 'title'] ?? {}) as { type?: string; target?: string };
  return type === 'relation' && target !== undefined && Object.hasOwn(NAMINGS, target) ? target : null;
}

const hasDrafts = (strapi: Core.Strapi, uid: string): boolean =>
  strapi.getModel(uid as 'api::event.event').options?.draftAndPublish === true;

/** Every draft row, or every row of a type without drafts. */
const draftsOf = (strapi: Core.Strapi, uid: string): Values => (hasDrafts(strapi, uid) ? { publishedAt: null } : {});

/** The records with these ids, in their order; one that is gone is left out. */
export async function namedChoices(
  strapi: Core.Strapi,
  uid: string,
  ids: readonly string[],
): Promise<RelationChoice[]> {
  const naming = NAMINGS[uid];
  if (!naming || ids.length === 0) return [];
  const query = strapi.db.query(uid);
  const [rows, published] = await Promise.all([
    query.findMany({
      select: ['documentId', naming.name, ...naming.also],
      where: { documentId: { $in: [...ids] }, ...draftsOf(strapi, uid) },
      populate: { ...naming.populate },
    }) as Promise<Values[]>,
    hasDrafts(strapi, uid)
      ? (query.findMany({
          select: ['documentId'],
          where: { documentId: { $in: [...ids] }, publishedAt: { $notNull: true } },
        }) as Promise<Values[]>)
      : null,
  ]);
  const online = published && new Set(published.map(({ documentId }) => documentId));
  const byId = new Map(rows.map((row) => [textOf(row['documentId']), row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    const name = row ? textOf(row[naming.name]).trim() : '';
    if (!row || name === '') return [];
    const detail = naming
      .detail(row)
      .map((part) => textOf(part).trim())
      .filter(Boolean)
      .join(', ');
    return [{ id, name, detail, online: online === null || online.has(id) }];
  });
}

/** The records of a type whose name corresponds to what was typed (`domain/choose-by-name.ts`), told apart. */
export async function findChoices(strapi: Core.Strapi, uid: string, typed: string): Promise<RelationChoices> {
  const naming = NAMINGS[uid];
  if (!naming) return { choices: [], more: false };
  const names = (await strapi.db.query(uid).findMany({
    select: ['documentId', naming.name],
    where: draftsOf(strapi, uid),
    ...(naming.above ? { populate: { [naming.above]: { select: [naming.name] } } } : {}),
  })) as Values[];
  const { above } = naming;
  const nameOf = (row: Values) => textOf(row[naming.name]);
  const found =
    above === undefined
      ? chooseByName(names, nameOf, typed)
      : chooseInGroups(names, (row) => ({ name: nameOf(row), above: of(row[above], naming.name) }), typed);
  const most = above === undefined ? MOST_CHOICES : found.length;
  const shown = found.slice(0, most).map((row) => textOf(row['documentId']));
  return { choices: await namedChoices(strapi, uid, shown), more: found.length > most };
}
