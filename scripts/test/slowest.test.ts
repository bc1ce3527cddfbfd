import path from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../lib/environment.ts';
import { Report, slowest } from './slowest.ts';

const report = (file: string, milliseconds: number, durations: Readonly<Record<string, number | null>>) =>
  Report.parse({
    numTotalTests: 2, // and more that is not read
    testResults: [
      {
        name: path.join(ROOT, file),
        startTime: 1000,
        endTime: 1000 + milliseconds,
        assertionResults: Object.entries(durations).map(([fullName, duration]) => ({ fullName, duration })),
      },
    ],
  });

it('shows tests and hooks of all reports, the slowest first, and no more than asked for', () => {
  const reports = [
    report('cms/tests/mail.test.ts', 9000, { 'sends once': 2000, 'is skipped': null }),
    report('site/e2e/search.test.ts', 3000, { 'finds judo': 3000 }),
  ];
  expect(slowest(reports, 3)).toEqual([
    { what: 'cms/tests/mail.test.ts: hooks', milliseconds: 7000 },
    { what: 'site/e2e/search.test.ts: finds judo', milliseconds: 3000 },
    { what: 'cms/tests/mail.test.ts: sends once', milliseconds: 2000 },
  ]);
});
