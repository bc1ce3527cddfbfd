import { demoContent } from '@trame/cms/demo/territory';
import { toSiteExport } from '@trame/cms/demo/to-site-export';
import { SiteExport, type SiteContent } from '@trame/cms/domain/contract/site/site-export';
import { describe, expect, it } from 'vitest';
import { withoutWithdrawn } from './withdrawn-content.ts';

const last = SiteExport.parse(toSiteExport(demoContent({ today: '2026-09-05' })));
const rest = (now: SiteExport, keepGone = false) => withoutWithdrawn(last, now, { keepGone });

type Lists = {
  [Key in keyof SiteContent]: SiteContent[Key] extends readonly unknown[] ? Key : never;
}[keyof SiteContent];
/** The content of today, with another record in the place of one. */
const withOther = <Key extends Lists>(key: Key, id: string, changes: Partial<SiteExport[Key][number]>): SiteExport => ({
  ...last,
  [key]: last[key].map((one) => (one.id === id ? { ...one, ...changes } : one)),
});
function firstOf<Key extends Lists>(
  key: Key,
  fits: (one: SiteExport[Key][number]) => boolean,
): SiteExport[Key][number] {
  const found = (last[key] as SiteExport[Key][number][]).find(fits);
  if (!found) throw new Error(`The demo has no such ${key}`);
  return found;
}

describe('what was published, without what was taken off since', () => {
  it('leads from the addresses of before that today still has, to records that are left', () => {
    const [one, other] = last.associations;
    if (!one || !other) throw new Error('no association');
    const address = (slug: string, id: string) => ({ kind: 'association' as const, slug, id });
    const formerAddresses = [address('avant', one.id), address('parti', other.id), address('dit-un-numero', one.id)];
    const before = { ...last, formerAddresses };
    const now = { ...last, formerAddresses: formerAddresses.slice(0, 2) };
    const gone = { ...now, associations: now.associations.filter(({ id }) => id !== other.id) };
    expect(withoutWithdrawn(before, now, { keepGone: false })?.formerAddresses).toEqual(formerAddresses.slice(0, 2));
    expect(withoutWithdrawn(before, gone, { keepGone: false })?.formerAddresses).toEqual([address('avant', one.id)]);
    expect(withoutWithdrawn(before, last, { keepGone: false })).not.toHaveProperty('formerAddresses');
    expect(withoutWithdrawn(before, before, { keepGone: false })).toBe(before);
  });

  it('is the same when nothing was taken off, whatever was added or rewritten', () => {
    const [guide] = last.guides;
    if (!guide) throw new Error('no guide');
    expect(rest(last)).toBe(last);
    expect(rest({ ...last, guides: [...last.guides, { ...guide, id: 'new', slug: 'new' }] })).toBe(last);
    expect(rest(withOther('guides', guide.id, { title: 'Autre titre', summary: 'Appelez le 06 39 98 00 99.' }))).toBe(
      last,
    );
  });

  it('has the contacts of today, and their numbers and addresses in no text', () => {
    const club = firstOf('associations', ({ contacts }) => contacts.some(({ phone, email }) => phone && email));
    const [contact] = club.contacts.filter(({ phone, email }) => phone && email);
    const [event] = last.events;
    if (!contact || !event) throw new Error('no contact');
    const said = `Inscriptions : ${contact.phone ?? ''} ou ${contact.email ?? ''}.`;
    const before = SiteExport.parse({
      ...last,
      events: last.events.map((one) =>
        one === event ? { ...one, description: said, registration: [{ kind: 'courriel', value: contact.email }] } : one,
      ),
    });
    const contacts = club.contacts.filter((one) => one !== contact);
    const now = {
      ...last,
      associations: last.associations.map((one) => (one.id === club.id ? { ...one, contacts } : one)),
      events: last.events.map((one) =>
        one === event ? { ...one, description: 'Autre texte', registration: [] } : one,
      ),
    };
    const found = withoutWithdrawn(before, now, { keepGone: false });
    expect(found?.associations.find(({ id }) => id === club.id)?.contacts).toEqual(contacts);
    expect(found?.events.find(({ id }) => id === event.id)).toMatchObject({
      title: event.title,
      description: expect.stringMatching(/^Inscriptions : \(coordonnées retirées\)/) as string,
      registration: [],
    });
    expect(JSON.stringify(found)).not.toContain(contact.email);
    // Nothing more is taken off the next time.
    expect(found && withoutWithdrawn(found, now, { keepGone: false })).toBe(found);
  });

  it('has the record of today when the export took something out of its texts: it alone knows every spelling', () => {
    const [guide] = last.guides;
    if (!guide) throw new Error('no guide');
    const now = withOther('guides', guide.id, { title: 'Autre titre', summary: 'Appelez le (coordonnées retirées).' });
    expect(rest(now)?.guides.find(({ id }) => id === guide.id)?.title).toBe('Autre titre');
  });

  it('has no record that is gone, nor a reference to it', () => {
    const club = firstOf('associations', ({ id }) => last.events.some(({ organisers }) => organisers.includes(id)));
    const now = { ...last, associations: last.associations.filter(({ id }) => id !== club.id) };
    const found = rest(now);
    expect(found?.associations).toHaveLength(last.associations.length - 1);
    expect(JSON.stringify(found)).not.toContain(`"${club.id}"`);
    const kept = rest(now, true);
    expect(kept?.associations.find(({ id }) => id === club.id)).toEqual({ ...club, contacts: [], address: null });
  });

  it('has no address, website, network or state of before', () => {
    const club = firstOf('associations', ({ address }) => address !== null);
    const now = withOther('associations', club.id, {
      address: null,
      website: 'https://autre.example.org/',
      networks: [],
    });
    expect(rest(now)?.associations.find(({ id }) => id === club.id)).toEqual({
      ...club,
      ...{ address: null, website: 'https://autre.example.org/', networks: [] },
    });
    const [event] = last.events;
    const off = withOther('events', event?.id ?? '', { state: 'annulé' });
    expect(rest(off)?.events.find(({ id }) => id === event?.id)?.state).toBe('annulé');
  });

  it('has no picture or document that its record shows no more, and keeps those that it does', () => {
    const picture = (hash: string) => ({
      url: `/uploads/${hash}.jpg`,
      hash,
      mime: 'image/jpeg',
      width: 1,
      height: 1,
      alt: 'a',
      caption: null,
    });
    const [guide] = last.guides;
    if (!guide) throw new Error('no guide');
    const image = (hash: string) => ({ type: 'image' as const, image: picture(hash) });
    const saying = (changes: Partial<typeof guide>) => SiteExport.parse(withOther('guides', guide.id, changes));
    const before = saying({ image: picture('a'), body: [image('b'), image('c')] });
    const found = withoutWithdrawn(before, saying({ title: 'Faux', image: picture('d'), body: [image('c')] }), {
      keepGone: false,
    });
    expect(found?.guides.find(({ id }) => id === guide.id)).toEqual({ ...guide, image: null, body: [image('c')] });
  });

  it('has the actions of a plan that are published still', () => {
    const plan = firstOf('actionPlans', ({ axes }) => axes.some(({ actions }) => actions.length > 1));
    const axes = plan.axes.map((axis) => ({ ...axis, title: 'Autre', actions: axis.actions.slice(1) }));
    const found = rest(withOther('actionPlans', plan.id, { axes }))?.actionPlans.find(({ id }) => id === plan.id);
    expect(found?.axes.map(({ title }) => title)).toEqual(plan.axes.map(({ title }) => title));
    expect(found?.axes.map(({ actions }) => actions.length)).toEqual(axes.map(({ actions }) => actions.length));
  });
});
