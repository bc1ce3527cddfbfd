/** Which booklet may be read beside the pages of a new content. */
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { demoContent } from '@trame/cms/demo/territory';
import { toSiteExport } from '@trame/cms/demo/to-site-export';
import type { SiteExport } from '@trame/cms/domain/contract/site/site-export';
import { suppressionLines, type Suppression } from '@trame/cms/domain/stored/suppression';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeJson } from '../lib/files.ts';
import { bookletToKeep } from './booklet.ts';
import { openReleases, type ReleaseRecord } from './releases.ts';

const all = toSiteExport(demoContent({ today: '2026-09-05' }));
const withoutFirst: SiteExport = { ...all, associations: all.associations.slice(1) };
const retitled: SiteExport = { ...all, guides: all.guides.map((one) => ({ ...one, title: `${one.title} !` })) };
const BEGUN = randomUUID();
const line = (id: string, act: Suppression['act']): Suppression => ({
  ...{ id, at: '2026-09-05T09:00:00.000Z', secret: '0123456789abcdef', act, after: null },
});

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'trame-booklet-'));
  await note();
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const note = (...more: Suppression[]) =>
  writeFile(path.join(dataDir, 'suppressions.jsonl'), suppressionLines([line(BEGUN, { kind: 'register' }), ...more]));

/** What is online: pages of one content, with the booklet of another. */
async function online(pages: SiteExport, ofBooklet: SiteExport, changes: Partial<ReleaseRecord> = {}) {
  const releases = openReleases(dataDir);
  const of = { contentVersion: 'v', builtAt: '2026-09-05T08:00:00.000Z', register: BEGUN };
  await mkdir(releases.folder('pages'), { recursive: true });
  await writeFile(path.join(releases.folder('pages'), 'annuaire.pdf'), '%PDF');
  await writeJson(releases.contentFile('pages'), pages);
  await writeJson(releases.contentFile('booklet'), ofBooklet);
  await releases.record({
    ...{ id: 'pages', etag: '"v"', day: '2026-09-05', builder: 'b', pages: {}, ...of },
    booklet: { release: 'booklet', ...of },
    ...changes,
  });
  const [record] = await releases.list();
  return (now: SiteExport) => bookletToKeep({ dataDir, releases }, record!, now);
}

it('stays when nothing that it shows was taken off, whatever was rewritten', async () => {
  const keep = await online(all, all);
  expect(await keep(retitled)).toMatchObject({ record: { release: 'booklet' } });
});

it('is held against what it was made of itself, and not against the pages beside it', async () => {
  const keep = await online(withoutFirst, all);
  expect(await keep(withoutFirst)).toBeNull();
});

it('leaves with what the register says, though no content tells of it', async () => {
  const keep = await online(all, all);
  await note(line(randomUUID(), { kind: 'record', type: 'api::guide.guide', record: 'g', act: 'deleted' }));
  expect(await keep(retitled)).toBeNull();
});

it.each<[string, (releases: ReturnType<typeof openReleases>) => Promise<void>]>([
  ['its content is not kept', (releases) => rm(releases.contentFile('booklet'))],
  ['its content cannot be read', (releases) => writeFile(releases.contentFile('booklet'), '{')],
  ['the register is not there', () => rm(path.join(dataDir, 'suppressions.jsonl'))],
  [
    'the register is another one',
    () =>
      writeFile(path.join(dataDir, 'suppressions.jsonl'), suppressionLines([line(randomUUID(), { kind: 'register' })])),
  ],
  ['it is not there itself', (releases) => rm(path.join(releases.folder('pages'), 'annuaire.pdf'))],
])('leaves when nobody can tell, since %s', async (_, spoil) => {
  const keep = await online(all, all);
  await spoil(openReleases(dataDir));
  expect(await keep(retitled)).toBeNull();
});

it('is none where there was none', async () => {
  expect(await (await online(all, all, { booklet: null }))(all)).toBeNull();
});
