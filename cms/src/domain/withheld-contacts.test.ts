import { describe, expect, it } from 'vitest';
import { disclosures, withheldFrom, type ReachableContact } from './withheld-contacts.ts';

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
  ])('is found in « %s »', (text) => {
    expect(found(text, president)).toHaveLength(1);
  });

  it.each(['', '06 39 98 00 13', '06 39 98 00 123', 'Fondée en 1998, 12 membres', '1063998001 2'])(
    'is not found in « %s »',
    (text) => {
      expect(found(text, president)).toEqual([]);
    },
  );

  it('is found when it is foreign', () => {
    const abroad = contact({ phone: '+34910123456' });
    for (const text of ['+34 910 123 456', '0034 910.12.34.56', '910 123 456']) {
      expect(found(text, abroad), text).toHaveLength(1);
    }
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
  const secretary = contact({ email: 'Info@example.org' });

  it.each(['info@example.org', 'Écrivez à INFO@Example.ORG.', '(mailto:info@example.org)', '<info@example.org>'])(
    'is found in « %s »',
    (text) => {
      expect(found(text, secretary)).toEqual([expect.stringContaining('une adresse électronique (info@example.org)')]);
    },
  );

  it.each(['l.info@example.org', 'info@example.org.au', 'info@example-org', 'info@exampleXorg'])(
    'is not found in « %s »',
    (text) => {
      expect(found(text, secretary)).toEqual([]);
    },
  );
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
