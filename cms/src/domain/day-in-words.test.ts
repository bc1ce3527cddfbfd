import { describe, expect, it, test } from 'vitest';
import { addDays, formatDay, formatDigits, formatWeekday } from './dates.ts';
import { dayInWords, parseDay } from './day-in-words.ts';

test.each([
  ['8 mars 2017', '2017-03-08'],
  ['Le mercredi 8 mars 2017', '2017-03-08'],
  ['1er août 2026', '2026-08-01'],
  ['dimanche 29\u00a0février 2032', '2032-02-29'],
  ['08/03/2017', '2017-03-08'],
  ['8.3.2017', '2017-03-08'],
])('%s is %s', (text, day) => expect(dayInWords(text)).toBe(day));

test.each([
  'mars 2017',
  '8 mars',
  'Avant mars 2017',
  '8 mars 2017, à confirmer',
  'du 8 au 10 mars 2017',
  '29 février 2027',
  '31/04/2026',
  '8 brumaire 2017',
  '2023/2024',
  '',
])('« %s » is more or less than a day', (text) => expect(dayInWords(text)).toBeNull());

describe('a day typed in a form', () => {
  const TODAY = '2026-11-29';
  const read = (text: string, lies?: 'ahead' | 'behind') => {
    const day = parseDay(text, TODAY, lies);
    return day.ok ? day.value : day.message;
  };

  it.each([
    ['12/12/2026', '2026-12-12'],
    ['12/12/26', '2026-12-12'],
    ['12-12-2026', '2026-12-12'],
    ['12 12 2026', '2026-12-12'],
    ['12122026', '2026-12-12'],
    ['121226', '2026-12-12'],
    ['2026-12-12', '2026-12-12'],
    ['12 déc. 2026', '2026-12-12'],
    ['12 dec 26', '2026-12-12'],
    ['sam. 12 décembre', '2026-12-12'],
    ['Samedi 12/12/2026', '2026-12-12'],
    ['1er août 2026', '2026-08-01'],
    ['5/1', '2027-01-05'],
    ['29 novembre', '2026-11-29'],
    ['29/2', '2028-02-29'],
    ['demain', '2026-11-30'],
    ['Aujourd’hui', '2026-11-29'],
  ])('« %s » is %s', (text, day) => expect(read(text)).toBe(day));

  it.each([
    ['12/12', '2025-12-12'],
    ['28/11', '2026-11-28'],
    ['12/12/87', '1987-12-12'],
  ])('« %s » has happened on %s', (text, day) => expect(read(text, 'behind')).toBe(day));

  it.each([
    ['bientôt', /ne se lit pas comme une date\. Écrivez-la comme 12\/12\/2026/],
    ['', /ne se lit pas/],
    ['31/02/2026', /aucun calendrier/],
    ['13/13', /aucun calendrier/],
    ['5 jui 2026', /ne se lit pas/],
    ['12/2026', /aucun calendrier|ne se lit pas/],
    ['vendredi 12 décembre 2026', /le 12 décembre 2026 est un samedi/],
    ['du 8 au 10 mars', /ne se lit pas/],
  ])('« %s » is asked again', (text, message) => expect(read(text)).toMatch(message));

  it('reads back every day as the product writes it', () => {
    for (let day = '2026-01-01'; day < '2028-03-02'; day = addDays(day, 1)) {
      for (const written of [day, formatDigits(day), formatDay(day), formatWeekday(day)]) {
        expect([written, read(written)]).toEqual([written, day]);
      }
    }
  });
});
