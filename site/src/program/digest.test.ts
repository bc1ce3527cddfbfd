import { describe, expect, it } from 'vitest';
import { createDigests, digestOfProps } from './digest.ts';

describe('createDigests', () => {
  const digest = createDigests();

  it('is the same for the same data, whoever made it', () => {
    const record = { id: 'judo', slots: [{ day: 'mardi' }], at: new Map([['a', new Set([1])]]) };
    expect(digest(structuredClone(record))).toBe(digest(record));
    expect(digest([record, record])).toBe(createDigests()([structuredClone(record), record]));
  });

  it.each([
    [{ a: 1 }, { a: 2 }],
    [{ a: undefined }, {}],
    [
      ['ab', 'c'],
      ['a', 'bc'],
    ],
    [[['a'], 'b'], [['a', 'b']]],
    [[], null],
    [new Map([['a', 1]]), new Map([['a', 2]])],
    ['1', 1],
  ])('tells %j from %j', (one, other) => expect(digest(one)).not.toBe(digest(other)));

  it('has no digest for what nobody can compare, wherever it stands', () => {
    expect(digest(() => 1)).toBeNull();
    expect(digest([{ a: { b: () => 1 } }])).toBeNull();
    expect(digestOfProps(digest, { good: 1, bad: () => 1 })).toBeNull();
  });

  it('tells properties by their names', () => {
    expect(digestOfProps(digest, { previous: 'a', next: null })).not.toBe(
      digestOfProps(digest, { previous: null, next: 'a' }),
    );
    expect(digestOfProps(digest, {})).not.toBe(digestOfProps(digest, { a: undefined }));
  });
});
