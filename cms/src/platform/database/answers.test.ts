import { expect, test } from 'vitest';
import type { Connection } from './connection.ts';
import { databaseAnswers } from './answers.ts';

const connection = (raw: () => Promise<unknown>) => ({ raw }) as unknown as Connection;

test('a database that answers, one that refuses, and one that says nothing', async () => {
  expect(await databaseAnswers(connection(() => Promise.resolve([])))).toBe(true);
  expect(await databaseAnswers(connection(() => Promise.reject(new Error('ECONNREFUSED'))))).toBe(false);
  expect(
    await databaseAnswers(
      connection(() => new Promise(() => undefined)),
      20,
    ),
  ).toBe(false);
});
