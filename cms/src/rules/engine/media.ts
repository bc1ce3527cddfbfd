import type { Core } from '@strapi/strapi';
import type { Path, Values } from './rule.ts';
import { isValues } from '../../domain/visit.ts';

/** The files of a record, in its media fields and in those of its components, each with its place. */
export function mediaOf(
  strapi: Core.Strapi,
  uid: string,
  record: Values,
  path: Path = [],
): { readonly file: Values; readonly path: Path }[] {
  const { attributes } = strapi.getModel(uid as 'api::theme.theme') as { attributes: Record<string, Values> };
  return Object.entries(attributes).flatMap(([name, attribute]) => {
    const value = record[name];
    const here = [...path, name];
    if (attribute['type'] === 'media') {
      const files: unknown[] = Array.isArray(value) ? value : [value];
      return files.filter(isValues).map((file) => ({ file, path: here }));
    }
    if (attribute['type'] !== 'component') return [];
    const component = String(attribute['component']);
    if (!Array.isArray(value)) return isValues(value) ? mediaOf(strapi, component, value, here) : [];
    return value.flatMap((entry: unknown, index) =>
      isValues(entry) ? mediaOf(strapi, component, entry, [...here, index]) : [],
    );
  });
}
