import { describe, expect, it } from 'vitest';
import fr from './fr.json' with { type: 'json' };
import { t, tn } from './t.ts';
import { readWords } from './words.ts';

describe('t', () => {
  it('fills the blanks of a sentence', () => {
    expect(t('site.keptBy', { operator: 'l’office' })).toBe('Un annuaire tenu par l’office');
  });

  it('refuses to leave a blank', () => {
    expect(() => t('site.keptBy')).toThrow(/site\.keptBy.*operator/);
  });

  it('names a word that the file lacks', () => {
    expect(() => t('site.gone' as 'site.skip')).toThrow('fr.json has no site.gone');
  });

  it('counts as French does: zero is singular, thousands are grouped', () => {
    expect(tn('associations.count', 0)).toBe('0 association');
    expect(tn('associations.count', 1)).toBe('1 association');
    expect(tn('associations.count', 12345)).toBe('12\u202f345 associations');
  });
});

describe('fr.json', () => {
  it('stops the build when a word is empty, is no text, or lacks a form', () => {
    expect(readWords(fr).size).toBeGreaterThan(100);
    const withSkip = (skip: unknown) => ({ ...fr, site: { ...fr.site, skip } });
    expect(() => readWords(withSkip(' '))).toThrow('fr.json, site.skip: this word is empty');
    for (const skip of [null, 3, ['a']])
      expect(() => readWords(withSkip(skip))).toThrow(/site\.skip: a word is a text/);
    expect(() => readWords(withSkip({}))).toThrow(/site\.skip: this part holds no word/);
    expect(() => readWords(withSkip({ one: 'un' }))).toThrow(/site\.skip: a counted word has exactly/);
    expect(() => readWords(withSkip({ one: 'un', other: '' }))).toThrow(/site\.skip\.other: this word is empty/);
  });

  it('is set as French is: no straight apostrophe, no plain space before a double sign', () => {
    const sentences = JSON.stringify(fr).match(/"(?:[^"\\]|\\.)*"(?!:)/g) ?? [];
    expect(sentences.filter((text) => /\p{L}'\p{L}| [;!?:»]|« /u.test(text))).toEqual([]);
  });
});
