import { describe, expect, it } from 'vitest';
import type { Slot } from '@trame/cms/domain/contract/association';
import { formatWeek } from './entry-data.ts';

const slot = (day: Slot['day'], begin: string | null, end: string | null, note: string | null = null): Slot => ({
  day,
  begin,
  end,
  note,
});
const plain = (texts: string[]) => texts.map((text) => text.replaceAll('\u00a0', ' '));

describe('formatWeek', () => {
  it('says days that share their hours once, in the order of the week', () => {
    const slots = [slot('jeudi', '18:30', '20:00'), slot('lundi', '18:30', '20:00'), slot('mercredi', '09:00', null)];
    expect(plain(formatWeek(slots))).toEqual(['Lundi et jeudi, 18 h 30 – 20 h', 'Mercredi, à partir de 9 h']);
  });

  it('keeps notes with the slots they are about', () => {
    const slots = [slot('lundi', '18:00', '19:00', 'semaines paires'), slot('mardi', '18:00', '19:00')];
    expect(plain(formatWeek(slots))).toEqual(['Lundi, 18 h – 19 h (semaines paires)', 'Mardi, 18 h – 19 h']);
  });

  it('says a day whose hours are not known', () => {
    expect(formatWeek([slot('samedi', null, null)])).toEqual(['Samedi']);
    expect(formatWeek([])).toEqual([]);
  });
});
