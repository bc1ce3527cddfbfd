/** What the document service is given, as data: what a form means by it. */
import type { Core } from '@strapi/strapi';
import { isValues, type Values } from '../domain/visit.ts';
import { contentAttributes, isToMany, type ContentAttribute, type RecordContent } from './record-content.ts';

const NUMBERS = new Set(['integer', 'float', 'decimal']);

const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === null || value === undefined ? [] : [value];

/** The documentId that a reference names; Strapi's forms name some by the number of their row. */
type NameOf = (reference: unknown) => unknown;

function scalar({ type }: ContentAttribute, value: unknown): unknown {
  if (value === undefined || value === '') return null;
  if (NUMBERS.has(type) && typeof value === 'string' && !Number.isNaN(Number(value))) return Number(value);
  if (type === 'datetime' && typeof value === 'string') {
    const at = new Date(value);
    return Number.isNaN(at.getTime()) ? value : at.toISOString();
  }
  return value instanceof Date ? value.toISOString() : value;
}

/** Where Strapi's forms put what they add: after another one, before it, at an end. */
function placeOf(position: unknown, order: readonly unknown[], nameOf: NameOf): number {
  if (!isValues(position)) return order.length;
  if (position['start'] === true) return 0;
  const { before, after } = position;
  const at = order.indexOf(nameOf(before ?? after));
  if (at === -1) return order.length;
  return before === undefined ? at + 1 : at;
}

function relation(attribute: ContentAttribute, value: unknown, from: unknown, nameOf: NameOf): unknown {
  const isChange = isValues(value) && ('connect' in value || 'disconnect' in value || 'set' in value);
  let order: unknown[] =
    isChange && !('set' in value) ? listOf(from) : listOf(isChange ? value['set'] : value).map(nameOf);
  if (isChange) {
    const gone = new Set(listOf(value['disconnect']).map(nameOf));
    order = order.filter((one) => !gone.has(one));
    for (const added of listOf(value['connect'])) {
      const name = nameOf(added);
      if (!isToMany(attribute)) order = [];
      order = order.filter((one) => one !== name);
      order.splice(placeOf(isValues(added) ? added['position'] : undefined, order, nameOf), 0, name);
    }
  }
  return isToMany(attribute) ? order : (order[0] ?? null);
}

const fileId = (file: unknown): unknown =>
  isValues(file) ? file['id'] : typeof file === 'string' ? Number(file) : file;

/** The numbers of rows that references name, by the type that they are of. */
function rowsNamed(strapi: Core.Strapi, uid: string, data: Values): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>();
  for (const [name, attribute] of contentAttributes(strapi, uid)) {
    const { type, target } = attribute as ContentAttribute & { target?: string };
    const value = data[name];
    if (type !== 'relation' || target === undefined) continue;
    const parts = isValues(value) ? [value['connect'], value['disconnect'], value['set'], value] : [value];
    for (const one of parts.flatMap(listOf)) {
      const id = isValues(one) ? (one['documentId'] === undefined ? one['id'] : undefined) : one;
      if (typeof id === 'number') found.set(target, (found.get(target) ?? new Set()).add(id));
    }
  }
  return found;
}

async function namesOf(strapi: Core.Strapi, uid: string, data: Values): Promise<(target: string) => NameOf> {
  const names = new Map<string, Map<unknown, string>>();
  for (const [target, ids] of rowsNamed(strapi, uid, data)) {
    const rows = (await strapi.db
      .query(target)
      .findMany({ select: ['id', 'documentId'], where: { id: { $in: [...ids] } } })) as {
      id: number;
      documentId: string;
    }[];
    names.set(target, new Map(rows.map(({ id, documentId }) => [id, documentId])));
  }
  return (target) => (reference) => {
    const key = isValues(reference) ? (reference['documentId'] ?? reference['id']) : reference;
    return names.get(target)?.get(key) ?? key;
  };
}

function fromInput(
  strapi: Core.Strapi,
  uid: string,
  data: Values,
  from: RecordContent | null,
  nameOf: (target: string) => NameOf,
): Values {
  return Object.fromEntries(
    contentAttributes(strapi, uid).flatMap(([name, attribute]): [string, unknown][] => {
      if (from !== null && !(name in data)) return [];
      const value = data[name];
      switch (attribute.type) {
        case 'relation': {
          const { target } = attribute as ContentAttribute & { target?: string };
          return [[name, relation(attribute, value, from?.[name], nameOf(target ?? ''))]];
        }
        case 'media': {
          const ids = listOf(value).map(fileId);
          return [[name, isToMany(attribute) ? ids : (ids[0] ?? null)]];
        }
        case 'component': {
          const rows = listOf(value)
            .filter(isValues)
            .map((row) => fromInput(strapi, attribute.component ?? '', row, null, nameOf));
          return [[name, attribute.repeatable ? rows : (rows[0] ?? null)]];
        }
        default:
          return [[name, scalar(attribute, value)]];
      }
    }),
  );
}

/**
 * The attributes that a save names, as data.
 * @param data for the document service: relations as lists, or as what is to be added and taken away
 * @param from the state that the form was made from, which additions are made to
 */
export async function contentFromInput(
  strapi: Core.Strapi,
  uid: string,
  data: Values,
  from: RecordContent,
): Promise<Values> {
  return fromInput(strapi, uid, data, from, await namesOf(strapi, uid, data));
}
