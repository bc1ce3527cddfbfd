import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../lib/environment.ts';
import { BLACK_BOX_TESTS } from './black-box-tests.ts';
import { allParts, partsFor } from './parts.ts';

const files = [
  'cms/src/associations/withdrawals/clear-texts.test.ts',
  'cms/src/domain/phone.test.ts',
  'cms/tests/desk.test.ts',
  'cms/tests/withdraw.test.ts',
  'cms/tests/mail.test.ts',
  'site/e2e/search.test.ts',
  'scripts/e2e/edition.test.ts',
];
const chosen = (name: string) =>
  partsFor(name, files, '/reports').map(({ name, script }) => [
    name,
    ...script.filter((word) => word.endsWith('.test.ts')),
  ]);

describe('all parts', () => {
  const parts = allParts('/reports');

  it('are each told apart by their name, and wait for parts that come before them', () => {
    const names = parts.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const [at, { after }] of parts.entries()) if (after) expect(names.slice(0, at)).toContain(after);
  });

  it('hold every project of the tests, lint, format and types', () => {
    const words = parts.map(({ script }) => script.join(' ')).join('\n');
    for (const project of ['unit', 'cms', 'site', 'e2e']) expect(words).toContain(`--project ${project} `);
    for (const script of ['run lint', 'run format:check']) expect(words).toContain(script);
    for (const place of ['cms', 'site', 'scripts']) expect(words).toContain(`--filter @trame/${place} run typecheck`);
  });
});

describe('a name', () => {
  it('stands for tests that have it in their path, and for those of the CMS that go through a room of that name', () => {
    expect(chosen('withdrawals')).toEqual([
      ['compiled CMS'],
      ['unit tests', 'cms/src/associations/withdrawals/clear-texts.test.ts'],
      ['CMS tests', 'cms/tests/withdraw.test.ts'],
    ]);
    expect(chosen('cms/src/entries/drafts.ts')).toEqual([
      ['compiled CMS'],
      ['CMS tests', 'cms/tests/desk.test.ts', 'cms/tests/withdraw.test.ts'],
    ]);
    expect(chosen('./cms/src/domain/')).toEqual([['unit tests', 'cms/src/domain/phone.test.ts']]);
  });

  it('brings in what takes minutes only when it is named itself', () => {
    expect(chosen('search')).toEqual([['browser tests', 'site/e2e/search.test.ts']]);
    expect(chosen('scripts/e2e/edition')).toEqual([
      ['compiled CMS'],
      ['end-to-end tests', 'scripts/e2e/edition.test.ts'],
    ]);
  });

  it('that nothing has stands for nothing', () => {
    expect(chosen('no-such-room')).toEqual([]);
  });
});

describe('the rooms that tests of the running CMS go through', () => {
  it('are named for each of these tests, and exist', async () => {
    const tests = (await readdir(path.join(ROOT, 'cms/tests'))).filter((file) => file.endsWith('.test.ts'));
    expect(Object.keys(BLACK_BOX_TESTS)).toEqual(tests.map((file) => `cms/tests/${file}`).sort());
    const rooms = Object.values(BLACK_BOX_TESTS).flat();
    expect(rooms.filter((room) => !existsSync(path.join(ROOT, 'cms/src', room)))).toEqual([]);
  });
});
