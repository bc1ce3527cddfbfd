import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openReleases } from './releases.ts';
import { chooseRelease, rollback } from './rollback.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'trame-releases-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const built = (minute: number) => `2026-09-05T08:${String(minute).padStart(2, '0')}:00.000Z`;

async function make(minute: number) {
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
  it('goes back one each time, then says that there is nothing before', async () => {
    const ids = [await make(0), await make(1), await make(2)];
    const releases = openReleases(dataDir);
    expect(await rollback(releases, [])).toContain(ids[1]);
    expect(await served()).toBe(ids[1]);
    await rollback(releases, []);
    expect(await served()).toBe(ids[0]);
    await expect(rollback(releases, [])).rejects.toThrow(/la plus ancienne/);
    expect(await served()).toBe(ids[0]);
  });

  it('goes to a release by name and lists them', async () => {
    const ids = [await make(0), await make(1), await make(2)];
    const releases = openReleases(dataDir);
    await rollback(releases, [ids[0] as string]);
    expect(await served()).toBe(ids[0]);
    const list = await rollback(releases, ['--list']);
    expect(list.split('\n')).toHaveLength(3);
    expect(list).toMatch(new RegExp(`→ ${ids[0]}.*en ligne`));
    expect(list).toContain('5 septembre 2026 à 10 h'.replace(' h', '\u00a0h'));
  });

  it('explains what cannot be done', async () => {
    const releases = openReleases(dataDir);
    await expect(rollback(releases, [])).rejects.toThrow(/Aucune version/);
    const id = await make(0);
    await expect(rollback(releases, ['nope'])).rejects.toThrow(/« nope »/);
    expect(() => chooseRelease([], id, null)).toThrow(/Aucune version/);
    await expect(rollback(releases, [id])).rejects.toThrow(/déjà en ligne/);
    expect(await rollback(releases, ['--help'])).toContain('pnpm rollback --list');
  });
});
