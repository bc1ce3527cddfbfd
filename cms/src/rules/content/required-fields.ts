import type { Core } from '@strapi/strapi';
import type { Fault, Path, Rule, Values } from '../engine/rule.ts';
import { isValues } from '../../domain/visit.ts';

const MESSAGE = 'Ce champ est obligatoire pour publier.';

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

/**
 * The required fields that are missing, in the record and in its components.
 * @param partial the values are those of an update: a key that is absent keeps what is stored
 */
function missing(strapi: Core.Strapi, uid: string, values: Values, partial: boolean, path: Path = []): Fault[] {
  const { attributes } = strapi.getModel(uid as 'api::theme.theme') as { attributes: Record<string, Values> };
  return Object.entries(attributes).flatMap(([name, attribute]): Fault[] => {
    const value = values[name];
    const here = [...path, name];
    const kept = partial && !(name in values);
    if (attribute['required'] === true && !kept && isEmpty(value)) {
      const filledByStrapi = !(name in values) && 'default' in attribute;
      return filledByStrapi ? [] : [{ path: here, message: MESSAGE }];
    }
    if (attribute['type'] !== 'component') return [];
    const component = String(attribute['component']);
    // An entry with an id is an update of that entry.
    const inside = (entry: unknown, at: Path) =>
      isValues(entry) ? missing(strapi, component, entry, partial && 'id' in entry, at) : [];
    return Array.isArray(value)
      ? value.flatMap((entry, index) => inside(entry, [...here, index]))
      : inside(value, here);
  });
}

/** Strapi also refuses what is missing, but in English and without naming the field as the form does. */
export const requiredFields: Rule = {
  onSave: ({ strapi, uid, action, data, publishes }) =>
    publishes ? missing(strapi, uid, data, action === 'update') : [],
  onPublish: ({ strapi, uid, record }) => missing(strapi, uid, record, false),
};
