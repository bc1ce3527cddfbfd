import { describe, expect, it } from 'vitest';
import { usualEnd } from './usual-end.ts';

describe('the day that a notice usually ends on', () => {
  it('is the end of the season for who is full, and near for the others', () => {
    expect(usualEnd('complet', '2026-12-01')).toBe('2027-08-31');
    expect(usualEnd('complet', '2027-03-01')).toBe('2027-08-31');
    expect(usualEnd('complet', '2027-08-31')).toBe('2028-08-31');
    expect(usualEnd('fermé', '2026-12-25')).toBe('2027-01-08');
    expect(usualEnd('autre', '2026-12-01')).toBe('2026-12-31');
  });
});
