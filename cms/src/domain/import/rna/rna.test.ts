import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastOf, registerDay, yearsBefore } from './dates.ts';
import { formerIdNote, formerIdsIn, isFormerId, rnaNumber } from '../cells/register-ids.ts';
import { layoutOf } from './layout.ts';
import { RnaCollector, dayOfFileName, type RnaReading } from './reading.ts';
import { isInCapitals, recase, splitSigle } from '../cells/recase.ts';
import { isSince, registerColumns, registerWorkbook } from './register-workbook.ts';
import { inseeCodeOf, Territory } from '../territory.ts';
import { suggestTheme } from './theme.ts';
import { COMMUNES, HEADS, rowOf, type TestLayout } from './testing/rows.ts';

const TODAY = '2026-11-30';
const THEMES = [
  { id: 'sports', name: 'Sports', rnaCodes: ['011000'] },
  { id: 'judo', name: 'Arts martiaux', rnaCodes: ['011140', '011150'] },
  { id: 'musique', name: 'Musique', rnaCodes: ['006030'] },
];

describe('the layout of a file', () => {
  it.each(Object.keys(HEADS) as TestLayout[])('is told by its heads: %s', (name) => {
    const heads = HEADS[name];
    expect(layoutOf(heads)?.kind).toBe(name.startsWith('waldec') ? 'waldec' : 'import');
    expect(layoutOf(heads.toReversed())?.kind).toBe(name.startsWith('waldec') ? 'waldec' : 'import');
    expect(
      layoutOf([`\ufeff"${heads[0]}"`, ...heads.slice(1).map((head) => `"${head.toUpperCase()}"`)]),
    ).not.toBeNull();
  });

  it('is none of a list of an office', () => {
    expect(layoutOf(['Nom', 'Titre', 'Commune', 'Position'])).toBeNull();
    expect(layoutOf([])).toBeNull();
  });
});

describe('a date of the register', () => {
  it.each([
    ['2019-03-04', '2019-03-04'],
    ['2019-03-04  03:42:57', '2019-03-04'],
    ['2019-03-04T00:00:00Z', '2019-03-04'],
    ['0001-01-01', null],
    ['0199-09-26', null],
    ['2019-02-30', null],
    ['2062-01-01', null],
    ['04/03/2019', null],
    ['', null],
  ])('%s → %s', (text, day) => {
    expect(registerDay(text, TODAY)).toBe(day);
  });

  it('is counted back by years', () => {
    expect(yearsBefore('2028-02-29', 10)).toBe('2018-02-28');
    expect(yearsBefore(TODAY, 10)).toBe('2016-11-30');
    expect(lastOf([null, '2001-01-01', '1999-01-01'])).toBe('2001-01-01');
    expect(dayOfFileName('rna_waldec_20260901_dpt_33.csv', TODAY)).toBe('2026-09-01');
    expect(dayOfFileName('rna_waldec_20991399.csv', TODAY)).toBeNull();
  });
});

describe('an identifier', () => {
  it('is of today, of before, or none', () => {
    expect(['W332001234', 'W2A1000275', 'W9T1002867'].map(rnaNumber)).toEqual([
      'W332001234',
      'W2A1000275',
      'W9T1002867',
    ]);
    expect(rnaNumber('332S0332008645')).toBeNull();
    expect(['332S0332008645', '332S0332  8645', '294P02940B8366', '2A1S1234'].every(isFormerId)).toBe(true);
    expect(isFormerId('W332001234')).toBe(false);
  });

  it('of before is found again in a note, as it was', () => {
    const note = `Appeler le soir.\n${formerIdNote('332S0332  8645')}\nPuis rappeler.`;
    expect(formerIdsIn(note)).toEqual(['332S0332  8645']);
  });
});

describe('a title in capitals', () => {
  it.each([
    ['COMITE DES FETES DE CAVIGNAC', 'Comite des Fetes de Cavignac'],
    ["L'AMICALE DE L'ECOLE", "L'Amicale de l'Ecole"],
    ["LES AMIS D'OC ET D'AILLEURS", "Les Amis d'Oc et d'Ailleurs"],
    ['COLLèGE DU FINISTèRE', 'Collège du Finistère'],
    ['ACCA DE MARSAS', 'ACCA de Marsas'],
    ['A.S.C. SAINT SAVIN', 'A.S.C. Saint-Savin'],
    ['U.S. ST SAVIN RUGBY', 'U.S. Saint-Savin Rugby'],
    ['RUGBY A XIII', 'Rugby a XIII'],
    ['JUDO CLUB - SECTION DE CEZAC', 'Judo Club - Section de Cézac'],
    ['SLPC', 'SLPC'],
    ['YOGA', 'Yoga'],
    ['CLASSE 2E ANNEE', 'Classe 2e Annee'],
    ['FEDERATION (CLAJ) DU NORD', 'Federation (CLAJ) du Nord'],
    ['Déjà bien écrit', 'Déjà bien écrit'],
    ['', ''],
  ])('%s → %s', (title, name) => {
    expect(recase(title, ['Cézac', 'Saint-Savin'])).toBe(name);
  });

  it('is told from one that is not', () => {
    expect(['COLLèGE', 'A B', 'ASC 33'].every(isInCapitals)).toBe(true);
    expect(['Collège', '33', '', 'iPhone CLUB'].some(isInCapitals)).toBe(false);
  });

  it('keeps its letters, whatever it is, and stays as it is the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'AÉè1 .-\'’("Œß\u0130ÿ'), maxLength: 40 }), (text) => {
        const once = recase(text, ['Saint-Savin']);
        expect(recase(once, ['Saint-Savin'])).toBe(once);
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.constantFrom('LES', 'AMIS', "L'ECOLE", 'DU', 'ASC', 'XV', '-', '2E')), (words) => {
        const text = words.join(' ');
        expect(recase(text).toUpperCase()).toBe(text.toUpperCase());
      }),
    );
  });

  it.each([
    ["UNION D'AIDE AUX VOISINS (UAV)", "UNION D'AIDE AUX VOISINS", 'UAV'],
    ['UNION DES VOISINS ( U.A.V. )', 'UNION DES VOISINS', 'U.A.V.'],
    ['JUDO CLUB (CAVIGNAC)', 'JUDO CLUB (CAVIGNAC)', ''],
    ['JUDO CLUB (VOIR N° 3911)', 'JUDO CLUB (VOIR N° 3911)', ''],
    ['JUDO CLUB (JUDO)', 'JUDO CLUB (JUDO)', ''],
    ['(UAV)', '(UAV)', ''],
  ])('gives its sigle apart: %s', (title, rest, acronym) => {
    expect(splitSigle(title, (text) => text === 'CAVIGNAC')).toEqual({ title: rest, acronym });
  });
});

describe('a theme', () => {
  it('is proposed by the title, then by the code, or not at all', () => {
    const of = (title: string, code = '') => suggestTheme({ title, code }, THEMES);
    expect(of('JUDO CLUB', '006030')).toMatchObject({ theme: { id: 'judo' }, by: 'title' });
    expect(of('FOOTBALL CLUB')).toMatchObject({ theme: { id: 'sports' }, by: 'title' });
    expect(of('LES LUCIOLES', '6030')).toMatchObject({ theme: { id: 'musique' }, by: 'code' });
    expect(of('LES LUCIOLES', '011185')).toMatchObject({ theme: { id: 'sports' }, by: 'code' });
    expect(of('LES LUCIOLES', '000000')).toBeNull();
    expect(of('LES LUCIOLES', 'x')).toBeNull();
    expect(of('COMITE DES FETES')).toBeNull();
  });
});

describe('a commune of the territory', () => {
  const territory = new Territory(COMMUNES);
  const of = (inseeCode: string, commune: string, postalCode = '') =>
    territory.communeOf({ inseeCode, commune, postalCode })?.id ?? null;

  it('is known by its code, also one that lost its zero', () => {
    expect(of('33114', 'SOMEWHERE')).toBe('cavignac');
    expect(inseeCodeOf('1004')).toBe('01004');
    expect(inseeCodeOf('2a004')).toBe('2A004');
    expect(inseeCodeOf('165')).toBeNull();
  });

  it('else by its name or a former one, in its département', () => {
    expect(of('', 'ST SAVIN', '33920')).toBe('saint-savin');
    expect(of('165', 'Saint Savin')).toBe('saint-savin');
    expect(of('33999', 'SAINTE FICTIVE')).toBe('saint-savin');
    expect(of('86246', 'SAINT SAVIN')).toBeNull();
    expect(of('', 'SAINT SAVIN', '86310')).toBeNull();
    expect(of('', 'Nowhere')).toBeNull();
  });
});

function read(
  rows: readonly (readonly [TestLayout, Readonly<Record<string, string>>])[],
  known: readonly string[] = [],
): RnaReading {
  const collector = new RnaCollector({ communes: COMMUNES, known, today: TODAY });
  for (const [name, row] of rows) {
    const layout = layoutOf(HEADS[name]);
    if (!layout) throw new Error(name);
    collector.begin(`rna_${name.replace(' ', '_')}_20260901_dpt_33.csv`, layout);
    collector.take(rowOf(name, row), layout);
  }
  return collector.finish();
}

describe('the rows of a file', () => {
  it('are kept when they are active and of the territory, without a person, a street or a number', () => {
    const reading = read([
      ['waldec 41', { id: 'W332001234', titre: 'JUDO CLUB (JCC)', siteweb: 'www.example.org', publiweb: '1' }],
      ['import 26', { id: '332S0332008645', titre: 'LES AMIS', siteweb: 'www.example.org' }],
      ['waldec 39', { id: 'W332001235', titre: 'AILLEURS', adrs_codeinsee: '33063', adrs_libcommune: 'Bordeaux' }],
      ['waldec 39', { id: 'W332001236', titre: 'DISSOUTE', date_disso: '2020-01-01' }],
      ['waldec 39', { id: 'W332001237', titre: 'SUPPRIMEE', position: 'S' }],
      ['import 24', { id: '332S0332008646', titre: 'REPRISE', position: 'R', observation: 'W332001238' }],
      ['import 24', { id: '', titre: 'SANS NUMERO' }],
    ]);
    expect(reading.counts).toEqual({ rows: 7, taken: 2, elsewhere: 1, dissolved: 2, replaced: 1, malformed: 1 });
    expect(reading.kept).toMatchObject([
      {
        rnaId: 'W332001234',
        formerId: null,
        commune: 'cavignac',
        website: 'https://www.example.org',
        createdOn: '1998-04-01',
      },
      { rnaId: null, formerId: '332S0332008645', website: '' },
    ]);
    expect(JSON.stringify(reading)).not.toMatch(/fictive|Puits|example\.org\/|0199001234|louise/i);
  });

  it('tell what became of the associations of the directory', () => {
    const reading = read(
      [
        ['waldec 39', { id: 'W332001235', titre: 'PARTIE', adrs_codeinsee: '33063', adrs_libcommune: 'Bordeaux' }],
        ['waldec 39', { id: 'W332001236', titre: 'DISSOUTE', position: 'D', date_disso: '2020-01-01' }],
        ['import 24', { id: '332S0332008646', titre: 'REPRISE', position: 'R', observation: 'W332001238' }],
      ],
      ['W332001235', 'W332001236', '332S0332008646'],
    );
    expect(reading.known).toMatchObject([
      { id: 'W332001235', position: 'active', commune: null, communeName: 'Bordeaux' },
      { id: 'W332001236', position: 'dissolved', commune: 'cavignac', dissolvedOn: '2020-01-01' },
    ]);
    expect(reading.aliases).toMatchObject([{ formerId: '332S0332008646', rnaId: 'W332001238' }]);
  });

  it('of both layouts are one association, as it is written today', () => {
    const reading = read([
      ['waldec 39', { id: 'W332001234', titre: 'NOUVEAU NOM' }],
      ['import 24', { id: 'W332001234', titre: 'ANCIEN NOM' }],
    ]);
    expect(reading.kept).toMatchObject([{ title: 'NOUVEAU NOM' }]);
  });
});

describe('the table that is made of them', () => {
  const lists = { themes: THEMES, communeName: (id: string) => id, properNames: ['Cavignac', 'Saint-Savin'] };

  it('has a line for each, with heads of our own', () => {
    const { sheets, remarks } = registerWorkbook(
      read([
        ['waldec 39', { id: 'W332001234', titre: 'JUDO CLUB DE CAVIGNAC (JCC)', rup_mi: '7' }],
        ['import 24', { id: '332S0332008645', titre: 'LES AMIS', date_creat: '0001-01-01' }],
      ]),
      lists,
    );
    const texts = sheets[0]?.rows.map(({ cells }) => cells.map(({ text }) => text));
    expect(texts?.[0]).toHaveLength(Object.keys(registerColumns()).length);
    expect(texts?.slice(1)).toEqual([
      [
        'Judo Club de Cavignac',
        'JUDO CLUB DE CAVIGNAC (JCC)',
        'JCC',
        'W332001234',
        '',
        '1998',
        'utilité publique',
        'cavignac',
        'Arts martiaux',
        '',
        'pratiquer ensemble; se retrouver',
        '1er mai 2024',
      ],
      [
        'Les Amis',
        'LES AMIS',
        '',
        '',
        '332S0332008645',
        '',
        'déclarée',
        'cavignac',
        '',
        '',
        'pratiquer ensemble; se retrouver',
        '',
      ],
    ]);
    expect(remarks[0]).toMatch(/Répertoire national des associations.*1er septembre 2026.*2\s+associations actives/);
  });

  it('leaves out what was last declared before a day, and keeps what has no date', () => {
    const rows = registerWorkbook(
      read([
        ['waldec 39', { id: 'W332001234', titre: 'ANCIENNE', date_decla: '2012-01-01' }],
        ['waldec 39', { id: 'W332001235', titre: 'RECENTE' }],
        ['import 24', { id: '332S0332008645', titre: 'SANS DATE', date_creat: '0001-01-01' }],
      ]),
      lists,
    ).sheets[0]!.rows.slice(1);
    expect(rows.map((row) => isSince(row, '2016-11-30'))).toEqual([false, true, true]);
    expect(rows.every((row) => isSince(row, null))).toBe(true);
  });

  it('proposes the number of today for an identifier of before', () => {
    const { sheets } = registerWorkbook(
      read(
        [['import 24', { id: '332S0332008646', titre: 'REPRISE', position: 'R', observation: 'W332001238' }]],
        ['332S0332008646'],
      ),
      lists,
    );
    expect(sheets[0]?.rows[1]?.cells.map(({ text }) => text)).toEqual([
      'Reprise',
      '',
      '',
      'W332001238',
      '332S0332008646',
    ]);
  });
});
