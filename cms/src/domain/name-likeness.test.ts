import { describe, expect, it } from 'vitest';
import { nameLikeness, tellingWords } from './name-likeness.ts';

describe('two names', () => {
  it('are compared by the words that tell them apart', () => {
    expect(tellingWords('Association Les Amis du Vieux-Moulin')).toEqual(['amis', 'vieux', 'moulin']);
    expect(tellingWords('Club des Loisirs')).toEqual(['club', 'des', 'loisirs']);
  });

  it('are alike but for articles, accents, plurals and a slip', () => {
    expect(nameLikeness('Les Amis du Moulin', 'Amis des moulins')).toBe(1);
    expect(nameLikeness('Écho des Cœurs', 'Echo des coeurs')).toBe(1);
    expect(nameLikeness('Pétanque Cavignacaise', 'Petanque Cavigncaaise')).toBe(1);
  });

  it('are not alike by common words, nor by short ones that differ', () => {
    expect(nameLikeness('Comité des fêtes', 'Comité des jumelages')).toBeLessThan(0.6);
    expect(nameLikeness('Judo club', 'Kudo club')).toBe(0);
    expect(nameLikeness('', 'Judo club')).toBe(0);
  });
});
