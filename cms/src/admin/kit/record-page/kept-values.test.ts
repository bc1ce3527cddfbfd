import { beforeEach, describe, expect, it } from 'vitest';
import { forget, forgetAll, forgetOld, keep, KEPT_DAYS, readKept, type KeptKey } from './kept-values.ts';

function memory() {
  const held = new Map<string, string>();
  return {
    held,
    getItem: (name: string) => held.get(name) ?? null,
    setItem: (name: string, value: string) => void held.set(name, value),
    removeItem: (name: string) => void held.delete(name),
    key: (rank: number) => [...held.keys()][rank] ?? null,
    get length() {
      return held.size;
    },
  };
}

const key: KeptKey = { editor: '1', page: 'associations', documentId: 'abc' };
const DAY = 86_400_000;
const typed = { at: 1_000, base: 'v1', openedAt: null, content: { name: 'Judo' } };
let store: ReturnType<typeof memory>;
beforeEach(() => {
  store = memory();
});

describe('what was typed and not saved', () => {
  it('comes back to its editor, in its record, and to nobody else', () => {
    expect(keep(store, key, typed)).toBe(true);
    expect(readKept(store, key, 2_000)).toMatchObject(typed);
    expect(readKept(store, { ...key, editor: '2' }, 2_000)).toBeNull();
    expect(readKept(store, { ...key, documentId: null }, 2_000)).toBeNull();
    expect(readKept(store, { ...key, page: 'events' }, 2_000)).toBeNull();
  });

  it('goes once it is saved, and when anybody signs out', () => {
    keep(store, key, typed);
    forget(store, key);
    expect(store.length).toBe(0);
    keep(store, key, typed);
    keep(store, { ...key, editor: '2', documentId: null }, typed);
    store.setItem('jwtToken', 'not ours');
    forgetAll(store);
    expect([...store.held.keys()]).toEqual(['jwtToken']);
  });

  it('goes by itself in time, also when nobody opens the record again', () => {
    keep(store, key, typed);
    expect(readKept(store, key, typed.at + KEPT_DAYS * DAY - 1)).not.toBeNull();
    expect(readKept(store, key, typed.at + KEPT_DAYS * DAY)).toBeNull();
    expect(store.length).toBe(0);
    keep(store, key, typed);
    keep(store, { ...key, documentId: 'later' }, { ...typed, at: typed.at + 2 * DAY });
    forgetOld(store, typed.at + KEPT_DAYS * DAY);
    expect(store.length).toBe(1);
    // A clock that was wrong would have kept it for ever.
    keep(store, key, { ...typed, at: 900 * DAY });
    expect(readKept(store, key, 2_000)).toBeNull();
  });

  it('is dropped when it is of another version of the page', () => {
    for (const text of ['{', '{"format":2,"at":1000,"base":null,"content":{}}', 'null', '[]']) {
      keep(store, key, typed);
      const [name] = [...store.held.keys()];
      store.setItem(name!, text);
      expect(readKept(store, key, 2_000)).toBeNull();
      expect(store.length).toBe(0);
    }
  });

  it('says that a full device keeps nothing', () => {
    const full = {
      ...store,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    expect(keep(full, key, typed)).toBe(false);
  });
});
