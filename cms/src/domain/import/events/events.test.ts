import { describe, expect, it } from 'vitest';
import { EMPTY_TIMING, MOST_TIMINGS, type StoredTiming } from '../../event-timings.ts';
import { parisInstant } from '../../paris-instant.ts';
import { addDays } from '../../dates.ts';
import { Territory } from '../territory.ts';
import { communes, lists } from '../testing/sheet.ts';
import { boundedDates, datesText, dateWindow, readDates } from './dates-text.ts';
import { readEventRow, type EventLists, type ReadEvent } from './event-values.ts';
import { eventColumns, eventWorkbook } from './event-workbook.ts';
import { emptyEvent, eventLimits, type ForeignEvent } from './foreign-event.ts';
import { guessKind } from './kind-words.ts';
import { leftAfter, mergeEvent } from './merge-event.ts';
import { eventKey, KnownEvents, planEvents, type KnownEvent, type RememberedEvent } from './plan-events.ts';

const TODAY = '2026-11-30';
const when = (day: string, begin = '', end = '', lastDay = '') => ({ ...EMPTY_TIMING, day, lastDay, begin, end });

describe('the dates of a cell', () => {
  it.each([
    ['a day', when('2026-12-12')],
    ['an evening', when('2026-12-12', '18:00', '20:00')],
    ['a night', when('2026-12-12', '21:00', '02:00')],
    ['several days', when('2026-12-12', '', '', '2026-12-14')],
    ['several days with hours', when('2026-12-12', '10:00', '18:00', '2026-12-14')],
    ['one that is cancelled', { ...when('2026-12-12', '18:00'), state: 'annulé' as const }],
    ['one that is full', { ...when('2026-12-12', '18:00'), state: 'complet' as const }],
    [
      'one that is moved',
      {
        ...when('2026-12-12', '18:00'),
        state: 'reporté' as const,
        moved: { day: '2026-12-13', lastDay: '', begin: '19:00', end: '20:00' },
      },
    ],
  ])('say and read %s', (_name, timing) => {
    const read = readDates(datesText([timing]), TODAY);
    expect(read.ok && datesText([timing])).toBeTruthy();
    if (!read.ok) return;
    const [stored] = read.value;
    expect(stored?.state).toBe(timing.state);
    expect(stored?.begin).toBe(parisInstant(timing.day, timing.begin || '00:00'));
    if (timing.moved.day !== '') expect(stored?.newBegin).toBe(parisInstant('2026-12-13', '19:00'));
  });

  it('are read as an editor writes them, and refused with what to write', () => {
    expect(readDates('le 12/12/2026 de 18h à 20h30\n2026-12-19', TODAY)).toMatchObject({ ok: true });
    for (const text of ['samedi', '31/02/2027', '12/12/2026 de 20:00 à 18:00', '12/12/2026 (peut-être)'])
      expect(readDates(text, TODAY)).toMatchObject({ ok: false, message: expect.stringMatching(/\.$/) as string });
    expect(readDates(datesText(Array.from({ length: 61 }, (_, rank) => when(addDays(TODAY, rank)))), TODAY).ok).toBe(
      false,
    );
  });

  it('of this month and after it are kept, as many as an event may have; of what is over, the last', () => {
    const days = Array.from({ length: 100 }, (_, rank) => when(addDays('2026-11-01', rank)));
    const { dates, left } = boundedDates([when('2026-10-01'), ...days, days[0]!], TODAY);
    expect([dates.length, left, dates[0]?.day]).toEqual([MOST_TIMINGS, 40, '2026-11-01']);
    expect(boundedDates([when('2018-05-19'), when('2018-05-20')], TODAY).dates).toEqual([when('2018-05-20')]);
    expect(boundedDates([when('2026-09-01', '', '', '2026-12-31')], TODAY).dates).toHaveLength(1);
    expect(dateWindow(TODAY)).toEqual({ from: '2026-11-01', until: '2027-12-01' });
  });
});

const foreign = (over: Partial<ForeignEvent> = {}): ForeignEvent => ({
  ...emptyEvent('openagenda'),
  id: '1',
  title: 'Bal des quatre saisons',
  summary: 'On danse.',
  dates: [when('2026-12-12', '20:00', '23:00')],
  city: 'Cézac',
  placeName: 'Salle des fêtes',
  ...over,
});
const eventLists: EventLists = {
  themes: lists.themes,
  territory: new Territory(communes),
  venues: [
    { id: 'v-cezac', name: 'Salle des Fêtes', commune: 'c-cezac' },
    { id: 'v-savin', name: 'Salle des fêtes', commune: 'c-savin' },
    { id: 'v-stade', name: 'Stade du Moulin', commune: 'c-savin' },
  ],
  associations: new Map([['foyer rural', 'a-foyer']]),
};
const read = (over: Partial<ForeignEvent> = {}, cells: Record<string, string> = {}): ReadEvent => {
  const event = foreign(over);
  const row = eventWorkbook({ source: event.source, events: [event], remarks: [] }, TODAY)?.sheets[0]?.rows[1];
  if (!row) throw new Error('no row');
  return readEventRow(row, eventLists, cells, TODAY);
};

describe('an event of a source', () => {
  it('finds the place of its commune, an association of the directory, themes by their names', () => {
    expect(read({ organiser: 'Foyer Rural', keywords: ['musique', 'Inconnu'] })).toMatchObject({
      elsewhere: null,
      values: { venue: 'v-cezac', organisers: ['a-foyer'], themes: ['t-musique'] },
    });
    expect(read({ city: 'Cavignac', postalCode: '33620', address: '3 rue du Lac' }).values).toMatchObject({
      place: 'Salle des fêtes, 3 rue du Lac, 33620 Cavignac',
    });
    expect(read({ city: 'Bressuire' })).toMatchObject({ elsewhere: 'Bressuire' });
    expect(read({ address: '12 rue du Bourg, 33620, Cavignac', city: 'Cavignac', placeName: '' }).values.place).toBe(
      '12 rue du Bourg, 33620, Cavignac',
    );
  });

  it.each([
    ['a name, whatever its accents and case', { city: 'CEZAC' }, 'Salle du Lac, CEZAC'],
    ['a former name', { city: 'Sainte Fictive' }, 'Salle du Lac, Sainte Fictive, Saint-Savin'],
    ['a code of INSEE alone', { city: '', inseeCode: '33114' }, 'Salle du Lac, Cavignac'],
    ['a code of INSEE, in other words', { city: 'Le Bourg', inseeCode: '33114' }, 'Salle du Lac, Le Bourg, Cavignac'],
    ['a postal code that one commune has', { city: '', postalCode: '33920' }, 'Salle du Lac, 33920 Saint-Savin'],
    ['the end of an address', { city: '', address: '3 rue X, Cavignac' }, 'Salle du Lac, 3 rue X, Cavignac'],
    ['the end of a place', { city: '', placeName: 'Foyer - Cézac (33)' }, 'Foyer - Cézac (33)'],
    ['the name of a place', { placeName: 'Foyer de Cavignac', city: 'Cavignac' }, 'Foyer de Cavignac'],
    [
      'the last words of a place',
      { city: '', placeName: 'Salle des fêtes de Cavignac' },
      'Salle des fêtes de Cavignac',
    ],
    [
      'the beginning of its name',
      { city: '', placeName: 'Gymnase, Saint-Yzan' },
      'Gymnase, Saint-Yzan, Saint-Yzan-de-Soudiac',
    ],
    ['a town with its code', { city: '33920 Saint Savin, France' }, 'Salle du Lac, 33920 Saint Savin, France'],
  ])('is in a commune of the territory by %s, and its place ends so that the site reads it', (_name, over, place) => {
    const event = read({ placeName: 'Salle du Lac', ...over });
    expect(event).toMatchObject({ elsewhere: null, remarks: [] });
    expect(event.values.place).toBe(place);
    expect(eventLists.territory.ofToday.communeOfPlace(String(event.values.place))).not.toBeNull();
  });

  it.each([
    ['a place without a town', { city: '', placeName: 'Salle du Lac' }],
    ['a postal code of several communes', { city: '', placeName: 'Salle du Lac', postalCode: '33620' }],
    ['one word that several names begin with', { city: '', placeName: 'Gymnase, Saint' }],
    ['a way named after a commune, as a place', { city: '', placeName: 'Route de Cavignac' }],
    ['a street named after a commune', { city: '', placeName: '', address: 'Route de Cavignac' }],
    ['nothing', { city: '', placeName: '' }],
  ])('says so where no commune is told: %s', (_name, over) => {
    expect(read(over).remarks).toMatchObject([
      { line: 2, message: expect.stringMatching(/^Aucune de vos communes/) as string },
    ]);
  });

  it.each([
    ['another Saint-Savin', { city: 'Saint-Savin', postalCode: '38300' }, 'Saint-Savin'],
    ['a town of elsewhere', { city: 'Bressuire' }, 'Bressuire'],
    ['a great town alone', { city: '', placeName: 'Bordeaux' }, 'Bordeaux'],
    ['a great town behind a place', { city: '', placeName: 'Gymnase, Bordeaux' }, 'Bordeaux'],
    ['a code of elsewhere', { city: '', inseeCode: '79049' }, '79049'],
  ])('is elsewhere: %s', (_name, over, elsewhere) => {
    expect(read(over)).toMatchObject({ elsewhere, remarks: [] });
  });

  it('that is online only, or in a venue of the list, needs no commune', () => {
    expect(read({ city: '', placeName: '', onlineUrl: 'https://www.example.org/direct' }).remarks).toEqual([]);
    expect(read({ city: '', placeName: 'Stade du Moulin' }).remarks).toEqual([]);
  });

  it('of a calendar names nobody in public who is no association', () => {
    const { values } = read({ source: 'ics', organiser: 'Camille Personne' });
    expect(values.organiserName).toBeUndefined();
    expect(values.internalNote).toBe('Organisateur selon la source\u00a0: Camille Personne.');
    expect(read({ organiser: 'Vélo club fictif' }).values.organiserName).toBe('Vélo club fictif');
  });

  it('is mended cell by cell, and says what cannot be read', () => {
    const column = eventColumns.dates;
    const bad = read({}, { [`2:${column}`]: 'samedi' });
    expect(bad.faults).toMatchObject([{ line: 2, column, text: 'samedi' }]);
    expect(read({}, { [`2:${column}`]: '13/12/2026' }).faults).toEqual([]);
    expect(read({ title: '' }).faults).toMatchObject([{ column: eventColumns.title }]);
  });

  it('that is too long is cut at a sentence, the whole being kept', () => {
    const long = 'Une phrase qui dit quelque chose. '.repeat(30);
    const { values } = read({ summary: long });
    expect(String(values.summary).length).toBeLessThanOrEqual(400);
    expect(values.summary).toMatch(/chose\.$/);
    expect(String(values.description)).toContain(long.trim());
  });

  it('one too many is refused whole', () => {
    const events = Array.from({ length: eventLimits.events + 1 }, () => foreign({ dates: [] }));
    expect(eventWorkbook({ source: 'ics', events, remarks: [] }, TODAY)).toBeNull();
  });

  it.each([
    ['Grand loto de l’école', [], 'compétition'],
    ['Randonnée du patrimoine', [], 'sortie'],
    ['Les Éclipses', ['Théâtre'], 'spectacle'],
    ['Quelque chose', [], 'autre'],
  ])('« %s » is guessed to be of a kind', (title, keywords, kind) => {
    expect(guessKind(title, keywords)).toBe(kind);
  });
});

const timing = (day: string, over: Partial<StoredTiming> = {}): StoredTiming => ({
  begin: parisInstant(day, '20:00'),
  end: parisInstant(day, '23:00'),
  atMidnight: false,
  state: 'prévu',
  newBegin: null,
  newEnd: null,
  ...over,
});

describe('what a source says anew', () => {
  const said = { title: 'Bal', price: '5 €', timings: [timing('2026-12-12'), timing('2026-12-19')] };
  const last = { said, left: said };

  it('is taken where nobody changed what an import left, and nothing is emptied', () => {
    const merged = mergeEvent(
      { ...said, summary: 'Du bureau' },
      { ...said, title: 'Grand bal', price: '' },
      last,
      TODAY,
    );
    expect(merged).toMatchObject({ changed: ['title'], kept: [], content: { title: 'Grand bal', price: '5 €' } });
  });

  it('changes nothing when it is what it was, whatever an editor made of it', () => {
    const byHand = { ...said, title: 'Le bal de Cézac', timings: [timing('2026-12-12', { state: 'complet' })] };
    expect(mergeEvent(byHand, said, last, TODAY)).toMatchObject({ changed: [], kept: [] });
  });

  it('stays out where somebody changed it by hand, and this is told', () => {
    const merged = mergeEvent({ ...said, title: 'Le bal de Cézac' }, { ...said, title: 'Grand bal' }, last, TODAY);
    expect(merged).toMatchObject({ changed: [], kept: ['title'], content: { title: 'Le bal de Cézac' } });
  });

  it('changes dates one by one: full, taken out and added by hand stay, new and cancelled ones come', () => {
    const byHand = [timing('2026-12-12', { state: 'complet' }), timing('2026-12-25')];
    const next = [timing('2026-12-12', { end: null }), timing('2026-12-19', { state: 'annulé' }), timing('2027-01-02')];
    const merged = mergeEvent({ ...said, timings: byHand }, { ...said, timings: next }, last, TODAY);
    expect(merged.content['timings']).toEqual([byHand[0], byHand[1], timing('2027-01-02')]);
    const untouched = mergeEvent(said, { ...said, timings: next }, last, TODAY);
    expect(untouched.content['timings']).toEqual(next);
    // A source that leaves out what is over says nothing; one that leaves out what is to come took it back.
    const over = { ...said, timings: [timing('2026-11-01'), timing('2026-12-12')] };
    const left = mergeEvent(over, { ...said, timings: [timing('2026-12-19')] }, { said: over, left: over }, TODAY);
    expect(left.content['timings']).toEqual([timing('2026-11-01'), timing('2026-12-19')]);
  });

  it('a date that was changed by hand is known as such for good', () => {
    const byHand = { ...said, timings: [timing('2026-12-12', { state: 'complet' }), timing('2026-12-19')] };
    const second = { ...said, timings: [...said.timings, timing('2027-01-02')] };
    const merged = mergeEvent(byHand, second, last, TODAY);
    const left = leftAfter(merged.content, { values: second, changed: merged.changed }, last);
    const third = { ...second, timings: [timing('2026-12-12', { end: null }), ...second.timings.slice(1)] };
    const again = mergeEvent(merged.content, third, { said: second, left }, TODAY);
    expect(again.content['timings']).toContainEqual(timing('2026-12-12', { state: 'complet' }));
  });

  it('only fills in what is empty where no import knows the event', () => {
    const merged = mergeEvent(
      { title: 'Bal', price: null, free: false },
      { title: 'Autre', price: '5 €' },
      null,
      TODAY,
    );
    expect(merged).toMatchObject({ changed: ['price'], kept: ['title'] });
  });
});

describe('the plan', () => {
  const known = (over: Partial<KnownEvent> = {}): KnownEvent => ({
    documentId: 'e-1',
    isPublished: true,
    content: {
      title: 'Bal des quatre saisons',
      timings: [timing('2026-12-12')],
      externalIds: [{ source: 'openagenda', externalId: '1' }],
    },
    ...over,
  });
  const plan = (
    events: readonly ReadEvent[],
    directory: readonly KnownEvent[] = [],
    over: { lines?: Record<string, string>; remembered?: ReadonlyMap<string, RememberedEvent> } = {},
  ) => planEvents(events, new KnownEvents(directory), { today: TODAY, lines: {}, remembered: new Map(), ...over });

  it('makes a new event that can be published, with its number at the source', () => {
    const [one] = plan([read()]);
    expect(one).toMatchObject({ act: 'new', missing: [], documentId: null });
    expect(one?.after).toMatchObject({
      title: 'Bal des quatre saisons',
      kind: 'fête',
      venue: 'v-cezac',
      externalIds: [{ source: 'openagenda', externalId: '1' }],
      timings: [{ begin: parisInstant('2026-12-12', '20:00') }],
    });
  });

  it('knows an event by its number, and asks where only its title and day are alike', () => {
    expect(plan([read()], [known()])[0]).toMatchObject({ documentId: 'e-1', by: 'id' });
    const byHand = known({ content: { ...known().content, title: 'Le bal des quatre saisons', externalIds: [] } });
    expect(plan([read()], [byHand])[0]).toMatchObject({ act: 'asked', candidates: [{ documentId: 'e-1' }] });
    expect(plan([read()], [byHand], { lines: { 2: 'new' } })[0]?.act).toBe('new');
    expect(plan([read()], [byHand], { lines: { 2: 'e-1' } })[0]).toMatchObject({ act: 'changed', by: 'chosen' });
    expect(plan([read()], [byHand], { lines: { 2: 'e-9' } })[0]?.act).toBe('refused');
  });

  it('leaves aside what is over, elsewhere, deleted or set aside before, until somebody takes it', () => {
    const deleted = new Map([
      [eventKey('openagenda', '1'), { documentId: 'gone', at: '2026-11-01T10:00:00.000Z', last: null }],
    ]);
    const aside = new Map([
      [eventKey('openagenda', '1'), { documentId: null, at: '2026-11-01T10:00:00.000Z', last: null }],
    ]);
    const cases = [
      [read({ dates: [when('2018-05-19', '15:00')] }), {}, /^Terminé le 19 mai 2018/],
      [read({ city: 'Bressuire' }), {}, /^À Bressuire/],
      [read(), { remembered: deleted }, /supprimé/],
      [read(), { remembered: aside }, /1er novembre 2026/],
    ] as const;
    for (const [event, over, message] of cases) {
      const [left] = plan([event], [], over);
      expect(left?.act).toBe('left');
      expect(left?.remarks[0]?.message).toMatch(message);
      expect(plan([event], [], { ...over, lines: { 2: 'take' } })[0]?.act).toBe('new');
    }
  });

  it('refuses a number that comes twice', () => {
    expect(plan([read(), { ...read(), line: 3 }]).map(({ act }) => act)).toEqual(['new', 'refused']);
  });
});
