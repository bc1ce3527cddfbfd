import { Secret } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { codeAt, keyUri, newSecret, stepOfCode } from './one-time-code.ts';

/** The secret of RFC 6238, appendix B, whose SHA-1 values are the last six digits of its eight. */
const RFC = Secret.fromLatin1('12345678901234567890').base32;

describe('a one-time code', () => {
  it('is the one of the RFC', () => {
    for (const [seconds, code] of [
      [59, '287082'],
      [1111111109, '081804'],
      [1234567890, '005924'],
      [20000000000, '353130'],
    ] as const) {
      expect(codeAt(RFC, new Date(seconds * 1000))).toBe(code);
      expect(stepOfCode(RFC, code, new Date(seconds * 1000))).toBe(Math.floor(seconds / 30));
    }
  });

  it('is taken one step early or late, by its own step, and no further away', () => {
    const moment = new Date(1_800_000_000_000);
    const step = 60_000_000;
    const code = codeAt(RFC, moment);
    for (const [seconds, expected] of [
      [-60, null],
      [-30, step],
      [0, step],
      [30, step],
      [60, null],
    ] as const)
      expect([seconds, stepOfCode(RFC, code, new Date(moment.getTime() + seconds * 1000))]).toEqual([
        seconds,
        expected,
      ]);
  });

  it('is nothing else', () => {
    const moment = new Date(59_000);
    for (const wrong of ['', '28708', '2870820', '287 082', '28708a', '۲۸۷۰۸۲', '94287082'])
      expect([wrong, stepOfCode(RFC, wrong, moment)]).toEqual([wrong, null]);
  });
});

it('has a secret that nobody else has, and an address that says whose it is', () => {
  expect(newSecret()).toMatch(/^[A-Z2-7]{32}$/);
  expect(newSecret()).not.toBe(newSecret());
  const uri = new URL(keyUri(RFC, 'élise@example.org', 'Office : annuaire'));
  expect(uri.protocol).toBe('otpauth:');
  expect(uri.searchParams.get('secret')).toBe(RFC);
  expect(decodeURIComponent(uri.pathname)).toContain('élise@example.org');
});
