/** Which tests a run waited for most. */
import path from 'node:path';
import { z } from 'zod';
import { ROOT } from '../lib/environment.ts';

/** What is read of vitest's JSON report; times in milliseconds. */
export const Report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      startTime: z.number(),
      endTime: z.number(),
      assertionResults: z.array(z.object({ fullName: z.string(), duration: z.number().nullish() })),
    }),
  ),
});
export type Report = z.infer<typeof Report>;

export interface Slow {
  /** "cms/tests/mail.test.ts: sends a letter once"; what a file does before and after its tests stands as its hooks. */
  readonly what: string;
  readonly milliseconds: number;
}

/** The slowest tests and hooks of several reports, the slowest first. */
export function slowest(reports: readonly Report[], most: number): readonly Slow[] {
  return reports
    .flatMap(({ testResults }) => testResults)
    .flatMap(({ name, startTime, endTime, assertionResults }) => {
      const file = path.relative(ROOT, name);
      const tests = assertionResults.map(({ fullName, duration }) => ({
        what: `${file}: ${fullName}`,
        milliseconds: duration ?? 0,
      }));
      const inTests = tests.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
      return [...tests, { what: `${file}: hooks`, milliseconds: Math.max(0, endTime - startTime - inTests) }];
    })
    .sort((one, other) => other.milliseconds - one.milliseconds)
    .slice(0, most);
}
