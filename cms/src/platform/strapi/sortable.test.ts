import { expect, it } from 'vitest';
import type { FindModel, Model } from './private-attributes.ts';
import { isSortable } from './sortable.ts';

const MODELS: readonly Model[] = [
  {
    uid: 'api::association.association',
    attributes: {
      name: { type: 'string' },
      publishedAt: { type: 'datetime' },
      themes: { type: 'relation', target: 'api::theme.theme' },
      logo: { type: 'media' },
      contacts: { type: 'component', component: 'contact.person' },
      blocks: { type: 'dynamiczone' },
    },
  },
  {
    uid: 'api::theme.theme',
    attributes: { name: { type: 'string' }, createdBy: { type: 'relation', target: 'admin::user' } },
  },
  { uid: 'admin::user', attributes: { firstname: { type: 'string' } } },
  { uid: 'plugin::upload.file', attributes: { name: { type: 'string' } } },
];
const find: FindModel = (uid) => MODELS.find((model) => model.uid === uid);
const ask = (orderBy: unknown) => isSortable(MODELS[0]!, orderBy, find);

it('is what ends on an attribute that has an order', () => {
  for (const order of [
    undefined,
    [],
    'name',
    { name: 'ASC' },
    [{ id: 'asc' }, { documentId: 'desc' }, { status: 'asc' }],
    { themes: { name: 'asc' } },
    { themes: { createdBy: { firstname: 'desc', id: 'asc' } } },
    { logo: { name: 'asc' } },
    [{ themes: {} }],
  ])
    expect([order, ask(order)]).toEqual([order, true]);
});

it('is not what ends on a relation, goes on behind an attribute, or is not there', () => {
  for (const order of [
    { themes: 'asc' },
    { themes: { createdBy: 'asc' } },
    { logo: 'asc' },
    'themes',
    { nothing: 'asc' },
    { themes: { nothing: 'asc' } },
    { themes: { status: 'asc' } },
    { name: { x: 'asc' } },
    { name: 'up' },
    { contacts: 'asc' },
    { contacts: { phone: 'asc' } },
    { blocks: { x: 'asc' } },
    [{ name: 'asc' }, { themes: 'asc' }],
    4,
  ])
    expect([order, ask(order)]).toEqual([order, false]);
});
