import type { Indicator } from '@trame/cms/domain/contract/site/action-plan';
import { describe, expect, it } from 'vitest';
import { dateLabels, formatValue, notesOf, summarise } from './indicator-words.ts';

const plain = (text: string | undefined) => text?.replace(/[\u00a0\u202f]/g, ' ');
const reading = (date: string, value: number, note: string | null = null) => ({ date, value, note });
const indicator = (readings: Indicator['readings'], changes: Partial<Indicator> = {}): Indicator => ({
  label: 'Associations recensées',
  unit: 'associations',
  target: null,
  readings,
  ...changes,
});

describe('formatValue', () => {
  it('writes numbers as in French', () => {
    expect(plain(formatValue(1250, 'associations'))).toBe('1 250 associations');
    expect(plain(formatValue(45, '%'))).toBe('45 %');
    expect(formatValue(3.5, null)).toBe('3,5');
    expect(plain(formatValue(-2, null))).toBe('−2');
  });
});

describe('summarise', () => {
  it('gives the latest reading, the target and the way since the first', () => {
    const summary = summarise(indicator([reading('2025-09-01', 86), reading('2023-03-15', 74)], { target: 100 }));
    expect(plain(summary?.value)).toBe('86 associations');
    expect(summary?.date).toBe('septembre 2025');
    expect(plain(summary?.target ?? undefined)).toBe('100 associations');
    expect(plain(summary?.change?.text)).toBe('+ 12 associations');
    expect(summary?.change?.since).toBe('mars 2023');
  });

  it('says when nothing moved, when it fell, and nothing of a single reading', () => {
    expect(summarise(indicator([reading('2024-01-01', 5), reading('2025-01-01', 5)]))?.change?.text).toBe('stable');
    expect(plain(summarise(indicator([reading('2024-01-01', 5), reading('2025-01-01', 2)]))?.change?.text)).toBe(
      '− 3 associations',
    );
    expect(summarise(indicator([reading('2024-01-01', 5)]))?.change).toBeNull();
    expect(summarise(indicator([]))).toBeNull();
  });
});

describe('dateLabels', () => {
  it('gives years when each reading has its own', () => {
    expect(dateLabels([reading('2023-06-01', 1), reading('2024-06-01', 1)])).toEqual(['2023', '2024']);
    expect(dateLabels([reading('2023-03-01', 1), reading('2023-09-01', 1)])).toEqual(['03/2023', '09/2023']);
  });
});

describe('notesOf', () => {
  it('gives each note once', () => {
    const note = 'valeur fictive de démonstration';
    expect(
      notesOf(indicator([reading('2024-01-01', 1, note), reading('2023-01-01', 1), reading('2025-01-01', 2, note)])),
    ).toEqual([note]);
  });
});
