import { describe, expect, it } from 'vitest';
import { faultsIn, pathOfControl, shownFaults } from './faults-shown.ts';

const fault = (path: string) => ({ path, message: path });

describe('faults', () => {
  it('appear once their field was left, and all of them once publication was asked for', () => {
    const live = [fault('name'), fault('contacts.0.phone')];
    const shown = (left: string[], asked: boolean) =>
      shownFaults({ live, server: [], left: new Set(left), asked }).map(({ path }) => path);
    expect(shown([], false)).toEqual([]);
    expect(shown(['contacts.0.phone'], false)).toEqual(['contacts.0.phone']);
    expect(shown([], true)).toEqual(['name', 'contacts.0.phone']);
  });

  it('are said once where the server says the same', () => {
    const found = shownFaults({
      live: [fault('name')],
      server: [fault('name'), fault('slug')],
      left: new Set(),
      asked: true,
    });
    expect(found.map(({ path }) => path)).toEqual(['name', 'slug']);
  });

  it('belong to the section that holds their attribute', () => {
    const all = [fault('contacts.0.phone'), fault('contactsOfOthers'), fault('networks.1.url')];
    expect(faultsIn(all, ['contacts', 'networks']).map(({ path }) => path)).toEqual([
      'contacts.0.phone',
      'networks.1.url',
    ]);
  });
});

it('reads the path of a control from its id, and of nothing else', () => {
  expect(pathOfControl({ id: 'entry-contacts-0-phone' } as Element)).toBe('contacts.0.phone');
  expect(pathOfControl({ id: 'radix-4' } as Element)).toBeNull();
});
