import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PAUSE_MS, SETTLED_MS, step, type AlarmState, type Found } from './alarm.ts';
import { fullness } from './disk-full.ts';

const MINUTE = 60_000;
const begin = new Date('2026-12-01T03:00:00Z').getTime();

/** Looks once a minute. @param trouble in which minutes it is found. @returns in which minutes which letter leaves */
function letters(minutes: number, trouble: (minute: number) => boolean, found: Omit<Found, 'words'> = { afterMs: 0 }) {
  let state: AlarmState | null = null;
  const sent: [minute: number, what: 'begun' | 'over'][] = [];
  for (let minute = 0; minute < minutes; minute += 1) {
    const next = step(state, trouble(minute) ? { words: 'Plein.', ...found } : null, new Date(begin + minute * MINUTE));
    state = next.state;
    if (next.letter !== null) sent.push([minute, next.letter]);
  }
  return { sent, state };
}

describe('the letters of an alarm', () => {
  it('are one when it has lasted long enough, and one when it has been over for a while', () => {
    const { sent, state } = letters(600, (minute) => minute >= 20 && minute < 300, { afterMs: 10 * MINUTE });
    expect(sent).toEqual([
      [30, 'begun'],
      [300 + SETTLED_MS / MINUTE, 'over'],
    ]);
    expect(state).toBeNull();
  });

  it('are none for what passes by itself', () => {
    expect(letters(300, (minute) => minute % 30 < 9, { afterMs: 10 * MINUTE }).sent).toEqual([]);
  });

  it('are no stream for what comes and goes: it counts as one trouble until it has been over for a while', () => {
    expect(letters(1000, (minute) => minute < 800 && minute % 8 < 4).sent).toEqual([
      [0, 'begun'],
      [796 + SETTLED_MS / MINUTE, 'over'],
    ]);
  });

  it('pause between two troubles', () => {
    const { sent } = letters(1000, (minute) => minute < 20 || (minute >= 60 && minute < 500));
    const over = 20 + SETTLED_MS / MINUTE;
    expect(sent).toEqual([
      [0, 'begun'],
      [over, 'over'],
      [over + PAUSE_MS / MINUTE, 'begun'],
      [500 + SETTLED_MS / MINUTE, 'over'],
    ]);
  });

  it('do not wait for a clock that was ahead', () => {
    const ahead = new Date(begin + 365 * 24 * 60 * MINUTE);
    const state = { words: 'Plein.', since: ahead, lasting: true, toldAt: null, overSince: null, letterAt: ahead };
    const first = step(state, { words: 'Plein.', afterMs: 10 * MINUTE }, new Date(begin));
    expect(first).toMatchObject({ letter: null, state: { since: new Date(begin) } });
    expect(step(first.state, { words: 'Plein.', afterMs: 10 * MINUTE }, new Date(begin + 10 * MINUTE)).letter).toBe(
      'begun',
    );
  });

  it('whatever happens: begun and over take turns, and no two begin within the pause', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 90 })), { maxLength: 60 }), (spans) => {
        const looks = spans.flatMap(([there, minutes]) => Array<boolean>(minutes).fill(there));
        const { sent } = letters(looks.length, (minute) => looks[minute]!);
        sent.forEach(([minute, what], index) => {
          expect(what).toBe(index % 2 === 0 ? 'begun' : 'over');
          const before = sent[index - 1];
          if (what === 'begun' && before) expect(minute - before[0]).toBeGreaterThanOrEqual(PAUSE_MS / MINUTE);
        });
      }),
    );
  });
});

it('counts a disk as df does', () => {
  expect(fullness({ blocks: 100, bfree: 20, bavail: 10 })).toBeCloseTo(80 / 90);
  expect(fullness({ blocks: 100, bfree: 100, bavail: 95 })).toBe(0);
  expect(fullness({ blocks: 0, bfree: 0, bavail: 0 })).toBe(0);
});
