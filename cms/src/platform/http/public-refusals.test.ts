import { expect, it } from 'vitest';
import { publicRefusals } from './public-refusals.ts';

it.each([
  [0.2, 'dans une seconde'],
  [30, 'dans 30 secondes'],
  [50, 'dans une minute'],
  [61, 'dans 2 minutes'],
  [3540, 'dans 59 minutes'],
  [3600, 'dans une heure'],
  [3601, 'dans 2 heures'],
  [24 * 3600, 'dans 24 heures'],
])('says when to come back, and to a program in seconds: %d', (seconds, when) => {
  const refused = publicRefusals.tooMany(seconds);
  expect(refused.message).toContain(`réessayez ${when}.`);
  expect(refused.retryAfter).toBe(seconds);
});
