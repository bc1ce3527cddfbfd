import { expect, it } from 'vitest';
import { stateWords } from './second-factor-words.ts';

const plain = (text: string | undefined) => (text ?? '').replace(/[\u00a0\u202f]/g, ' ');
const state = (recoveryCodes: number) => ({ activeSince: '2026-11-28T23:30:00.000Z', recoveryCodes, others: null });

it('says what the account has, by the day in Paris, and when new codes are wanted', () => {
  expect(stateWords({ activeSince: null, recoveryCodes: 0, others: null })).toMatchObject({ tone: 'neutral' });
  expect(stateWords(state(10))).toMatchObject({ tone: 'success' });
  expect(plain(stateWords(state(10)).headline)).toContain('depuis le 29 novembre 2026');
  expect(plain(stateWords(state(10)).details[0])).toBe('Il vous reste 10 codes de secours.');
  expect(stateWords(state(2)).tone).toBe('warning');
  expect(plain(stateWords(state(1)).details[0])).toBe('Il vous reste 1 code de secours : faites-en de nouveaux.');
  expect(stateWords(state(0)).details[0]).toContain('aucun code');
});
