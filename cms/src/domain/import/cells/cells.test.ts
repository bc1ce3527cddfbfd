import { describe, expect, it } from 'vitest';
import { lists } from '../testing/sheet.ts';
import { nameKey, readNames } from './choose-names.ts';
import { readAges } from './read-ages.ts';
import { readEmails, readMixedContacts, readPerson, readPhones } from './read-contacts.ts';
import { readSlots } from './read-slots.ts';
import {
  readAddress,
  readLegalForm,
  readLinks,
  readPostalCode,
  readPrice,
  readSiret,
  readYear,
  readYesNo,
} from './read-values.ts';
import { plainWords, saysNothing, tidyText } from './words.ts';

const agesOf = (text: string) => {
  const { value, fault } = readAges({ text });
  if (fault !== null) return fault;
  const end = (age: number | null, unit: string) => (age === null ? '' : `${age}${unit === 'mois' ? 'm' : ''}`);
  return `${end(value.ageMin, value.ageMinUnit)}..${end(value.ageMax, value.ageMaxUnit)}${value.note === '' ? '' : ` ${value.note}`}`;
};

describe('a cell of ages', () => {
  it.each([
    ['à partir de 6 ans', '6..'],
    ['dès 6 ans', '6..'],
    ['A partir de 6\u00a0ans', '6..'],
    ['6 ans et +', '6..'],
    ['6 ans et plus', '6..'],
    ['+ de 60 ans', '60..'],
    ['6-12', '6..12'],
    ['6 à 12 ans', '6..12'],
    ['de 6 à 12 ans', '6..12'],
    ['entre 6 et 12 ans', '6..12'],
    ['6/12 ans', '6..12'],
    ['6 – 12 ans', '6..12'],
    ['18 mois à 3 ans', '18m..3'],
    ['6 mois – 3 ans', '6m..3'],
    ['3-18 mois', '3m..18m'],
    ['jusqu’à 12 ans', '..12'],
    ['moins de 18 ans', '..17'],
    ['Tout public', '..'],
    ['tous âges', '..'],
    ['Adultes', '18..'],
    ['Adultes (dès 16 ans)', '16.. Adultes (dès 16 ans)'],
    ['enfants de 6 à 12 ans', '6..12 enfants de 6 à 12 ans'],
    ['Enfants, ados', '.. Enfants, ados'],
    ['8 ans', '8..'],
    ['NC', '..'],
    ['', '..'],
  ])('%s', (text, expected) => expect(agesOf(text)).toBe(expected));

  it.each([
    [{ text: '31/12/2026', day: '2026-12-31' }],
    [{ text: '06/12/2026 00:00', day: '2026-12-06', time: '08:00' }],
    [{ text: '6-déc.' }],
    [{ text: 'juin-12' }],
    [{ text: '06/12/2026' }],
  ])('says of a date that Excel made it: $text', (cell) => {
    expect(readAges(cell).fault).toMatch(/Excel/);
  });

  it('undoes what Excel made of « 6-12 »', () => {
    const { value, remarks } = readAges({ text: '06-déc', day: '2026-12-06' });
    expect(value).toMatchObject({ ageMin: 6, ageMax: 12 });
    expect(remarks).toEqual([
      'Le tableur avait changé les âges en date («\u00a006-déc\u00a0»)\u00a0: ils sont lus «\u00a06-12 ans\u00a0».',
    ]);
  });

  it.each(['12-6 ans', '6 ans ou 8h', 'CE1-CM2', '300 ans', '12/12/2026'])('asks about %s', (text) =>
    expect(readAges({ text }).fault).not.toBeNull(),
  );
});

const slotsOf = (text: string) => {
  const { value, fault } = readSlots({ text });
  if (fault !== null) return `? ${fault}`;
  const slots = value.slots.map(({ day, begin, end, note }) =>
    [day, begin, end, note && `(${note})`].filter(Boolean).join(' '),
  );
  return [...slots, ...(value.note === '' ? [] : [`+ ${value.note}`])].join(' | ');
};

describe('a cell of days and hours', () => {
  it.each([
    ['mardi 18h30-20h et jeudi 19h', 'mardi 18:30 20:00 | jeudi 19:00'],
    ['Lundi et mercredi de 18h à 19h30', 'lundi 18:00 19:30 | mercredi 18:00 19:30'],
    ['Lundi, mercredi et vendredi : 14h–16h', 'lundi 14:00 16:00 | mercredi 14:00 16:00 | vendredi 14:00 16:00'],
    [
      'du lundi au vendredi 9h-12h',
      'lundi 09:00 12:00 | mardi 09:00 12:00 | mercredi 09:00 12:00 | jeudi 09:00 12:00 | vendredi 09:00 12:00',
    ],
    ['mer. 14h/15h30', 'mercredi 14:00 15:30'],
    ['Sam 10h-12h (semaines paires)', 'samedi 10:00 12:00 (semaines paires)'],
    ['mardi : 18h30 à 20h ; jeudi : 19h', 'mardi 18:30 20:00 | jeudi 19:00'],
    ['Mercredi 14h-15h et 16h-17h', 'mercredi 14:00 15:00 | mercredi 16:00 17:00'],
    ['tous les mardis à 20h30', 'mardi 20:30'],
    ['18h30-20h le mardi', 'mardi 18:30 20:00'],
    ['MARDI 18:30 - 20:00', 'mardi 18:30 20:00'],
    ['mardi 18 h 30 – 20 h\njeudi 19 h', 'mardi 18:30 20:00 | jeudi 19:00'],
    ['mardi 18h 20h30', 'mardi 18:00 20:30'],
    ['mardi 18h30 20h, jeudi 19h', 'mardi 18:30 20:00 | jeudi 19:00'],
    ['mardi 18h 20h30 jeudi 19h00 21h', 'mardi 18:00 20:30 | jeudi 19:00 21:00'],
    ['mercredi 14h 16h15 (enfants)', 'mercredi 14:00 16:15 (enfants)'],
    ['mardi midi 14h', 'mardi 12:00 14:00'],
    ['mardi 18h-20h 20h30-22h', 'mardi 18:00 20:00 | mardi 20:30 22:00'],
    ['mardi 18h 30', 'mardi 18:30'],
    ['samedi', 'samedi'],
    ['samedi matin', 'samedi (matin)'],
    ['mardi 18hà20h', 'mardi 18:00 20:00'],
    ['mardi à partir de 18h', 'mardi 18:00'],
    ['vendredi 20h30-minuit', 'vendredi 20:30 00:00'],
    ['mercredi 14h-16h hors vacances scolaires', 'mercredi 14:00 16:00 (hors vacances scolaires)'],
    ['selon le planning', '+ selon le planning'],
    ['sur rendez-vous', '+ sur rendez-vous'],
    ['', ''],
    ['/', ''],
  ])('%s', (text, expected) => expect(slotsOf(text)).toBe(expected));

  it.each([
    '18h30-20h',
    'mardi 25h',
    'mardi 20h-18h',
    'mardi 18h30-20h 12345',
    'mardi 18h3',
    'mardi 9h 12h',
    'mardi 9h12h',
    'mardi 20h30 18h',
    'mardi 9h 12h 14h 18h30',
    'mardi jusqu’à 20h',
    'mardi avant 20h',
  ])('asks about %s', (text) => expect(slotsOf(text)).toMatch(/^\?/));
});

describe('a cell of hours that cannot be read, or not as a week', () => {
  it('says once what is wrong and how to write it', () => {
    const { fault } = readSlots({ text: 'mercredi 25h' });
    expect(fault).toBe(
      'Dans «\u00a0mercredi 25h\u00a0», «\u00a025h\u00a0» ne va pas\u00a0: les heures vont de 0h à 23h59. Écrivez par exemple «\u00a0mardi 18h30-20h, jeudi 19h\u00a0».',
    );
  });

  it.each([
    'le 1er mardi du mois à 20h30',
    '1er et 3e jeudi, 18h-20h',
    'premier samedi du mois',
    'le dernier dimanche de chaque mois 10h',
    'mardi 20h, une fois par mois',
    '2ème lundi 14h30',
  ])('keeps « %s » in words', (text) => {
    expect(readSlots({ text })).toEqual({ value: { slots: [], note: text }, remarks: [], fault: null });
  });

  it.each(['mardi 18h30-20h', 'mardi 14h, 2 fois', 'samedi matin 10h (12 séances)'])(
    'reads « %s » as a week',
    (text) => {
      expect(readSlots({ text }).value.slots).toHaveLength(1);
    },
  );
});

describe('a cell of phones', () => {
  const phones = (text: string, number?: number) => {
    const { value, fault } = readPhones({ text, ...(number === undefined ? {} : { number }) });
    return fault ?? value.map(({ phone, note }) => (note === '' ? phone : `${phone} ${note}`)).join(' | ');
  };
  it.each([
    ['06.39.98.00.11', '+33639980011'],
    ['01 99 00 12 34 / 06 39 98 00 11', '+33199001234 | +33639980011'],
    ['01 99 00 12 34 ou 06 39 98 00 11', '+33199001234 | +33639980011'],
    ['01 99 00 12 34 06 39 98 00 11', '+33199001234 | +33639980011'],
    ['0199001234\n0639980011', '+33199001234 | +33639980011'],
    ['01-99-00-12-34 - 06-39-98-00-11', '+33199001234 | +33639980011'],
    ['06 39 98 00 11 (Marie)', '+33639980011 Marie'],
    ['Tél : 01 99 00 12 34', '+33199001234'],
    ['+33 (0)1 99 00 12 34', '+33199001234'],
    ['0033199001234', '+33199001234'],
    ['3919', '3919'],
    ['O5 36 49 55 03', '+33536495503'],
    ['o5.36.49.55.03 / O6 39 98 OO 11 (Odile)', '+33536495503 | +33639980011 Odile'],
    ['NC', ''],
  ])('%s', (text, expected) => expect(phones(text)).toBe(expected));

  it('says how many digits a number lacks', () => {
    expect(readPhones({ text: '06 39' }).fault).toBe(
      '«\u00a006 39\u00a0» est trop court\u00a0: il manque 6 chiffres, un numéro français en a dix.',
    );
    expect(readPhones({ text: '05 36 49 00 0' }).fault).toContain('il manque 1 chiffre,');
  });

  it('says that it read the letter O as a zero', () => {
    expect(readPhones({ text: 'O5 36 49 55 03' }).remarks).toEqual([expect.stringContaining('lettre O')]);
    expect(readPhones({ text: '05 36 49 55 03 Odile' }).remarks).toEqual([]);
  });

  it('puts back the zero that the spreadsheet ate', () => {
    expect(phones('639980011', 639980011)).toBe('+33639980011');
    expect(phones('639980011')).toBe('+33639980011');
    expect(readPhones({ text: '639980011' }).remarks).toHaveLength(1);
  });

  it.each(['06 39 98', '06 39 98 00 1', 'demander Marie', '06 39 98 00 11 / 12345'])('asks about %s', (text) =>
    expect(readPhones({ text }).fault).not.toBeNull(),
  );
});

describe('a cell of people and addresses', () => {
  it('reads several e-mail addresses', () => {
    expect(readEmails({ text: 'a@example.org ; B.c@example.org' }).value.map(({ email }) => email)).toEqual([
      'a@example.org',
      'B.c@example.org',
    ]);
    expect(readEmails({ text: 'club(at)example.org' }).value).toEqual([{ email: 'club@example.org', note: '' }]);
    expect(readEmails({ text: 'club@example' }).fault).not.toBeNull();
    expect(readEmails({ text: 'voir site' }).fault).not.toBeNull();
  });

  it('reads a name with its role', () => {
    expect(readPerson({ text: 'Mme Martin (présidente)' }).value).toEqual({ name: 'Mme Martin', role: 'présidente' });
    expect(readPerson({ text: 'Trésorier : Paul Durand' }).value).toEqual({ name: 'Paul Durand', role: 'Trésorier' });
    expect(readPerson({ text: 'Paul Durand, trésorier' }).value).toEqual({ name: 'Paul Durand', role: 'trésorier' });
    expect(readPerson({ text: 'Jean-Paul Durand' }).value).toEqual({ name: 'Jean-Paul Durand', role: '' });
  });

  it('reads everything of a person in one cell', () => {
    expect(readMixedContacts({ text: 'Mme Martin 06 39 98 00 11 martin@example.org' }).value).toEqual([
      { name: 'Mme Martin', role: '', phone: '+33639980011', email: 'martin@example.org' },
    ]);
    expect(
      readMixedContacts({ text: 'Mme Martin : 06 39 98 00 11\nM. Durand (trésorier) : 01 99 00 12 34' }).value,
    ).toEqual([
      { name: 'Mme Martin', role: '', phone: '+33639980011', email: '' },
      { name: 'M. Durand', role: 'trésorier', phone: '+33199001234', email: '' },
    ]);
  });

  it('reads an address in one cell', () => {
    expect(readAddress({ text: '12 rue du Moulin, 33620 CAVIGNAC' }).value).toEqual({
      street: '12 rue du Moulin',
      postalCode: '33620',
      city: 'CAVIGNAC',
    });
    expect(readAddress({ text: 'Mairie' }).value).toEqual({ street: 'Mairie', postalCode: '', city: '' });
    expect(readPostalCode({ text: '1000' }).value).toBe('01000');
  });
});

describe('other cells', () => {
  it('reads years, yes and no, prices, links', () => {
    expect(readYear({ text: 'depuis 1987' }).value).toBe(1987);
    expect(readYear({ text: '01/09/87', day: '1987-09-01' }).value).toBe(1987);
    expect(readYear({ text: 'années 80' }).fault).not.toBeNull();
    expect(readYesNo({ text: 'X' }).value).toBe(true);
    expect(readYesNo({ text: 'peut-être' }).fault).not.toBeNull();
    expect(readPrice({ text: '15' }).value).toBe('15\u00a0€');
    expect(readPrice({ text: 'gratuit/15€' }).value).toBe('gratuit/15€');
    expect(readLinks({ text: 'www.example.org - https://www.facebook.com/club' }).value).toEqual({
      website: 'https://www.example.org',
      networks: [{ network: 'facebook', url: 'https://www.facebook.com/club' }],
    });
    expect(readLegalForm({ text: 'Association loi 1901' }).value).toBe('déclarée');
    expect(readSiret({ text: '1.23457E+13', number: 12345678200010 }).value).toBe('12345678200010');
  });

  it('reads names of a list, several in a cell, whichever way they are written', () => {
    const themes = (text: string) => readNames({ text }, lists.themes, new Map());
    expect(themes('Pétanque ; Échecs').fault).toMatch(/«\sPétanque\s», «\sÉchecs\s» ne correspondent à aucun thème/);
    expect(themes('Pétanque').fault).toMatch(/«\sPétanque\s» ne correspond à/);
    expect(themes('Culture et loisirs').value.ids).toEqual(['t-culture']);
    expect(themes('SPORTS ; Musique').value.ids).toEqual(['t-sport', 't-musique']);
    expect(themes('sport et bien être, solidarites').value.ids).toEqual(['t-sport', 't-social']);
    expect(themes('Musique et solidarité').value.ids).toEqual(['t-musique', 't-social']);
    const unknown = themes('Musique, Pétanque');
    expect(unknown.value).toEqual({ ids: ['t-musique'], unknown: ['Pétanque'] });
    expect(unknown.fault).toContain('«\u00a0Pétanque\u00a0»');
    expect(themes('Sport collectif').fault).toContain('Sport et bien-être');
    expect(
      readNames({ text: 'Pétanque' }, lists.themes, new Map([[nameKey('pétanque'), ['t-sport']]])).value.ids,
    ).toEqual(['t-sport']);
    expect(lists.communes.find('ST SAVIN')?.id).toBe('c-savin');
    expect(lists.communes.find('33123')?.id).toBe('c-cezac');
  });

  it('cleans what word processors and other systems leave', () => {
    expect(tidyText('  L\u0092amicale \u00a0 du\u00a0moulin  ')).toBe('L’amicale du moulin');
    expect(plainWords('N° de tél. (président)')).toBe('numero de tel president');
    expect(['NC', ' / ', 'Néant', '-'].every(saysNothing)).toBe(true);
  });
});
