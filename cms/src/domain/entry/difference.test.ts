import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedFields, entryScore, mergeEntry } from './difference.ts';
import { entryFieldLabels, entrySections, type EntryField } from './fields.ts';
import { emptyEntry } from './empty-entry.ts';
import type { EntryForm, FormContact } from './entry-form.ts';

const contact = (name: string, phone: string, email = ''): FormContact => ({
  role: '',
  name,
  phone,
  email,
  web: true,
  print: false,
  professionals: false,
  openData: false,
});
const base: EntryForm = {
  ...emptyEntry(),
  name: 'Les Amis du Moulin',
  summary: 'Nous remettons le moulin en eau.',
  themes: ['patrimoine', 'nature'],
  contacts: [contact('Anne', '+33536490001'), contact('Paul', '+33536490002')],
  logo: { choice: 'keep' },
};

/** Forms that differ from `base` in some fields of text, and in their lists. */
const anyForm: fc.Arbitrary<EntryForm> = fc
  .record({
    name: fc.constantFrom('Les Amis du Moulin', 'A', 'B'),
    summary: fc.constantFrom('x', 'y'),
    acronym: fc.constantFrom('', 'AM', 'ADM'),
    themes: fc.shuffledSubarray(['patrimoine', 'nature', 'danse']),
    seeksVolunteers: fc.boolean(),
    foundedYear: fc.constantFrom(null, 1987, 2001),
  })
  .map((fields) => ({ ...base, ...fields }));

describe('the fields of a form', () => {
  it('stand each in one section, and each has its label', () => {
    const fields = entrySections.flatMap((section) => [...section.fields] as EntryField[]);
    expect(fields.sort()).toEqual((Object.keys(emptyEntry()) as EntryField[]).sort());
    expect(Object.keys(entryFieldLabels).sort()).toEqual(fields.sort());
  });
});

describe('a difference', () => {
  it('is none with itself, nor with a logo that is kept', () => {
    expect(changedFields(base, structuredClone(base))).toEqual([]);
    expect(changedFields({ ...base, logo: { choice: 'none' } }, base)).toEqual([]);
  });

  it('is in the order of the form, and sees the order of themes', () => {
    const after: EntryForm = {
      ...base,
      volunteersNote: 'Le samedi',
      themes: ['nature', 'patrimoine'],
      name: 'Autre',
      logo: { choice: 'none' },
    };
    expect(changedFields(base, after)).toEqual(['name', 'logo', 'themes', 'volunteersNote']);
  });

  it('does not see the order of keys', () => {
    const { public: shown, ...rest } = base.address;
    expect(changedFields(base, { ...base, address: { public: shown, ...rest } })).toEqual([]);
  });
});

describe('merging', () => {
  it('gives the proposal when nothing moved, and what stands today when nothing was proposed', () => {
    fc.assert(
      fc.property(anyForm, anyForm, (before, other) => {
        expect(changedFields(mergeEntry(before, other, before).entry, other)).toEqual([]);
        expect(mergeEntry(before, other, before).conflicts).toEqual([]);
        expect(mergeEntry(before, before, other)).toEqual({ entry: other, conflicts: [] });
      }),
    );
  });

  it('takes each field from whoever changed it, and names those that both changed differently', () => {
    fc.assert(
      fc.property(anyForm, anyForm, anyForm, (before, proposal, current) => {
        const { entry, conflicts } = mergeEntry(before, proposal, current);
        const proposed = changedFields(before, proposal);
        const moved = changedFields(before, current);
        for (const field of Object.keys(before) as EntryField[]) {
          expect(entry[field]).toEqual(proposed.includes(field) ? proposal[field] : current[field]);
        }
        expect(conflicts).toEqual(
          proposed.filter((field) => moved.includes(field) && changedFields(proposal, current).includes(field)),
        );
      }),
    );
  });

  it('does not bring back a contact that left in between, and does not lose a new one', () => {
    const [anne, paul] = base.contacts as [FormContact, FormContact];
    const proposal = { ...base, contacts: [{ ...anne, role: 'Trésor' }, paul, contact('Zoé', '+33536490003')] };
    const current = { ...base, contacts: [anne] };
    const { entry, conflicts } = mergeEntry(base, proposal, current);
    expect(entry.contacts.map(({ name }) => name)).toEqual(['Anne', 'Zoé']);
    expect(conflicts).toEqual(['contacts']);
  });
});

describe('merging an answer that was sent before somebody took an agreement back', () => {
  const [anne, paul] = base.contacts as [FormContact, FormContact];

  it('leaves it taken back, and takes what the answer ticks by itself', () => {
    const proposal = { ...base, contacts: [{ ...anne, role: 'Trésor', print: true }, paul] };
    const current = { ...base, contacts: [{ ...anne, web: false }, paul] };
    expect(mergeEntry(base, proposal, current).entry.contacts).toEqual([
      { ...anne, role: 'Trésor', web: false, print: true },
      paul,
    ]);
  });
});

describe('the score', () => {
  it('is a hundred for an entry that lacks nothing, and says one sentence for each thing that is missing', () => {
    const full: EntryForm = {
      ...base,
      summary: 'Nous remettons le moulin en eau, pierre après pierre, avec qui veut.',
      description: 'Longuement.',
      howToJoin: 'Venez.',
      activities: [
        {
          label: 'Chantier',
          description: '',
          ageMin: 16,
          ageMinUnit: 'ans',
          ageMax: null,
          ageMaxUnit: 'ans',
          slots: [{ day: 'samedi', begin: '09:00', end: '', note: '' }],
          price: 'gratuit',
          place: '',
          communeCode: '',
          season: '',
        },
      ],
    };
    expect(entryScore(full)).toEqual({ points: 100, missing: [] });
    expect(entryScore(emptyEntry())).toMatchObject({ points: 0 });
    expect(entryScore(emptyEntry()).missing).toHaveLength(9);
    expect(entryScore({ ...full, logo: { choice: 'none' } })).toEqual({ points: 95, missing: ['Ajoutez votre logo.'] });
  });
});
