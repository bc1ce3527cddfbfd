import { describe, expect, it } from 'vitest';
import { capitalised, formatMoment } from './words.ts';

const now = new Date('2026-11-21T15:00:00.000Z');
const spaces = (text: string) => text.replace(/\u00a0/g, ' ');

describe('words of several pages', () => {
  it('dates a moment as one would say it, on the clock of Paris', () => {
    expect(spaces(formatMoment('2026-11-21T13:32:00.000Z', now))).toBe('aujourd’hui à 14 h 32');
    expect(spaces(formatMoment('2026-11-01T08:00:00.000Z', now))).toBe('le 1er novembre à 9 h');
    expect(spaces(formatMoment('2025-07-14T10:05:00.000Z', now))).toBe('le 14 juillet 2025 à 12 h 05');
    // 23:30 in London is already tomorrow in Paris.
    expect(spaces(formatMoment('2026-11-20T23:30:00.000Z', now))).toBe('aujourd’hui à 0 h 30');
  });

  it('begins a sentence with a capital', () => {
    expect(capitalised('aucun contact')).toBe('Aucun contact');
  });
});
