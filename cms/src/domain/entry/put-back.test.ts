import { describe, expect, it } from 'vitest';
import { addressPutBack, contactsPutBack } from './put-back.ts';

const contact = (more: object = {}) => ({
  role: 'Présidence',
  name: 'Anne Martin',
  phone: '+33536490001',
  email: 'anne@example.org',
  web: true,
  print: true,
  professionals: false,
  openData: false,
  consentDate: '2025-06-02' as string | null,
  consentSource: 'courriel' as const,
  ...more,
});

describe('a former state that is put back', () => {
  it('brings contacts back as they were while nothing was taken back', () => {
    expect(contactsPutBack([contact()], [contact({ role: 'Trésor', name: 'Zoé' })])).toEqual({
      value: [contact()],
      told: [],
    });
  });

  it('leaves every agreement that was taken back where it is', () => {
    const { value, told } = contactsPutBack([contact()], [contact({ web: false })]);
    expect(value).toEqual([contact({ web: false })]);
    expect(told).toEqual([expect.stringMatching(/^Anne Martin.*retiré depuis et le reste \(.*site/)]);
    // From everywhere: nothing is left that a date could be of.
    expect(contactsPutBack([contact()], [contact({ web: false, print: false })]).value).toEqual([
      contact({ web: false, print: false, consentDate: null, consentSource: null }),
    ]);
    // One that left the entry comes back as a person of the office's file, shown nowhere.
    expect(contactsPutBack([contact()], []).value).toEqual([
      contact({ web: false, print: false, consentDate: null, consentSource: null }),
    ]);
  });

  it('keeps the agreement that was given anew since, with its date', () => {
    const anew = contact({ consentDate: '2026-03-01' });
    expect(contactsPutBack([contact({ role: 'Bureau' })], [anew]).value).toEqual([
      contact({ role: 'Bureau', consentDate: '2026-03-01' }),
    ]);
  });

  it('does not bring back a number that was replaced', () => {
    const { value, told } = contactsPutBack([contact()], [contact({ phone: '+33536490009' })]);
    expect(value).toEqual([contact({ phone: '+33536490009' })]);
    expect(told).toEqual([expect.stringContaining('remplacé')]);
    // Under another contact that shows it elsewhere only, it is not shown where that one does not agree.
    const split = [contact({ email: '', web: false }), contact({ phone: '' })];
    expect(contactsPutBack([contact()], split).value[0]).toMatchObject({ web: false, print: true });
  });

  it('leaves an address hidden that was hidden since', () => {
    const address = { street: '1 rue Haute', complement: '', postalCode: '33620', city: 'Ici', public: true };
    expect(addressPutBack(address, { ...address, public: false }).value).toEqual({ ...address, public: false });
    expect(addressPutBack(address, { ...address, street: '2 rue Basse' })).toEqual({ value: address, told: [] });
  });
});
