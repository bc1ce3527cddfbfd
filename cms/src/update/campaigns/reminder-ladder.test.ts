import { describe, expect, it } from 'vitest';
import { dueRung, nextRung, rungAfter, remindableFrom } from './reminder-ladder.ts';

const ladder = {
  opened: '2026-07-01',
  closesOn: '2026-09-15',
  rungs: [{ afterDays: 35 }, { afterDays: 14 }, { afterDays: 36 }],
};
const stepOn = (today: string, more = {}) => dueRung({ ...ladder, ...more }, today)?.step ?? null;

describe('what comes next', () => {
  const dayAfter = (today: string, more = {}) => nextRung({ ...ladder, ...more }, today);
  it('is the next day of the ladder, today’s own included, and none after the closing', () => {
    expect(dayAfter('2026-07-01')).toMatchObject({ day: '2026-07-15', step: 1 });
    expect(dayAfter('2026-07-15')).toMatchObject({ day: '2026-07-15', step: 1 });
    expect(dayAfter('2026-07-16')).toMatchObject({ day: '2026-08-05', step: 2 });
    expect(dayAfter('2026-08-07')).toBeNull();
    expect(dayAfter('2026-07-16', { closesOn: '2026-08-04' })).toBeNull();
  });

  it('is for one association the step that it has not had, after the last the last again', () => {
    expect(rungAfter(ladder.rungs, 0)).toEqual({ step: 1, rung: { afterDays: 14 } });
    expect(rungAfter(ladder.rungs, 2)).toEqual({ step: 3, rung: { afterDays: 36 } });
    expect(rungAfter(ladder.rungs, 3)).toEqual({ step: 3, rung: { afterDays: 36 } });
    expect(rungAfter([], 0)).toBeNull();
  });
});

describe('the ladder of reminders', () => {
  it('waits for its day, in the order of the days however they were written', () => {
    expect(stepOn('2026-07-01')).toBeNull();
    expect(stepOn('2026-07-14')).toBeNull();
    expect(stepOn('2026-07-15')).toBe(1);
    expect(stepOn('2026-08-04')).toBe(1);
    expect(stepOn('2026-08-05')).toBe(2);
  });

  it('after an outage gives the latest alone', () => {
    expect(stepOn('2026-08-20')).toBe(3);
  });

  it('stops after the closing day, not on it', () => {
    expect(stepOn('2026-09-15')).toBe(3);
    expect(stepOn('2026-09-16')).toBeNull();
    expect(stepOn('2027-01-01', { closesOn: null })).toBe(3);
  });

  it('asks for two days between letters, or for less when the ladder itself does', () => {
    expect(dueRung(ladder, '2026-07-15')?.restDays).toBe(2);
    expect(dueRung(ladder, '2026-08-06')?.restDays).toBe(1);
    expect(dueRung({ ...ladder, rungs: [] }, '2026-08-06')).toBeNull();
  });
});

it('says from when an editor may remind, once letters are leaving', () => {
  const letter = (more: object) => ({
    state: 'envoyée' as const,
    email: 'a@example.org',
    sentAt: null,
    lastReminderAt: null,
    ...more,
  });
  const sent = letter({ sentAt: '2026-06-10T08:00:00.000Z' });
  expect(remindableFrom([sent, letter({ state: 'à envoyer' })], '2026-06-11')).toBe('2026-06-12');
  expect(remindableFrom([letter({ state: 'à envoyer' })], '2026-06-11')).toBe('2026-06-13');
  expect(remindableFrom([{ ...sent, lastReminderAt: '2026-06-20T08:00:00.000Z' }], '2026-06-20')).toBe('2026-06-22');
  expect(remindableFrom([letter({ state: 'répondue' }), letter({ email: null })], '2026-06-11')).toBeNull();
});
