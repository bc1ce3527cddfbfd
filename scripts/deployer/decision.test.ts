import { describe, expect, it } from 'vitest';
import { isContentAlone, isUpToDate, retryAt, type Situation, whyBuild } from './decision.ts';
import type { ReleaseRecord } from './releases.ts';

const release = (id: string, changes: Partial<ReleaseRecord> = {}): ReleaseRecord => ({
  id,
  etag: '"a"',
  contentVersion: 'a',
  number: 1,
  builtAt: '2026-09-05T08:00:00.000Z',
  day: '2026-09-05',
  builder: 'b1',
  register: null,
  withdrawnOnly: false,
  setAside: false,
  pages: {},
  booklet: null,
  behindSince: null,
  completes: null,
  ...changes,
});

const now = new Date('2026-09-05T10:00:00Z');
const settled: Situation = {
  now,
  day: '2026-09-05',
  etag: '"a"',
  builder: 'b1',
  force: false,
  newest: release('2'),
  live: release('2'),
  isDamaged: false,
  failed: null,
};

describe('whether to build', () => {
  it('leaves a site alone that shows the present content', () => {
    expect(whyBuild(settled)).toBeNull();
    expect(isUpToDate(settled)).toBe(true);
  });

  it.each([
    ['asked for', { force: true }],
    ['first release', { newest: null, live: null }],
    ['content changed', { etag: '"b"' }],
    ['damaged', { isDamaged: true }],
    ['another day', { day: '2026-09-06' }],
    ['programs changed', { builder: 'b2' }],
  ] as const)('builds: %s', (reason, changes) => {
    expect(whyBuild({ ...settled, ...changes })).toBe(reason);
  });

  it('does not wait for a moment that only a wrong clock knew', () => {
    const failed = { etag: '"b"', at: new Date('2026-09-07T10:00:00Z'), attempts: 1 };
    expect(whyBuild({ ...settled, etag: '"b"', failed })).toBe('retry');
  });

  it('holds a rollback over midnight and an update, until the content changes', () => {
    const live = release('1', { etag: '"old"' });
    const rolledBack: Situation = { ...settled, newest: release('2', { setAside: true }), live };
    expect(whyBuild(rolledBack)).toBeNull();
    expect(whyBuild({ ...rolledBack, day: '2026-09-06', builder: 'b2' })).toBeNull();
    expect(whyBuild({ ...rolledBack, etag: '"new"' })).toBe('content changed');
    expect(whyBuild({ ...settled, live })).toBe('not switched');
  });

  it('tries a failed content again later and later, but a new content at once', () => {
    const failing = (attempts: number, at = now): Situation => ({
      ...settled,
      etag: '"bad"',
      failed: { etag: '"bad"', at, attempts },
    });
    expect(whyBuild(failing(1))).toBeNull();
    expect(whyBuild({ ...failing(1), now: new Date(now.getTime() + 30_000) })).toBe('retry');
    expect(whyBuild({ ...failing(3), now: new Date(now.getTime() + 30_000) })).toBeNull();
    expect(whyBuild({ ...failing(3), now: new Date(now.getTime() + 120_000) })).toBe('retry');
    expect(whyBuild({ ...failing(3), etag: '"mended"' })).toBe('content changed');
    expect(whyBuild({ ...failing(9), force: true })).toBe('asked for');
    expect(retryAt({ at: now, attempts: 30 }).getTime() - now.getTime()).toBe(600_000);
  });
});

describe('isContentAlone', () => {
  const changed: Situation = { ...settled, etag: '"b"' };

  it('holds when pages may go online before their booklet', () => {
    expect(isContentAlone(changed)).toBe(true);
    expect(isContentAlone({ ...changed, failed: { etag: '"b"', at: now, attempts: 3 } })).toBe(true);
  });

  it.each<[string, Partial<Situation>]>([
    ['nothing changed', { etag: settled.etag }],
    ['somebody asked for it', { force: true }],
    ['there is no release', { newest: null, live: null }],
    ['nothing is online', { live: null }],
    ['what is online is damaged', { isDamaged: true }],
    ['what is online is of another day', { day: '2026-09-06' }],
    ['what is online is of another program', { builder: 'b2' }],
  ])('does not when %s', (_, otherwise) => expect(isContentAlone({ ...changed, ...otherwise })).toBe(false));
});
