import { expect, test } from 'vitest';
import { writeFirstOfMonth } from './first-of-month.ts';

const day = new Date('2026-05-01T10:00:00Z');
const full = (locale: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' });

test('what Strapi formats by itself says the first of a month as French does, and nothing else changes', () => {
  const before = Object.getOwnPropertyDescriptor(Intl.DateTimeFormat.prototype, 'format')!;
  const english = full('en-GB').format(day);
  expect(full('fr').format(day)).toMatch(/^vendredi 1 mai 2026/);
  try {
    writeFirstOfMonth();
    expect(full('fr').format(day)).toMatch(/^vendredi 1er mai 2026.*10:00$/);
    expect(full('fr-FR').format(new Date('2026-05-11T10:00:00Z'))).toMatch(/^lundi 11 mai 2026/);
    expect(full('en-GB').format(day)).toBe(english);
  } finally {
    Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', before);
  }
});
