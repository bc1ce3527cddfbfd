import { describe, expect, it } from 'vitest';
import fr from './fr.json' with { type: 'json' };
import { Words } from './schema.ts';
import { t, tn } from './t.ts';

describe('t', () => {
  it('fills the blanks of a sentence', () => {
    expect(t('site.keptBy', { operator: 'l’office' })).toBe('Un annuaire tenu par l’office');
  });

  it('refuses to leave a blank', () => {
    expect(() => t('site.keptBy')).toThrow(/site\.keptBy.*operator/);
  });

  it('counts as French does: zero is singular, thousands are grouped', () => {
    expect(tn('associations.count', 0)).toBe('0 association');
    expect(tn('associations.count', 1)).toBe('1 association');
    expect(tn('associations.count', 12345)).toBe('12\u202f345 associations');
  });
});

describe('fr.json', () => {
  it('stops the build when a word is missing, empty or unknown', () => {
    expect(Words.safeParse(fr).success).toBe(true);
    expect(Words.safeParse({ ...fr, site: { ...fr.site, skip: undefined } }).success).toBe(false);
    expect(Words.safeParse({ ...fr, site: { ...fr.site, skip: '' } }).success).toBe(false);
    expect(Words.safeParse({ ...fr, oldPage: { title: 'x' } }).success).toBe(false);
  });

  it('is set as French is: no straight apostrophe, no plain space before a double sign', () => {
    const sentences = JSON.stringify(fr).match(/"(?:[^"\\]|\\.)*"(?!:)/g) ?? [];
    expect(sentences.filter((text) => /\p{L}'\p{L}| [;!?:»]|« /u.test(text))).toEqual([]);
  });
});
