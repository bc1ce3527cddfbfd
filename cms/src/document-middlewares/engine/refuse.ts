import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { componentLayouts, contentTypeLayouts } from '../../bootstrap/admin-layouts/layouts.ts';
import type { Fault, Path } from './rule.ts';

const SHOWN_AT_ONCE = 4;

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
    words.push(layouts.get(model)?.fields[step]?.label ?? step);
    const attribute = strapi.getModel(model as 'api::theme.theme')?.attributes[step as 'name'] as {
      component?: string;
    };
    model = attribute?.component ?? model;
  }
  return words.join(' › ');
}

/**
 * The error that Strapi answers with 400: its `details` put each message at its field in the form, and its `message`, which
 * the admin shows as a notification, names the fields (of a form, or of one record among those published together).
 */
export function refusal(strapi: Core.Strapi, uid: string, title: string | null, faults: readonly Fault[]) {
  const lines = faults.slice(0, SHOWN_AT_ONCE).map(({ path, message }) => {
    const place = describePath(strapi, uid, path);
    return place === '' ? message : `${place} — ${message}`;
  });
  const more = faults.length - lines.length;
  if (more > 0) lines.push(more === 1 ? 'Un autre point est à corriger.' : `${more} autres points sont à corriger.`);
  const subject = title === null ? '' : `«\u00a0${title}\u00a0»\u00a0: `;
  return new errors.ValidationError(`${subject}${lines.join(' ')}`, {
    errors: faults.map(({ path, message }) => ({ path: path.map(String), message, name: 'ValidationError' })),
  });
}
