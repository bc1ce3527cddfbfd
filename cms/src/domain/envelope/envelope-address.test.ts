import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { envelopeAddress, MOST_CHARACTERS, MOST_LINES, type PostalAddress } from './envelope-address.ts';

const blank: PostalAddress = { name: 'Judo club', complement: '', street: '', postalCode: '', city: '' };
const block = (given: Partial<PostalAddress>) =>
  envelopeAddress({ ...blank, postalCode: '12120', city: 'Baraqueville', ...given });

describe('the address on an envelope', () => {
  it('has the town in capitals, without accents and punctuation', () => {
    expect(block({ street: '12, rue des Écoles', city: 'Saint-Étienne-d’Aveyron' })).toEqual({
      lines: ['Judo club', '12, rue des Écoles', '12120 SAINT ETIENNE D AVEYRON'],
      isAddressed: true,
      cuts: [],
    });
  });

  it('keeps street and town, however long the complement is, and tells what it cut', () => {
    const complement =
      'Maison des associations Simone-Veil, rez-de-chaussée, porte de gauche au fond de la cour, sonner deux fois, à l’attention de la trésorière adjointe du comité des fêtes';
    const { lines, cuts } = block({ complement, street: '12 rue du Maréchal-Foch' });
    expect(lines).toHaveLength(6);
    expect(lines.slice(-2)).toEqual(['12 rue du Maréchal-Foch', '12120 BARAQUEVILLE']);
    expect(lines[0]).toBe('Judo club');
    expect(cuts).toEqual([
      {
        part: 'complement',
        was: expect.stringContaining('trésorière') as string,
        becomes: expect.stringMatching(/…$/) as string,
      },
    ]);
  });

  it('gives a long name a second line where the address leaves one', () => {
    const name = 'Association pour la sauvegarde des fours à pain';
    expect(block({ name, street: 'Mairie' }).lines).toEqual([
      'Association pour la sauvegarde des',
      'fours à pain',
      'Mairie',
      '12120 BARAQUEVILLE',
    ]);
    const crowded = block({
      name,
      complement:
        'Résidence des Acacias du Ségala, bâtiment B, escalier 3, deuxième étage à droite, appartement 214 sur la cour',
      street: '12 rue des Écoles, BP 30',
    });
    expect(crowded.lines.slice(-3)).toEqual(['12 rue des Écoles', 'BP 30', '12120 BARAQUEVILLE']);
    expect(crowded.lines[0]).toBe('ASSOC pour la sauvegarde des fours à…');
    expect(crowded.cuts.map(({ part }) => part)).toContain('name');
  });

  it('writes short before it cuts, and no more than it must', () => {
    expect(block({ street: '12 avenue du Général de Gaulle prolongée' }).lines[1]).toBe(
      '12 AV du Général de Gaulle prolongée',
    );
    expect(block({ street: '127 boulevard du Maréchal de Lattre de Tassigny' })).toMatchObject({
      lines: ['Judo club', '127 BD du MAL de Lattre de Tassigny', '12120 BARAQUEVILLE'],
      cuts: [],
    });
    expect(block({ city: 'Saint-Germain-de-Calberte-sur-Gardon-les-Bains' }).lines.at(-1)).toBe(
      '12120 ST GERMAIN DE CALBERTE SUR…',
    );
  });

  it('sets a street over two lines when it must, and says when even that is not enough', () => {
    const street = 'Chemin rural dit de la vieille fontaine des Templiers et du moulin brûlé';
    expect(block({ street })).toMatchObject({
      lines: [
        'Judo club',
        'CHE rural dit de la vieille fontaine',
        'des Templiers et du moulin brûlé',
        '12120 BARAQUEVILLE',
      ],
      cuts: [],
    });
    expect(block({ street: `${street} ${street}` }).cuts.map(({ part }) => part)).toEqual(['street']);
  });

  it('puts boxes and hamlets below the way, and buildings above it', () => {
    expect(
      block({
        complement: 'BP 12',
        street: 'Bâtiment B, entrée 2, 12 bis rue des Écoles du Foirail',
        city: 'Rodez cedex',
      }).lines,
    ).toEqual([
      'Judo club',
      'Bâtiment B',
      'entrée 2',
      '12 bis rue des Écoles du Foirail',
      'BP 12',
      '12120 RODEZ CEDEX',
    ]);
    expect(block({ complement: 'Lieu-dit Le Bourg' }).lines).toEqual([
      'Judo club',
      'Lieu-dit Le Bourg',
      '12120 BARAQUEVILLE',
    ]);
    expect(block({ complement: 'BPO 4 rue des Prés' }).lines[1]).toBe('BPO 4 rue des Prés');
  });

  it('is the name alone when no town is known', () => {
    expect(envelopeAddress({ ...blank, street: '12 rue des Écoles' })).toEqual({
      lines: ['Judo club'],
      isAddressed: false,
      cuts: [],
    });
  });

  it('keeps a town in another script as it stands', () => {
    expect(block({ postalCode: '', city: 'القاهرة' }).lines.at(-1)).toBe('القاهرة');
  });

  it('has six lines of 38 characters at most, the town last, and cuts nothing without telling, whatever is given', () => {
    const text = fc
      .array(
        fc.constantFrom(
          'rue',
          'avenue',
          'Saint',
          'de',
          'la',
          'Résidence',
          'BP 3',
          '12',
          ',',
          ' - ',
          'œuvre',
          'x'.repeat(50),
          'Association',
          '\n',
        ),
      )
      .map((words) => words.join(' '));
    const city = fc.constantFrom('Marsas', 'Saint-Étienne-de-Baïgorry', 'X'.repeat(60));
    fc.assert(
      fc.property(text, text, text, city, (name, complement, street, town) => {
        const { lines, cuts } = block({ name: `Nom ${name}`, complement, street, city: town });
        expect(lines.length).toBeLessThanOrEqual(MOST_LINES);
        for (const line of lines) expect(Array.from(line).length).toBeLessThanOrEqual(MOST_CHARACTERS);
        expect(lines.at(-1)).toMatch(/^12120/);
        expect(lines[0]).toMatch(/^Nom/);
        expect(lines.some((line) => line.endsWith('…'))).toBe(cuts.length > 0);
      }),
      { numRuns: 500 },
    );
  });
});
