import { describe, expect, it } from 'vitest';
import { entrySections } from './fields.ts';
import { emptyEntry } from './empty-entry.ts';
import type { EntryForm } from './entry-form.ts';
import { fieldInWords, type EntryNames } from './entry-in-words.ts';

const names: EntryNames = {
  theme: (id) => (id === 'danse' ? 'Danse' : undefined),
  audience: () => undefined,
  commune: (id) => (id === 'cavignac' ? 'Cavignac' : undefined),
  communeOfCode: (code) => (code === '33114' ? 'Cavignac' : undefined),
  phone: (number) => number.replace('+33', '0'),
};
const entry: EntryForm = {
  ...emptyEntry(),
  themes: ['danse', 'gone'],
  commune: 'cavignac',
  description: 'Une ligne\n\nUne autre',
  address: { street: '1 rue du Lavoir', complement: '', postalCode: '33620', city: 'Cavignac', public: false },
  activities: [
    {
      label: 'Éveil',
      description: '',
      ageMin: 4,
      ageMinUnit: 'ans',
      ageMax: 6,
      ageMaxUnit: 'ans',
      slots: [
        { day: 'samedi', begin: '10:00', end: '', note: '' },
        { day: 'mercredi', begin: '14:00', end: '15:30', note: 'hors vacances' },
      ],
      price: '120 €',
      place: 'Dojo',
      communeCode: '33114',
      season: '',
    },
  ],
  contacts: [
    {
      role: 'Accueil',
      name: '',
      phone: '+33536490000',
      email: '',
      web: true,
      print: false,
      professionals: false,
      openData: false,
    },
  ],
};

describe('an entry in words', () => {
  it('names what it points to, and says when it is gone', () => {
    expect(fieldInWords(entry, 'themes', names)).toEqual(['Danse', '(choix supprimé depuis)']);
    expect(fieldInWords(entry, 'commune', names)).toEqual(['Cavignac']);
  });

  it('says an activity in one line, its days in the order of the week', () => {
    const [line = ''] = fieldInWords(entry, 'activities', names);
    expect(line.replaceAll('\u00a0', ' ')).toBe(
      'Éveil : de 4 à 6 ans · Mercredi, 14 h – 15 h 30 (hors vacances) ; Samedi, à partir de 10 h · 120 € · Dojo, Cavignac',
    );
  });

  it('says where a contact is published, and where an address is not', () => {
    expect(fieldInWords(entry, 'contacts', names)).toEqual(['Accueil, 0536490000 (Site internet)']);
    expect(fieldInWords(entry, 'address', names)).toEqual(['1 rue du Lavoir, 33620 Cavignac (non affichée)']);
  });

  it('has lines for every field, of an empty entry too', () => {
    for (const { fields } of entrySections) {
      for (const field of fields) expect(Array.isArray(fieldInWords(emptyEntry(), field, names))).toBe(true);
    }
    expect(fieldInWords(emptyEntry(), 'contacts', names)).toEqual([]);
    expect(fieldInWords(entry, 'description', names)).toEqual(['Une ligne', 'Une autre']);
  });
});
