/** Reads the very packages that are installed, so that an upgrade of Strapi which brings English texts fails here. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { french, preferFrench } from './index.ts';
import { leftOut } from './left-out.ts';
import { packageFolder, readStrapiTexts, type Words } from './testing/strapi-texts.ts';

const english: Words = {};
const frenchOfStrapi: Words = {};

beforeAll(async () => {
  const texts = await readStrapiTexts();
  Object.assign(english, texts.english);
  Object.assign(frenchOfStrapi, texts.french);
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
    expect(Object.keys(french).filter((key) => !known.has(key) && !/(^|\.)apiError\./.test(key))).toEqual([]);
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
