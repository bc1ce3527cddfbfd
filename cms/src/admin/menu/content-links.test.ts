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

it('puts the types of every day first, whoever sorts the titles as French does', () => {
  const uids = ['api::action.action', 'api::event.event', 'api::axis.axis', 'api::association.association'];
  const titles = nameContentLinks(uids.map((uid) => ({ uid, title: uid }))).map(({ title }) => title);
  const sorted = ['Associations', 'Événements', 'Actions', 'Axes'];
  expect([...titles].sort((a, b) => a.localeCompare(b)).map((title) => title.trim())).toEqual(sorted);
  const collator = new Intl.Collator('fr', { sensitivity: 'base' });
  expect([...titles].sort((a, b) => collator.compare(a, b)).map((title) => title.trim())).toEqual(sorted);
});
