import { expect, test } from 'vitest';
import { dateInList, isoInWords, nextDateInList } from './date-words.ts';

const TODAY = '2026-11-29';
const say = (text: string | null) => text?.replace(/\u00a0/g, ' ') ?? null;
const timing = (begin: string, state = 'prévu') => ({
  id: 1,
  begin,
  end: null,
  atMidnight: false,
  state,
  newBegin: null,
  newEnd: null,
});

test('days and hours of a list are read as in French', () => {
  expect(dateInList('date', '2026-12-12')).toBe('12/12/2026');
  expect(say(dateInList('datetime', '2026-12-12T19:30:00.000Z'))).toBe('12/12/2026 à 20 h 30');
  expect(say(dateInList('time', '18:30:00.000'))).toBe('18 h 30');
  expect(dateInList('date', null)).toBe('–');
});

test('the list of events says the next date, and what becomes of it', () => {
  const [past, next, later] = [
    timing('2026-11-01T19:30:00.000Z'),
    timing('2026-12-12T19:30:00.000Z'),
    timing('2026-12-19T19:30:00.000Z'),
  ];
  expect(say(nextDateInList({ state: 'prévu', timings: [later, past, next] }, TODAY))).toBe(
    '12/12/2026 à 20 h 30 et 1 autre',
  );
  expect(say(nextDateInList({ timings: [next, later, { ...later, id: 3 }] }, TODAY))).toMatch(/et 2 autres$/);
  expect(say(nextDateInList({ state: 'annulé', timings: [next] }, TODAY))).toBe('Annulé · 12/12/2026 à 20 h 30');
  expect(say(nextDateInList({ timings: [timing('2026-12-11T23:00:00.000Z', 'complet')] }, TODAY))).toBe(
    'Complet · 12/12/2026',
  );
  expect(say(nextDateInList({ timings: [past] }, TODAY))).toBe('Passé · 01/11/2026 à 20 h 30');
  expect(nextDateInList({ timings: [], period: 'Printemps 2027' }, TODAY)).toBe('Printemps 2027');
  expect(nextDateInList({ timings: null }, TODAY)).toBe('Date à définir');
});

test('a text that is an instant is read as one, and no other text is touched', () => {
  expect(isoInWords('2026-12-11T23:00:00.000Z')).toBe('12/12/2026');
  expect(say(isoInWords('2026-12-12T19:30:00.000Z'))).toBe('12/12/2026 à 20 h 30');
  expect(isoInWords(' 2026-12-12 ')).toBe('12/12/2026');
  expect(isoInWords('Le 2026-12-12')).toBeNull();
  expect(isoInWords('2026')).toBeNull();
});
