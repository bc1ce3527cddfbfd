import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { storedPressLinks } from '@trame/cms/domain/stored/press-links';
import { readStored, writeStored, writeWhole } from '../lib/files.ts';
import { closePressLinks } from './press-links.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'trame-press-links-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const now = new Date('2026-11-29T12:00:00Z');
const link = (id: string, revokedAt: string | null = null, expiresAt = '2026-12-29T12:00:00.000Z') => ({
  id,
  recipient: 'Imprimerie du Moron',
  createdAt: '2026-11-01T12:00:00.000Z',
  expiresAt,
  revokedAt,
  visits: 1,
  downloads: 0,
  lastUsedAt: null,
});
const at = (place: string, edition = 'e1') => path.join(folder, place, 'editions', edition, 'links.json');
const keep = (place: string, ...links: ReturnType<typeof link>[]) =>
  writeStored(at(place), storedPressLinks, { links });
const openIn = async (place: string) =>
  (await readStored(at(place), storedPressLinks))?.links
    .filter(({ revokedAt }) => revokedAt === null)
    .map(({ id }) => id);

it('closes what was closed since, and on another machine all of them', async () => {
  await keep('backup', link('open'), link('closed-since'), link('closed', '2026-11-02T12:00:00.000Z'));
  await keep('here', link('open'), link('closed-since', '2026-11-28T12:00:00.000Z'), link('made-since'));
  expect(await closePressLinks(path.join(folder, 'here'), path.join(folder, 'backup'), now)).toBe(1);
  expect(await openIn('backup')).toEqual(['open']);

  expect(await closePressLinks(path.join(folder, 'nowhere'), path.join(folder, 'backup'), now)).toBe(1);
  expect(await openIn('backup')).toEqual([]);
});

it('counts none that is over, has none of a backup without editions, and leaves what it cannot read', async () => {
  await keep('backup', link('over', null, '2026-11-02T12:00:00.000Z'));
  await writeWhole(at('backup', 'e2'), 'torn');
  expect(await closePressLinks(path.join(folder, 'here'), path.join(folder, 'backup'), now)).toBe(0);
  expect(await readFile(at('backup', 'e2'), 'utf8')).toBe('torn');
  expect(await closePressLinks(path.join(folder, 'here'), path.join(folder, 'empty'), now)).toBe(0);
});
