/** The texts of Strapi's admin, read from the very packages that are installed. */
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Each part of the admin: its package, and the prefix that Strapi puts before the keys of a plugin. */
const PARTS = [
  { name: 'admin', prefix: '' },
  { name: 'content-manager', prefix: 'content-manager.' },
  { name: 'upload', prefix: 'upload.' },
  { name: 'i18n', prefix: 'i18n.' },
  { name: 'plugin-users-permissions', prefix: 'users-permissions.' },
  { name: 'email', prefix: 'email.' },
  { name: 'content-releases', prefix: 'content-releases.' },
  { name: 'review-workflows', prefix: 'review-workflows.' },
  { name: 'content-type-builder', prefix: 'content-type-builder.' },
];

const cms = join(import.meta.dirname, '../../../..');
const strapi = realpathSync(join(cms, 'node_modules/@strapi/strapi'));
/** The copy that Strapi itself uses: pnpm puts a package's dependencies beside it. One plugin is our own dependency. */
export const packageFolder = (name: string) =>
  realpathSync(
    [join(strapi, '..', name), join(cms, 'node_modules/@strapi', name)].find((path) => existsSync(path)) ?? name,
  );

export type Words = Record<string, string>;

export interface StrapiTexts {
  /** Key to text: what Strapi lists, and what stands in its code only. */
  readonly english: Words;
  /** Key to text: Strapi's own French, without ours. */
  readonly french: Words;
}

async function readTranslations(folder: string, language: string): Promise<Words> {
  const places = ['dist/admin/translations', 'dist/admin/admin/src/translations'];
  const file = places.map((place) => join(folder, place, `${language}.json.mjs`)).find((path) => existsSync(path));
  return file ? ((await import(pathToFileURL(file).href)) as { default: Words }).default : {};
}

/** Texts that stand in the code only, as the default of a message: Strapi forgot to list them. */
function* defaultMessages(folder: string, prefix: string): Generator<[string, string]> {
  const descriptor =
    /\bid:\s*(?:(\w+)\(\s*)?(['"`])([^'"`]+)\2\s*\)?,\s*defaultMessage:\s*(["'`])((?:\\.|(?!\4)[^\\])*)\4/g;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.mjs') || entry.name.endsWith('.json.mjs')) continue;
    const code = readFileSync(join(entry.parentPath, entry.name), 'utf8');
    for (const [, wrapped, , id = '', , text = ''] of code.matchAll(descriptor)) {
      const key = id.replace(/^\$\{(PLUGIN_ID|pluginId)\}\./, prefix);
      // A helper such as getTranslation() puts the prefix; without one, the key is written whole.
      if (!key.includes('${')) yield [wrapped && key === id ? `${prefix}${key}` : key, text];
    }
  }
}

/** Reads them all, the texts of plugins under the prefix of their keys. */
export async function readStrapiTexts(): Promise<StrapiTexts> {
  const english: Words = {};
  const french: Words = {};
  const inCode: Words = {};
  for (const { name, prefix } of PARTS) {
    const folder = packageFolder(name);
    const add = (into: Words, words: Words) =>
      Object.entries(words).forEach(([key, text]) => (into[`${prefix}${key}`] = text));
    add(english, await readTranslations(folder, 'en'));
    add(french, await readTranslations(folder, 'fr'));
    for (const [key, text] of defaultMessages(join(folder, 'dist/admin'), prefix)) inCode[key] ??= text;
  }
  for (const [key, text] of Object.entries(inCode)) english[key] ??= text;
  return { english, french };
}
