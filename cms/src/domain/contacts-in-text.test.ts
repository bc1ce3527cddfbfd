import { formatPhone } from './phone.ts';
import { expect, test } from 'vitest';
import { collectContacts, noContacts } from './contacts-in-text.ts';

const phonesIn = (text: string): string[] => {
  const found = noContacts();
  collectContacts(text, found);
  return [...found.phones];
};

test.each([
  '+33536490012',
  '+590590990012',
  '+262692990012',
  '+508419912',
  '+33892990012',
  '+687279912',
  '+34910123457',
])('finds %s as the site shows it, as it is stored and in a link', (phone) => {
  const shown = formatPhone(phone);
  for (const text of [shown, shown.replaceAll('\u00a0', ' '), shown.replaceAll('\u00a0', ''), phone, `tel:${phone}`]) {
    expect(phonesIn(`Tél. ${text}.`), text).toEqual([phone]);
  }
});

test.each([
  ['+33 (0)590 99 00 12', '+590590990012'],
  ['+33 590 99 00 12', '+590590990012'],
  ['+33590990012', '+590590990012'],
  ['0800 130 000', '+33800130000'],
  ['0 800 130 000', '+33800130000'],
  ['0 892 68 32 00', '+33892683200'],
  ['05.08.41.99.12', '+508419912'],
])('finds %s as %s', (text, phone) => expect(phonesIn(text)).toEqual([phone]));

test.each(['le 3919', '2026-09-05', 'du 05/09 au 12/09/2026', '0,590 12 34 56', 'SIRET 123 456 782 00010'])(
  'finds no number in « %s »',
  (text) => expect(phonesIn(text)).toEqual([]),
);

test('finds an address whose domain has accents in its one form', () => {
  const found = noContacts();
  collectContacts('Écrire à Contact@mairie-créon.fr, contact@xn--mairie-cron-jbb.fr ou logo@2x.png', found);
  expect([...found.emails]).toEqual(['contact@xn--mairie-cron-jbb.fr', 'contact@mairie-creon.fr']);
});

test.each([
  ['Zéro cinq, trente-six, 49 70 11 ou quatre.saisons@example.org', 'quatre.saisons@example.org'],
  ['Depuis 1953 : Solis@example.org', 'solis@example.org'],
  ['05 36 49 70 11 <b>a-dix@six-fours.example</b>', 'a-dix@six-fours.example'],
])(
  'takes « %s » for the one address that is written there, whatever a dictated number beside it is read as',
  (text, email) => {
    const found = noContacts();
    collectContacts(text, found);
    expect([...found.emails]).toEqual([email]);
  },
);

test('takes no end of an address for another one, wherever a long line is cut to be read a second time', () => {
  const dictated = 'Zéro cinq, trente-six, 49 70 11 ';
  const emailsAt = (before: number): string[] => {
    const found = noContacts();
    collectContacts(`${dictated.padEnd(before, 'la, ')} noa-fictif.760@example.org${' et puis'.repeat(300)}`, found);
    return [...found.emails];
  };
  for (let before = 970; before <= 1010; before++) expect(emailsAt(before)).toEqual(['noa-fictif.760@example.org']);
});

test('still finds what is spelt oddly around such a cut', () => {
  for (let before = 960; before <= 1010; before++) {
    const found = noContacts();
    collectContacts(
      `${'la, '.repeat(300).slice(0, before)} marie [arobase] example.org${' et puis'.repeat(300)}`,
      found,
    );
    expect(found.emails).toContain('marie@example.org');
  }
});
