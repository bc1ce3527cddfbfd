import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { nameContentLinks } from './content-links.ts';

const api = join(import.meta.dirname, '../../api');

it('names every collection by a plural of its own', () => {
  const collections = readdirSync(api).flatMap((name) => {
    try {
      const schema = JSON.parse(readFileSync(join(api, name, 'content-types', name, 'schema.json'), 'utf8')) as {
        kind: string;
        info: { displayName: string };
      };
      return schema.kind === 'collectionType' ? [{ uid: `api::${name}.${name}`, title: schema.info.displayName }] : [];
    } catch {
      return []; // an API of routes only
    }
  });
  expect(collections.length).toBeGreaterThan(5);
  const named = nameContentLinks(collections);
  expect(named.filter(({ title }, index) => title === collections[index]?.title)).toEqual([]);
});

it('leaves accounts out', () => {
  expect(nameContentLinks([{ uid: 'plugin::users-permissions.user', title: 'User' }])).toEqual([]);
});
