import { describe, expect, it } from 'vitest';
import { demoContent } from '../../../demo/territory.ts';
import { toSiteExport } from '../../../demo/to-site-export.ts';
import { openExport } from './open-data.ts';
import { SiteExport } from './site-export.ts';

const demo = toSiteExport(demoContent({ today: '2026-09-05' }));
const HELD = '+33536490123';
const HELD_EMAIL = 'secret@example.org';
const OPEN = '+33536490124';
const SPELT = ['05 36 49 01 23', '+33 (0)5.36.49.01.23', 'wa.me/33536490123', 'secret (at) example (point) org'];

/** The demonstration with one association that keeps a number for the site and gives another away. */
function withContacts() {
  const source = structuredClone(demo);
  const [one] = source.associations;
  if (!one) throw new Error('The demonstration has no association');
  one.contacts = [
    { role: 'Présidence', name: 'Camille Secrète', phone: HELD, email: HELD_EMAIL },
    { role: 'Accueil', name: null, phone: OPEN, email: null, openData: true },
  ];
  return { source, one };
}
const idOf = ({ id }: { id: string }) => id;

describe('the content as open data', () => {
  it('keeps to the contract, and takes no record away without a reason', () => {
    const open = openExport(demo);
    expect(SiteExport.safeParse(open).success).toBe(true);
    for (const kind of ['associations', 'events', 'resources', 'themes', 'audiences', 'communes', 'venues'] as const)
      expect(open[kind].map(idOf)).toEqual(demo[kind].map(idOf));
    expect(open.actionPlans.map(idOf)).toEqual(demo.actionPlans.filter(({ elsewhere }) => !elsewhere).map(idOf));
    expect(open.guides).toEqual([]);
  });

  it('holds the contacts that agreed to it, and no other', () => {
    const { source, one } = withContacts();
    const open = openExport(source);
    expect(open.associations.find(({ id }) => id === one.id)?.contacts).toEqual([one.contacts[1]]);
    for (const { contacts } of open.associations) for (const contact of contacts) expect(contact.openData).toBe(true);
    expect(JSON.stringify(open)).not.toContain('Camille Secrète');
  });

  it('holds no picture: their authors allowed the site to show them', () => {
    const open = openExport(demo);
    for (const { logo, photos } of open.associations) expect([logo, photos]).toEqual([null, []]);
    for (const { image } of open.events) expect(image).toBeNull();
    for (const { photos, attachments } of open.resources) expect([photos, attachments]).toEqual([[], []]);
  });

  it.each(SPELT)('says %s in no text of any record, and what was given away in all of them', (spelt) => {
    const { source } = withContacts();
    const sentence = `Écrivez-nous : ${spelt}, ou au 05 36 49 01 24.`;
    const [event] = source.events;
    const [resource] = source.resources;
    const [venue] = source.venues;
    const action = source.actionPlans.find(({ elsewhere }) => !elsewhere)?.axes[0]?.actions[0];
    const [commune] = source.communes;
    const [theme] = source.themes;
    if (!event || !resource || !venue || !action || !commune || !theme)
      throw new Error('The demonstration lacks a kind');
    source.associations[0]!.howToJoin = sentence;
    source.associations[1]!.summary = sentence;
    event.description = sentence;
    resource.howToGet = sentence;
    action.partners = sentence;
    commune.description = sentence;
    theme.description = sentence;
    venue.accessibility = {
      mobility: true,
      hearing: false,
      sight: false,
      intellectual: false,
      psychological: false,
      note: sentence,
    };
    const text = JSON.stringify(openExport(source));
    expect(text).not.toContain(spelt);
    expect(text.split('(coordonnées retirées), ou au 05 36 49 01 24.')).toHaveLength(9);
  });

  it('keeps ways to register that somebody gave away, and links', () => {
    const { source } = withContacts();
    const [event] = source.events;
    if (!event) throw new Error('The demonstration has no event');
    event.registration = [
      { kind: 'téléphone', value: HELD },
      { kind: 'téléphone', value: OPEN },
      { kind: 'téléphone', value: '+33536490199' },
      { kind: 'courriel', value: HELD_EMAIL },
      { kind: 'courriel', value: source.settings.operatorEmail ?? '' },
      { kind: 'lien', value: 'https://inscription.example.org/' },
      { kind: 'lien', value: 'https://wa.me/33536490123' },
    ];
    expect(
      openExport(source)
        .events.find(({ id }) => id === event.id)
        ?.registration.map(({ value }) => value),
    ).toEqual([OPEN, source.settings.operatorEmail, 'https://inscription.example.org/']);
  });

  it('leaves out a record whose own address says it', () => {
    const { source } = withContacts();
    const [, second] = source.associations;
    if (!second) throw new Error('The demonstration has one association');
    second.slug = 'tel-0536490123';
    expect(openExport(source).associations.map(idOf)).not.toContain(second.id);
  });

  it('leaves the content that it is made from as it was', () => {
    const { source } = withContacts();
    const before = structuredClone(source);
    openExport(source);
    expect(source).toEqual(before);
  });
});
