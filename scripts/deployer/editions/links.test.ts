import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../lib/clock.ts';
import { createLinks, type Links } from './links.ts';
import { makeToken, readToken } from './token.ts';

const SECRET = 'the-secret-of-the-press';
const claims = { edition: 'd0edition', link: 'abc_-9', expiresAt: Date.parse('2026-12-01T10:00:00.000Z') };

describe('a token', () => {
  it('says what it was made of', () => {
    expect(readToken(SECRET, makeToken(SECRET, claims))).toEqual(claims);
  });

  it('is no token once any of its characters is another, or under another secret', () => {
    const token = makeToken(SECRET, claims);
    for (let at = 0; at < token.length; at++) {
      const other = token[at] === 'A' ? 'B' : 'A';
      expect(readToken(SECRET, token.slice(0, at) + other + token.slice(at + 1)), `character ${at}`).toBeNull();
    }
    expect(readToken('another-secret', token)).toBeNull();
  });

  it('has one spelling', () => {
    const token = makeToken(SECRET, claims);
    for (const other of ['', '.', '...', `${token}.`, ` ${token}`, `${token}=`, token.toUpperCase(), '../x.y.1.a', 'é'])
      expect(readToken(SECRET, other)).toBeNull();
  });
});

describe('links', () => {
  let folder: string;
  let now: Date;
  let links: Links;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'trame-links-'));
    now = new Date('2026-11-22T10:00:00.400Z');
    links = createLinks({
      fileOf: (edition) => path.join(folder, edition, 'links.json'),
      secret: SECRET,
      clock: { ...systemClock, now: () => now },
    });
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('open until their last instant', async () => {
    const { link, token } = await links.make('e1', { recipient: 'Imprimerie du Moron', days: 30 });
    expect(link).toMatchObject({ expiresAt: '2026-12-22T10:00:00.000Z', visits: 0, downloads: 0, revokedAt: null });
    expect(await links.admit(token)).toMatchObject({ outcome: 'open', edition: 'e1', link: { id: link.id } });
    now = new Date('2026-12-22T09:59:59.999Z');
    expect((await links.admit(token)).outcome).toBe('open');
    now = new Date('2026-12-22T10:00:00.000Z');
    expect((await links.admit(token)).outcome).toBe('expired');
  });

  it('are withdrawn one by one, for ever, with the day of the first time', async () => {
    const [one, two] = [
      await links.make('e1', { recipient: 'A', days: 1 }),
      await links.make('e1', { recipient: 'B', days: 1 }),
    ];
    expect(await links.revoke('e1', one.link.id)).toBe(true);
    now = new Date('2026-11-22T11:00:00.000Z');
    expect(await links.revoke('e1', one.link.id)).toBe(true);
    expect(await links.revoke('e1', 'none')).toBe(false);
    expect((await links.admit(one.token)).outcome).toBe('revoked');
    expect((await links.admit(two.token)).outcome).toBe('open');
    const revoked = (await links.list('e1')).find(({ id }) => id === one.link.id);
    expect(revoked?.revokedAt).toBe('2026-11-22T10:00:00.400Z');
  });

  it('of another edition, or that are no longer kept, open nothing', async () => {
    const { link } = await links.make('e1', { recipient: 'A', days: 1 });
    await links.make('e2', { recipient: 'A', days: 1 });
    const expiresAt = Date.parse('2026-11-23T10:00:00.000Z');
    expect((await links.admit(makeToken(SECRET, { edition: 'e2', link: link.id, expiresAt }))).outcome).toBe('revoked');
    expect((await links.admit(makeToken(SECRET, { edition: 'e3', link: 'none', expiresAt }))).outcome).toBe('revoked');
    expect((await links.admit('forged')).outcome).toBe('unknown');
  });

  it('count every use, also of many at once, and no address stands in the file', async () => {
    const { link, token } = await links.make('e1', { recipient: 'A', days: 1 });
    now = new Date('2026-11-22T12:00:00.000Z');
    await Promise.all([
      ...Array.from({ length: 25 }, () => links.count('e1', link.id, 'visits')),
      ...Array.from({ length: 10 }, () => links.count('e1', link.id, 'downloads')),
    ]);
    expect(await links.list('e1')).toMatchObject([
      { visits: 25, downloads: 10, lastUsedAt: '2026-11-22T12:00:00.000Z' },
    ]);
    const file = path.join(folder, 'e1', 'links.json');
    expect(await readFile(file, 'utf8')).not.toContain(token.split('.').at(-1));
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });
});
