import { describe, expect, it } from 'vitest';
import { kilometres } from './distance.ts';
import { readFacts } from './format.ts';
import { daysIn, fitsTimes, momentsIn, momentsOf, timesOf } from './moments.ts';
import { priceOf } from './price.ts';

describe('parts of the day', () => {
  it.each([
    ['09:00', '11:00', ['matin']],
    ['10:00', '12:30', ['matin']],
    ['10:00', '16:00', ['matin', 'apres-midi']],
    ['14:00', '19:00', ['apres-midi']],
    ['17:30', '18:30', ['soir']],
    ['20:30', '00:30', ['soir']],
    ['17:00', null, ['apres-midi']],
    [null, null, []],
  ] as const)('from %s to %s', (begin, end, expected) => expect(momentsOf({ begin, end })).toEqual(expected));

  it('belong to their day', () => {
    const times = timesOf([
      { day: 'mardi', begin: '09:00', end: '10:00' },
      { day: 'dimanche', begin: '18:00', end: null },
    ]);
    expect(daysIn(times)).toEqual(['mardi', 'dimanche']);
    expect(fitsTimes(times, ['mardi'], ['soir'])).toBe(false);
    expect(fitsTimes(times, ['dimanche'], ['soir'])).toBe(true);
    expect(fitsTimes(times, [], ['soir'])).toBe(true);
    expect(fitsTimes(times, ['lundi'], [])).toBe(false);
    expect(momentsIn(times, ['mardi'])).toEqual(['matin']);
  });

  it('a day without hours is no moment', () => {
    const times = timesOf([{ day: 'mardi', begin: null, end: null }]);
    expect(fitsTimes(times, ['mardi'], [])).toBe(true);
    expect(fitsTimes(times, ['mardi'], ['matin', 'apres-midi', 'soir'])).toBe(false);
  });
});

describe('a price in words', () => {
  it.each([
    ['Gratuit', 0],
    ['Entrée libre', 0],
    ['Prix libre', 0],
    ['Gratuit, casse-croûte fourni', 0],
    ['95\u00a0€ l’année', 95],
    ['55\u00a0€ par trimestre', 165],
    ['3\u00a0€, gratuit pour les moins de 18\u00a0ans', 3],
    ['0,50 € la part', 1],
    ['Selon le quotient familial', null],
    [null, null],
  ])('%s', (price, euros) => expect(priceOf(price)).toBe(euros));
});

describe('distances', () => {
  it('are those of the map', () => {
    // Bordeaux to Blaye, some 34 km.
    expect(kilometres([44.8378, -0.5792], [45.1275, -0.6628])).toBeCloseTo(32.9, 0);
    expect(kilometres(null, [45, 0])).toBe(Infinity);
  });
});

describe('the file of facts', () => {
  it.each([null, {}, { version: 99 }, []])('%j is refused', (file) => expect(() => readFacts(file)).toThrow(/version/));
});
