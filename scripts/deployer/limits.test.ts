import { afterEach, expect, it, vi } from 'vitest';
import { limitOf } from './limits.ts';

afterEach(() => vi.unstubAllEnvs());

it('gives a step of a release what the machine says, more for more content, and the press what it needs', () => {
  vi.stubEnv('STEP_SECONDS', '');
  expect(limitOf('pages')).toBe(180_000);
  expect(limitOf('pages', 10e6)).toBe(380_000);
  vi.stubEnv('STEP_SECONDS', '30');
  expect(limitOf('pages', 1e6)).toBe(50_000);
  expect(limitOf('edition', 1e6)).toBe(1_800_000);
});

it('names the variable when it is no number of seconds', () => {
  vi.stubEnv('STEP_SECONDS', 'longtemps');
  expect(() => limitOf('checks')).toThrow(/STEP_SECONDS/);
});
