import { describe, expect, it } from 'vitest';
import { momentInWords } from './moments.ts';
import { readSchedule, typedSchedule, type TypedSchedule } from './schedule.ts';

/** Friday 4 December 2026, 10 h 12 in Paris. */
const NOW = new Date('2026-12-04T09:12:00Z');
const EMPTY: TypedSchedule = { publishDay: '', publishHour: '', offlineDay: '', offlineHour: '' };

const read = (typed: Partial<TypedSchedule>, now = NOW) => readSchedule({ ...EMPTY, ...typed }, now);
const faults = (typed: Partial<TypedSchedule>, now = NOW): Record<string, string> => {
  const found = read(typed, now);
  if (found.ok) throw new Error(`Read as ${JSON.stringify(found.value)}`);
  return Object.fromEntries(found.faults.map(({ path, message }) => [path, message.replace(/[\u00a0\u202f]/g, ' ')]));
};
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('a plan as it is typed', () => {
  it('is read as people write, one moment or two', () => {
    expect(read({ publishDay: 'lundi 7/12', publishHour: '8h', offlineDay: '9 déc.', offlineHour: '18h30' })).toEqual({
      ok: true,
      value: { publishAt: '2026-12-07T07:00:00.000Z', offlineAt: '2026-12-09T17:30:00.000Z' },
    });
    expect(read({ offlineDay: 'demain', offlineHour: 'midi' })).toMatchObject({
      value: { publishAt: null, offlineAt: '2026-12-05T11:00:00.000Z' },
    });
    // Later today is not past.
    expect(read({ publishDay: '4/12', publishHour: '10h13' }).ok).toBe(true);
  });

  it('is on the clock of Paris, on either side of a change of hour and in the midst of one', () => {
    const at = (publishDay: string, publishHour: string) => {
      const found = read({ publishDay, publishHour });
      return found.ok && found.value.publishAt;
    };
    expect(at('27/3/2027', '8h')).toBe('2027-03-27T07:00:00.000Z');
    expect(at('28/3/2027', '8h')).toBe('2027-03-28T06:00:00.000Z');
    // No clock shows 2 h 30 that night: an hour later, which the page says before it is planned.
    expect(at('28/3/2027', '2h30')).toBe('2027-03-28T01:30:00.000Z');
    expect(momentInWords('2027-03-28T01:30:00.000Z', NOW)).toMatch(/28 mars 2027 à 3.h.30$/);
    // Twice 2 h 30 in October: the first.
    expect(at('31/10/2027', '2h30')).toBe('2027-10-31T00:30:00.000Z');
  });

  it('is refused when it says nothing, or half of a moment', () => {
    expect(Object.keys(faults({}))).toEqual(['publishDay']);
    expect(faults({ publishDay: 'lundi 7/12' })).toEqual({ publishHour: 'Dites aussi l’heure, comme 8h.' });
    expect(faults({ offlineHour: '8h' })).toEqual({ offlineDay: 'Dites aussi le jour, comme lundi 7/12.' });
    expect(Object.keys(faults({ publishDay: 'mardi 7/12', publishHour: '8 heures moins' }))).toEqual([
      'publishDay',
      'publishHour',
    ]);
  });

  it('is refused when it is past, also by a minute, or by a year that was mistyped', () => {
    expect(faults({ publishDay: '3/12/2026', publishHour: '8h' })['publishDay']).toMatch(/^Ce jour est passé/);
    expect(faults({ publishDay: 'aujourd’hui', publishHour: '10h12' })).toEqual({
      publishHour: 'Il est déjà 10 h 12 : choisissez un moment à venir.',
    });
    expect(faults({ offlineDay: '7/12/2036', offlineHour: '8h' })['offlineDay']).toMatch(/vérifiez l’année/);
    // In October the repeated hour is read as the first of the two: between them it has passed.
    const between = new Date('2027-10-31T00:45:00Z');
    expect(Object.keys(faults({ publishDay: '31/10/2027', publishHour: '2h30' }, between))).toEqual(['publishHour']);
  });

  it('is refused when the end comes before the beginning, or with it', () => {
    for (const offlineHour of ['7h', '8h'])
      expect(faults({ publishDay: '7/12', publishHour: '8h', offlineDay: '7/12', offlineHour })['offlineDay']).toMatch(
        /^C’est avant la publication, prévue le lundi 7 décembre/,
      );
  });

  it('is given back to a form that reads the same', () => {
    const value = { publishAt: '2026-12-07T07:00:00.000Z', offlineAt: null };
    expect(read(typedSchedule(value))).toEqual({ ok: true, value });
  });
});

it('says a moment with its weekday, its year when it is another, and today as today', () => {
  expect(plain(momentInWords('2026-12-07T07:00:00.000Z', NOW))).toBe('le lundi 7 décembre à 8 h');
  expect(plain(momentInWords('2027-03-01T07:30:00.000Z', NOW))).toBe('le lundi 1er mars 2027 à 8 h 30');
  expect(plain(momentInWords('2026-12-04T17:00:00.000Z', NOW))).toBe('aujourd’hui à 18 h');
});
