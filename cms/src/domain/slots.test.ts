import fc from 'fast-check';
import { expect, test } from 'vitest';
import { days } from './vocabulary/days.ts';
import { checkSlot, compareSlots, formatSlot, type Slot } from './slots.ts';

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
const slot: fc.Arbitrary<Slot> = fc.record({
  day: fc.constantFrom(...days.values),
  begin: fc.option(time),
  end: fc.option(time),
  note: fc.constant(null),
});
const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

test('a slot is right when it ends after it begins, if need be in the night, or leaves the end open', () => {
  fc.assert(
    fc.property(slot, (candidate) => {
      const { begin, end } = candidate;
      const overnight = begin !== null && end !== null && minutes(begin) >= 12 * 60 && minutes(end) <= 6 * 60;
      const right = end === null || (begin !== null && (minutes(end) > minutes(begin) || overnight));
      expect(checkSlot(candidate).ok).toBe(right);
    }),
  );
});

test.each([
  ['20:30', '00:00', 'Samedi, 20\u00a0h\u00a030\u00a0–\u00a0minuit'],
  ['22:00', '02:00', 'Samedi, 22\u00a0h\u00a0–\u00a02\u00a0h'],
  ['00:00', '01:00', 'Samedi, minuit\u00a0–\u00a01\u00a0h'],
])('%s to %s is one slot of the evening', (begin, end, text) => {
  const night: Slot = { day: 'samedi', begin, end, note: null };
  expect(checkSlot(night).ok).toBe(true);
  expect(formatSlot(night)).toBe(text);
});

test.each([
  ['10:00', '02:00'],
  ['20:00', '19:00'],
  ['20:00', '08:00'],
])('%s to %s is a mistake', (begin, end) =>
  expect(checkSlot({ day: 'samedi', begin, end, note: null }).ok).toBe(false),
);

test('sorts by day of the week, then by clock', () => {
  fc.assert(
    fc.property(fc.array(slot), (slots) => {
      const sorted = [...slots].sort(compareSlots);
      for (let at = 1; at < sorted.length; at += 1) {
        const [a, b] = [sorted[at - 1]!, sorted[at]!];
        expect(days.rank(a.day)).toBeLessThanOrEqual(days.rank(b.day));
        if (a.day === b.day && a.begin && b.begin) expect(minutes(a.begin)).toBeLessThanOrEqual(minutes(b.begin));
      }
    }),
  );
});

test('reads as French', () => {
  expect(formatSlot({ day: 'mercredi', begin: '14:00', end: '15:30', note: 'hors vacances' })).toBe(
    'Mercredi, 14\u00a0h\u00a0–\u00a015\u00a0h\u00a030 (hors vacances)',
  );
  expect(formatSlot({ day: 'samedi', begin: '09:05', end: null, note: null })).toBe(
    'Samedi, à partir de 9\u00a0h\u00a005',
  );
  expect(formatSlot({ day: 'lundi', begin: null, end: null, note: null })).toBe('Lundi');
});
