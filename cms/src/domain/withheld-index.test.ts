import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  emailOverLines,
  oddEmailSpellings,
  oddPhoneSpellings,
  phoneOverLines,
} from '../associations/withdrawals/testing/spellings.ts';
import { e164OfNational } from './phone-plan.ts';
import { indexWithheld, maySayContact, type KnownContact } from './withheld-index.ts';
import { discloses, withheld } from './withheld-contacts.ts';

const known = (values: Partial<KnownContact>): KnownContact => ({
  owner: 'club',
  phone: null,
  email: null,
  shown: false,
  ...values,
});
const said = (text: string, contacts: readonly KnownContact[], owner?: string) =>
  indexWithheld('web', contacts)
    .find(text, owner)
    .map(({ value }) => value);

describe('what a text says of a whole territory', () => {
  const contacts = [
    known({ phone: '+33639980012' }),
    known({ owner: 'choir', phone: '+33261910001', email: 'Anne.Martin@example.org' }),
    known({ owner: 'choir', email: 'contact@choeur.example.org' }),
    known({ owner: 'abroad', phone: '+34910123456' }),
    known({ owner: 'island', phone: '+262639980013' }),
    known({ owner: 'antilles', phone: '+33590990012' }),
    known({ owner: 'pierre', phone: '+508419912' }),
    known({ owner: 'town', phone: '3919', email: 'contact@xn--mairie-cron-jbb.fr' }),
  ];

  it.each([
    ['Appelez le 06 39 98 00 12', ['+33639980012']],
    ['Photos : Régine, 06      39      98      00      12', ['+33639980012']],
    ['de 18 h 30 à 19 h 45 au 06.39.98.00.12 ou 02-61-91-00-01', ['+33639980012', '+33261910001']],
    ['https://wa.me/33639980012', ['+33639980012']],
    ['０６３９９８００１２', ['+33639980012']],
    ['06\u200b39\u00ad98 00 12', ['+33639980012']],
    ['https://example.org/?tel=%2B33%206%2039%2098%2000%2012', ['+33639980012']],
    ['+34 910 12 34 56', ['+34910123456']],
    ['0262 6 39 98 00 13 ou 0639980013', ['+262639980013']],
    ['anne.martin@example.org', ['anne.martin@example.org']],
    ['ANNE point MARTIN (arobase) example point org', ['anne.martin@example.org']],
    ['https://example.org/?to=contact%40choeur.example.org', ['contact@choeur.example.org']],
    ['Fondée en 1998, 12 membres, contact@example.org, 06 39 98 00 14', []],
    // Stored wrongly, before overseas numbers were known.
    ['0590 99 00 12 ou +590 590 99 00 12', ['+590590990012']],
    ['05 08 41 99 12, +508 41 99 12', ['+508419912']],
    ['contact@mairie-créon.fr', ['contact@xn--mairie-cron-jbb.fr']],
    ['contact@xn--mairie-cron-jbb.fr', ['contact@xn--mairie-cron-jbb.fr']],
    ['le 3919', []],
    ['SIRET 80639980012345', []],
    ['', []],
  ])('« %s » says %j', (text, expected) => {
    expect(said(text, contacts).sort()).toEqual([...expected].sort());
  });

  it('is what no contact shows, whoever else keeps it back', () => {
    const shared = [...contacts, known({ owner: 'other', phone: '+33639980012', shown: true })];
    expect(said('06 39 98 00 12', shared)).toEqual([]);
    expect(said('06 39 98 00 12', shared, 'other')).toEqual([]);
    expect(said('06 39 98 00 12', shared, 'club')).toEqual(['+33639980012']);
    expect(said('06 39 98 00 12', [...shared, known({ phone: '+33639980012', shown: true })], 'club')).toEqual([]);
  });

  it('of a text that was looked at before is asked of each directory anew', () => {
    for (const text of ['Le 06 39 98 00 12', '+33639980012', 'anne.martin@example.org', 'a(a)b.fr', '0639980012']) {
      const all = [...contacts, known({ owner: 'a', email: 'a@b.fr' })];
      for (const directory of [[], all, all.map((one) => ({ ...one, shown: true })), all])
        expect(said(text, directory).length, text).toBe(directory === all ? 1 : 0);
    }
  });

  it('is no end of a longer address that somebody shows', () => {
    const judo = known({ email: 'judo@club.example.org' });
    const text = 'Écrire à contact.judo@club.example.org';
    expect(said(text, [judo])).toEqual(['judo@club.example.org']);
    expect(said(text, [judo, known({ owner: 'b', email: 'contact.judo@club.example.org', shown: true })])).toEqual([]);
  });

  it('of one address and nothing else is told with what is glued to it', () => {
    const contacts = [known({ email: 'marie@example.org' })];
    const gone = indexWithheld('web', [], (value) => value === 'marie@example.org');
    for (const text of [
      '-marie@example.org',
      '_marie@example.org',
      'mail.marie@example.org',
      'marie+a@example.org',
      'marie@example.org.merci',
      'marie-@-example.org',
      'marie@example.orgMerci',
    ]) {
      expect(said(text, contacts), text).toEqual(['marie@example.org']);
      expect(
        gone.find(text).map(({ value }) => value),
        text,
      ).toEqual(['marie@example.org']);
    }
    for (const text of ['anne-marie@example.org', 'marie@example.org.au', 'marie@example.orge'])
      expect([...said(text, contacts), ...gone.find(text)], text).toEqual([]);
  });

  it('of a stored number is that number, and none whose digits are among its own', () => {
    const short = [known({ phone: '+376312345' }), known({ owner: 'island', phone: '+262639980013' })];
    expect(said('+376312345', short)).toEqual(['+376312345']);
    expect(said('+33639980013', short)).toEqual(['+262639980013']);
    expect(said('+33376312345', short)).toEqual([]);
    expect(said('+3763123451', short)).toEqual([]);
  });

  it('is nothing at a glance of nearly every text, which need not be read closely', () => {
    for (const text of ['Le matin à Latitude Nord Gironde', 'rue Catulle à Blaye (salle 3)', ''])
      expect(maySayContact(text), text).toBe(false);
  });

  it('is nothing when nobody is known', () => {
    expect(said('06 39 98 00 12, anne.martin@example.org', [])).toEqual([]);
  });

  it('is what was taken back by a contact that is no more, unless somebody agreed since', () => {
    const gone = new Set(['+33639980099', 'marie@example.org']);
    const remembered = (text: string, contacts: readonly KnownContact[] = []) =>
      indexWithheld('web', contacts, (value) => gone.has(value))
        .find(text)
        .map(({ value }) => value);
    for (const text of ['06 39 98 00 99', 'de 18 h 30 à 20 h, 06.39.98.00.99', 'https://wa.me/33639980099'])
      expect(remembered(text), text).toEqual(['+33639980099']);
    for (const text of ['Marie@example.org', 'marie (at) example.org', 'marie arobase example point org'])
      expect(remembered(text), text).toEqual(['marie@example.org']);
    gone.add('+34910123456').add('+590690123456');
    expect(remembered('+34 910 123 456 ou 0690 12 34 56').sort()).toEqual(['+34910123456', '+590690123456']);
    expect(remembered('06 39 98 00 98, marie@example.net, 5639980099')).toEqual([]);
    expect(remembered('06 39 98 00 99', [known({ phone: '+33639980099', shown: true })])).toEqual([]);
  });

  it('is told in odd spellings too, of contacts and of what was taken back', () => {
    const [phone, email] = ['+33639980012', 'marie.durand@example.org'];
    const odd = fc.oneof(
      oddPhoneSpellings(phone).map(({ text }) => ({ text, value: phone })),
      fc.constantFrom(...phoneOverLines(phone)).map((text) => ({ text, value: phone })),
      oddEmailSpellings(email).map(({ text }) => ({ text, value: email })),
      fc.constantFrom(...emailOverLines(email)).map((text) => ({ text, value: email })),
    );
    const directory = indexWithheld('web', [known({ phone, email })]);
    const remembered = indexWithheld('web', [], (value) => value === phone || value === email);
    fc.assert(
      fc.property(odd, fc.lorem(), ({ text, value }, around) => {
        for (const index of [directory, remembered])
          expect(
            index.find(`${around} : ${text}\n${around}`).map((one) => one.value),
            text,
          ).toEqual([value]);
      }),
      { numRuns: 600 },
    );
  });

  it.each([
    'contact@mairie-créon.fr',
    'contact (at) mairie-créon . fr',
    'CONTACT -at- Mairie-Créon point fr',
    'contact@xn--mairie-cron-jbb.fr',
    'https://example.org/?to=contact%40xn--mairie-cron-jbb.fr',
  ])('is an address under an accented domain that was taken back, in « %s »', (text) => {
    const address = 'contact@xn--mairie-cron-jbb.fr';
    const { find } = indexWithheld('web', [], (value) => value === address);
    expect(find(`Écrivez au point ${text}, merci`).map(({ value }) => value)).toEqual([address]);
  });

  it.each(['marie (at) wanadoo . fr', 'marie[at]wanadoo[.]fr', 'au point marie chez wanadoo point fr'])(
    'is an address that was taken back, in « %s »',
    (text) => {
      const { find } = indexWithheld('web', [], (value) => value === 'marie@wanadoo.fr');
      expect(find(text)).toHaveLength(1);
    },
  );

  it('is the same as comparing the text with each pattern', () => {
    const digits = fc.stringMatching(/^[1-9]\d{8}$/);
    const gap = fc.constantFrom('', ' ', '.', '-', ' / ', '\u00a0', '\u202f', '\u200b', '%20', 'x', ' – ', '      ');
    const prefix = fc.constantFrom('', '0', '+33 ', '0033', 'wa.me/33', '+33 (0)', '9', 'tél', '%2B33');
    const spelt = (number: fc.Arbitrary<string>) =>
      fc
        .tuple(prefix, number, fc.array(gap, { minLength: 8, maxLength: 8 }))
        .map(
          ([before, national, gaps]) => before + [...national].map((digit, at) => digit + (gaps[at] ?? '')).join(''),
        );
    fc.assert(
      fc.property(fc.array(digits, { minLength: 1, maxLength: 5 }), fc.context(), (numbers, context) => {
        const all = numbers.map((number, at) => known({ owner: String(at), phone: e164OfNational(number) }));
        const texts = fc.sample(
          fc
            .array(fc.oneof(spelt(fc.constantFrom(...numbers)), spelt(digits), fc.string(), fc.lorem()), {
              maxLength: 4,
            })
            .map((parts) => parts.join(' ')),
          { numRuns: 6, seed: numbers.length },
        );
        for (const text of texts) {
          context.log(text);
          const naive = numbers
            .map(e164OfNational)
            .filter((phone) => discloses(text, [withheld('web', 'phone', phone)]));
          expect(said(text, all).sort()).toEqual([...new Set(naive)].sort());
        }
      }),
    );
  });
});

it.each(['\u202e', '\u202b'])('reads a run of %j that is as long as a program', (mark) => {
  const { find } = indexWithheld('web', [known({ phone: '+33639980012' })]);
  expect(find(`${mark}${'mot, '.repeat(100_000)}`)).toEqual([]);
});
