import { describe, expect, it } from 'vitest';
import { sampleAssociation, sampleExport } from '../../../content/sample-export.ts';
import { indexedPages } from './records.ts';
import { createWordReader } from './word-reader.ts';

const pagesOf = (...summaries: string[]) =>
  indexedPages(
    sampleExport({
      associations: summaries.map((summary, at) =>
        sampleAssociation({ id: `a${at}`, slug: `a${at}`, name: `Club ${at}`, summary }),
      ),
    }),
    '2026-09-01T08:00:00.000Z',
  );

describe('createWordReader', () => {
  it('reads again what changed, and nothing else', () => {
    const read = createWordReader();
    const before = read(pagesOf('On nage.', 'On court.'));
    const after = read(pagesOf('On nage.', 'On danse.'));
    expect(after).toEqual(createWordReader()(pagesOf('On nage.', 'On danse.')));
    const kept = after.filter((words) => before.includes(words));
    expect(after.length - kept.length).toBeGreaterThan(0);
    expect(kept.some(({ written }) => written.includes('nage'))).toBe(true);
    expect(kept.some(({ written }) => written.includes('danse'))).toBe(false);
  });

  it('forgets what the last directory did not hold', () => {
    const read = createWordReader();
    const [first] = read(pagesOf('On nage.'));
    read(pagesOf('On court.'));
    expect(read(pagesOf('On nage.'))[0]).not.toBe(first);
  });
});
