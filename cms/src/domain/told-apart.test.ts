import { describe, expect, it } from 'vitest';
import { tellApart, type Named } from './told-apart.ts';

const written = (...entries: Named[]) => entries.map(tellApart(entries, (entry) => entry));
const at = (name: string, commune: string | null): Named => ({ name, commune });

describe('entries of a list', () => {
  it('are written with their commune when another bears the same name, and only then', () => {
    expect(
      written(at('Comité des fêtes', 'Cézac'), at('Comité des fêtes', 'Marsas'), at('Judo club', 'Cézac')),
    ).toEqual(['Comité des fêtes (Cézac)', 'Comité des fêtes (Marsas)', 'Judo club']);
  });

  it('bear the same name whatever its accents, case, signs and spaces', () => {
    expect(written(at('COMITE  DES FETES', 'Cézac'), at('Comité des Fêtes !', 'Marsas'))).toEqual([
      'COMITE  DES FETES (Cézac)',
      'Comité des Fêtes ! (Marsas)',
    ]);
    expect(written(at('Œuvre laïque', 'Cézac'), at('oeuvre-laique', 'Marsas'))[0]).toBe('Œuvre laïque (Cézac)');
  });

  it('do not when words differ, nor when one list gives the same entry twice', () => {
    expect(written(at('Comité des fêtes', 'Cézac'), at('Comité de fêtes', 'Marsas'))).toEqual([
      'Comité des fêtes',
      'Comité de fêtes',
    ]);
    const one = at('Comité des fêtes', 'Cézac');
    expect([one, one].map(tellApart([one, one], (entry) => entry))).toEqual([one.name, one.name]);
  });

  it('of one commune are written with what one has and the other has not', () => {
    const of = (...marks: (string | null)[]): Named => ({ ...at('Comité des fêtes', 'Cézac'), marks });
    expect(written(of('CDF', 'Loto'), of(null, 'Loto', 'Bal'), at('Comité des fêtes', 'Marsas'))).toEqual([
      'Comité des fêtes (Cézac, CDF)',
      'Comité des fêtes (Cézac, Bal)',
      'Comité des fêtes (Marsas)',
    ]);
    // The same mark, whatever its accents, tells nobody from another.
    expect(written(of('Fête'), of('fete', 'Bal'))).toEqual([
      'Comité des fêtes (Cézac)',
      'Comité des fêtes (Cézac, Bal)',
    ]);
    expect(written({ ...at('Judo', null), marks: ['JC'] }, { ...at('Judo', null), marks: [] })).toEqual([
      'Judo (JC)',
      'Judo',
    ]);
    expect(written(of('CDF'))).toEqual(['Comité des fêtes']);
  });

  it('keep their name where no commune is known', () => {
    expect(written(at('Comité des fêtes', null), at('Comité des fêtes', 'Marsas'))).toEqual([
      'Comité des fêtes',
      'Comité des fêtes (Marsas)',
    ]);
  });
});
