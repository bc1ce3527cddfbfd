import { describe, expect, it } from 'vitest';
import { factsOf } from './held-in-words.ts';

describe('what is held, in words', () => {
  it('names fields, says dates and agreements, and leaves out what is empty', () => {
    const facts = factsOf('contacts', {
      association: 'Chorale',
      role: '',
      phone: '+33536490012',
      web: true,
      print: false,
      consentDate: '2025-06-02',
      consentSource: null,
    });
    expect(facts.map(({ text }) => text.replace(/\s/g, ' '))).toEqual([
      'Chorale',
      '05 36 49 00 12',
      'oui',
      'non',
      '2 juin 2025',
    ]);
    expect(facts[0]?.label).toBe('Association');
  });

  it('tells letters by what they were for, and contacts of an answer in one line', () => {
    expect(factsOf('letters', { kind: 'receipt', state: 'sent', queuedAt: '2026-09-05T08:00:00.000Z' })).toMatchObject([
      { text: 'Accusé de réception' },
      { text: 'envoyée' },
      { text: '5 septembre 2026' },
    ]);
    expect(factsOf('submissions', { contacts: [{ name: 'Anne' }] })[0]?.text).toBe('Nom : Anne');
  });
});
