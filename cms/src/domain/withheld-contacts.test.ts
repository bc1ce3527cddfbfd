import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  dictated,
  emailOverLines,
  oddEmailSpellings,
  oddPhoneSpellings,
  phoneOverLines,
} from '../associations/withdrawals/testing/spellings.ts';
import { e164OfNational } from './phone-plan.ts';
import { indexWithheld } from './withheld-index.ts';
import {
  discloses,
  disclosureWords,
  TEXTS_APART,
  withheldFrom,
  withoutWithheld,
  type ReachableContact,
  type Withheld,
} from './withheld-contacts.ts';

const contact = (values: Partial<ReachableContact>): ReachableContact => ({
  phone: null,
  email: null,
  web: false,
  print: false,
  professionals: false,
  openData: false,
  consentDate: '2026-07-01',
  consentSource: 'courriel',
  ...values,
});
/** One sentence for each that the text says. */
const disclosures = (text: string, withheld: readonly Withheld[]) =>
  withheld.filter((one) => discloses(text, [one])).map(disclosureWords);
const found = (text: string, ...contacts: ReachableContact[]) => disclosures(text, withheldFrom('web', contacts));

describe('a number that its contact keeps from the site', () => {
  const president = contact({ phone: '+33639980012', print: true });

  it.each([
    '0639980012',
    'Appelez le 06 39 98 00 12.',
    '06.39.98.00.12',
    '06-39-98-00-12',
    '06 / 39 / 98 / 00 / 12',
    '06\u00a039\u202f98\u00a000\u202f12',
    '063 998 00 12',
    '+33639980012',
    '+33 (0)6 39 98 00 12',
    '0033 6 39 98 00 12',
    'tel:+33-6-39-98-00-12',
    '０６３９９８００１２',
    'Deux numéros : 05 36 49 00 00/06 39 98 00 12',
    '06_39_98_00_12',
    '06 – 39 – 98 – 00 – 12',
    '06\u200939\u202f98\u200700\u00a012',
    '\u202a06 39 98 00 12\u202c',
    '06\u200b39\u00ad98 00 12',
    '٠٦٣٩٩٨٠٠١٢',
    '(+33) 6 39 98 00 12',
    '00 33 6 39 98 00 12',
    '33639980012',
    '+262 639 98 00 12',
    'https://wa.me/33639980012',
    'https://wa.me/33639980012?text=Bonjour',
    'https://api.whatsapp.com/send?phone=33639980012&text=06',
    'https://example.org/?tel=%2B33%206%2039%2098%2000%2012',
    'https://example.org/?u=tel%253A%252B33639980012',
    'https://example.org/06-39-98-00-12/contact',
    'sms:+33639980012',
    'Tél.0639980012',
    'tel0639980012',
  ])('is found in « %s »', (text) => {
    expect(found(text, president)).toHaveLength(1);
  });

  it.each([
    '',
    '06 39 98 00 13',
    '06 39 98 00 123',
    'Fondée en 1998, 12 membres',
    '1063998001 2',
    '00063998001200',
    'SIRET 80639980012345',
    'https://example.org/page?id=9990639980012',
    'https://example.org/%30%31%32639980012',
    'W639980012',
  ])('is not found in « %s »', (text) => {
    expect(found(text, president)).toEqual([]);
  });

  it('is found when it is foreign', () => {
    const abroad = contact({ phone: '+34910123456' });
    for (const text of ['+34 910 123 456', '0034 910.12.34.56', '910 123 456']) {
      expect(found(text, abroad), text).toHaveLength(1);
    }
  });

  it.each([
    ['+262692991234', ['0692 99 12 34', '+262 692 99 12 34', '00262692991234', '+33 692 99 12 34']],
    ['+590590991234', ['0590 99 12 34', '+590 590 99 12 34', 'https://wa.me/590590991234']],
    ['+508419912', ['0508 41 99 12', '05 08 41 99 12', '+508 41 99 12', '00508 41 99 12', '+33 508 41 99 12']],
    // What older versions stored for 0590…
    ['+33590991234', ['0590 99 12 34', '+590 590 99 12 34', '+33 (0)590 99 12 34']],
  ])('is found when it is one of an overseas territory (%s)', (phone, spellings) => {
    for (const text of spellings) expect(found(text, contact({ phone })), text).toHaveLength(1);
    expect(found('+590 590 99 12 35', contact({ phone }))).toEqual([]);
  });

  it('is nobody’s when it is a short number: four digits are more often a year', () => {
    expect(found('En 3919, appelez le 3919.', contact({ phone: '3919' }))).toEqual([]);
  });

  it('is named, with the way out', () => {
    expect(found('Tél. 0639980012', president)).toEqual([
      'Ce texte contient un numéro (06\u00a039\u00a098\u00a000\u00a012) que le contact n’a pas accepté de voir sur le site\u00a0: retirez-le du texte, ou cochez «\u00a0Accord\u00a0: site internet\u00a0» sur ce contact, avec la date de son accord et la façon dont il l’a donné.',
    ]);
  });

  it('may be said once the contact agrees, with a date and a source, or another contact shows it', () => {
    const text = '06 39 98 00 12';
    expect(found(text, contact({ phone: president.phone, web: true }))).toEqual([]);
    expect(found(text, contact({ phone: president.phone, web: true, consentDate: null }))).toHaveLength(1);
    expect(found(text, president, contact({ phone: president.phone, web: true }))).toEqual([]);
  });
});

describe('an e-mail address that its contact keeps from the site', () => {
  it.each(['contact@mairie-créon.fr', 'contact@mairie-creon.fr', 'CONTACT (at) xn--mairie-cron-jbb.fr'])(
    'is found with an accented domain in « %s »',
    (text) => expect(found(text, contact({ email: 'contact@xn--mairie-cron-jbb.fr' }))).toHaveLength(1),
  );

  const secretary = contact({ email: 'Info@example.org' });

  it.each([
    'info@example.org',
    'Écrivez à INFO@Example.ORG.',
    '(mailto:info@example.org)',
    '<info@example.org>',
    'ｉｎｆｏ＠example.org',
    'info (at) example.org',
    'info[arobase]example[point]org',
    'info arobase example point org',
    'info @ example.org',
    'https://example.com/?mail=info%40example.org&x=1',
    'mailto:info%2540example%2Eorg',
    'info\u200b@\u00adexample.org',
  ])('is found in « %s »', (text) => {
    expect(found(text, secretary)).toEqual([expect.stringContaining('une adresse électronique (info@example.org)')]);
  });

  it.each([
    'l.info@example.org',
    'info@example.org.au',
    'info@example-org',
    'info@exampleXorg',
    'info@example.org-anciens.fr',
    'info@example.organisation',
    'info@example.com',
    'accueil.info@example.org',
    'linfo@example.org',
    'info à notre page example.org',
    'éinfo@example.org',
    'info, à example.org',
  ])('is not found in « %s »', (text) => {
    expect(found(text, secretary)).toEqual([]);
  });
});

describe('a number that its contact keeps off the paper', () => {
  const webOnly = contact({ phone: '+33639980012', email: 'secretariat@example.org', web: true });
  const printed = (text: string, ...contacts: ReachableContact[]) => disclosures(text, withheldFrom('print', contacts));

  it('is found in a printed text, with the name of the channel, and may stand on the site', () => {
    const text = 'Appelez le 06 39 98 00 12 ou écrivez à secretariat@example.org.';
    const messages = printed(text, webOnly);
    expect(messages).toHaveLength(2);
    for (const message of messages)
      expect(message).toMatch(/dans l’annuaire imprimé.*«\u00a0Accord\u00a0: annuaire imprimé\u00a0»/);
    expect(found(text, webOnly)).toEqual([]);
  });

  it('is free when another contact agreed to print it', () => {
    expect(printed('06 39 98 00 12', webOnly, contact({ phone: '+33639980012', print: true }))).toEqual([]);
  });

  it('is withheld when the agreement to print has no date', () => {
    expect(printed('06 39 98 00 12', contact({ phone: '+33639980012', print: true, consentDate: null }))).toHaveLength(
      1,
    );
  });
});

describe('ordinary text', () => {
  // Numbers that are made of nearly the same digits as what stands in the texts below.
  const near = contact({ phone: '+33612202612' });
  const club = contact({ phone: '+33639980012', email: 'contact@club.example.org' });

  it.each([
    'Le 06/12/2026, de 12 h à 19 h',
    'du 06/12 au 20/12, 26 places, 12 €',
    '06/12/2026 – 12/01/2027',
    '33 639,98 € pour 12 mois',
    '63 998 001,20 €',
    'Tarifs : 6 €, 39 €, 98 €, 0 €',
    'SIRET 639 980 012 00034',
    'SIRET 123 456 399 80012',
    'RNA W639980012',
    'IBAN FR76 3000 6639 9800 1200 0034 567',
    '33390 Blaye, 33920 Saint-Savin, 33860 Reignac',
    'Zéro six, c’est trop peu : il faut douze joueurs.',
    'une, deux, trois, quatre, cinq, six',
    'OO7, l’Île-aux-Oiseaux et le 12 bis',
    'Le club est à côté du point contact, chez club example org',
    'rendez-vous au point contact de club.example.org',
    'le 05 36 49 00 00',
    '160 m² et 12 m³, ½ tarif',
    '<b>06</b> et <b>39</b> sont des départements',
    '12 00 89 93 60',
  ])('« %s » says no number and no address', (text) => {
    expect(found(text, near, club)).toEqual([]);
  });

  // Each is the number that the digits of a line make when its signs are looked past.
  it.each([
    ['06.12, 13.12, 20.12', '+33612131220'],
    ['06.12 13.12 20.12', '+33612131220'],
    ['06.12\n13.12\n20.12', '+33612131220'],
    ['les 06/12, 13/12 et 20/12', '+33612131220'],
    ['le 06/12, puis le 13/12, puis le 20/12', '+33612131220'],
    ['06/12 et 13/12, 20 places', '+33612131220'],
    ['06/12 puis 13/12, 20 h', '+33612131220'],
    ['les 06, 13, 20, 27 et 31 décembre', '+33613202731'],
    ['06,39 € puis 98,00 € et 12 €', '+33639980012'],
    ['SIRET 639 980 012 00034 et 639 980 012 00042', '+33639980012'],
    ['de 06 h 39 à 09 h 00 puis 12 h', '+33639090012'],
    ['scores : 06-39 puis 98 à 00, 12 fautes', '+33639980012'],
    ['rayon 06x39, 98x00 et 12 pièces', '+33639980012'],
    ['0639980012345678', '+33639980012'],
    ['06 39 98 00 123', '+33639980012'],
    ['06 39 98 puis notre numéro de rue, 00 12', '+33639980012'],
  ])('« %s » says no number although its digits are those of %s', (text, phone) => {
    expect(found(text, contact({ phone }))).toEqual([]);
  });

  it.each([
    'Le point de contact, à club.example.org',
    'contact : club.example.org',
    'contact de club.example.org',
    'contact, club.example.org',
    'www.contact.club.example.org/a',
    'un contact à club, example, org',
    'accueil.contact@club.example.org',
    'contact@club.example.org.au',
    'contact@club.example.orge',
    'contact…@club.example.org',
    'contact•••@club.example.org',
  ])('« %s » says no address of contact@club.example.org', (text) => {
    expect(found(text, club)).toEqual([]);
  });

  it('is never made of two texts', () => {
    expect(found(['06 39 98', '00 12'].join(TEXTS_APART), club)).toEqual([]);
    expect(found(['contact', '@club.example.org'].join(TEXTS_APART), club)).toEqual([]);
  });
});

describe('odd spellings', () => {
  const withheld = withheldFrom('web', [contact({ phone: '+33639980012', email: 'marie.durand@example.org' })]);
  const odd = fc.oneof(
    oddPhoneSpellings('+33639980012'),
    oddEmailSpellings('marie.durand@example.org'),
    fc.constantFrom(...phoneOverLines('+33639980012')).map((text) => ({ text })),
    fc.constantFrom(...emailOverLines('marie.durand@example.org')).map((text) => ({ text })),
  );

  it('are found, and cut out', () => {
    fc.assert(
      fc.property(odd, ({ text }) => {
        expect(discloses(text, withheld)).toBe(true);
        expect(discloses(withoutWithheld(text, withheld, '(…)'), withheld)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['Appelez Anne au O6 39 98 OO l2 le soir.', 'Appelez Anne au (…) le soir.'],
    ['Note ²06 39 98 00 12, puis le 3.', 'Note ²(…), puis le 3.'],
    ['Au 06<br>39<br>98<br>00<br>12<br>le soir', 'Au (…)<br>le soir'],
    ['Dites zéro six, trente-neuf, quatre-vingt-dix-huit, zéro zéro, douze.', 'Dites (…).'],
    ['Pour Anne : \u202e21 00 89 93 60\u202c le soir', 'Pour Anne : \u202e(…)\u202c le soir'],
    ['Écrire à marie.durand -at- example.org !', 'Écrire à (…) !'],
    ['- Marie\n-marie.durand@example.org\n- Paul', '- Marie\n-(…)\n- Paul'],
    ['Écrire à _marie.durand@example.org_.Merci !', 'Écrire à _(…)_.Merci !'],
    ['Contact.marie.durand@example.org.Merci d’avance', 'Contact.(…).Merci d’avance'],
    ['Tél. 01 99 00 11 2206 39 98 00 12, le soir', 'Tél. 01 99 00 11 22(…), le soir'],
    ['Tél. 06 39 98 00 1201 99 00 11 22, le soir', 'Tél. (…)01 99 00 11 22, le soir'],
    ['Au 06 39 98 puis 00 12, le soir', 'Au (…), le soir'],
    ['Au 06 39 98 et 00 12, puis 05 36 49 00 00', 'Au (…), puis 05 36 49 00 00'],
  ])('« %s » leaves what stands around it', (text, rest) => {
    expect(withoutWithheld(text, withheld, '(…)')).toBe(rest);
  });

  it('of every number are found in words', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9]\d{8}$/), (national) => {
        const phone = e164OfNational(national);
        const said = (`0${national}`.match(/../g) ?? []).map(dictated).join(', ');
        expect(discloses(said, withheldFrom('web', [contact({ phone })])), said).toBe(true);
      }),
    );
  });
});

it('comes to the end of a long text of anything that is half of a spelling', () => {
  // No time is asserted: what grows with the square of the length does not end within the patience of a test.
  const withheld = withheldFrom('web', [contact({ phone: '+33639980012', email: 'marie.durand@example.org' })]);
  const parts = [
    '0199001122',
    '01 99 00 11 22',
    '06 39 et 98 puis ',
    '06x39',
    '06.12, ',
    '-',
    ' à b.fr',
    '@',
    'a@b.',
    'contact.',
  ];
  for (const part of [...parts, 'marie.durand@example.org-', 'm a r i e @ ', 'aBcD.', ' tiret ', '+33', ', arobase '])
    expect(discloses(`${part.repeat(100_000 / part.length)} a@b`, withheld), part).toBe(part.startsWith('marie'));
});

test.each(['–', '\u2011', '—', '−', ' - ', ' – ', '\\-', ' tiret '])(
  'reads « %s » for a hyphen of an address',
  (dash) => {
    const email = 'jean-luc@ping-pong.example.org';
    const text = `Écrire à ${email.replaceAll('-', dash)}.`;
    expect(discloses(text, withheldFrom('web', [contact({ phone: null, email })]))).toBe(true);
    const index = indexWithheld('web', [], (value) => value === email);
    expect(index.find(text).map(({ value }) => value)).toEqual([email]);
  },
);

test('reads an escape of Markdown before a low line', () => {
  const withheld = withheldFrom('web', [contact({ phone: null, email: 'marie_d@example.org' })]);
  expect(discloses('marie\\_d@example.org', withheld)).toBe(true);
});

describe('what is cut out of a text', () => {
  const withheld = withheldFrom('web', [contact({ phone: '+33639980012', email: 'marie@example.org' })]);
  const cut = (text: string) => withoutWithheld(text, withheld, '(…)');

  it.each([
    ['Voir le 06 39 98 00 12, puis 05 36 49 00 00.', 'Voir le (…), puis 05 36 49 00 00.'],
    ['０６ ３９ ９８ ００ １２ ou MARIE@EXAMPLE.ORG', '(…) ou (…)'],
    ['Événement œuvre\u00a0: ０６３９９８００１２ !', 'Événement œuvre\u00a0: (…) !'],
    ['(https://wa.me/33639980012?text=Bonjour) et https://example.org/a', '((…)) et https://example.org/a'],
    ['Par wa.me/33639980012, ou tel:+33 6 39 98 00 12.', 'Par (…), ou (…).'],
    ['Voir https://example.org/?a=%C3%A9t%C3%A9&tel=%2B33639980012 ici', 'Voir (…) ici'],
    ['0639980012 06-39-98-00-12', '(…) (…)'],
    ['rien ici, 100 % réussi', 'rien ici, 100 % réussi'],
  ])('%s', (text, rest) => {
    expect(cut(text)).toBe(rest);
    expect(discloses(cut(text), withheld)).toBe(false);
  });

  it('is nothing of a text that says nothing, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(cut(text)).toBe(text);
      }),
    );
  });
});
