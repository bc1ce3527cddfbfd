import { describe, expect, it, vi } from 'vitest';
import { faultsIn, jumpTo, pathOfControl, shownFaults } from './faults-shown.ts';

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

describe('a control', () => {
  const control = (id: string, framed: string | null) =>
    ({ id, closest: () => framed && { getAttribute: () => framed } }) as unknown as Element;

  it('is known by its id, or by the frame of its field where Strapi gives it none, and nothing else is one', () => {
    expect(pathOfControl(control('entry-contacts-0-phone', null))).toBe('contacts.0.phone');
    expect(pathOfControl(control('radix-4', 'contacts.0.consentSource'))).toBe('contacts.0.consentSource');
    expect(pathOfControl(control('radix-4', null))).toBeNull();
  });

  it('is led to by its path, in whatever way it is known', () => {
    const page = { activeElement: null as unknown };
    vi.stubGlobal('document', page);
    vi.stubGlobal('CSS', { escape: (text: string) => text });
    const element = (takes: boolean, inside: unknown[] = []) => {
      const one = {
        matches: () => inside.length === 0,
        querySelectorAll: (selector: string) => (selector.includes('contenteditable') ? [] : inside),
        focus: () => takes && (page.activeElement = one),
        scrollIntoView: () => undefined,
        dispatchEvent: () => true,
      };
      return one;
    };
    const list = element(true);
    const disabled = element(false);
    const frames: Record<string, unknown> = {
      '[data-field="themes"]': element(false, [disabled, list]),
      '#entry-name': element(true),
    };
    const root = { querySelector: (selector: string) => frames[selector] ?? null } as unknown as ParentNode;
    expect(jumpTo('themes', root)).toBe(true);
    expect(page.activeElement).toBe(list);
    expect(jumpTo('name', root)).toBe(true);
    expect(page.activeElement).toBe(frames['#entry-name']);
    expect(jumpTo('nowhere', root)).toBe(false);
    vi.unstubAllGlobals();
  });
});
