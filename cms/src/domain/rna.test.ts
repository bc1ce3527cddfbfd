import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseRnaId } from './rna.ts';

const character = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789');
const rnaId = fc
  .tuple(fc.integer({ min: 0, max: 9 }), character, fc.integer({ min: 0, max: 9_999_999 }))
  .map(([first, letter, rest]) => `W${first}${letter}${String(rest).padStart(7, '0')}`);

test('accepts every id of the official form, whatever its case and spacing', () => {
  fc.assert(
    fc.property(rnaId, fc.nat(9), (id, at) => {
      const typed = ` ${id.slice(0, at)} ${id.slice(at)}`.toLowerCase();
      expect(parseRnaId(typed)).toEqual({ ok: true, value: id });
    }),
  );
});

test.each(['W2A1000275', 'W2B2001502', 'W9T1002867', 'W332001234'])(
  'accepts %s: Corsica and overseas have letters',
  (id) => {
    expect(parseRnaId(id)).toEqual({ ok: true, value: id });
  },
);

test.each(['', 'W33200123', 'W3320012345', '0751P00085568', '332001234', 'WA32001234', 'W33200I234'])(
  'refuses « %s » and shows an example',
  (id) => {
    const result = parseRnaId(id);
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.message).toContain('W332001234');
  },
);
