/** A date is written by `cms/src/domain/dates.ts` and by nothing else: `Intl` says « 1 mai », French says « 1er mai ». */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../lib/environment.ts';
import { sourceFiles } from './imports.ts';

/** The one that writes them, the one that writes them in other languages, and the one that teaches Strapi's own lists to. */
const WRITERS = ['cms/src/domain/dates.ts', 'site/src/i18n/formats.ts', 'cms/src/admin/branding/first-of-month.ts'];
/** Read dates that were typed, whose months have lost their accents, and clocks of other zones. */
const READERS = ['cms/src/domain/day-in-words.ts', 'cms/src/import/read/agendas/zones.ts'];

const BYPASSES: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['Intl.DateTimeFormat', /\bIntl\s*\.\s*DateTimeFormat\b(?!Options)/],
  ['toLocaleDateString or toLocaleTimeString', /\.toLocale(?:Date|Time)String\b/],
  [
    'toLocaleString of a date',
    /new Date\([^;]*?\)\s*\.toLocaleString\b|\.toLocaleString\([^)]*\b(?:day|month|weekday|hour|dateStyle|timeStyle)\b/,
  ],
  [
    'a formatter of a library',
    /\bformat(?:Date|Relative)?\b[^;]*from '(?:date-fns|dayjs|luxon|moment)|\bformatDate\(|\bFormattedDate\b/,
  ],
  ['names of months of its own', /['"]janvier['"]\s*,/],
];

/** How a source writes dates on its own; empty when it does not. */
const bypassesIn = (source: string): string[] =>
  BYPASSES.filter(([, pattern]) => pattern.test(source)).map(([what]) => what);

test.each([
  ["const day = new Intl.DateTimeFormat('fr-FR', { month: 'long' });", 'Intl.DateTimeFormat'],
  ["new Date(at).toLocaleDateString('fr')", 'toLocaleDateString or toLocaleTimeString'],
  ["new Date(at).toLocaleString('fr')", 'toLocaleString of a date'],
  ["at.toLocaleString('fr', { weekday: 'long' })", 'toLocaleString of a date'],
  ["import { format } from 'date-fns';", 'a formatter of a library'],
  ['formatDate(at, { dateStyle: "full" })', 'a formatter of a library'],
  ["const MONTHS = ['janvier', 'février'];", 'names of months of its own'],
])('%s is found', (source, what) => expect(bypassesIn(source)).toEqual([what]));

test('a number, a list and our own functions are no dates that are written by hand', () => {
  for (const source of [
    "count.toLocaleString('fr-FR', { maximumFractionDigits: 1 })",
    "new Intl.ListFormat('fr')",
    'formatDay(dayOf(new Date(at)))',
  ])
    expect(bypassesIn(source)).toEqual([]);
});

test('nothing else of the product writes a date', () => {
  const files = sourceFiles(ROOT).filter((file) => ![...WRITERS, ...READERS].includes(file));
  expect(files.length).toBeGreaterThan(500);
  const found = files.flatMap((file) => {
    const names = bypassesIn(readFileSync(path.join(ROOT, file), 'utf8'));
    return names.length > 0 ? [`${file}: ${names.join(', ')}`] : [];
  });
  expect(found).toEqual([]);
});
