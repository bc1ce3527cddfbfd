import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Values } from '../visit.ts';
import { compareWithoutBase, merge, type Merged } from './merge.ts';
import { resolve } from './resolve.ts';
import { same } from './same.ts';
import type { RecordShape } from './shape.ts';

const whole = { kind: 'whole' } as const;
const rowsOf = (names: readonly string[], more: Partial<RecordShape> = {}): RecordShape => ({
  fields: Object.fromEntries(names.map((name) => [name, whole])),
  units: [],
  identity: [],
  ...more,
});

/** An association, in small. */
const SHAPE: RecordShape = {
  fields: {
    name: whole,
    summary: whole,
    verifiedOn: whole,
    verifiedBy: whole,
    themes: { kind: 'set' },
    address: { kind: 'group', of: rowsOf(['street', 'city', 'public'], { units: [['street', 'city']] }) },
    contacts: {
      kind: 'rows',
      of: rowsOf(['role', 'name', 'phone', 'web'], {
        units: [['name', 'phone', 'web']],
        identity: [['phone'], ['name']],
      }),
    },
    activities: {
      kind: 'rows',
      of: {
        fields: {
          label: whole,
          price: whole,
          slots: { kind: 'rows', of: rowsOf(['day', 'begin', 'note'], { identity: [['day', 'begin']] }) },
        },
        units: [],
        identity: [['label']],
      },
    },
  },
  units: [['verifiedOn', 'verifiedBy']],
  identity: [],
};

const ANNE = { role: 'présidence', name: 'Anne Martin', phone: '+33536490001', web: true };
const PAUL = { role: 'trésorerie', name: 'Paul Lenoir', phone: '+33536490002', web: false };
const INES = { role: 'secrétariat', name: 'Inès Vidal', phone: '+33536490003', web: true };
const JUDO = { label: 'Judo', price: '120 €', slots: [{ day: 'lundi', begin: '18:00', note: null }] };
const YOGA = { label: 'Yoga', price: '90 €', slots: [] };
const BASE: Values = {
  name: 'Le Cercle',
  summary: 'Du sport.',
  verifiedOn: '2026-01-05',
  verifiedBy: 'téléphone',
  themes: ['sport', 'culture'],
  address: { street: '1 rue des Lilas', city: 'Cavignac', public: false },
  contacts: [ANNE, PAUL],
  activities: [JUDO, YOGA],
};
const merged = (mine: Values, theirs: Values, base: Values = BASE): Merged =>
  merge(SHAPE, base, { ...base, ...mine }, { ...base, ...theirs });
const paths = ({ conflicts }: Merged) => conflicts.map(({ path }) => path);

describe('two changes of a record', () => {
  it('apart are both there', () => {
    const both = merged(
      {
        summary: 'Du sport pour tous.',
        themes: ['sport', 'culture', 'jeunesse'],
        contacts: [{ ...ANNE, phone: '+33536490009' }, PAUL],
        activities: [{ ...JUDO, price: '130 €' }, YOGA],
      },
      {
        address: { street: '1 rue des Lilas', city: 'Cavignac', public: true },
        themes: ['culture', 'santé'],
        contacts: [ANNE, PAUL, INES],
        activities: [{ ...JUDO, slots: [{ day: 'lundi', begin: '18:00', note: 'débutants' }] }, YOGA],
      },
    );
    expect(both.conflicts).toEqual([]);
    expect(both.content).toEqual({
      ...BASE,
      summary: 'Du sport pour tous.',
      themes: ['culture', 'jeunesse', 'santé'],
      address: { street: '1 rue des Lilas', city: 'Cavignac', public: true },
      contacts: [{ ...ANNE, phone: '+33536490009' }, PAUL, INES],
      activities: [
        { label: 'Judo', price: '130 €', slots: [{ day: 'lundi', begin: '18:00', note: 'débutants' }] },
        YOGA,
      ],
    });
    expect(both.taken).toEqual(['themes', 'address', 'contacts', 'activities']);
  });

  it('that touch are told with all three, and hold mine until somebody chooses', () => {
    const both = merged({ summary: 'Le mien.', name: 'Le Cercle bleu' }, { summary: 'Le leur.' });
    expect(both.conflicts).toEqual([{ path: 'summary', base: 'Du sport.', mine: 'Le mien.', theirs: 'Le leur.' }]);
    expect(both.content).toMatchObject({ summary: 'Le mien.', name: 'Le Cercle bleu' });
    expect(resolve(both.content, both.conflicts, () => 'theirs')).toMatchObject({
      summary: 'Le leur.',
      name: 'Le Cercle bleu',
    });
  });

  it('find a row by whom it is of, wherever it was moved', () => {
    const both = merged(
      { contacts: [PAUL, ANNE] },
      {
        contacts: [
          { ...ANNE, role: 'coprésidence' },
          { ...PAUL, web: true },
        ],
      },
    );
    expect(both.conflicts).toEqual([]);
    expect(both.content['contacts']).toEqual([
      { ...PAUL, web: true },
      { ...ANNE, role: 'coprésidence' },
    ]);
  });

  it('never put half an agreement to half of another', () => {
    // One changes the number, the other one ticks the box that was for the former number.
    const both = merged(
      { contacts: [ANNE, { ...PAUL, phone: '+33536490008', role: 'trésorier' }] },
      { contacts: [ANNE, { ...PAUL, web: true }] },
    );
    expect(both.conflicts).toEqual([
      {
        path: 'contacts.1',
        base: PAUL,
        mine: { ...PAUL, phone: '+33536490008', role: 'trésorier' },
        theirs: { ...PAUL, web: true, role: 'trésorier' },
      },
    ]);
    expect(paths(merged({ verifiedOn: '2026-02-01' }, { verifiedBy: 'courriel' }))).toEqual([
      'verifiedOn',
      'verifiedBy',
    ]);
    const street = merged(
      { address: { street: '2 rue des Lilas', city: 'Cavignac', public: true } },
      { address: { street: '1 rue des Lilas', city: 'Cézac', public: false } },
    );
    expect(street.conflicts).toMatchObject([{ path: 'address', theirs: { city: 'Cézac', public: true } }]);
  });

  it('ask when one took away what the other one changed, and keep nothing of what neither wants', () => {
    const mineGone = merged({ contacts: [ANNE] }, { contacts: [ANNE, { ...PAUL, web: true }] });
    expect(mineGone.conflicts).toEqual([
      { path: 'contacts.1', base: PAUL, mine: null, theirs: { ...PAUL, web: true } },
    ]);
    expect(resolve(mineGone.content, mineGone.conflicts, () => 'mine')['contacts']).toEqual([ANNE]);
    const theirsGone = merged({ contacts: [ANNE, { ...PAUL, web: true }] }, { contacts: [ANNE] });
    expect(theirsGone.conflicts).toMatchObject([{ path: 'contacts.1', theirs: null }]);
    expect(resolve(theirsGone.content, theirsGone.conflicts, () => 'theirs')['contacts']).toEqual([ANNE]);
    expect(merged({ contacts: [ANNE] }, { contacts: [] }).content['contacts']).toEqual([]);
    expect(merged({ contacts: [ANNE] }, { contacts: [PAUL] }).content['contacts']).toEqual([]);
  });

  it('take what both added once, and ask where it differs', () => {
    expect(merged({ contacts: [ANNE, PAUL, INES] }, { contacts: [INES, ANNE, PAUL] }).content['contacts']).toHaveLength(
      3,
    );
    const differing = merged({ contacts: [ANNE, PAUL, INES] }, { contacts: [ANNE, PAUL, { ...INES, web: false }] });
    expect(paths(differing)).toEqual(['contacts.2']);
    expect(paths(merged({ themes: ['culture', 'sport'] }, { themes: ['culture', 'sport', 'santé'] }))).toEqual([]);
  });

  it('that move the same list otherwise are asked about', () => {
    const base = { ...BASE, themes: ['a', 'b', 'c'] };
    expect(paths(merged({ themes: ['c', 'a', 'b'] }, { themes: ['b', 'a', 'c'] }, base))).toEqual(['themes']);
    expect(merged({ themes: ['c', 'a', 'b'] }, { themes: ['a', 'b', 'c', 'd'] }, base).content['themes']).toEqual([
      'c',
      'd',
      'a',
      'b',
    ]);
  });

  it('of another person at the same place do not become one person', () => {
    const both = merged(
      { contacts: [ANNE, { ...INES, web: true }] },
      { contacts: [ANNE, { ...PAUL, role: 'trésorier' }] },
    );
    expect(both.content['contacts']).toContainEqual({ ...INES, web: true });
    expect(paths(both)).toEqual(['contacts.2']); // Paul, taken away by one and changed by the other
  });

  it('from a state that nobody knows any more are asked about field by field', () => {
    const both = compareWithoutBase(SHAPE, { summary: 'Le mien.', name: 'Le Cercle' }, BASE);
    expect(both.conflicts).toEqual([{ path: 'summary', base: null, mine: 'Le mien.', theirs: 'Du sport.' }]);
    expect(both.content).toEqual({ ...BASE, summary: 'Le mien.' });
  });
});

const word = fc.constantFrom('a', 'b', 'c', null);
const contact = fc.record({
  role: word,
  name: fc.constantFrom('Anne', 'Paul', 'Inès', null),
  phone: fc.constantFrom('1', '2', '3', null),
  web: fc.boolean(),
});
const slot = fc.record({ day: fc.constantFrom('lundi', 'mardi'), begin: fc.constantFrom('9', '10'), note: word });
const record: fc.Arbitrary<Values> = fc.record({
  name: word,
  summary: word,
  verifiedOn: word,
  verifiedBy: word,
  themes: fc.uniqueArray(fc.constantFrom('x', 'y', 'z', 'w'), { maxLength: 4 }),
  address: fc.option(fc.record({ street: word, city: word, public: fc.boolean() })),
  contacts: fc.array(contact, { maxLength: 4 }),
  activities: fc.array(fc.record({ label: word, price: word, slots: fc.array(slot, { maxLength: 3 }) }), {
    maxLength: 3,
  }),
});
/** What somebody does to a list: leaves, changes or takes away each row, and may add one. */
const listEdit = <Row extends Values>(row: fc.Arbitrary<Row>) =>
  fc.record({
    acts: fc.array(
      fc.record({
        act: fc.oneof({ weight: 6, arbitrary: fc.constant('leave') }, fc.constantFrom('change', 'remove')),
        key: fc.nat(9),
        row,
      }),
      { minLength: 4, maxLength: 4 },
    ),
    added: fc.option(row, { freq: 3 }),
  });
type ListEdit = ReturnType<typeof listEdit> extends fc.Arbitrary<infer Edit> ? Edit : never;
const editedList = (rows: readonly Values[], { acts, added }: ListEdit): Values[] => [
  ...rows.flatMap((row, at) => {
    const { act = 'leave', key = 0, row: other = {} } = acts[at] ?? {};
    const names = Object.keys(row);
    const name = names[key % names.length] ?? '';
    return act === 'remove' ? [] : [act === 'change' ? { ...row, [name]: other[name] } : row];
  }),
  ...(added === null ? [] : [added]),
];
const activity = fc.record({ label: word, price: word, slots: fc.array(slot, { maxLength: 3 }) });
const edit = fc.record({
  other: record,
  taken: fc.subarray(['name', 'summary', 'verifiedOn', 'verifiedBy', 'themes', 'address'], { maxLength: 2 }),
  contacts: listEdit(contact),
  activities: listEdit(activity),
});
type Edit = typeof edit extends fc.Arbitrary<infer One> ? One : never;
/** What two people make of one record: each a few changes, so that most of them do not meet. */
const edited = (base: Values, { other, taken, contacts, activities }: Edit): Values => ({
  ...base,
  ...Object.fromEntries(taken.map((name) => [name, other[name]])),
  contacts: editedList(base['contacts'] as Values[], contacts),
  activities: editedList(base['activities'] as Values[], activities),
});
const RUNS = { numRuns: 1500 };

describe('a merge', () => {
  it('of one change is that change', () => {
    fc.assert(
      fc.property(record, record, (base, other) => {
        const [mine, theirs, both] = [
          merge(SHAPE, base, other, base),
          merge(SHAPE, base, base, other),
          merge(SHAPE, base, other, other),
        ];
        for (const one of [mine, theirs, both]) {
          expect(one.conflicts).toEqual([]);
          expect(same(one.content, other)).toBe(true);
        }
        expect(mine.taken).toEqual([]);
        expect(both.taken).toEqual([]);
      }),
      RUNS,
    );
  });

  it('loses no change: what each field became in either is in the result or asked about', () => {
    fc.assert(
      fc.property(record, record, record, (base, mine, theirs) => {
        const both = merge(SHAPE, base, mine, theirs);
        for (const name of ['name', 'summary', 'verifiedOn', 'verifiedBy']) {
          const asked = both.conflicts.some(({ path }) => path === name);
          if (asked || same(mine[name], theirs[name])) continue;
          const unit = name.startsWith('verified') ? ['verifiedOn', 'verifiedBy'] : [name];
          const iChanged = unit.some((key) => !same(base[key], mine[key]));
          const theyChanged = unit.some((key) => !same(base[key], theirs[key]));
          expect(iChanged && theyChanged).toBe(false);
          expect(both.content[name]).toBe((iChanged ? mine : theirs)[name]);
        }
        if (!both.conflicts.some(({ path }) => path === 'themes')) {
          const [was, is, other, now] = [base, mine, theirs, both.content].map(
            (one) => new Set(one['themes'] as string[]),
          ) as [Set<string>, Set<string>, Set<string>, Set<string>];
          for (const theme of ['x', 'y', 'z', 'w'])
            expect(now.has(theme)).toBe(
              was.has(theme) ? is.has(theme) && other.has(theme) : is.has(theme) || other.has(theme),
            );
        }
        // A row that one of them wrote is there, is a part of what is asked about, or was put together with the other's.
        const rows = (one: Values) => one['contacts'] as Values[];
        const asked = both.conflicts.filter(({ path }) => path.startsWith('contacts'));
        for (const row of [...rows(mine), ...rows(theirs)]) {
          if (rows(base).some((old) => same(old, row))) continue;
          const there = rows(both.content).some(
            (now) =>
              same(now, row) ||
              ['name', 'phone', 'web'].every((key) => same(now[key], row[key])) ||
              now['role'] === row['role'],
          );
          expect(there || asked.length > 0).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('says the same whoever saves first, but for the order of what both put at one place', () => {
    const text = (value: unknown): string => JSON.stringify(value);
    const unordered = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(unordered).sort((a, b) => (text(a) < text(b) ? -1 : 1))
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .sort(([a], [b]) => (a < b ? -1 : 1))
                .map(([key, inner]) => [key, unordered(inner)]),
            )
          : value;
    let compared = 0;
    const { numRuns } = RUNS;
    fc.assert(
      fc.property(record, edit, edit, (base, my, their) => {
        const [mine, theirs] = [edited(base, my), edited(base, their)];
        const one = merge(SHAPE, base, mine, theirs);
        const other = merge(SHAPE, base, theirs, mine);
        if (one.conflicts.length > 0 || other.conflicts.length > 0) return;
        compared += 1;
        expect(unordered(one.content)).toEqual(unordered(other.content));
      }),
      { numRuns },
    );
    // Two states that have nothing to do with each other nearly always conflict, and say nothing here.
    expect(compared).toBeGreaterThan(numRuns / 10);
  });

  it('whose conflicts are all given to one side holds that side there', () => {
    fc.assert(
      fc.property(record, record, record, (base, mine, theirs) => {
        const both = merge(SHAPE, base, mine, theirs);
        const chosen = resolve(both.content, both.conflicts, () => 'theirs');
        for (const { path, theirs: value } of both.conflicts)
          if (!path.includes('.')) expect(same(chosen[path], value)).toBe(true);
        // Once chosen, it is a change of theirs like any other.
        expect(merge(SHAPE, theirs, chosen, theirs).conflicts).toEqual([]);
      }),
      RUNS,
    );
  });
});
