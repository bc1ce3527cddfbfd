import { describe, expect, it } from 'vitest';
import { noticeFaults } from './notice-faults.ts';
import { holdsOn, noNotice, noticeInShort, noticeInWords, noticeOf, type WrittenNotice } from './notice.ts';

const TODAY = '2026-12-01';
const written = (changes: Partial<WrittenNotice> = {}): WrittenNotice => ({
  noticeKind: 'fermé',
  noticeUntil: '2027-01-03',
  noticeNote: '',
  ...changes,
});
const paths = (notice: WrittenNotice, before?: WrittenNotice) =>
  noticeFaults(notice, TODAY, before).map(({ path }) => path);

describe('a notice', () => {
  it('says until when, and what its author adds', () => {
    expect(noticeInWords({ kind: 'fermé', until: '2027-01-03', note: 'Travaux dans la salle' })).toBe(
      'Fermé jusqu’au 3 janvier 2027. Travaux dans la salle.',
    );
    expect(noticeInWords({ kind: 'autre', until: '2027-01-01', note: 'Reprise à la rentrée !' })).toBe(
      'Reprise à la rentrée\u202f!',
    );
    expect(noticeInShort({ kind: 'complet', until: '2027-01-01', note: 'Liste d’attente' })).toBe(
      'Complet jusqu’au 1er janvier 2027',
    );
    expect(noticeInShort({ kind: 'autre', until: '2027-01-01', note: 'Reprise' })).toBe('Reprise');
  });

  it('holds to the end of its last day', () => {
    expect(holdsOn({ until: TODAY }, TODAY)).toBe(true);
    expect(holdsOn({ until: '2026-11-30' }, TODAY)).toBe(false);
  });

  it('is refused without a kind, a day, or the words that alone would appear', () => {
    expect(noticeFaults(noNotice, TODAY)).toEqual([]);
    expect(noticeFaults(written(), TODAY)).toEqual([]);
    expect(paths(written({ noticeKind: '' }))).toEqual(['noticeKind']);
    expect(paths(written({ noticeUntil: '' }))).toEqual(['noticeUntil']);
    expect(paths(written({ noticeUntil: 'bientôt peut-être' }))).toEqual(['noticeUntil']);
    expect(paths(written({ noticeKind: 'autre' }))).toEqual(['noticeNote']);
    expect(paths(written({ noticeNote: 'a'.repeat(161) }))).toEqual(['noticeNote']);
    expect(paths(written({ noticeUntil: '2028-02-01' }))).toEqual(['noticeUntil']);
  });

  it.each(['Appelez le 06 39 98 00 12', 'zoe (arobase) example.org', 'zoe@example.org'])(
    'holds no contact, which nobody agreed to show: %s',
    (noticeNote) => {
      expect(paths(written({ noticeNote }))).toEqual(['noticeNote']);
    },
  );

  it('that is over is no fault of a record saved for another reason, and cannot be written anew', () => {
    const over = written({ noticeUntil: '2026-11-01' });
    expect(paths(over, over)).toEqual([]);
    expect(paths(over)).toEqual(['noticeUntil']);
  });

  it('is read from what is stored only when it is whole', () => {
    expect(noticeOf(written({ noticeNote: ' Travaux ' }))).toEqual({
      kind: 'fermé',
      until: '2027-01-03',
      note: 'Travaux',
    });
    for (const half of [
      noNotice,
      written({ noticeKind: '' }),
      written({ noticeUntil: '' }),
      written({ noticeKind: 'autre' }),
    ])
      expect(noticeOf(half)).toBeNull();
  });
});
