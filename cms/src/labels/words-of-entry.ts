import { fieldList } from '../domain/entry/fields.ts';
import type { FieldWords } from './layout.ts';

/**
 * Examples that look like a contact. They stand here and not in the catalogue, which the site's forms carry into the browser:
 * the privacy gate refuses a release that holds a number or an address that nobody agreed to.
 */
const CONTACT_EXAMPLES: Readonly<Record<string, string>> = {
  'contacts.*.phone': '05 36 49 00 00',
  'contacts.*.email': 'contact@example.org',
};

/**
 * What an editor reads about the fields of an entry, from the catalogue (`domain/entry/fields.ts`).
 * @param prefix of the component that they are in: `contacts.*.`; empty for the association itself
 */
export function wordsOfEntry(prefix: string): Record<string, FieldWords> {
  return Object.fromEntries(
    fieldList
      .filter(([path]) => path.startsWith(prefix) && !path.slice(prefix.length).includes('.'))
      .map(([path, { label, admin = {} }]): [string, FieldWords] => {
        const placeholder = CONTACT_EXAMPLES[path] ?? admin.example;
        return [
          path.slice(prefix.length),
          {
            label: admin.label ?? label,
            ...(admin.help === undefined ? {} : { help: admin.help }),
            ...(placeholder === undefined ? {} : { placeholder }),
          },
        ];
      }),
  );
}
