/**
 * What Strapi 5.54 lacks in French, and the words that Trame prefers to Strapi's own.
 * `translations.test.ts` fails when Strapi brings an English text that editors meet and nobody translated.
 */
import admin from './fr/admin.json';
import contentManager from './fr/content-manager.json';
import email from './fr/email.json';
import houseWords from './fr/house-words.json';
import upload from './fr/upload.json';
import usersPermissions from './fr/users-permissions.json';

const prefixed = (plugin: string, words: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(words).map(([key, text]) => [`${plugin}.${key}`, text]));

/**
 * Strapi writes the limits of a field under it. The length of a long text helps to write it; the bounds of a number and
 * the room of a one-line field are noise on every line, and the message of a value that exceeds them says them anyway.
 */
const lengthHint =
  '{unit, select, null {} other {{max, plural, =5 {} =7 {} =20 {} =40 {} =120 {} =200 {} =255 {} =800 {} other {{max}{unit} au plus{br}}}}}{description}';

/** What a server answers is looked up under the name of the part that asked: one sentence for all of them. */
const answers: Record<string, string> = Object.fromEntries(
  Object.entries(houseWords)
    .filter(([key]) => key.startsWith('apiError.'))
    .flatMap(([key, text]) =>
      ['content-manager', 'upload', 'users-permissions'].map((part) => [`${part}.${key}`, text]),
    ),
);

/** Key to text, over Strapi's own French. Where several name a key, the house words win. */
export const french: Record<string, string> = {
  ...admin,
  ...prefixed('content-manager', contentManager),
  ...prefixed('email', email),
  ...prefixed('upload', upload),
  ...prefixed('users-permissions', usersPermissions),
  ...houseWords,
  ...answers,
  'content-manager.form.Input.hint.text': lengthHint,
};

/** Where Strapi keeps the language of whoever uses this browser; it falls back to English, not to `config.locales`. */
const LANGUAGE_KEY = 'strapi-admin-language';

/** French at the first visit, login page included. A language chosen in the profile is kept. */
export function preferFrench(storage: Pick<Storage, 'getItem' | 'setItem'> = localStorage): void {
  if (storage.getItem(LANGUAGE_KEY) === null) storage.setItem(LANGUAGE_KEY, 'fr');
}
