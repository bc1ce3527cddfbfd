import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { consentChannels, servedChannels } from './vocabulary/consent-channels.ts';
import { fields } from './entry/fields.ts';
import { consentSources } from './vocabulary/consent-sources.ts';
import { channelsInWords, checkConsent, visibleContacts, type Consent } from './consent.ts';

const consent: fc.Arbitrary<Consent> = fc.record({
  web: fc.boolean(),
  print: fc.boolean(),
  professionals: fc.boolean(),
  openData: fc.boolean(),
  consentDate: fc.option(fc.constantFrom('2025-07-01', '2026-07-01', '2027-01-01')),
  consentSource: fc.option(fc.constantFrom(...consentSources.values)),
});

describe('visibleContacts', () => {
  test('shows a contact on a channel only if that channel is ticked and the agreement can be demonstrated', () => {
    fc.assert(
      fc.property(fc.array(consent), fc.constantFrom(...consentChannels.values), (contacts, channel) => {
        const expected = contacts.filter((c) => c[channel] && c.consentDate !== null && c.consentSource !== null);
        expect(visibleContacts(contacts, channel)).toEqual(expected);
      }),
    );
  });

  test('a number agreed for paper only never reaches the web', () => {
    const paperOnly: Consent = {
      web: false,
      print: true,
      professionals: true,
      openData: true,
      consentDate: '2026-07-01',
      consentSource: 'courriel',
    };
    expect(visibleContacts([paperOnly], 'web')).toEqual([]);
    expect(visibleContacts([paperOnly], 'print')).toEqual([paperOnly]);
  });

  test('what was never asked is refused, whatever comes from the database', () => {
    const empty = {
      web: null,
      print: undefined,
      professionals: 'true',
      openData: 1,
      consentDate: '2026-07-01',
      consentSource: 'forum',
    } as unknown as Consent;
    for (const channel of consentChannels.values) expect(visibleContacts([empty], channel)).toEqual([]);
  });
});

describe('checkConsent', () => {
  test('asks for date and source as soon as one channel is ticked', () => {
    fc.assert(
      fc.property(consent, (candidate) => {
        const ticked = consentChannels.values.some((channel) => candidate[channel]);
        const demonstrable =
          candidate.consentDate !== null && candidate.consentSource !== null && candidate.consentDate <= '2026-11-21';
        expect(checkConsent(candidate, '2026-11-21').ok).toBe(!ticked || demonstrable);
      }),
    );
  });
});

describe('what people read before they agree', () => {
  test.each(consentChannels.values)('says of %s whether anything is made for it today', (channel) => {
    const served = (servedChannels as readonly string[]).includes(channel);
    const { help, admin } = fields[`contacts.*.${channel}`];
    for (const words of [help, admin.help]) expect(/\bencore\b/u.test(words)).toBe(!served);
    expect(consentChannels.label(channel).endsWith('(à venir)')).toBe(!served);
  });
});

it('names channels inside a sentence without what their boxes add', () => {
  expect(channelsInWords(['web', 'professionals', 'openData'])).toBe(
    'site internet, partenaires professionnels et données ouvertes',
  );
});
