import { describe, expect, it } from 'vitest';
import { addressIn, isTranslated, leadFrom, readAddress } from './addresses.ts';
import { languagesOf } from './chosen.ts';

describe('the languages of a site', () => {
  it('are none unless an editor chose some, and in the order of the vocabulary', () => {
    expect(languagesOf({})).toEqual([]);
    expect(languagesOf({ languages: ['arabe', 'anglais'] })).toEqual(['en', 'ar']);
  });

  it('refuses one that is not shipped, and says which are', () => {
    expect(() => languagesOf({ languages: ['anglais', 'occitan'] })).toThrow(
      'Les réglages du site demandent une langue que le programme ne connaît pas (« occitan »). Choisissez parmi : anglais, espagnol, portugais, arabe.',
    );
  });
});

describe('addresses', () => {
  it('are the French ones behind the language, and read back', () => {
    for (const path of ['/', '/agenda/', '/associations/judo-club/']) {
      expect(isTranslated(path)).toBe(true);
      expect(readAddress(addressIn('ar', path))).toEqual({ language: 'ar', french: path });
      expect(readAddress(path)).toEqual({ language: 'fr', french: path });
    }
    expect(readAddress('/english-club/').language).toBe('fr');
  });

  it('are French alone for service pages, guides, plans and files', () => {
    for (const path of ['/guides/', '/plan-d-actions/', '/declarer/', '/agenda.ics', '/communes/marsas/flux.xml'])
      expect(isTranslated(path)).toBe(false);
    expect(leadFrom('en', '/en/agenda/')).toBeNull();
  });
});
