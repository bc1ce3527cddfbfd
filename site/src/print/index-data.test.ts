import { describe, expect, it } from 'vitest';
import type { Association } from '@trame/cms/domain/contract/site/association';
import { activityIndex, alphabeticalIndex, communeIndex, subjectOf, type Indexed } from './index-data.ts';
import { bareAssociation, demoExport } from './testing/demo-export.ts';

const source = demoExport();
const [first, second, third] = source.communes;
if (!first || !second || !third) throw new Error('The demo has communes');

const entry = (number: number, name: string, changes: Partial<Association> = {}): Indexed => ({
  association: bareAssociation(source, { slug: `a-${number}`, ...changes }),
  number,
  name,
  acronym: changes.acronym ?? null,
  commune: source.communes.find(({ id }) => id === changes.commune)?.name ?? null,
});
const communesOf = (...entries: Indexed[]) =>
  communeIndex(entries, source.communes, ({ name }) => name).map(({ title, rows }) => [
    title,
    rows.map(({ entry }) => entry),
  ]);

describe('the alphabetical index', () => {
  it('files under letters without articles or accents, signs and digits last', () => {
    const index = alphabeticalIndex([
      entry(1, 'L’Étoile'),
      entry(2, 'Abeilles'),
      entry(3, '1901 passions'),
      entry(4, 'Écho'),
    ]);
    expect(index.map(({ title }) => title)).toEqual(['A', 'E', '0 – 9']);
    expect(index[1]?.rows.map(({ text }) => text)).toEqual(['Écho', 'L’Étoile']);
  });

  it('says of which commune each is when two bear the same name, and only then', () => {
    const rows = alphabeticalIndex([
      entry(1, 'Comité des fêtes', { commune: first.id, acronym: 'CDF' }),
      entry(2, 'Comité des Fêtes', { commune: second.id }),
      entry(3, 'Judo club', { commune: first.id }),
    ]).flatMap((group) => group.rows.map(({ text }) => text));
    expect(rows.toSorted()).toEqual(
      [
        `CDF → Comité des fêtes (${first.name})`,
        `Comité des fêtes (${first.name})`,
        `Comité des Fêtes (${second.name})`,
        'Judo club',
      ].toSorted(),
    );
  });

  it('says what each does when two of one commune bear the same name', () => {
    const same = (number: number, activities: string[]): Indexed => ({
      ...entry(number, 'Comité des fêtes', { commune: first.id }),
      activities,
    });
    const both = [same(1, ['Cours de danse (adultes)', 'Loto']), same(2, ['Loto', 'Atelier de couture'])];
    expect(alphabeticalIndex(both).flatMap((group) => group.rows)).toEqual([
      { text: `Comité des fêtes (${first.name}, Couture)`, entry: 2 },
      { text: `Comité des fêtes (${first.name}, Danse)`, entry: 1 },
    ]);
    const byCommune = communeIndex(both, source.communes, ({ name }) => name);
    expect(new Set(byCommune.flatMap((group) => group.rows.map(({ text }) => text))).size).toBe(2);
  });

  it('does not say twice what begins alike', () => {
    const index = alphabeticalIndex([entry(1, 'Les SEL de la vallée', { acronym: 'SEL' })]);
    expect(index.flatMap(({ rows }) => rows)).toHaveLength(1);
  });

  it('finds an association by its acronym too', () => {
    const index = alphabeticalIndex([entry(1, 'Tennis club de Cavignac', { acronym: 'ACT' })]);
    expect(index).toEqual([
      { title: 'A', rows: [{ text: 'ACT → Tennis club de Cavignac', entry: 1 }] },
      { title: 'T', rows: [{ text: 'Tennis club de Cavignac', entry: 1 }] },
    ]);
  });
});

describe('the index by commune', () => {
  it('files under the seat, the communes of activity and the places of activities, once each', () => {
    const activity = {
      label: 'Cours',
      description: null,
      ageMin: null,
      ageMinUnit: 'ans' as const,
      ageMax: null,
      ageMaxUnit: 'ans' as const,
      slots: [],
      price: null,
      place: null,
      communeCode: third.inseeCode,
      season: null,
    };
    const index = communesOf(
      entry(1, 'Club', { commune: first.id, communesOfActivity: [first.id, second.id], activities: [activity] }),
    );
    expect(index.map(([, rows]) => rows)).toEqual([[1], [1], [1]]);
    expect(index.map(([title]) => title).sort()).toEqual([first.name, second.name, third.name].sort());
  });

  it('tells two of one name apart where they stand together, and not where one stands alone', () => {
    const index = communeIndex(
      [
        entry(1, 'Comité des fêtes', { commune: first.id, communesOfActivity: [first.id, third.id] }),
        entry(2, 'Comité des fêtes', { commune: second.id, communesOfActivity: [second.id, third.id] }),
      ],
      source.communes,
      ({ name }) => name,
    );
    const rowsOf = (title: string) => index.find((group) => group.title === title)?.rows.map(({ text }) => text);
    expect(rowsOf(first.name)).toEqual(['Comité des fêtes']);
    expect(rowsOf(third.name)?.toSorted()).toEqual(
      [`Comité des fêtes (${first.name})`, `Comité des fêtes (${second.name})`].toSorted(),
    );
  });

  it('says once, and first, what is active everywhere; and last what is nowhere', () => {
    const everywhere = source.communes.map(({ id }) => id);
    const index = communesOf(
      entry(1, 'Nulle part'),
      entry(2, 'Partout', { communesOfActivity: everywhere }),
      entry(3, 'Ici', { commune: first.id }),
    );
    expect(index).toEqual([
      ['Sur tout le territoire', [2]],
      [first.name, [3]],
      ['Commune non précisée', [1]],
    ]);
  });
});

describe('the index by activity', () => {
  it.each([
    ['Cours de yoga', 'Yoga'],
    ['Atelier d’écriture', 'Écriture'],
    ['Judo (débutants)', 'Judo'],
    ['Danse – enfants', 'Danse'],
    ['Initiation à la poterie', 'Poterie'],
    ['École de cirque', 'Cirque'],
    ['Fanfare', 'Fanfare'],
  ])('files « %s » under %s', (label, subject) => {
    expect(subjectOf(label)).toBe(subject);
  });

  it('gathers what differs by its plural, accents or case, with the themes, each association once', () => {
    const club = (number: number, name: string, activities: string[], themes: string[] = []) => ({
      ...entry(number, name, { themes }),
      shortName: name,
      activities,
    });
    const index = activityIndex(
      [
        club(1, 'Zen', ['Cours de yoga', 'Yoga (seniors)']),
        club(2, 'L’Amicale', ['Yogas'], ['t']),
        club(3, 'Écho', ['Éveil musical']),
      ],
      (id) => (id === 't' ? 'Danse' : null),
    );
    expect(index.map(({ letter }) => letter)).toEqual(['D', 'E', 'Y']);
    expect(index[2]?.subjects).toEqual([
      {
        text: 'Yoga',
        entries: [
          { name: 'L’Amicale', entry: 2 },
          { name: 'Zen', entry: 1 },
        ],
      },
    ]);
  });

  it('tells apart two associations that a subject would print as one line, cut names included', () => {
    const long = 'Association des parents d’élèves…';
    const club = (number: number, name: string, shortName: string, commune: string) => ({
      ...entry(number, name, { commune }),
      shortName,
      activities: ['Yoga'],
    });
    const [group] = activityIndex(
      [
        club(1, 'Association des parents d’élèves du haut', long, first.id),
        club(2, 'Association des parents d’élèves du bas', long, second.id),
        club(3, 'Zen', 'Zen', first.id),
      ],
      () => null,
    );
    expect(group?.subjects[0]?.entries.map(({ name }) => name).toSorted()).toEqual(
      [`${long} (${first.name})`, `${long} (${second.name})`, 'Zen'].toSorted(),
    );
  });
});
