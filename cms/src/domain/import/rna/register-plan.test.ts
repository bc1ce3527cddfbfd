/** The register in the engine: what becomes of the directory when a file of it is taken over. */
import { describe, expect, it } from 'vitest';
import { officeFormOf, type OfficeForm } from '../../entry/office-form.ts';
import { associationsOf, noDecisions } from '../associations.ts';
import { ChoiceIndex } from '../cells/choose-names.ts';
import { KnownAssociations, type KnownAssociation } from '../match.ts';
import { planImport, type PlannedAssociation } from '../plan.ts';
import { tableOf } from '../table.ts';
import { layoutOf } from './layout.ts';
import { RnaCollector } from './reading.ts';
import { registerColumns, registerWorkbook } from './register-workbook.ts';
import { COMMUNES, HEADS, rowOf, type TestLayout } from './testing/rows.ts';

const TODAY = '2026-11-30';
const choices = (list: readonly { id: string; name: string }[]) => list.map((one) => ({ ...one, aliases: [] }));
const THEMES = [{ id: 'judo', name: 'Arts martiaux', rnaCodes: ['011140'] }];
const lists = {
  themes: new ChoiceIndex('aucun thème', choices(THEMES)),
  audiences: new ChoiceIndex('aucun public', []),
  communes: new ChoiceIndex('aucune commune', choices(COMMUNES.map(({ id, name }) => ({ id, name })))),
};
const communeName = (id: string) => COMMUNES.find((one) => one.id === id)?.name ?? null;

const entry = (documentId: string, given: Partial<OfficeForm>): KnownAssociation => ({
  documentId,
  form: { ...officeFormOf({}), summary: 'On s’y retrouve.', ...given },
  isPublished: true,
});

function plan(
  rows: readonly (readonly [TestLayout, Readonly<Record<string, string>>])[],
  directory: readonly KnownAssociation[] = [],
  known: readonly string[] = [],
): PlannedAssociation[] {
  const collector = new RnaCollector({ communes: COMMUNES, known, today: TODAY });
  for (const [name, row] of rows) collector.take(rowOf(name, row), layoutOf(HEADS[name])!);
  const { sheets } = registerWorkbook(collector.finish(), { themes: THEMES, communeName, properNames: ['Cavignac'] });
  const columns = Object.fromEntries(Object.entries(registerColumns()));
  return planImport(
    associationsOf(tableOf(sheets[0]!, 1), columns, lists, noDecisions),
    new KnownAssociations(directory),
    {
      policy: 'complete',
      consent: null,
      isRegister: true,
      today: TODAY,
      lines: {},
      communeName,
    },
  );
}

const JUDO = ['waldec 39', { id: 'W332001234', titre: 'JUDO CLUB DE CAVIGNAC' }] as const;
const OLD = ['import 24', { id: '332S0332  8645', titre: 'LES AMIS DU PUITS' }] as const;

describe('an association that the directory does not have', () => {
  it('is proposed without an address, a contact or a presentation', () => {
    const [one] = plan([JUDO]);
    expect(one).toMatchObject({ act: 'new', faults: [], name: 'Judo Club de Cavignac' });
    expect(one?.after).toMatchObject({
      officialName: 'JUDO CLUB DE CAVIGNAC',
      rnaId: 'W332001234',
      foundedYear: 1998,
      legalForm: 'déclarée',
      commune: 'cavignac',
      themes: ['judo'],
      summary: '',
      contacts: [],
    });
    expect(one?.after?.address).toMatchObject({ street: '', city: '' });
    expect(one?.after?.internalNote.replace(/\s/g, ' ')).toBe(
      'Objet déclaré au Répertoire national : pratiquer ensemble; se retrouver',
    );
    expect(one?.missing.length).toBeGreaterThan(0);
  });

  it('that has no number of today keeps that of before in its note, also beside one of the same name', () => {
    const found = plan([OLD, ['import 24', { ...OLD[1], id: '332S0332008646' }]]);
    expect(found.map(({ act }) => act)).toEqual(['new', 'new']);
    expect(found.map(({ after }) => /national\s*: (\d\S+ ?\S*)$/.exec(after?.internalNote ?? '')?.[1])).toEqual([
      '332S0332 8645',
      '332S0332008646',
    ]);
    expect(found.every(({ after }) => after?.rnaId === '')).toBe(true);
  });
});

describe('a second run', () => {
  it('changes nothing', () => {
    const rows = [JUDO, OLD, ['import 24', { ...OLD[1], id: '332S0332008646' }]] as const;
    const directory = plan(rows).map(({ after }, rank) => entry(`d${rank}`, after!));
    expect(plan(rows, directory).map(({ act }) => act)).toEqual(['same', 'same', 'same']);
  });

  it('changes nothing of an entry that an editor wrote anew', () => {
    const [first] = plan([JUDO]);
    const written = { ...first!.after!, name: 'Les judokas', internalNote: '', themes: [], foundedYear: 1990 };
    expect(plan([JUDO], [entry('a', written)])).toMatchObject([{ act: 'same', by: 'rna' }]);
  });
});

describe('an association of the directory', () => {
  it('is completed with what the register knows, and neither renamed nor given a theme', () => {
    const known = entry('a', {
      name: 'Judo club de Cavignac',
      commune: 'cavignac',
      website: 'https://www.example.org',
    });
    const [one] = plan([JUDO], [known]);
    expect(one).toMatchObject({ act: 'changed', by: 'name', documentId: 'a' });
    expect(one?.changed.toSorted()).toEqual(['foundedYear', 'legalForm', 'officialName', 'rnaId']);
    expect(one?.after).toMatchObject({ name: 'Judo club de Cavignac', themes: [], internalNote: '' });
  });

  it('takes over a new official name, but not another way to write the same', () => {
    const base = {
      name: 'Judo',
      rnaId: 'W332001234',
      foundedYear: 1998,
      legalForm: 'déclarée',
      commune: 'cavignac',
    } as const;
    const [renamed] = plan([JUDO], [entry('a', { ...base, officialName: 'DOJO' })]);
    expect(renamed?.after?.officialName).toBe('JUDO CLUB DE CAVIGNAC');
    expect(plan([JUDO], [entry('a', { ...base, officialName: 'Judo-Club de Cavignac' })])[0]?.act).toBe('same');
  });

  it('that has a number of before is proposed the one of today', () => {
    const alias = [
      'import 24',
      { id: '332S0332  8645', titre: 'LES AMIS', position: 'R', observation: 'W332001299' },
    ] as const;
    const known = entry('a', { name: 'Les copains', rnaId: '332S0332 8645' });
    const [one] = plan([alias], [known], ['332S0332 8645']);
    expect(one).toMatchObject({ act: 'changed', by: 'rna', documentId: 'a', changed: ['rnaId'] });
    expect(one?.after?.rnaId).toBe('W332001299');
    // Also when the row of today stands in the other file of the pair.
    const [both] = plan([alias, ['waldec 39', { id: 'W332001299', titre: 'LES AMIS' }]], [known], ['332S0332 8645']);
    expect(both).toMatchObject({
      by: 'rna',
      documentId: 'a',
      after: { rnaId: 'W332001299', officialName: 'LES AMIS' },
    });
  });

  it('with another number is another one, whatever its name', () => {
    const known = entry('a', { name: 'Judo club de Cavignac', commune: 'cavignac', rnaId: 'W332009999' });
    expect(plan([JUDO], [known])[0]?.act).toBe('new');
  });
});

describe('a list of an office', () => {
  it('has its names in capitals re-cased, and the name as it was kept as the official one of a new entry', () => {
    const sheet = {
      name: 'Feuille',
      hidden: false,
      hiddenColumns: [],
      rows: [
        ['Nom', 'Commune'],
        ['FOYER RURAL DE CAVIGNAC', 'Cavignac'],
        ['Foyer des jeunes', 'Cavignac'],
      ].map((texts, rank) => ({
        line: rank + 1,
        hidden: false,
        cells: texts.map((text) => ({ text })),
      })),
    };
    const to = (field: 'name' | 'commune') => ({ field, group: '', role: '', day: null }) as const;
    const read = associationsOf(tableOf(sheet, 1), { 0: to('name'), 1: to('commune') }, lists);
    expect(read.map(({ remarks }) => remarks.length)).toEqual([1, 0]);
    const options = { policy: 'replace', consent: null, today: TODAY, lines: {}, communeName } as const;
    const [shouted, plain] = planImport(read, new KnownAssociations([]), options);
    expect(shouted?.after).toMatchObject({ name: 'Foyer Rural de Cavignac', officialName: 'FOYER RURAL DE CAVIGNAC' });
    expect(plain?.after?.officialName).toBe('');
    const there = entry('a', { name: 'Foyer rural de Cavignac', commune: 'cavignac' });
    expect(planImport(read, new KnownAssociations([there]), options)[0]).toMatchObject({ act: 'same' });
  });
});
