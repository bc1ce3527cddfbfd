/** Fields in the words of the edit forms. */
import type { Core } from '@strapi/strapi';
import type { Path } from '../domain/visit.ts';
import { componentLayouts, contentTypeLayouts } from '../labels/layouts.ts';

/** The label of a field of a type, as its form says it. */
export const fieldLabel = (uid: string, name: string): string => layouts.get(uid)?.fields[name]?.label ?? name;

const layouts = new Map([...contentTypeLayouts, ...componentLayouts].map((layout) => [layout.uid, layout]));

/** A path in the words of the edit form: `['contacts', 0, 'phone']` → "Contacts 1 › Téléphone". */
export function describePath(strapi: Core.Strapi, uid: string, path: Path): string {
  const words: string[] = [];
  let model = uid;
  for (const step of path) {
    if (typeof step === 'number') {
      words.push(`${words.pop() ?? ''}\u00a0${step + 1}`);
      continue;
    }
    words.push(fieldLabel(model, step));
    const attribute = strapi.getModel(model as 'api::theme.theme')?.attributes[step as 'name'] as {
      component?: string;
    };
    model = attribute?.component ?? model;
  }
  return words.join(' › ');
}
