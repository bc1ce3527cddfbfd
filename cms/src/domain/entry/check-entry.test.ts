import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkEntry, withoutEmptyRows } from './check-entry.ts';
import { emptyEntry } from './empty-entry.ts';
import { EntryForm, type FormActivity, type FormContact } from './entry-form.ts';

const TODAY = '2026-07-15';
const contact: FormContact = {
  role: '',
  name: '',
  phone: '05 36 49 00 01',
  email: '',
  web: true,
  print: true,
  professionals: false,
  openData: false,
};
const activity: FormActivity = {
  label: 'Yoga',
  description: '',
  ageMin: null,
  ageMinUnit: 'ans',
  ageMax: null,
  ageMaxUnit: 'ans',
  slots: [],
  price: '',
  place: '',
  communeCode: '',
  season: '',
};
const entry: EntryForm = {
  ...emptyEntry(),
  name: 'Les Amis du Moulin',
  summary: 'Nous remettons le moulin en eau.',
  themes: ['patrimoine'],
  contacts: [contact],
};
const slot = { day: 'lundi' as const, begin: '18:30', end: '19:30', note: '' };
const faultsOf = (change: Partial<EntryForm>): Record<string, string> => {
  const checked = checkEntry({ ...entry, ...change }, TODAY);
  return checked.ok ? {} : Object.fromEntries(checked.faults.map(({ path, message }) => [path, message]));
};

it('reads hours as they are typed, both of them in the first field included', () => {
  const slots = [
    { ...slot, begin: '18h-20h30', end: '' },
    { ...slot, begin: '1800', end: 'minuit' },
    { ...slot, begin: 'midi', end: '' },
  ];
  const checked = checkEntry({ ...entry, activities: [{ ...activity, slots }] }, TODAY);
  expect(checked.ok && checked.value.activities[0]?.slots.map(({ begin, end }) => [begin, end])).toEqual([
    ['18:00', '20:30'],
    ['18:00', '00:00'],
    ['12:00', ''],
  ]);
});

describe('a form that is right', () => {
  it('comes back in the form that is stored', () => {
    const checked = checkEntry(
      {
        ...entry,
        name: '  Les Amis\u200b du Moulin\u0000 ',
        description: 'Une ligne\r\nune autre',
        themes: ['patrimoine', 'patrimoine'],
        website: 'moulin.example.org',
        activities: [
          { ...activity, label: '' },
          { ...activity, slots: [slot] },
        ],
        contacts: [{ ...contact, phone: '' }, contact, { ...contact, phone: '', email: ' Contact@EXAMPLE.org' }],
        networks: [{ network: 'facebook', url: '' }],
      },
      TODAY,
    );
    expect(checked).toEqual({
      ok: true,
      value: {
        ...entry,
        description: 'Une ligne\nune autre',
        website: 'https://moulin.example.org',
        activities: [{ ...activity, slots: [slot] }],
        contacts: [
          { ...contact, phone: '+33536490001' },
          { ...contact, phone: '', email: 'Contact@example.org' },
        ],
      },
    });
  });

  it('is not changed by being checked again', () => {
    const once = checkEntry(entry, TODAY);
    if (!once.ok) throw new Error('the example is wrong');
    expect(checkEntry(once.value, TODAY)).toEqual(once);
  });
});

describe('a form that is wrong', () => {
  const wrong: [why: string, change: Partial<EntryForm>, path: string][] = [
    ['no name', { name: ' \u200b ' }, 'name'],
    ['no presentation', { summary: '' }, 'summary'],
    ['a presentation that the booklet has no room for', { summary: 'x'.repeat(401) }, 'summary'],
    ['no theme', { themes: [] }, 'themes'],
    ['a year to come', { foundedYear: 2027 }, 'foundedYear'],
    ['a year of two digits', { foundedYear: 87 }, 'foundedYear'],
    ['an activity without a name', { activities: [{ ...activity, label: '', price: '10 €' }] }, 'activities.0.label'],
    ['ages the wrong way round', { activities: [{ ...activity, ageMin: 12, ageMax: 6 }] }, 'activities.0.ageMax'],
    [
      'an hour that is none',
      { activities: [{ ...activity, slots: [{ ...slot, begin: 'le soir' }] }] },
      'activities.0.slots.0.begin',
    ],
    [
      'an hour after the last',
      { activities: [{ ...activity, slots: [{ ...slot, end: '24:30' }] }] },
      'activities.0.slots.0.end',
    ],
    [
      'an end before the beginning',
      { activities: [{ ...activity, slots: [{ ...slot, end: '18:00' }] }] },
      'activities.0.slots.0.end',
    ],
    [
      'an end without a beginning',
      { activities: [{ ...activity, slots: [{ ...slot, begin: '' }] }] },
      'activities.0.slots.0.begin',
    ],
    ['a commune that is none', { activities: [{ ...activity, communeCode: '33' }] }, 'activities.0.communeCode'],
    ['nobody to reach', { contacts: [] }, 'contacts'],
    ['a contact that cannot be reached', { contacts: [{ ...contact, name: 'Anne', phone: '' }] }, 'contacts.0.phone'],
    ['a number with too few digits', { contacts: [{ ...contact, phone: '05 36' }] }, 'contacts.0.phone'],
    ['two addresses in one', { contacts: [{ ...contact, email: 'a@b.fr, c@d.fr' }] }, 'contacts.0.email'],
    ['a postal code of four digits', { address: { ...entry.address, postalCode: '3362' } }, 'address.postalCode'],
    ['a page that is none', { website: 'javascript:alert(1)' }, 'website'],
    ['a network that is none', { networks: [{ network: 'autre', url: 'chez nous' }] }, 'networks.0.url'],
    ['a logo that nobody describes', { logo: { choice: 'new', upload: 'x'.repeat(20), alt: ' ' } }, 'logo.alt'],
  ];
  it.each(wrong)('says so of %s, at its field', (_, change, path) => {
    const faults = faultsOf(change);
    expect(Object.keys(faults)).toEqual([path]);
    expect(faults[path]).toMatch(/[.!]$/);
  });

  it('says everything at once', () => {
    expect(Object.keys(faultsOf({ name: '', summary: '', themes: [] }))).toEqual(['name', 'summary', 'themes']);
  });

  it('sees a number in a text whose box is not ticked, unless another contact shows it', () => {
    const hidden = { ...contact, web: false, print: false };
    const told = { description: 'Appelez le 05.36.49.00.01 le soir.' };
    expect(Object.keys(faultsOf({ ...told, contacts: [hidden] }))).toEqual(['description']);
    expect(faultsOf({ ...told, contacts: [hidden, { ...contact, name: 'Accueil' }] })).toEqual({});
    expect(faultsOf({ ...told, contacts: [contact] })).toEqual({});
    // The booklet prints the summary, and not the long presentation.
    const printed = { summary: 'Appelez le 05.36.49.00.01 le soir.' };
    expect(faultsOf({ ...told, contacts: [{ ...contact, print: false }] })).toEqual({});
    expect(Object.keys(faultsOf({ ...printed, contacts: [{ ...contact, print: false }] }))).toEqual(['summary']);
  });
});

describe('whatever is typed', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 30 });
  const anyForm = fc.record({
    name: text,
    summary: text,
    website: text,
    activities: fc.array(
      fc.record({ label: text, price: text, begin: fc.string({ maxLength: 5 }), end: fc.string({ maxLength: 5 }) }),
      { maxLength: 3 },
    ),
    contacts: fc.array(fc.record({ phone: text, email: text, name: text }), { maxLength: 3 }),
  });
  const formOf = ({
    activities,
    contacts,
    ...rest
  }: typeof anyForm extends fc.Arbitrary<infer T> ? T : never): EntryForm => ({
    ...entry,
    ...rest,
    activities: activities.map(({ label, price, begin, end }) => ({
      ...activity,
      label,
      price,
      slots: [{ ...slot, begin, end }],
    })),
    contacts: contacts.map((one) => ({ ...contact, ...one })),
  });

  it('is refused or right, never an accident, and what is right is a form that stays right', () => {
    fc.assert(
      fc.property(anyForm, (typed) => {
        const checked = checkEntry(formOf(typed), TODAY);
        if (checked.ok) {
          expect(EntryForm.safeParse(checked.value).success).toBe(true);
          expect(checkEntry(checked.value, TODAY)).toEqual(checked);
        } else {
          expect(checked.faults.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('has the rows of its faults where the page shows them', () => {
    fc.assert(
      fc.property(anyForm, (typed) => {
        const checked = checkEntry(formOf(typed), TODAY);
        const shown = withoutEmptyRows(formOf(typed));
        expect(withoutEmptyRows(shown)).toEqual(shown);
        if (checked.ok) return;
        for (const { path } of checked.faults) {
          const holder = path
            .split('.')
            .slice(0, -1)
            .reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], shown);
          expect(holder, path).toBeDefined();
        }
      }),
    );
  });
});
