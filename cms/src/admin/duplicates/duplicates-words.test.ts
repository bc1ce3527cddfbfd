import { describe, expect, it } from 'vitest';
import type { PairView, SideRecord } from '../../domain/contract/desk/duplicates.ts';
import { reasons } from '../../domain/duplicates/candidates.ts';
import { KEEP_IN_BIN_DAYS } from '../../entries/bin/bin-store.ts';
import { againstWords, meaningOf, moreWords, reasonWords, sameWords } from './duplicates-words.ts';

const spaced = (text: string | null) => text?.replaceAll(/[\u00a0\u202f]/g, ' ');

const record = (title: string, more: Partial<SideRecord> = {}): SideRecord => ({
  ...{
    documentId: title,
    title,
    detail: 'Cavignac',
    state: 'en ligne',
    version: 'v',
    updatedAt: '2026-01-01T00:00:00.000Z',
  },
  ...{ path: `/associations/${title}/`, carried: [], notes: [] },
  ...more,
});
const view = (first: SideRecord, second: SideRecord): PairView => ({
  ...{ uid: 'api::association.association', first, second, score: 80, reasons: [], keep: 'first', publish: true },
  ...{ fields: [], same: [], mayMerge: true },
});

describe('what « Doublons » says', () => {
  it('says why in one sentence, and what speaks against it apart', () => {
    const said = (['sameName', 'email', 'otherRna'] as const).map((reason) => ({
      words: reasons[reason].words,
      against: reasons[reason].points < 0,
    }));
    expect(reasonWords(said)).toBe('Même nom, même adresse électronique');
    expect(againstWords(said)).toEqual(['Deux numéros RNA différents']);
    expect(reasonWords([])).toBe('');
    expect(spaced(sameWords(['Nom', 'Commune']))).toBe('Identiques : Nom et Commune.');
    expect(sameWords([])).toBeNull();
  });

  it('says all that merging does, for the record that stays', () => {
    const pair = view(record('a'), record('b', { carried: ['2 événements', '1 réponse'], notes: ['À savoir.'] }));
    expect(meaningOf(pair, 'first', true).map(spaced)).toEqual([
      `« b » va dans la corbeille, et peut en revenir pendant ${KEEP_IN_BIN_DAYS} jours.`,
      'Repris par la fiche qui reste : 2 événements et 1 réponse.',
      'L’adresse /associations/b/, imprimée peut-être, mènera à la fiche qui reste.',
      'À savoir.',
    ]);
    expect(meaningOf(pair, 'second', true)).toHaveLength(2);
  });

  it('says when an address will lead nowhere', () => {
    const [, sentence] = meaningOf(view(record('a', { path: null }), record('b')), 'first', false);
    expect(spaced(sentence ?? '')).toContain('ne mènera nulle part tant que');
    expect(meaningOf(view(record('a', { path: null }), record('b', { path: null })), 'first', false)).toHaveLength(1);
  });

  it('says that there are more pairs than are shown', () => {
    expect(moreWords(100)).toBeNull();
    expect(spaced(moreWords(130))).toBe('Les 100 plus probables sur 130 paires : les autres suivront.');
  });
});
