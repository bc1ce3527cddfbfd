import { expect, it } from 'vitest';
import { hashOfRecoveryCode, looksLikeRecoveryCode, newRecoveryCodes, RECOVERY_CODES } from './recovery-codes.ts';

it('makes codes that nobody can confuse, and knows them however they are typed', () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(RECOVERY_CODES);
  for (const code of codes) {
    expect(code).toMatch(/^([b-df-hjkmnp-tv-z2-9]{4}-){3}[b-df-hjkmnp-tv-z2-9]{4}$/);
    expect(looksLikeRecoveryCode(code)).toBe(true);
    expect(hashOfRecoveryCode(` ${code.toUpperCase().replaceAll('-', ' ')} `)).toBe(hashOfRecoveryCode(code));
  }
  expect(hashOfRecoveryCode(codes[0] ?? '')).not.toBe(hashOfRecoveryCode(codes[1] ?? ''));
  for (const other of ['287082', '287 082', '', 'bcdf-ghjk-mnpq']) expect(looksLikeRecoveryCode(other)).toBe(false);
});
