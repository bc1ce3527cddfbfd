import { describe, expect, it } from 'vitest';
import { indexContent } from '../../content/index-content.ts';
import { sampleAssociation, sampleExport } from '../../content/sample-export.ts';
import { sampleEvent } from '../agenda/sample-event.ts';
import { fingerprint } from './fingerprint.ts';
import { datesIn, noteChanges, readNotes } from './memory.ts';
import { recordSubject, shownIn, subjectsByAddress } from './shown.ts';

const MONDAY = '2026-09-07T08:00:00.000Z';
const TUESDAY = '2026-09-08T08:00:00.000Z';
const WEDNESDAY = '2026-09-09T08:00:00.000Z';

const shownOf = (changes: Parameters<typeof sampleExport>[0] = {}) => shownIn(indexContent(sampleExport(changes)));
const JUDO = recordSubject('association', 'judo');

describe('a fingerprint', () => {
  it('is the same for what reads the same', () => {
    const image = { url: '/uploads/a.webp', hash: 'a1', alt: 'Un tatami' };
    expect(fingerprint({ b: 1, a: { d: [image], c: null } })).toBe(
      fingerprint({ a: { c: [], d: [{ ...image, url: 'https://files.example/a.webp' }] }, later: false, b: 1 }),
    );
  });
  it.each([
    ['a value', { a: 2 }],
    ['where a value stands', { b: 1 }],
    ['an order', { a: [2, 1] }],
    ['an address', { a: { url: 'https://a.example' } }],
  ])('is another for another %s', (_, value) => {
    const all = [{ a: 1 }, { a: [1, 2] }, { a: { url: 'https://b.example' } }, value].map(fingerprint);
    expect(new Set(all).size).toBe(4);
  });
});

describe('what changed', () => {
  it('is nothing between two releases of the same content, nor when what is seen on no page changes', () => {
    const before = shownOf();
    const confirmed = sampleAssociation({
      ...{ verifiedOn: '2026-09-01', verifiedBy: 'lien', toConfirm: true, inPrint: false },
      contacts: [],
    });
    expect(shownOf()).toEqual(before);
    expect(shownOf({ associations: [confirmed] })).toEqual(before);
    const contact = { role: null, name: 'Camille', phone: null, email: 'judo@example.org' };
    expect(shownOf({ associations: [sampleAssociation({ contacts: [{ ...contact, openData: true }] })] })).toEqual(
      shownOf({ associations: [sampleAssociation({ contacts: [contact] })] }),
    );
  });

  it('is the record and the lists that say it, and no other', () => {
    const before = shownOf({ communes: sampleExport().communes });
    const after = shownOf({
      associations: [sampleAssociation({ commune: 'marsas', summary: 'On apprend à se relever.' })],
    });
    const changed = [...after]
      .filter(([subject, letters]) => before.get(subject) !== letters)
      .map(([subject]) => subject);
    expect(changed).toEqual(
      expect.arrayContaining([
        JUDO,
        '/themes/judo-et-lutte/',
        '/themes/sports/',
        '/communes/marsas/',
        '/associations/',
      ]),
    );
    for (const other of ['/communes/cavignac/', '/themes/culture/', '/agenda/', '/guides/', '/mentions-legales/'])
      expect(changed).not.toContain(other);
  });

  it('is an event, too, when its place or its organiser is called otherwise', () => {
    const venue = { id: 'salle', slug: 'salle', name: 'Salle des fêtes', street: null, postalCode: null, city: null };
    const around = { commune: 'marsas', latitude: null, longitude: null, accessibility: null };
    const events = [sampleEvent({ venue: 'salle', organisers: ['judo'] })];
    const subject = recordSubject('event', 'evt1');
    const letters = (name: string, by: string) =>
      shownOf({ events, venues: [{ ...venue, ...around, name }], associations: [sampleAssociation({ name: by })] }).get(
        subject,
      );
    const before = letters('Salle des fêtes', 'Judo club');
    expect(letters('Salle des fêtes', 'Judo club')).toBe(before);
    expect(letters('Salle polyvalente', 'Judo club')).not.toBe(before);
    expect(letters('Salle des fêtes', 'Judo de Marsas')).not.toBe(before);
  });

  it('is dated by the release that first showed it, and keeps that date', () => {
    const first = noteChanges(null, shownOf(), MONDAY);
    expect(datesIn(first)(JUDO)).toEqual({ since: null, changed: null, noted: MONDAY });

    const chorale = sampleAssociation({ id: 'chorale', slug: 'chorale', name: 'Chorale' });
    const changes = { associations: [sampleAssociation({ summary: 'Autre chose.' }), chorale] };
    const second = noteChanges(first, shownOf(changes), TUESDAY);
    const third = noteChanges(readNotes(JSON.parse(JSON.stringify(second))), shownOf(changes), WEDNESDAY);
    for (const notes of [second, third]) {
      expect(datesIn(notes)(JUDO)).toEqual({ since: null, changed: TUESDAY, noted: TUESDAY });
      expect(datesIn(notes)(recordSubject('association', 'chorale'))).toMatchObject({
        since: TUESDAY,
        changed: TUESDAY,
      });
      expect(datesIn(notes)('/guides/')).toMatchObject({ changed: null, noted: MONDAY });
    }
  });

  it('forgets what is shown no more, and takes it for new when it comes back', () => {
    const first = noteChanges(null, shownOf(), MONDAY);
    const without = noteChanges(first, shownOf({ associations: [] }), TUESDAY);
    expect(Object.keys(without.subjects)).not.toContain(JUDO);
    expect(datesIn(noteChanges(without, shownOf(), WEDNESDAY))(JUDO).since).toBe(WEDNESDAY);
  });

  it('lets no clock that went back bring an earlier date', () => {
    const second = noteChanges(noteChanges(null, shownOf(), TUESDAY), shownOf({ associations: [] }), MONDAY);
    expect(datesIn(second)('/associations/').changed).toBe(TUESDAY);
  });

  it('begins again with a document that is none', () => {
    for (const nonsense of [null, [], 'x', { format: 'trame-changes/2', subjects: {} }])
      expect(readNotes(nonsense)).toBeNull();
    const named = new Map([
      ['__proto__', 'a'],
      ['constructor', 'b'],
    ]);
    const notes = noteChanges(noteChanges(null, new Map(), MONDAY), named, TUESDAY);
    expect(datesIn(notes)('constructor').since).toBe(TUESDAY);
  });
});

describe('the subject of a page', () => {
  const content = indexContent(sampleExport({ events: [sampleEvent()] }));
  const of = subjectsByAddress(content, shownIn(content));
  it.each([
    ['/', '/'],
    ['/associations/judo-club/', JUDO],
    ['/agenda/forum/', recordSubject('event', 'evt1')],
    ['/agenda/mois/2026-09/', '/agenda/mois/2026-09/'],
    ['/associations/lettre/j/2/', '/associations/lettre/j/'],
    ['/themes/sports/2/', '/themes/sports/'],
    ['/annuaire/themes/sports/', '/annuaire/'],
    ['/recherche/', undefined],
    ['/themes/perdu/', undefined],
  ])('%s is %s', (address, subject) => expect(of(address)).toBe(subject));
});
