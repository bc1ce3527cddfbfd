import { emptyEntry } from '@trame/cms/domain/entry/empty-entry';
import { describe, expect, it } from 'vitest';
import { draftBox, type Draft } from './drafts.ts';

function memory() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}
const NOW = Date.parse('2026-09-10T10:00:00.000Z');
const draft: Draft = { entry: emptyEntry(), base: emptyEntry(), version: 'v1', at: '2026-09-09T10:00:00.000Z' };

describe('a draft', () => {
  it('is read back, and is gone once erased', () => {
    const box = draftBox('fiche:a', memory(), () => NOW);
    expect(box.read()).toBeNull();
    expect(box.write(draft)).toBe(true);
    expect(box.read()).toEqual(draft);
    box.erase();
    expect(box.read()).toBeNull();
  });

  it('of one association is not that of another', () => {
    const store = memory();
    draftBox('fiche:a', store, () => NOW).write(draft);
    expect(draftBox('fiche:b', store, () => NOW).read()).toBeNull();
  });

  it('of a browser that refuses its storage is none, and no error', () => {
    // What a browser does that blocks cookies: the very name throws.
    Object.defineProperty(globalThis, 'localStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    const box = draftBox('fiche:a');
    expect(box.write(draft)).toBe(false);
    expect(box.read()).toBeNull();
    Reflect.deleteProperty(globalThis, 'localStorage');
  });

  it('is forgotten after two months', () => {
    const store = memory();
    const box = draftBox('fiche:a', store, () => NOW);
    box.write({ ...draft, at: '2026-07-01T10:00:00.000Z' });
    expect(box.read()).toBeNull();
    expect(store.kept.size).toBe(0);
  });

  it('that cannot be read is erased, and a device that keeps nothing says so', () => {
    const store = memory();
    store.kept.set('trame:saisie:fiche:a', '{"entry":');
    expect(draftBox('fiche:a', store, () => NOW).read()).toBeNull();
    expect(store.kept.size).toBe(0);
    const refuses = {
      ...memory(),
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    expect(draftBox('fiche:a', refuses, () => NOW).write(draft)).toBe(false);
  });
});
