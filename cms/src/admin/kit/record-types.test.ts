import { expect, it } from 'vitest';
import { listTitle } from './record-types.ts';

it('names a list by what it lists, and nothing else', () => {
  const list = '/admin/content-manager/collection-types/api::event.event';
  expect(listTitle('Événement', list)).toBe('Événements');
  expect(listTitle('Événements', list)).toBe('Événements');
  expect(listTitle('Événement', `${list}/create`)).toBe('Événement');
  expect(listTitle('Guide', '/admin/content-manager/collection-types/plugin::users-permissions.user')).toBe('Guide');
});
