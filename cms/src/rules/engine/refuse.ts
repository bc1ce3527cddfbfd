import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { describePath } from '../../entries/field-words.ts';
import type { Fault } from './rule.ts';

const SHOWN_AT_ONCE = 4;

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
    errors: faults.map(({ path, message, records }) => ({
      path: path.map(String),
      message,
      name: 'ValidationError',
      ...(records ? { records } : {}),
    })),
  });
}
