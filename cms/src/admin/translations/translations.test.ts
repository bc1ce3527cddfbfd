/** Reads the very packages that are installed, so that an upgrade of Strapi which brings English texts fails here. */
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { french, preferFrench } from './index.ts';
import { leftOut } from './left-out.ts';

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

const cms = join(import.meta.dirname, '../../..');
const strapi = realpathSync(join(cms, 'node_modules/@strapi/strapi'));
/** The copy that Strapi itself uses: pnpm puts a package's dependencies beside it. One plugin is our own dependency. */
const packageFolder = (name: string) =>
  realpathSync(
    [join(strapi, '..', name), join(cms, 'node_modules/@strapi', name)].find((path) => existsSync(path)) ?? name,
  );

type Words = Record<string, string>;
const english: Words = {};
const frenchOfStrapi: Words = {};

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

beforeAll(async () => {
  const inCode: Words = {};
  for (const { name, prefix } of PARTS) {
    const folder = packageFolder(name);
    const add = (into: Words, words: Words) =>
      Object.entries(words).forEach(([key, text]) => (into[`${prefix}${key}`] = text));
    add(english, await readTranslations(folder, 'en'));
    add(frenchOfStrapi, await readTranslations(folder, 'fr'));
    for (const [key, text] of defaultMessages(join(folder, 'dist/admin'), prefix)) inCode[key] ??= text;
  }
  for (const [key, text] of Object.entries(inCode)) english[key] ??= text;
});

describe('the French of the admin', () => {
  it('reads Strapi’s own texts', () => {
    expect(Object.keys(english).length).toBeGreaterThan(2000);
    expect(Object.keys(frenchOfStrapi).length).toBeGreaterThan(1000);
  });

  it('has every English text that an editor can meet', () => {
    const missing = Object.keys(english).filter(
      (key) => !(key in frenchOfStrapi) && !(key in french) && !leftOut.some(({ pattern }) => pattern.test(key)),
    );
    expect(missing.map((key) => `${key} = ${english[key]}`)).toEqual([]);
  });

  it('leaves out only what exists', () => {
    const useless = leftOut.filter(({ pattern }) => !Object.keys(english).some((key) => pattern.test(key)));
    expect(useless.map(({ why }) => why)).toEqual([]);
  });

  it('translates nothing that Strapi does not say', () => {
    const known = new Set([...Object.keys(english), ...Object.keys(frenchOfStrapi)]);
    // Messages of the server become keys as they come.
    expect(Object.keys(french).filter((key) => !known.has(key) && !key.startsWith('apiError.'))).toEqual([]);
  });

  it('is valid, with no placeholder that the English lacks', () => {
    const fromAdmin = createRequire(join(packageFolder('admin'), 'package.json'));
    const fromIntl = createRequire(fromAdmin.resolve('react-intl'));
    const { parse } = createRequire(fromIntl.resolve('intl-messageformat'))('@formatjs/icu-messageformat-parser') as {
      parse(message: string): unknown;
    };
    // Some of Strapi's own messages are not valid.
    const parses = (message: string) => {
      try {
        return Boolean(parse(message));
      } catch {
        return false;
      }
    };
    for (const [key, text] of Object.entries(french)) {
      expect(() => parse(text), key).not.toThrow();
      const source = english[key] ?? frenchOfStrapi[key];
      if (source !== undefined && parses(source)) {
        expect([...names(parse(source))], key).toEqual(expect.arrayContaining([...names(parse(text))]));
      }
    }
  });

  it('is set in French typography', () => {
    for (const [key, text] of Object.entries(french)) {
      expect(text, key).not.toMatch(/'|\.\.\./);
      const plain = text.replace(/\{[^{}]*, (plural|select),/g, '').replace(/https?:/g, '');
      expect(plain, key).not.toMatch(/[^\s\u00a0\u202f(] ?[;!?»](?!\w)|«(?!\u00a0)/);
    }
  });

  it('is chosen at the first visit, and leaves a later choice alone', () => {
    const storage = new Map<string, string>();
    const browser = {
      getItem: (key: string) => storage.get(key) ?? null,
      setItem: (key: string, value: string) => void storage.set(key, value),
    };
    preferFrench(browser);
    expect([...storage.values()]).toEqual(['fr']);
    storage.forEach((_, key) => storage.set(key, 'en'));
    preferFrench(browser);
    expect([...storage.values()]).toEqual(['en']);
  });
});

/** Names of the arguments and tags of a parsed message, at any depth. */
function names(node: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(node)) node.forEach((child) => names(child, found));
  else if (typeof node === 'object' && node !== null) {
    const { type, value } = node as { type?: number; value?: unknown };
    // Type 0 is literal text, 7 is the "#" of a plural.
    if (typeof type === 'number' && type !== 0 && type !== 7 && typeof value === 'string') found.add(value);
    Object.values(node).forEach((child) => typeof child === 'object' && names(child, found));
  }
  return found;
}
