import { describe, expect, it } from 'vitest';
import { formatPeriod } from './period.ts';

const period = (startsOn: string | null, endsOn: string | null = null) =>
  formatPeriod({ startsOn, endsOn })?.replaceAll('\u00a0', ' ') ?? null;

describe('formatPeriod', () => {
  it('says months, or years when whole', () => {
    expect(period('2023-03-01', '2024-12-31')).toBe('mars 2023 – décembre 2024');
    expect(period('2023-01-01', '2024-12-31')).toBe('2023 – 2024');
    expect(period('2023-01-01', '2023-12-31')).toBe('2023');
    expect(period('2023-03-01', '2023-03-31')).toBe('mars 2023');
  });

  it('says what is known when one end is missing', () => {
    expect(period('2023-04-01')).toBe('à partir d’avril 2023');
    expect(period('2023-03-01')).toBe('à partir de mars 2023');
    expect(period(null, '2024-06-30')).toBe('jusqu’en juin 2024');
    expect(period(null)).toBeNull();
  });

  it('drops an end that comes before the beginning', () => {
    expect(period('2023-03-01', '2022-01-01')).toBe('à partir de mars 2023');
  });
});
