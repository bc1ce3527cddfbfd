/** The names of types, and the titles of Strapi’s lists of them. */
import { typeName } from '../../domain/records/record-type-names.ts';

export { typeName };

const LIST = /\/content-manager\/collection-types\/([^/]+)\/?$/;

/** The title of a list of Strapi's, which it calls by the singular: "Événement" at its address is "Événements"; any other stays. */
export function listTitle(title: string, path: string): string {
  const name = typeName(LIST.exec(path)?.[1] ?? '');
  return name !== undefined && title === name.one ? name.many : title;
}
