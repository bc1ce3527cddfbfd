import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoContent } from '@trame/cms/demo/territory';
import { toSiteExport } from '@trame/cms/demo/to-site-export';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openFolder, type OpenedFolder } from '../find/open-folder.ts';
import type { Library } from '../find/library.ts';
import { buildSearchIndex } from '../index/build-index.ts';
import { emptyState } from '../state.ts';
import { answersFrom } from './answers.ts';
import type { Answered, AnswerTo } from './protocol.ts';

const BUILT_AT = '2026-09-01T08:00:00.000Z';

let work: string;
let opened: OpenedFolder;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'trame-answers-'));
  const siteExport = toSiteExport(demoContent({ today: BUILT_AT.slice(0, 10) }));
  await buildSearchIndex({ siteExport, outDir: work, builtAt: BUILT_AT });
  opened = await openFolder(work, BUILT_AT.slice(0, 10));
});
afterAll(async () => {
  await opened.close();
  await rm(work, { recursive: true, force: true });
});

it('gives more of an answer as long as the release stands that it was made from, and nothing of another', async () => {
  let library: Library = opened.library;
  const answer = answersFrom(() => Promise.resolve(library));
  const first = (await answer({
    kind: 'ask',
    state: { ...emptyState, q: 'sport' },
    wanted: 5,
    from: null,
    language: 'fr',
  })) as Answered;
  const more = { kind: 'more', answer: first.number, from: 5, to: 10 } as const;
  expect(first.total).toBeGreaterThan(10);
  expect((await answer(more)) as AnswerTo['more']).toHaveLength(5);
  expect(await answer({ kind: 'places', answer: first.number })).not.toBeNull();

  // The index was replaced under the open page: ranks of pages are those of other pages now.
  library = { ...opened.library };
  expect(await answer(more)).toBeNull();
  expect(await answer({ kind: 'places', answer: first.number })).toBeNull();
  // What is everything is that of the new release.
  expect(await answer({ kind: 'places', answer: null })).not.toBeNull();
});
