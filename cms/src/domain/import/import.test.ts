import { describe, expect, it } from 'vitest';
import { officeFormOf, type OfficeForm } from '../entry/office-form.ts';
import { associationsOf, cellKey, noDecisions, type Decisions } from './associations.ts';
import { KnownAssociations, type KnownAssociation } from './match.ts';
import { isColumnKey } from './columns.ts';
import { mergeIntoForm } from './merge.ts';
import { planImport, type PlanOptions } from './plan.ts';
import { recogniseColumns } from './recognise.ts';
import { chooseSheet, columnLetter, findHeads, tableOf } from './table.ts';
import { lists, sheetOf } from './testing/sheet.ts';
import type { Cell } from './workbook.ts';

const merged = (text: string): Cell => ({ text, from: 'merged' });

const read = (rows: readonly (readonly (string | Cell)[])[], decisions: Decisions = noDecisions) => {
  const sheet = sheetOf(rows);
  const table = tableOf(sheet, findHeads(sheet));
  const mapping = recogniseColumns(table, lists);
  return { table, mapping, associations: associationsOf(table, mapping, lists, decisions) };
};
const fieldsOf = (heads: readonly string[], ...rows: (readonly string[])[]) => {
  const { table, mapping } = read([heads, ...rows]);
  return table.columns.map(({ index }) => {
    const { field, group, day } = mapping[index]!;
    return [field, group, day].filter(Boolean).join(' ');
  });
};

const known = (documentId: string, content: object, isPublished = true): KnownAssociation => ({
  documentId,
  form: officeFormOf({ inPrint: true, ...content }),
  isPublished,
});
const options: PlanOptions = {
  policy: 'replace',
  consent: null,
  today: '2026-11-30',
  lines: {},
  communeName: (id) => id,
};
const SUMMARY = 'On y joue, on y chante et l’on s’y retrouve toute l’année.';

describe('a sheet as a table', () => {
  it('finds the heads under a title, a date and an empty line', () => {
    const sheet = sheetOf([
      [merged('Associations 2025-2026'), merged('Associations 2025-2026'), merged('Associations 2025-2026')],
      ['mis à jour le 12/09/2025'],
      ['', ''],
      ['Association', 'Tél.', 'Commune'],
      ['Les Amis du Moulin', '06 39 98 00 11', 'Cavignac'],
    ]);
    expect(findHeads(sheet)).toBe(4);
    expect(tableOf(sheet, 4)).toMatchObject({ headLine: 4, rows: [{ line: 5 }] });
  });

  it('says of a table without heads that it has none', () => {
    expect(findHeads(sheetOf([['Les Amis du Moulin', '06 39 98 00 11', 'contact@example.org']]))).toBeNull();
  });

  it('reads heads of two lines', () => {
    const { table, mapping } = read([
      ['Association', merged('Président'), merged('Président'), merged('Trésorier'), merged('Trésorier')],
      ['Nom', 'Nom', 'Tél', 'Nom', 'Tél'],
      ['Les Amis du Moulin', 'Mme Martin', '06 39 98 00 11', 'M. Durand', '06 39 98 00 12'],
    ]);
    expect(table.columns.map(({ head }) => head)).toEqual([
      'Association Nom',
      'Président Nom',
      'Président Tél',
      'Trésorier Nom',
      'Trésorier Tél',
    ]);
    expect(Object.values(mapping).map(({ field, group }) => `${field} ${group}`)).toEqual([
      'name ',
      'personName Présidence',
      'personPhone Présidence',
      'personName Trésorerie',
      'personPhone Trésorerie',
    ]);
  });

  it('takes the visible sheet with known heads', () => {
    const workbook = {
      format: 'xlsx',
      encoding: null,
      separator: null,
      remarks: [],
      sheets: [
        { ...sheetOf([['Notes'], ['rien']], 'Lisez-moi') },
        {
          ...sheetOf(
            [
              ['Nom', 'Tél', 'Mail'],
              ['A', 'B', 'C'],
            ],
            'Ancienne',
          ),
          hidden: true,
        },
        {
          ...sheetOf(
            [
              ['Nom', 'Tél', 'Mail'],
              ['A', 'B', 'C'],
            ],
            'Assos',
          ),
        },
      ],
    } as const;
    expect(chooseSheet(workbook)?.name).toBe('Assos');
    expect(columnLetter(27)).toBe('AB');
  });
});

describe('columns', () => {
  it('are recognised by the heads that offices use', () => {
    expect(
      fieldsOf(
        [
          'Nom de l’association',
          'Thématique',
          'Président(e)',
          'Téléphone',
          'E-mail',
          'Site Internet',
          'Activités proposées',
          'Âge',
          'Horaires',
          'Tarif',
          'Lieu',
          'Adresse',
          'CP',
          'Ville',
          'Observations',
        ],
        [
          'A',
          'Musique',
          'Mme Martin',
          '06 39 98 00 11',
          'a@example.org',
          'www.example.org',
          'Chorale',
          'dès 6 ans',
          'mardi 18h',
          '15',
          'Foyer',
          '1 rue du Moulin',
          '33620',
          'Cavignac',
          'x',
        ],
      ),
    ).toEqual([
      'name',
      'themes',
      'personName Présidence',
      'personPhone',
      'personEmail',
      'links',
      'activityLabel',
      'activityAges',
      'activityHours',
      'activityPrice',
      'activityPlace',
      'street',
      'postalCode',
      'commune',
      'internalNote',
    ]);
  });

  it('are recognised by their values where the heads say nothing', () => {
    expect(
      fieldsOf(
        ['Nom', 'Colonne1', 'Colonne2', 'Info', 'Zone'],
        ['A', 'a@example.org', '06 39 98 00 11', 'mardi 18h-20h', 'Cavignac'],
        ['B', 'b@example.org', '0639980012', 'jeudi 19h', 'Cézac'],
      ),
    ).toEqual(['name', 'personEmail', 'personPhone', 'activityHours', 'commune']);
  });

  it('may be a day each, an activity each, a person each', () => {
    expect(
      fieldsOf(
        [
          'Club',
          'Lundi',
          'Mardi',
          'Activité 1',
          'Horaires 1',
          'Activité 2',
          'Horaires 2',
          'Tél fixe',
          'Tél portable',
          'Mail trésorier',
        ],
        [
          'A',
          '18h-19h',
          '',
          'Judo',
          'mercredi 14h',
          'Aïkido',
          'jeudi 14h',
          '01 99 00 12 34',
          '06 39 98 00 11',
          't@example.org',
        ],
      ),
    ).toEqual([
      'name',
      'activityHours lundi',
      'activityHours mardi',
      'activityLabel 1',
      'activityHours 1',
      'activityLabel 2',
      'activityHours 2',
      'personPhone',
      'personPhone',
      'personEmail Trésorerie',
    ]);
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'])('may be headed %s', (head) => {
    expect(fieldsOf(['Association', head], ['Judo Club', 'quelque chose'])).toEqual(['name', 'note']);
    expect(isColumnKey(head)).toBe(false);
  });

  it('of the file of lines to mend are known again, and its own is left', () => {
    expect(
      fieldsOf(['Association', 'OK papier', 'Obs.', 'À corriger'], ['Judo Club', 'oui', 'À rappeler', 'C2 : …']),
    ).toEqual(['name', 'inPrint', 'internalNote', 'leave']);
  });

  it('that are of the file alone are left, unknown ones are kept as a note', () => {
    expect(fieldsOf(['N°', 'Nom', 'Subvention 2024', 'Vide'], ['1', 'A', '300 €', ''])).toEqual([
      'leave',
      'name',
      'note',
      'leave',
    ]);
  });
});

describe('rows as associations', () => {
  it('puts together the lines of one association, an activity each', () => {
    const { associations } = read([
      ['Association', 'Commune', 'Activité', 'Horaires', 'Tél'],
      ['Judo Club', 'ST SAVIN', 'Judo', 'mardi 18h30-20h', '06 39 98 00 11'],
      ['JUDO CLUB', 'Saint-Savin', 'Aïkido', 'jeudi 19h', '06 39 98 00 11'],
      ['', '', 'Taïso', 'samedi 10h', ''],
      ['Judo Club', 'Cavignac', 'Judo', 'lundi 18h', ''],
    ]);
    expect(associations.map(({ lines }) => lines)).toEqual([[2, 3, 4], [5]]);
    expect(associations[0]?.values.activities?.map(({ label }) => label)).toEqual(['Judo', 'Aïkido', 'Taïso']);
    expect(associations[0]?.values.contacts).toHaveLength(1);
    expect(associations[0]?.faults).toEqual([]);
    expect(associations[0]?.remarks.map(({ message }) => message)).toEqual([
      'Réunie avec la ligne 2\u00a0: la même association.',
      'Sans nom\u00a0: prise pour la suite de la ligne 2.',
    ]);
  });

  it('asks when two lines of one association disagree', () => {
    const { associations } = read([
      ['Association', 'Présentation', 'Tél'],
      ['Judo Club', 'Un club.', '06 39 98 00 11'],
      ['Judo Club', 'Un autre club.', '06 39 98 00 11'],
    ]);
    expect(associations[0]?.faults).toMatchObject([{ line: 3, column: 1, text: 'Un autre club.' }]);
  });

  it('names the cell, the text and how to mend it, for each fault', () => {
    const { associations } = read([
      ['Association', 'Tél', 'Thème', 'Horaires'],
      ['Judo Club', '06 39', 'Pétanque', 'mardi 25h'],
      ['', '06 39 98 00 11', 'Musique', ''],
    ]);
    expect(associations[0]?.faults.map(({ line, column, text }) => [line, column, text])).toEqual([
      [2, 1, '06 39'],
      [2, 2, 'Pétanque'],
      [2, 3, 'mardi 25h'],
    ]);
    expect(associations[0]?.faults[1]?.unknown).toEqual({ list: 'themes', names: ['Pétanque'] });
    expect(associations[1]?.faults).toMatchObject([{ line: 3, column: 0 }]);
  });

  it('takes what was decided about cells and names', () => {
    const rows = [
      ['Association', 'Tél', 'Thème'],
      ['Judo Club', '06 39', 'Pétanque'],
    ];
    const { associations } = read(rows, {
      cells: { [cellKey(2, 1)]: '06 39 98 00 11' },
      values: { themes: { petanque: ['t-sport'] }, audiences: {}, communes: {} },
    });
    expect(associations[0]).toMatchObject({
      faults: [],
      values: { themes: ['t-sport'], contacts: [{ phone: '+33639980011' }] },
    });
    // An emptied cell is left out.
    expect(
      read(rows, { ...noDecisions, cells: { [cellKey(2, 1)]: '', [cellKey(2, 2)]: '' } }).associations[0],
    ).toMatchObject({
      faults: [],
      values: { name: 'Judo Club' },
    });
  });

  it('keeps every word: unknown columns as a note, hours without days with the activity, a town outside in the address', () => {
    const { associations } = read([
      ['Association', 'Subvention', 'Horaires', 'Commune', 'Activité'],
      ['Judo Club', '300 €', 'selon le planning', 'Bordeaux', 'Judo'],
    ]);
    expect(associations[0]?.values).toMatchObject({
      internalNote: 'Subvention\u00a0: 300 €',
      address: { city: 'Bordeaux' },
      activities: [{ label: 'Judo', description: 'selon le planning' }],
    });
    expect(associations[0]?.remarks).toHaveLength(2);
  });
});

describe('what a line says beside what was asked', () => {
  const one = (heads: readonly string[], row: readonly (string | Cell)[]) => read([heads, row]).associations[0];

  it.each([
    [
      'the person beside it',
      ['Association', 'Responsable', 'Fonction', 'Tél. trésorier'],
      ['Judo Club', 'Mme Martin 06 39 98 00 11', 'Présidente', '06 39 98 00 12'],
      [
        ['Mme Martin', 'Présidente'],
        ['', 'Trésorerie'],
      ],
    ],
    [
      'the person of its own columns',
      ['Association', 'Nom du contact', 'Fonction', 'Tél'],
      ['Judo Club', 'Mme Martin', 'Présidente', '06 39 98 00 11'],
      [['Mme Martin', 'Présidente']],
    ],
  ])('gives a role to %s', (_name, heads, row, contacts) => {
    expect(one(heads, row)?.values.contacts?.map(({ name, role }) => [name, role])).toEqual(contacts);
  });

  it('keeps a role of nobody as a note, and says so', () => {
    const found = one(['Association', 'Fonction', 'Commune'], ['Judo Club', 'Présidente', 'Cavignac']);
    expect(found?.values).toMatchObject({ internalNote: 'Fonction\u00a0: Présidente' });
    expect(found?.remarks).toMatchObject([
      { column: 1, message: expect.stringContaining('aucune personne') as string },
    ]);
  });

  it('keeps hours of no day, a last age alone, a second site', () => {
    const hours = one(['Association', 'Activité', 'Heure début', 'Heure fin'], ['Judo Club', 'Judo', '18h30', '20h']);
    expect(hours?.values.activities).toMatchObject([{ label: 'Judo', slots: [], description: '18h30\u201320h' }]);
    expect(hours?.remarks[0]?.message).toContain('aucun jour');
    const age = one(['Association', 'Âge maximum'], ['Judo Club', '12 ans']);
    expect(age?.values.activities).toMatchObject([{ label: 'Judo Club', ageMax: 12 }]);
    const sites = one(
      ['Association', 'Site', 'Lien'],
      ['Judo Club', 'https://www.example.org', 'https://judo.example.org'],
    );
    expect(sites?.values).toMatchObject({
      website: 'https://www.example.org',
      networks: [{ network: 'autre', url: 'https://judo.example.org' }],
    });
  });

  it('says that marks alone say nothing, and asks for what an error stood for, however the file says it', () => {
    const found = one(['Association', 'Thème', 'Présentation', 'Notes'], ['Judo Club', '???', '#N/A', '#REF!']);
    expect(found?.values).toEqual({ name: 'Judo Club' });
    expect(found?.faults).toMatchObject([
      { column: 2, text: '#N/A', message: expect.stringContaining('erreur du tableur') as string },
    ]);
    expect(found?.remarks.map(({ column }) => column)).toEqual([1, 3]);
    expect(one(['Association', 'Présentation'], ['Judo Club', { text: '', from: 'error' }])?.faults).toHaveLength(1);
  });

  it('is kept in words where it is of some weeks only', () => {
    const found = one(['Association', 'Activité', 'Horaires'], ['Judo Club', 'Judo', 'le 1er mardi du mois à 20h30']);
    expect(found?.values.activities).toMatchObject([{ slots: [], description: 'le 1er mardi du mois à 20h30' }]);
    expect(found?.faults).toEqual([]);
    expect(found?.remarks).toMatchObject([{ column: 2, message: expect.stringContaining('chaque semaine') as string }]);
  });
});

describe('what a spreadsheet adds of its own', () => {
  const HEADS = ['Association', 'Commune', 'Tél', 'Thème', 'Adhérents'];
  const planned = (rows: readonly (readonly string[])[], lines: PlanOptions['lines'] = {}) =>
    planImport(read([HEADS, ['Judo Club', 'Cavignac', '', '', '5'], ...rows]).associations, new KnownAssociations([]), {
      ...options,
      lines,
    }).slice(1);

  it.each([
    ['Total', '', '', '', '5'],
    ['TOTAL :', '', '', '', '1 250'],
    ['Total général', '', '5', '3', '12,5 %'],
    ['Totaux', '3', '', '', '5'],
    ['Sous-total', '', '', '', '5'],
    ['Sous-total Musique', '', '', '', '5'],
    ['Total Cavignac', '', '', '', '5'],
    ['Total Musique', '', '', '', '5'],
    ['', 'Total', '', '', '5'],
    ['Nombre d’associations', '', '', '', '5'],
    ['Nombre d’associations : 5', '', '', '', ''],
    ['5 associations', '', '', '', ''],
    ['Total adhérents', '', '', '', '300'],
    ['Moyenne', '', '', '', '12'],
  ])('sets the sum %s %s aside, and says so', (...row) => {
    expect(planned([row])).toMatchObject([
      {
        act: 'left',
        faults: [],
        remarks: [{ line: 3, message: expect.stringContaining('compte les autres') as string }],
      },
    ]);
  });

  it.each([
    ['Total Danse', '', '', '', '5'],
    ['Total', 'Cavignac', '', '', '5'],
    ['Total', '', '06 39 98 00 11', '', ''],
    ['Ensemble', '', '', '', '5'],
    ['Nombre d’or', '', '', '', '5'],
    ['Total Festum', '', '', '', ''],
  ])('takes %s %s %s for the association that it is', (...row) => {
    expect(planned([row])[0]?.act).toBe('new');
  });

  it('takes a sum for an association when somebody says so, and gives it no line of another', () => {
    const rows = [
      ['Total', '', '', '', '5'],
      ['', '', '06 39 98 00 11', '', ''],
    ];
    expect(planned(rows, { '3': 'take' })[0]).toMatchObject({ act: 'new', name: 'Total' });
    expect(planned(rows).map(({ lines, act }) => [lines, act])).toEqual([
      [[3], 'left'],
      [[4], 'refused'],
    ]);
  });

  it.each(['=HYPERLINK("http://x")', '=A1&B1', '@SUM(A1:A4)', '+cmd(1)', ' = "Judo"'])(
    'asks what the formula %s should say, in its cell',
    (text) => {
      const [one] = planned([[text, 'Cavignac', '', '', '']]);
      expect(one).toMatchObject({ act: 'refused', name: '' });
      expect(one?.faults).toMatchObject([
        { line: 3, column: 0, message: expect.stringMatching(/formule.*écrivez/) as string },
      ]);
    },
  );

  it.each(['+ de vie (association)', '@ tous', 'Danse (club)', '= égalité'])('takes the name %s', (text) =>
    expect(planned([[text, 'Cavignac', '', '', '']])[0]).toMatchObject({ act: 'new', faults: [] }),
  );
});

describe('what an import would do', () => {
  const plan = (
    rows: readonly (readonly string[])[],
    associations: readonly KnownAssociation[],
    given: Partial<PlanOptions> = {},
  ) => planImport(read(rows).associations, new KnownAssociations(associations), { ...options, ...given });
  const heads = ['Association', 'Commune', 'Présentation', 'Thème', 'Tél', 'RNA'];
  const row = ['Judo Club', 'Cavignac', SUMMARY, 'Sports', '06 39 98 00 11', ''];

  it('makes a new association, whose contacts are agreed for nothing', () => {
    const [planned] = plan([heads, row], []);
    expect(planned).toMatchObject({ act: 'new', missing: [], documentId: null });
    expect(planned?.after?.contacts).toMatchObject([
      { phone: '+33639980011', web: false, print: false, professionals: false, openData: false, consentDate: '' },
    ]);
  });

  it('gives contacts the agreement that an editor vouches for', () => {
    const consent = { channels: ['web', 'print'], source: 'bulletin papier', date: '2026-09-12' } as const;
    const [planned] = plan([heads, row], [], { consent });
    expect(planned?.after?.contacts).toMatchObject([
      { web: true, print: true, openData: false, consentDate: '2026-09-12', consentSource: 'bulletin papier' },
    ]);
  });

  it('names who took their agreement back, for whom nothing is agreed to', () => {
    const consent = { channels: ['web', 'print'], source: 'bulletin papier', date: '2026-09-12' } as const;
    const isTakenBack = (value: string, channel: string) => value === '+33639980011' && channel === 'web';
    const file = [
      ['Association', 'Commune', 'Tél', 'Président'],
      ['Judo Club', 'Cavignac', '06 39 98 00 11', 'Camille Exemple'],
      ['Yoga', 'Cavignac', '06 39 98 00 12', 'Dominique Modèle'],
    ];
    const [withdrawn, other] = plan(file, [], { consent, isTakenBack });
    expect(withdrawn?.remarks).toMatchObject([
      { line: 2, message: expect.stringMatching(/^Camille Exemple a retiré son accord \(.*site/) as string },
    ]);
    expect(withdrawn?.after?.contacts).toMatchObject([{ web: false, print: true }]);
    expect(other?.remarks).toEqual([]);
    // Where nobody vouches for the file, nothing is assumed, and nothing is to be said.
    expect(plan(file, [], { isTakenBack })[0]?.remarks).toEqual([]);
  });

  it('says what a new one lacks to be published', () => {
    const [planned] = plan(
      [
        ['Association', 'Commune', 'Tél'],
        ['Judo Club', 'Cavignac', '06 39 98 00 11'],
      ],
      [],
    );
    expect(planned?.act).toBe('new');
    expect(planned?.missing).toHaveLength(2);
  });

  it('finds the association again, and a second time says the same', () => {
    const [first] = plan([heads, row], []);
    const [second] = plan([heads, row], [{ documentId: 'a', form: first!.after!, isPublished: true }]);
    expect(second).toMatchObject({ act: 'same', documentId: 'a', by: 'name' });
    const [changed] = plan(
      [heads, row.with(4, '06 39 98 00 12')],
      [{ documentId: 'a', form: first!.after!, isPublished: true }],
    );
    expect(changed).toMatchObject({ act: 'changed', changed: ['contacts'] });
    expect(changed?.after?.contacts).toHaveLength(2);
  });

  it('goes by the RNA number before the name, and never joins two numbers', () => {
    const one = known('a', { name: 'Judo de Cavignac', rnaId: 'W332001234', commune: 'c-cavignac' });
    expect(plan([heads, row.with(5, 'W332001234')], [one])[0]).toMatchObject({
      act: 'changed',
      by: 'rna',
      documentId: 'a',
    });
    const other = known('b', { name: 'Judo Club', rnaId: 'W332009999', commune: 'c-cavignac' });
    expect(plan([heads, row.with(5, 'W332001234')], [other])[0]).toMatchObject({ act: 'new' });
  });

  it('says what is called otherwise in the entry that it was recognised to be of, and shows the note that is written', () => {
    const form = {
      name: 'Judo Club de Cavignac',
      rnaId: 'W332000001',
      contacts: [{ role: 'Présidence', name: 'Paul Martin', phone: '', email: 'judo@example.org' }],
    };
    const heads = ['Association', 'RNA', 'Nom du contact', 'Courriel', 'Notes'];
    const row = ['Dojo Cavignacais', 'W332000001', 'Anne Durand', 'judo@example.org', 'À rappeler'];
    const { associations } = read([heads, row]);
    const [plan] = planImport(associations, new KnownAssociations([known('a', form)]), options);
    expect(plan?.remarks.map(({ message }) => message)).toEqual([
      expect.stringContaining('L’annuaire l’appelle «\u00a0Judo Club de Cavignac\u00a0»'),
      expect.stringContaining('Anne Durand a le même contact (judo@example.org) que Paul Martin'),
    ]);
    const [same] = planImport(
      read([heads, [form.name, form.rnaId, 'Paul Martin', 'judo@example.org', '']]).associations,
      new KnownAssociations([known('a', form)]),
      options,
    );
    expect(same?.remarks).toEqual([]);
    expect(planImport(associations, new KnownAssociations([]), options)[0]?.changed).toContain('internalNote');
  });

  it('asks when it may be another one, and does what was answered', () => {
    const alike = known('a', { name: 'Judo Club Cavignacais', commune: 'c-cavignac' });
    expect(plan([heads, row], [alike])[0]).toMatchObject({
      act: 'asked',
      candidates: [{ documentId: 'a', commune: 'c-cavignac' }],
    });
    expect(plan([heads, row], [alike], { lines: { '2': 'new' } })[0]).toMatchObject({ act: 'new' });
    expect(plan([heads, row], [alike], { lines: { '2': 'a' } })[0]).toMatchObject({ act: 'changed', by: 'chosen' });
    expect(plan([heads, row], [alike], { lines: { '2': 'leave' } })[0]).toMatchObject({ act: 'left' });
    expect(plan([heads, row], [alike], { lines: { '2': 'gone' } })[0]).toMatchObject({ act: 'refused' });
  });

  it('refuses a second line for the same association', () => {
    const one = known('a', { name: 'Judo Club', rnaId: 'W332001234', commune: 'c-cavignac' });
    const planned = plan([heads, row, ['Judo de Cavignac', 'Cavignac', SUMMARY, 'Sports', '', 'W332001234']], [one]);
    expect(planned.map(({ act }) => act)).toEqual(['changed', 'refused']);
  });
});

describe('a line put into an entry', () => {
  const contact = {
    role: 'Accueil',
    name: '',
    phone: '+33639980011',
    email: '',
    web: true,
    print: false,
    professionals: false,
    openData: false,
    consentDate: '2026-01-02',
    consentSource: 'courriel',
  } as const;
  const entry: OfficeForm = officeFormOf({
    name: 'Judo Club',
    summary: SUMMARY,
    contacts: [contact],
    activities: [{ label: 'Judo', ageMin: 6, ageMax: null, slots: [], price: '100 €', place: 'Dojo' }],
    address: {
      street: '1 rue du Moulin',
      postalCode: '33620',
      city: 'Cavignac',
      public: true,
      latitude: 45,
      longitude: 0,
    },
  });
  const vouched = {
    policy: 'replace',
    consent: { channels: ['web', 'print', 'openData'], source: 'forum', date: '2026-09-12' },
  } as const;

  it('never widens what a person agreed to, and never gives an agreement to a number beside it', () => {
    const { contacts } = mergeIntoForm(
      entry,
      { contacts: [{ role: '', name: 'Mme Martin', phone: '+33639980011', email: 'm@example.org' }] },
      vouched,
    );
    expect(contacts[0]).toEqual(contact);
    expect(contacts[1]).toMatchObject({ phone: '', email: 'm@example.org', consentSource: 'forum' });
    const { contacts: unvouched } = mergeIntoForm(
      entry,
      { contacts: [{ role: '', name: '', phone: '+33639980011', email: 'm@example.org' }] },
      { ...vouched, consent: null },
    );
    expect(unvouched[1]).toMatchObject({ email: 'm@example.org', web: false, consentDate: '' });
  });

  it('empties nothing, and completes only when that is asked', () => {
    const values = {
      summary: 'Autre.',
      activities: [{ ...entry.activities[0]!, ageMin: 8, price: '', place: 'Gymnase' }],
    };
    expect(mergeIntoForm(entry, values, { policy: 'complete', consent: null })).toEqual(entry);
    expect(mergeIntoForm(entry, values, { policy: 'replace', consent: null })).toMatchObject({
      summary: 'Autre.',
      activities: [{ ageMin: 8, price: '100 €', place: 'Gymnase' }],
    });
  });

  it('asks anew whether another address may be shown', () => {
    expect(
      mergeIntoForm(entry, { address: { street: '2 rue Haute' } }, { policy: 'replace', consent: null }).address,
    ).toEqual({
      street: '2 rue Haute',
      complement: '',
      postalCode: '33620',
      city: 'Cavignac',
      public: false,
      latitude: null,
      longitude: null,
    });
    expect(
      mergeIntoForm(entry, { address: { complement: 'Bât. B' } }, { policy: 'replace', consent: null }).address.public,
    ).toBe(true);
  });
});
