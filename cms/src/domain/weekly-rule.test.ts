import { describe, expect, it } from 'vitest';
import { EMPTY_TIMING, MOST_TIMINGS, storedTimings } from './event-timings.ts';
import { HOLIDAYS_KNOWN_UNTIL, holidayOf, schoolHolidays } from './school-holidays.ts';
import { schoolZones } from './vocabulary/school-zones.ts';
import { weeklyDates, weeklyInWords, type WeeklyRule } from './weekly-rule.ts';

const rule: WeeklyRule = {
  days: ['mardi'],
  begin: '18:00',
  end: '20:00',
  from: '2027-01-05',
  until: '2027-03-09',
  zone: 'A',
};

describe('school holidays', () => {
  it.each(schoolZones.values)('of zone %s stand in their order, from a Saturday to the day before class', (zone) => {
    const all = schoolHolidays(zone);
    all.forEach(({ from, to, name }, rank) => {
      expect(from <= to).toBe(true);
      expect(from > (all[rank - 1]?.to ?? '')).toBe(true);
      const weekday = new Date(`${from}T00:00:00Z`).getUTCDay();
      expect(weekday).toBe(name.startsWith('pont') ? 4 : 6);
    });
  });

  it('differ from zone to zone in winter and in spring, and are known to an end', () => {
    expect(holidayOf('2027-02-09', 'C')?.name).toBe('vacances d’hiver');
    expect(holidayOf('2027-02-09', 'A')).toBeNull();
    expect(holidayOf('2026-12-25', 'B')?.name).toBe('vacances de Noël');
    expect(HOLIDAYS_KNOWN_UNTIL).toBe('2027-08-31');
  });
});

describe('a weekly rule', () => {
  it('makes the dates between two days, without those of holidays', () => {
    const { made, skipped } = weeklyDates(rule, []);
    expect(made.map(({ day }) => day)).toEqual([
      '2027-01-05',
      '2027-01-12',
      '2027-01-19',
      '2027-01-26',
      '2027-02-02',
      '2027-02-09',
      '2027-03-02',
      '2027-03-09',
    ]);
    expect(skipped).toEqual(['2027-02-16', '2027-02-23']);
    expect(made[0]).toMatchObject({ begin: '18:00', end: '20:00', state: 'prévu' });
    expect(storedTimings(made, [], '2026-11-30').ok).toBe(true);
    expect(weeklyDates({ ...rule, zone: null }, []).made).toHaveLength(10);
    expect(
      weeklyDates({ ...rule, days: ['mardi', 'samedi'] }, [])
        .made.map(({ day }) => day)
        .slice(0, 3),
    ).toEqual(['2027-01-05', '2027-01-09', '2027-01-12']);
  });

  it('gives no day twice: one that was cancelled, moved or is full stays as it is', () => {
    const cancelled = { ...EMPTY_TIMING, day: '2027-01-12', state: 'annulé' as const };
    const { made, there } = weeklyDates(rule, [cancelled]);
    expect([made.length, there]).toEqual([7, 1]);
    expect(made.some(({ day }) => day === '2027-01-12')).toBe(false);
  });

  it('stops at as many dates as an event may have, and says how many are left', () => {
    const all = weeklyDates({ ...rule, days: ['mardi', 'jeudi'], zone: null, until: '2028-01-31' }, [EMPTY_TIMING]);
    expect(all.made).toHaveLength(MOST_TIMINGS - 1);
    expect(all.tooMany).toBeGreaterThan(50);
  });

  it('tells of days of which no calendar is published, and ends whatever the years', () => {
    expect(weeklyDates({ ...rule, from: '2027-08-24', until: '2027-09-14' }, [])).toMatchObject({
      skipped: ['2027-08-24', '2027-08-31'],
      unknown: 2,
    });
    expect(weeklyDates({ ...rule, until: '9999-12-31' }, []).made).toHaveLength(MOST_TIMINGS);
    expect(weeklyDates({ ...rule, until: '2026-01-01' }, []).made).toEqual([]);
    expect(weeklyDates({ ...rule, days: [] }, []).made).toEqual([]);
  });

  it('reads as residents say it', () => {
    expect(weeklyInWords({ ...rule, days: ['jeudi', 'mardi'] }).replace(/\s/g, ' ')).toBe(
      'Chaque mardi et jeudi de 18 h à 20 h, du 5 janvier au 9 mars 2027, hors vacances scolaires (zone A)',
    );
    expect(
      weeklyInWords({ ...rule, end: '', from: '2026-12-01', until: '2027-03-01', zone: null }).replace(/\s/g, ' '),
    ).toBe('Chaque mardi à 18 h, du 1er décembre 2026 au 1er mars 2027');
  });
});
