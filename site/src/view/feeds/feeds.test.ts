import ICAL from 'ical.js';
import fc from 'fast-check';
import { parseAtomFeed } from 'feedsmith';
import { XMLValidator } from 'fast-xml-parser';
import { demoContent } from '@trame/cms/demo/territory';
import { toSiteExport } from '@trame/cms/demo/to-site-export';
import type { SiteExport } from '@trame/cms/domain/contract/site/site-export';
import { describe, expect, it } from 'vitest';
import { indexContent } from '../../content/index-content.ts';
import { sampleAssociation, sampleExport } from '../../content/sample-export.ts';
import { sampleEvent, sampleTiming } from '../agenda/sample-event.ts';
import { datesIn, noteChanges, type ChangeNotes } from '../changes/memory.ts';
import { shownIn } from '../changes/shown.ts';
import { feedFiles } from './files.ts';

const SITE = 'https://annuaire.example';
const MONDAY = '2026-09-07T08:00:00.000Z';
const MONDAY_EVENING = '2026-09-07T18:00:00.000Z';
const TUESDAY = '2026-09-08T08:00:00.000Z';

const release = (source: SiteExport, former: ChangeNotes | null = null, builtAt = MONDAY, siteUrl = SITE) => {
  const content = indexContent(source);
  const notes = noteChanges(former, shownIn(content), builtAt);
  const files = feedFiles({ content, siteUrl, datesOf: datesIn(notes), today: builtAt.slice(0, 10) }, notes.begun);
  return { notes, files, text: (path: string) => files.get(path)?.() ?? '' };
};
const demo = toSiteExport(demoContent({ today: '2026-09-05' }));
const entriesOf = (text: string) => parseAtomFeed(text).entries ?? [];

describe('the feeds of the demonstration', () => {
  const { files, text } = release(demo);
  const feeds = [...files.keys()].filter((path) => path.endsWith('.xml'));

  it('are read by others, with all that RFC 4287 demands', () => {
    expect(feeds.length).toBeGreaterThan(demo.themes.length + demo.communes.length);
    for (const path of feeds) {
      expect(XMLValidator.validate(text(path)), path).toBe(true);
      const feed = parseAtomFeed(text(path));
      expect(feed.id).toMatch(/^urn:uuid:/);
      expect(feed.title?.value).toContain(demo.settings.siteName);
      expect(feed.authors?.[0]?.name).toBe(demo.settings.operatorName);
      expect(feed.links?.find(({ rel }) => rel === 'self')?.href).toBe(SITE + path);
      for (const entry of [feed, ...(feed.entries ?? [])]) {
        expect(Number.isNaN(Date.parse(entry.updated ?? ''))).toBe(false);
        expect(entry.links?.find(({ rel }) => rel === 'alternate')?.href).toMatch(/^https:\/\/annuaire\.example\//);
      }
      const ids = (feed.entries ?? []).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('say no telephone number and no e-mail address', () => {
    for (const { phone, email } of demo.associations.flatMap(({ contacts }) => contacts))
      for (const value of [phone, email])
        if (value !== null) expect(feeds.some((path) => text(path).includes(value))).toBe(false);
  });

  it('are the same files when the release is made again, and have the same identifiers on another domain', () => {
    const { notes } = release(demo);
    const again = release(demo, notes, MONDAY_EVENING);
    for (const path of files.keys()) expect(again.text(path), path).toBe(text(path));
    const ids = (one: string) => entriesOf(one).map(({ id }) => id);
    expect(ids(release(demo, null, MONDAY, 'https://autre.example').text('/associations/flux.xml'))).toEqual(
      ids(text('/associations/flux.xml')),
    );
  });
});

describe('a feed', () => {
  const chorale = sampleAssociation({ id: 'chorale', slug: 'chorale', name: 'Chorale', themes: ['culture'] });
  const before = release(sampleExport());

  it('begins with what is new or has changed, and says which', () => {
    const associations = [sampleAssociation({ summary: 'On apprend à se relever.' }), chorale];
    const { text } = release(sampleExport({ associations }), before.notes, TUESDAY);
    const read = entriesOf(text('/associations/flux.xml')).map(({ title, summary, published, updated }) => [
      title?.value,
      summary?.value,
      published,
      updated,
    ]);
    expect(read).toEqual([
      ['Chorale', 'Nouveau dans l’annuaire.\nOn apprend à tomber.', TUESDAY, TUESDAY],
      ['Judo club', 'Mis à jour.\nOn apprend à se relever.', undefined, TUESDAY],
    ]);
    expect(entriesOf(text('/themes/culture/flux.xml'))).toHaveLength(1);
  });

  it('marks what is cancelled, and leaves out what is over', () => {
    const events = [
      sampleEvent({ id: 'a', slug: 'a', state: 'annulé', timings: [sampleTiming('2026-10-05T08:00:00.000Z')] }),
      sampleEvent({ id: 'b', slug: 'b' }),
    ];
    const read = entriesOf(release(sampleExport({ events })).text('/agenda/flux.xml'));
    expect(JSON.stringify(read)).toContain('ANNULÉ – Forum des associations');
    expect(read).toHaveLength(1);
  });

  it('stays where it was with nothing in it', () => {
    const { text } = release(sampleExport({ associations: [] }));
    expect(parseAtomFeed(text('/communes/marsas/flux.xml'))).toMatchObject({ updated: MONDAY });
    expect(entriesOf(text('/communes/marsas/flux.xml'))).toEqual([]);
    expect(text('/communes/marsas/agenda.ics')).toMatch(/^BEGIN:VCALENDAR[^]*END:VCALENDAR\r\n$/);
  });

  it('is XML whatever somebody has typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const { text } = release(
          sampleExport({ associations: [sampleAssociation({ name: `J ${typed}`, summary: `S ${typed}` })] }),
        );
        expect(XMLValidator.validate(text('/flux.xml'))).toBe(true);
        expect(entriesOf(text('/flux.xml'))).toHaveLength(1);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the calendars', () => {
  const titles = (text: string) =>
    new ICAL.Component(ICAL.parse(text) as unknown[])
      .getAllSubcomponents('vevent')
      .map((item) => item.getFirstPropertyValue('summary'));
  const venue = { id: 'salle', slug: 'salle', name: 'Salle', street: null, postalCode: null, city: null };
  const source = sampleExport({
    audiences: [{ id: 'enfants', slug: 'enfants', name: 'Enfants', position: 1, ageMin: 6, ageMax: 11 }],
    venues: [{ ...venue, commune: 'marsas', latitude: null, longitude: null, accessibility: null }],
    associations: [
      sampleAssociation({ audiences: ['enfants'] }),
      sampleAssociation({ id: 'chorale', slug: 'chorale', name: 'Chorale' }),
    ],
    events: [
      sampleEvent({ id: 'a', slug: 'a', title: 'Tournoi', organisers: ['judo'], themes: ['judo-et-lutte'] }),
      sampleEvent({ id: 'b', slug: 'b', title: 'Bal', venue: 'salle' }),
      sampleEvent({ id: 'd', slug: 'd', title: 'Loto', place: 'Foyer, 33620 CAVIGNAC' }),
      sampleEvent({ id: 'e', slug: 'e', title: 'Ailleurs', place: 'Rue de Marsas, Bordeaux' }),
      sampleEvent({ id: 'c', slug: 'c', title: 'Un jour', timings: [], organisers: ['chorale'] }),
    ],
  });
  const { text, files } = release(source);

  it.each([
    ['/agenda.ics', ['Ailleurs', 'Bal', 'Loto', 'Tournoi']],
    ['/themes/judo-et-lutte/agenda.ics', ['Tournoi']],
    ['/themes/sports/agenda.ics', ['Tournoi']],
    ['/themes/culture/agenda.ics', []],
    ['/communes/marsas/agenda.ics', ['Bal']],
    ['/communes/cavignac/agenda.ics', ['Loto']],
    ['/publics/enfants/agenda.ics', ['Tournoi']],
    ['/associations/judo-club/agenda.ics', ['Tournoi']],
    ['/agenda/b.ics', ['Bal']],
  ])('%s holds its own events', (path, expected) => {
    expect(titles(text(path)).sort()).toEqual(expected);
  });

  it('are not made of an association or an event without a date', () => {
    expect(files.has('/associations/chorale/agenda.ics')).toBe(false);
    expect(files.has('/agenda/c.ics')).toBe(false);
  });
});
