import { describe, expect, it, test } from 'vitest';
import type { EventProposal, ProposedDate } from './event-form.ts';
import {
  changedEventFields,
  checkEvent,
  dateOf,
  emptyDate,
  emptyEvent,
  proposedDateInWords,
  timingOf,
  withEventFields,
  tidyDates,
} from './event-proposal.ts';

const date = (more: Partial<ProposedDate> = {}): ProposedDate => ({ ...emptyDate(), day: '2027-09-11', ...more });
const event = (more: Partial<EventProposal> = {}): EventProposal => ({
  ...emptyEvent('cavignac'),
  title: 'Bal d’été',
  summary: 'Un bal pour tous, avec buvette.',
  dates: [date({ begin: '14:00', end: '17:00' })],
  ...more,
});
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test.each([
  ['hours', { begin: '14:00', end: '17:00' }, { begin: '2027-09-11T12:00:00.000Z', end: '2027-09-11T15:00:00.000Z' }],
  ['an end at midnight', { begin: '20:30', end: '00:00' }, { end: '2027-09-11T22:00:00.000Z' }],
  ['an end in the night', { begin: '22:00', end: '02:00' }, { end: '2027-09-12T00:00:00.000Z' }],
  ['an end that cannot be', { begin: '14:00', end: '13:00' }, { end: null }],
  // The day was told: it is not lost for want of an hour.
  ['no hour', {}, { begin: '2027-09-10T22:00:00.000Z', end: null, atMidnight: false }],
  ['a beginning at midnight', { begin: '00:00' }, { begin: '2027-09-10T22:00:00.000Z', end: null, atMidnight: true }],
  ['whole days', { lastDay: '2027-09-12' }, { begin: '2027-09-10T22:00:00.000Z', end: '2027-09-11T22:00:00.000Z' }],
  ['a span', { lastDay: '2027-09-12', begin: '10:00', end: '18:00' }, { end: '2027-09-12T16:00:00.000Z' }],
])('a proposal with %s is a date', (_name, more, expected) => {
  expect(timingOf(date(more))).toMatchObject(expected);
});

test.each([
  [date()],
  [date({ begin: '14:00' })],
  [date({ begin: '14:00', end: '17:00' })],
  [date({ begin: '22:00', end: '02:00' })],
  [date({ begin: '20:30', end: '00:00' })],
  [date({ begin: '00:00' })],
  [date({ lastDay: '2027-09-13' })],
  [date({ lastDay: '2027-09-12', begin: '10:00', end: '18:00' })],
  [date({ day: '2027-10-30', lastDay: '2027-11-02', begin: '18:00', end: '00:00' })],
])('a date that was stored is asked again as it was typed: %j', (typed) => {
  expect(dateOf(timingOf(typed))).toEqual(typed);
});

describe('what is wrong with a proposal', () => {
  const faults = (more: Partial<EventProposal>, base: EventProposal | null = null) =>
    checkEvent(event(more), '2027-09-01', base).map(({ path }) => path);

  it('is told at its field, of every date', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ title: ' ', summary: 'x' })).toEqual(['title', 'summary']);
    expect(faults({ dates: [] })).toEqual(['dates']);
    expect(
      faults({
        dates: [
          emptyDate(),
          date({ day: '2027-08-01' }),
          date({ lastDay: '2027-09-01' }),
          date({ begin: '14:00', end: '13:00' }),
          date({ end: '13:00' }),
          date({ lastDay: '2027-09-12', begin: '10:00' }),
          date({ begin: '25:00' }),
          date(),
          date(),
        ],
      }),
    ).toEqual([
      'dates.0.day',
      'dates.1.day',
      'dates.2.lastDay',
      'dates.3.end',
      'dates.4.begin',
      'dates.5.end',
      'dates.6.begin',
      'dates.8.day',
    ]);
    expect(faults({ picture: { choice: 'new', upload: 'a'.repeat(44), alt: ' ' } })).toEqual(['picture.alt']);
  });

  it('is not a date that is over and was there before', () => {
    const over = date({ day: '2027-08-01' });
    expect(faults({ dates: [over, date()] }, event({ dates: [over] }))).toEqual([]);
  });

  it('is not a row that was added and left empty', () => {
    expect(tidyDates(event({ dates: [date(), emptyDate()] })).dates).toEqual([date()]);
    expect(tidyDates(event({ dates: [emptyDate()] })).dates).toEqual([emptyDate()]);
  });
});

describe('a correction', () => {
  it('names what it changes, and leaves the rest as it is today', () => {
    const before = event();
    const sent = event({ title: 'Grand bal', place: 'Au lavoir' });
    expect(changedEventFields(before, sent)).toEqual(['title', 'place']);
    const today = event({ price: '5 €', summary: 'Réécrit par l’office, entre-temps.' });
    expect(withEventFields(today, sent, ['title', 'place'])).toEqual({
      ...today,
      title: 'Grand bal',
      place: 'Au lavoir',
    });
  });

  it('is no change for a picture that stays, nor for spaces', () => {
    expect(changedEventFields(event(), event({ picture: { choice: 'keep' }, price: ' ' }))).toEqual([]);
    expect(changedEventFields(event({ picture: { choice: 'keep' } }), event())).toEqual(['picture']);
    expect(changedEventFields(event(), event({ free: true }))).toEqual(['price']);
    expect(changedEventFields(event(), event({ commune: null }))).toEqual(['place']);
  });
});

test('a date reads as the agenda says it', () => {
  expect(plain(proposedDateInWords(date({ day: '2026-05-01' })))).toBe('vendredi 1er mai 2026');
  expect(plain(proposedDateInWords(date({ begin: '20:30', end: '00:00' })))).toBe(
    'samedi 11 septembre 2027, de 20 h 30 à minuit',
  );
  expect(plain(proposedDateInWords(date({ lastDay: '2027-09-12', begin: '10:00', end: '18:00' })))).toBe(
    'du samedi 11 septembre 2027 à 10 h au dimanche 12 septembre 2027 à 18 h',
  );
});
