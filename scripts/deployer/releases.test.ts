import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { suppressionLines, type Suppression } from '@trame/cms/domain/stored/suppression';
import { writeJson } from '../lib/files.ts';
import { PlainError } from '../lib/plain-error.ts';
import { openReleases } from './releases.ts';
import { chooseRelease, rollback as rollbackIn } from './rollback.ts';
import { releasesToForget } from './withdrawn.ts';

const SECRET_MARK = '0123456789abcdef';
const DELETED: Suppression['act'] = {
  kind: 'record',
  type: 'api::association.association',
  record: 'a',
  act: 'deleted',
};

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'trame-releases-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const built = (minute: number) => `2026-09-05T08:${String(minute).padStart(2, '0')}:00.000Z`;

async function make(minute: number, register: string | null = null) {
  const releases = openReleases(dataDir);
  const id = await releases.newId(new Date(built(minute)), `version${minute}`);
  await mkdir(releases.folder(id), { recursive: true });
  await writeFile(path.join(releases.folder(id), 'index.html'), id);
  await releases.record({
    id,
    etag: `"${minute}"`,
    contentVersion: `version${minute}`,
    builtAt: built(minute),
    day: '2026-09-05',
    register,
    withdrawnOnly: false,
    builder: 'b',
    pages: { '': 1 },
  });
  await releases.switchTo(id);
  return id;
}
const served = () => readFile(path.join(dataDir, 'site/current/index.html'), 'utf8');

describe('releases', () => {
  it('has nothing live at first', async () => {
    const releases = openReleases(dataDir);
    expect(await releases.live()).toBeNull();
    expect(await releases.list()).toEqual([]);
    await releases.prune();
  });

  it('keeps the order in which they were made, whatever the clock said', async () => {
    const [ahead, right] = [await make(50), await make(10)];
    const releases = openReleases(dataDir);
    expect((await releases.list()).map(({ id }) => id)).toEqual([right, ahead]);
    const [, older] = await releases.list();
    await releases.honour(older!, '0198c5a0-0000-7000-8000-000000000000');
    expect((await releases.list()).map(({ id }) => id)).toEqual([right, ahead]);
  });

  it('has nothing live when what residents see was deleted', async () => {
    const id = await make(1);
    const releases = openReleases(dataDir);
    expect((await releases.live())?.record.id).toBe(id);
    await rm(releases.folder(id), { recursive: true });
    expect(await releases.live()).toBeNull();
  });

  it('switches by a relative link, so that the folder may be moved', async () => {
    const id = await make(1);
    expect(await served()).toBe(id);
    expect(await readlink(path.join(dataDir, 'site/current'))).toBe(path.join('releases', id));
  });

  it('never gives two releases of one second the same name', async () => {
    const releases = openReleases(dataDir);
    const first = await releases.newId(new Date(built(1)), 'same');
    await mkdir(releases.folder(first), { recursive: true });
    expect(await releases.newId(new Date(built(1)), 'same')).not.toBe(first);
  });

  it('keeps five, and removes what a crash left half-built', async () => {
    const ids: string[] = [];
    for (let minute = 0; minute < 7; minute++) ids.push(await make(minute));
    const releases = openReleases(dataDir);
    const halfBuilt = releases.folder('20260905T0900-crashed');
    await mkdir(halfBuilt, { recursive: true });
    await releases.prune();
    expect((await releases.list()).map(({ id }) => id)).toEqual(ids.slice(2).reverse());
    expect(existsSync(halfBuilt)).toBe(false);
    expect(existsSync(releases.folder(ids[0] as string))).toBe(false);
  });

  describe('of which one completes another', () => {
    const complete = async (minute: number, completed: string) => {
      const releases = openReleases(dataDir);
      const id = `complete-${minute}`;
      const of = { contentVersion: 'v', builtAt: built(minute), register: null };
      await mkdir(releases.folder(id), { recursive: true });
      await releases.record({
        ...{ id, etag: '"v"', day: '2026-09-05', builder: 'b', pages: {}, ...of },
        ...{ booklet: { release: id, ...of }, completes: completed },
      });
      return id;
    };
    const ids = async () => (await openReleases(dataDir).list()).map(({ id }) => id);

    it('puts it right before that one, whatever the clock said and whatever was made since', async () => {
      const [older, newer] = [await make(20), await make(21)];
      expect(await ids()).toEqual([newer, older]);
      const completion = await complete(1, older);
      expect(await ids()).toEqual([newer, completion, older]);
    });

    it('keeps five without counting it, and it only while the other is online', async () => {
      const made: string[] = [];
      for (let minute = 0; minute < 5; minute++) made.push(await make(minute));
      const releases = openReleases(dataDir);
      const completion = await complete(6, made[4]!);
      await releases.switchTo(completion);
      await releases.prune();
      expect(await ids()).toEqual([completion, ...made.toReversed()]);
      const next = await make(7);
      await releases.prune();
      expect(await ids()).toEqual([next, completion, ...made.slice(1, 4).toReversed()]);
    });

    it('forgets the completed one too when what it shows was taken off', async () => {
      const completed = await make(1);
      const completion = await complete(2, completed);
      const releases = openReleases(dataDir);
      await releases.switchTo(completion);
      await releases.prune(new Set([completed]));
      expect(await ids()).toEqual([completion]);
    });
  });

  it('keeps the content that a booklet was made of as long as a release holds it, and no longer than it may', async () => {
    const releases = openReleases(dataDir);
    const first = await make(0);
    const of = { release: first, contentVersion: 'v', builtAt: built(0), register: null };
    await writeJson(releases.contentFile(first), {});
    for (let minute = 1; minute < 8; minute++) {
      const id = `later-${minute}`;
      await mkdir(releases.folder(id), { recursive: true });
      await releases.record({
        ...{ id, etag: `"${minute}"`, contentVersion: 'v', builtAt: built(minute), day: '2026-09-05' },
        ...{ builder: 'b', pages: {}, booklet: of, behindSince: built(1) },
      });
      await releases.switchTo(id);
    }
    await releases.prune();
    expect(existsSync(releases.folder(first))).toBe(false);
    expect(existsSync(releases.contentFile(first))).toBe(true);
    await releases.prune(new Set([first]));
    expect(existsSync(releases.contentFile(first))).toBe(false);
  });

  it('does not discard the live one', async () => {
    const id = await make(1);
    await openReleases(dataDir).discard(id);
    expect(await served()).toBe(id);
    expect((await openReleases(dataDir).live())?.record.id).toBe(id);
  });

  it('never removes the live one, however old', async () => {
    const oldest = await make(0);
    for (let minute = 1; minute < 8; minute++) await make(minute);
    const releases = openReleases(dataDir);
    await releases.switchTo(oldest);
    await releases.prune();
    expect(await served()).toBe(oldest);
    expect(await releases.list()).toHaveLength(6);
  });
});

describe('rollback', () => {
  const rollback = (args: readonly string[]) => rollbackIn({ dataDir, siteUrl: 'https://site.example' }, args);
  const exportFile = () => path.join(dataDir, 'deployer/export.json');
  /** What the CMS exports now: one association with these contacts. */
  const exportNow = (...contacts: { phone?: string; email?: string }[]) =>
    writeJson(exportFile(), { format: 'trame-site/2', associations: [{ name: 'Judo', contacts }] });
  const begin = '00000000-0000-4000-8000-000000000001';
  /** The register of suppressions: its beginning, and a record that was deleted for each of these. */
  const registerNow = (...deleted: readonly [id: string, at: string][]) =>
    writeFile(
      path.join(dataDir, 'suppressions.jsonl'),
      suppressionLines([
        { id: begin, at: built(0), secret: SECRET_MARK, act: { kind: 'register' }, after: null },
        ...deleted.map(([id, at]): Suppression => ({ id, at, secret: SECRET_MARK, act: DELETED, after: null })),
      ]),
    );
  beforeEach(async () => {
    await exportNow();
    await registerNow();
  });

  it('refuses what was built before something was taken off, by name too, and takes no word for it', async () => {
    const gone = '00000000-0000-4000-8000-000000000002';
    const [oldest, older] = [await make(0, begin), await make(1, begin)];
    await registerNow([gone, built(2)]);
    const live = await make(3, gone);
    for (const args of [[], [older], [oldest], [older, '--accept-withdrawn']]) {
      await expect(rollback(args)).rejects.toThrow(PlainError);
      await expect(rollback(args)).rejects.toThrow(/retiré du site \(le 5 septembre 2026 à 10.h.02\)/);
    }
    expect(await served()).toBe(live);
    expect((await rollback(['--list'])).match(/retiré depuis/g)).toHaveLength(2);
  });

  it('goes to one that was built after it', async () => {
    const gone = '00000000-0000-4000-8000-000000000002';
    await make(0, begin);
    await registerNow([gone, built(1)]);
    const clean = await make(2, gone);
    await make(3, gone);
    expect(await rollback([])).toContain(clean);
    expect(await served()).toBe(clean);
  });

  it('goes past one that does not honour it to an older one that does', async () => {
    // The CMS did not say how far its content went when the newer one was built.
    const clean = await make(0, '00000000-0000-4000-8000-000000000002');
    await make(1, null);
    await registerNow(['00000000-0000-4000-8000-000000000002', built(2)]);
    await make(3, '00000000-0000-4000-8000-000000000002');
    expect(await rollback([])).toContain(clean);
  });

  it('goes by the clock for a release of before records said what they honour', async () => {
    const older = await make(0);
    await make(20);
    await registerNow(['00000000-0000-4000-8000-000000000002', built(30)]);
    await expect(rollback([])).rejects.toThrow(/retiré/);
    await registerNow(['00000000-0000-4000-8000-000000000002', '2026-09-05T07:00:00.000Z']);
    expect(await rollback([])).toContain(older);
  });

  it.each([
    ['is missing', () => rm(path.join(dataDir, 'suppressions.jsonl')), /registre des retraits.*manque/],
    [
      'cannot be read',
      () => writeFile(path.join(dataDir, 'suppressions.jsonl'), '{}\n'),
      /registre des retraits.*illisible/,
    ],
    ['does not hold what the release knew', () => registerNow(), /perdu ou remplacé/],
  ])('refuses when the register %s', async (_, spoil, sentence) => {
    await make(0, '00000000-0000-4000-8000-000000000009');
    await make(1, '00000000-0000-4000-8000-000000000009');
    await spoil();
    await expect(rollback([])).rejects.toThrow(sentence);
  });

  it('keeps none that may not go online any more, but for what residents see', async () => {
    const gone = '00000000-0000-4000-8000-000000000002';
    const [older, live] = [await make(0, begin), await make(1, begin)];
    await registerNow([gone, built(2)]);
    const releases = openReleases(dataDir);
    const forget = async () => releases.prune(await releasesToForget(dataDir, await releases.list()));
    await forget();
    expect(existsSync(releases.folder(older))).toBe(false);
    expect(await served()).toBe(live);
    const clean = await make(3, gone);
    await forget();
    expect((await releases.list()).map(({ id }) => id)).toEqual([clean]);
    expect(existsSync(releases.folder(live))).toBe(false);
    await rm(path.join(dataDir, 'suppressions.jsonl'));
    await make(4, gone);
    await forget();
    expect(await releases.list()).toHaveLength(2);
  });

  it('refuses to bring back contacts that were withdrawn since, unless that is accepted', async () => {
    const show = (id: string) =>
      writeFile(
        path.join(openReleases(dataDir).folder(id), 'index.html'),
        '<!doctype html><html lang="fr"><body><p>06 39 98 00 01 et judo@club.example</p></body></html>',
      );
    const older = await make(0);
    await show(older);
    const live = await make(1);

    await exportNow({ phone: '+33639980001', email: 'judo@club.example' });
    await rollback([]);
    expect(await readlink(path.join(dataDir, 'site/current'))).toContain(older);
    await openReleases(dataDir).switchTo(live);

    await exportNow({ phone: '+33639980001' });
    const refused = rollback([]);
    await expect(refused).rejects.toThrow(PlainError);
    await expect(refused).rejects.toThrow(/@club\.example.*--accept-withdrawn/s);
    await expect(refused).rejects.not.toThrow(/0639980001|33639980001/);
    expect(await served()).toBe(live);

    expect(await rollback(['--accept-withdrawn'])).toContain(older);
    expect(await readlink(path.join(dataDir, 'site/current'))).toContain(older);
    expect(await rollback(['--help'])).toContain('--accept-withdrawn');
  });

  it.each([
    ['is missing', () => rm(exportFile())],
    ['is torn', () => writeFile(exportFile(), '{"format":')],
  ])('refuses when the present content %s: nothing to compare with', async (_, spoil) => {
    await make(0);
    const live = await make(1);
    await spoil();
    await expect(rollback([])).rejects.toThrow(/--accept-withdrawn/);
    expect(await served()).toBe(live);
    await rollback(['--accept-withdrawn']);
    expect(await served()).not.toBe(live);
  });

  it('goes back one each time, then says that there is nothing before', async () => {
    const ids = [await make(0), await make(1), await make(2)];
    expect(await rollback([])).toContain(ids[1]);
    expect(await served()).toBe(ids[1]);
    await rollback([]);
    expect(await served()).toBe(ids[0]);
    await expect(rollback([])).rejects.toThrow(/la plus ancienne/);
    expect(await served()).toBe(ids[0]);
  });

  it('goes to a release by name and lists them', async () => {
    const ids = [await make(0), await make(1), await make(2)];
    await rollback([ids[0] as string]);
    expect(await served()).toBe(ids[0]);
    const list = await rollback(['--list']);
    expect(list.split('\n')).toHaveLength(3);
    expect(list).toMatch(new RegExp(`→ ${ids[0]}.*en ligne`));
    expect(list).toContain('5 septembre 2026 à 10 h'.replace(' h', '\u00a0h'));
  });

  it('explains what cannot be done', async () => {
    await expect(rollback([])).rejects.toThrow(/Aucune version/);
    const id = await make(0);
    await expect(rollback(['nope'])).rejects.toThrow(/« nope »/);
    expect(() => chooseRelease([], id, null)).toThrow(/Aucune version/);
    await expect(rollback([id])).rejects.toThrow(/déjà en ligne/);
    expect(await rollback(['--help'])).toContain('pnpm rollback --list');
  });
});
