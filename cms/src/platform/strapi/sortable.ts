/**
 * Can the database put records into this order? Strapi asks that of the first name only, and leaves out of what follows whatever
 * it does not want to be asked: what is left may be a relation without an attribute, on which the database layer fails.
 */
import { isValues } from '../../domain/visit.ts';
import { nextModel, type FindModel, type Model } from './private-attributes.ts';

const LISTS = new Set(['component', 'dynamiczone']);
/** Not among the attributes of a model: the key of its table, and the virtual state of what has drafts. */
const ALWAYS = new Set(['id', 'documentId']);

const isOrder = (value: unknown): boolean => typeof value === 'string' && /^(?:asc|desc)$/i.test(value);

function isKeySortable(model: Model, key: string, value: unknown, find: FindModel): boolean {
  if (ALWAYS.has(key)) return isOrder(value);
  if (key === 'status') return model.attributes['publishedAt'] !== undefined && isOrder(value);
  const attribute = model.attributes[key];
  if (!attribute || LISTS.has(attribute.type ?? '')) return false;
  const next = nextModel(model, key, find);
  if (next) return isValues(value) && isSortable(next, value, find);
  return isOrder(value);
}

/** @param orderBy in the form of the database layer */
export function isSortable(model: Model, orderBy: unknown, find: FindModel): boolean {
  if (orderBy === undefined || orderBy === null) return true;
  if (Array.isArray(orderBy)) return orderBy.every((one) => isSortable(model, one, find));
  if (typeof orderBy === 'string') return isKeySortable(model, orderBy, 'asc', find);
  if (!isValues(orderBy)) return false;
  return Object.entries(orderBy).every(([key, value]) => isKeySortable(model, key, value, find));
}
