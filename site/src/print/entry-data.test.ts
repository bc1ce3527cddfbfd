import { describe, expect, it } from 'vitest';
import type { Slot } from '@trame/cms/domain/contract/site/association';
import { formatWeek, webLink } from './entry-data.ts';
import { createSafeText } from './safe-text.ts';

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

describe('a link on paper', () => {
  const safe = createSafeText({ covers: () => true, warn: () => undefined });
  const link = (url: string) => {
    const found = webLink(url, safe, 'Association');
    return [found?.text.replaceAll('\u200b', ''), found?.href];
  };

  it('is read as people write it, and leads where it was given', () => {
    const page = 'https://www.facebook.com/Comit%C3%A9-des-f%C3%AAtes/';
    expect(link(page)).toEqual(['facebook.com/Comité-des-fêtes', page]);
    expect(link('https://fêtes.example.org')).toEqual(['fêtes.example.org', 'https://xn--ftes-gpa.example.org/']);
  });

  it('shows nothing that passes for another address', () => {
    const hostile = 'https://xn--80ak6aa92e.com/a%2Fb%E2%80%AEc';
    expect(link(hostile)).toEqual([hostile.replace('https://', ''), hostile]);
  });
});
