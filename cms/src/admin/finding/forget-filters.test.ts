import { expect, it } from 'vitest';
import { forgetFilters } from './forget-filters.ts';

function storeOf(entries: Record<string, string>) {
  const held = new Map(Object.entries(entries));
  return {
    held,
    get length() {
      return held.size;
    },
    key: (rank: number) => [...held.keys()][rank] ?? null,
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
  };
}

it('takes filters and sorts out of what every list remembers, and nothing else', () => {
  const association = 'STRAPI_LIST_VIEW_SETTINGS:api::association.association:1';
  const store = storeOf({
    [association]: JSON.stringify({ filters: { $and: [{ name: 'x' }] }, sort: 'name:DESC', pageSize: '100' }),
    'STRAPI_LIST_VIEW_SETTINGS:api::event.event:1': '{"pageSize":"20"}',
    'STRAPI_LIST_VIEW_SETTINGS:api::guide.guide:1': 'no JSON',
    'STRAPI_LIST_VIEW_SETTINGS:api::venue.venue:1': 'null',
    STRAPI_THEME: '"dark"',
  });
  forgetFilters(store);
  expect(Object.fromEntries(store.held)).toEqual({
    [association]: '{"pageSize":"100"}',
    'STRAPI_LIST_VIEW_SETTINGS:api::event.event:1': '{"pageSize":"20"}',
    'STRAPI_LIST_VIEW_SETTINGS:api::guide.guide:1': '{}',
    'STRAPI_LIST_VIEW_SETTINGS:api::venue.venue:1': 'null',
    STRAPI_THEME: '"dark"',
  });
});
