import { describe, expect, it } from 'vitest';
import { envelopeAddress, MOST_CHARACTERS, MOST_LINES } from './envelope-address.ts';

describe('the address on an envelope', () => {
  it('has the town in capitals, without accents and punctuation', () => {
    expect(envelopeAddress('Judo club', ['12 rue des Écoles', '12120 Saint-Étienne-d’Aveyron'])).toEqual([
      'Judo club',
      '12 rue des Écoles',
      '12120 SAINT ETIENNE D AVEYRON',
    ]);
  });

  it('keeps to six lines of 38 characters', () => {
    const words = 'une ligne bien trop longue pour la fenêtre d’une enveloppe française de format courant ';
    const lines = envelopeAddress(words.repeat(3), [words, words, words, `12120 ${words}`]);
    expect(lines.length).toBeLessThanOrEqual(MOST_LINES);
    for (const line of lines) expect(Array.from(line).length, line).toBeLessThanOrEqual(MOST_CHARACTERS);
    expect(lines.at(-1)).toMatch(/^12120 UNE LIGNE/);
    expect(lines[0]).toMatch(/^une ligne bien trop/);
  });

  it('gives a long name a second line where the address leaves one', () => {
    expect(
      envelopeAddress('Association pour la sauvegarde des fours à pain', ['Mairie', '12120 Baraqueville']),
    ).toEqual(['Association pour la sauvegarde des', 'fours à pain', 'Mairie', '12120 BARAQUEVILLE']);
  });

  it('is the name alone when no address is known', () => {
    expect(envelopeAddress('Judo club', [])).toEqual(['Judo club']);
  });

  it('keeps a town in another script as it stands', () => {
    expect(envelopeAddress('Judo club', ['القاهرة']).at(-1)).toBe('القاهرة');
  });
});
