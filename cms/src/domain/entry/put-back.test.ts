import { describe, expect, it } from 'vitest';
import { addressPutBack, contactsPutBack, contactsStillThere, toldBesides, whyNothing } from './put-back.ts';

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

  it('says that the person asked to appear no more, rather than that nothing differs', () => {
    const off = { web: false, print: false, consentDate: null, consentSource: null };
    const today = contact({ phone: '+33536490009', ...off });
    const former = contact({ ...off });
    const hasWithdrawn = ({ phone }: { phone: string }) => phone === '+33536490009';
    // The copy in the journal lost its agreement with the withdrawal: nothing but the number differs, and it stays.
    const { value, told } = contactsPutBack([former], [today], hasWithdrawn);
    expect(value).toEqual([today]);
    expect(told).toEqual([expect.stringMatching(/^Anne Martin.*a demandé depuis à ne plus paraître.*pas remis/)]);
    expect(whyNothing({ contacts: told, address: [] }, ['contacts'])).toContain('ne plus paraître');
    expect(whyNothing({ contacts: told, address: [] }, [])).toContain('ne plus paraître');
    expect(whyNothing({ contacts: told, address: [] }, ['address'])).toBeNull();
    expect(toldBesides({ contacts: told, address: ['b'] }, ['address'])).toEqual(told);
    // With an agreement that was closed: one sentence, and no invitation to tick it again without the person.
    expect(contactsPutBack([contact()], [today], hasWithdrawn).told).toHaveLength(1);
    // Of somebody else's withdrawal nothing is said.
    expect(contactsPutBack([contact()], [contact()], () => true).told).toEqual([]);
  });

  it('says of a contact that left the entry why it stays out, once somebody has withdrawn', () => {
    const paul = contact({ name: 'Paul', phone: '+33536490002', email: '' });
    const there = contactsStillThere([contact(), paul], [contact()], () => false);
    expect(there.value).toEqual([contact()]);
    expect(there.told).toEqual([expect.stringMatching(/^Paul.*n’est plus sur la fiche.*pas remis/)]);
    expect(contactsStillThere([paul], [contact()], () => true).told).toEqual([
      expect.stringMatching(/^Paul.*la personne a demandé/),
    ]);
  });

  it('leaves an address hidden that was hidden since', () => {
    const address = { street: '1 rue Haute', complement: '', postalCode: '33620', city: 'Ici', public: true };
    expect(addressPutBack(address, { ...address, public: false }).value).toEqual({ ...address, public: false });
    expect(addressPutBack(address, { ...address, street: '2 rue Basse' })).toEqual({ value: address, told: [] });
  });
});
