import { describe, expect, it } from 'vitest';
import { jsonLd } from '../json-ld.ts';
import { eventJsonLd, type EventSurroundings } from './event-json-ld.ts';
import { sampleEvent, sampleTiming } from './sample-event.ts';

const hall: EventSurroundings = {
  url: 'https://exemple.fr/agenda/forum/',
  image: null,
  place: {
    name: 'Salle des fêtes',
    street: null,
    postalCode: '33920',
    city: 'Saint-Savin',
    latitude: null,
    longitude: null,
  },
  organisers: [],
};

describe('eventJsonLd', () => {
  it('makes one event of each date, with the offset of Paris', () => {
    const events = eventJsonLd(
      sampleEvent({
        timings: [
          sampleTiming('2026-05-02T08:00:00.000Z', '2026-05-02T10:00:00.000Z'),
          sampleTiming('2026-12-02T09:00:00.000Z'),
        ],
      }),
      hall,
    );
    expect(events.map(({ startDate, endDate }) => [startDate, endDate])).toEqual([
      ['2026-05-02T10:00:00+02:00', '2026-05-02T12:00:00+02:00'],
      ['2026-12-02T10:00:00+01:00', undefined],
    ]);
  });

  it('makes none of an event without a date', () => {
    expect(eventJsonLd(sampleEvent({ timings: [] }), hall)).toEqual([]);
  });

  it('writes a whole day as a date and drops an impossible end', () => {
    const [day] = eventJsonLd(sampleEvent({ timings: [sampleTiming('2026-09-04T22:00:00.000Z')] }), hall);
    expect(day).toMatchObject({ startDate: '2026-09-05', endDate: '2026-09-05' });
    const [wrong] = eventJsonLd(
      sampleEvent({ timings: [sampleTiming('2026-09-05T08:00:00.000Z', '2026-09-05T06:00:00.000Z')] }),
      hall,
    );
    expect(wrong).not.toHaveProperty('endDate');
  });

  it('says of each date what became of it, and where it was moved from', () => {
    const timing = sampleTiming('2026-05-02T08:00:00.000Z');
    const moved = { begin: '2026-05-09T08:00:00.000Z', end: null, allDay: false };
    const nodes = eventJsonLd(
      sampleEvent({
        timings: [
          { ...timing, state: 'annulé' },
          { ...timing, state: 'reporté', moved },
          { ...timing, state: 'reporté' },
          { ...timing, state: 'complet' },
          timing,
        ],
      }),
      hall,
    );
    expect(nodes.map(({ eventStatus, startDate }) => [(eventStatus as string).split('/').at(-1), startDate])).toEqual([
      ['EventCancelled', '2026-05-02T10:00:00+02:00'],
      ['EventRescheduled', '2026-05-09T10:00:00+02:00'],
      ['EventPostponed', '2026-05-02T10:00:00+02:00'],
      ['EventScheduled', '2026-05-02T10:00:00+02:00'],
      ['EventScheduled', '2026-05-02T10:00:00+02:00'],
    ]);
    expect(nodes[1]).toMatchObject({ previousStartDate: '2026-05-02T10:00:00+02:00' });
    expect(nodes[2]).toMatchObject({ previousStartDate: '2026-05-02T10:00:00+02:00' });
    expect(nodes[4]).not.toHaveProperty('previousStartDate');
    expect(nodes[3]).toMatchObject({ offers: [{ availability: 'https://schema.org/SoldOut' }] });
    // What is said of the whole comes first.
    const [off] = eventJsonLd(sampleEvent({ state: 'annulé', timings: [{ ...timing, state: 'complet' }] }), hall);
    expect(off).toMatchObject({ eventStatus: 'https://schema.org/EventCancelled' });
  });

  it.each([
    ['prévu', 'EventScheduled'],
    ['complet', 'EventScheduled'],
    ['déplacé', 'EventScheduled'],
    ['reporté', 'EventRescheduled'],
    ['annulé', 'EventCancelled'],
  ] as const)('says %s as %s', (state, status) => {
    expect(eventJsonLd(sampleEvent({ state }), hall)[0]).toMatchObject({ eventStatus: `https://schema.org/${status}` });
  });

  it('offers what can be had, at the prices that the text says', () => {
    const offers = (changes: Parameters<typeof sampleEvent>[0]) =>
      eventJsonLd(sampleEvent(changes), hall)[0]?.['offers'];
    const offer = { '@type': 'Offer', url: hall.url, availability: 'https://schema.org/InStock' };
    const soldOut = { ...offer, availability: 'https://schema.org/SoldOut' };
    const euros = (price: number) => ({ price, priceCurrency: 'EUR' });
    expect(offers({ state: 'complet' })).toEqual([soldOut]);
    expect(offers({ state: 'complet', price: '4 €' })).toEqual([{ ...soldOut, ...euros(4) }]);
    expect(offers({ free: true })).toEqual([{ ...offer, ...euros(0) }]);
    expect(offers({ price: '8 € ou 6 €' })).toEqual([
      { ...offer, ...euros(8) },
      { ...offer, ...euros(6) },
    ]);
    expect(offers({ price: 'Prix libre' })).toBeUndefined();
  });

  it('offers nothing of what was cancelled, or put off to nobody knows when', () => {
    const priced = { price: '4 €', free: false };
    const timing = sampleTiming('2026-05-02T08:00:00.000Z');
    const moved = { begin: '2026-05-09T08:00:00.000Z', end: null, allDay: false };
    const nodes = eventJsonLd(
      sampleEvent({
        ...priced,
        timings: [
          { ...timing, state: 'annulé' },
          { ...timing, state: 'reporté' },
          { ...timing, state: 'reporté', moved },
        ],
      }),
      hall,
    );
    expect(nodes.map((node) => 'offers' in node)).toEqual([false, false, true]);
    expect(eventJsonLd(sampleEvent({ ...priced, state: 'annulé' }), hall)[0]).not.toHaveProperty('offers');
    expect(eventJsonLd(sampleEvent({ free: true, state: 'annulé' }), hall)[0]).not.toHaveProperty('offers');
  });

  it('says of a place in words where it is: its town, else its words', () => {
    const nowhere = { street: null, postalCode: null, city: null, latitude: null, longitude: null };
    const addressOf = (place: NonNullable<EventSurroundings['place']>) =>
      (eventJsonLd(sampleEvent(), { ...hall, place })[0]?.['location'] as unknown as { address: unknown }[])[0]
        ?.address;
    expect(addressOf({ ...nowhere, name: 'Au bord du lac' })).toEqual({
      '@type': 'PostalAddress',
      streetAddress: 'Au bord du lac',
      addressCountry: 'FR',
    });
    expect(addressOf({ ...nowhere, name: 'Halle, Cavignac', postalCode: '33620', city: 'Cavignac' })).toEqual({
      '@type': 'PostalAddress',
      postalCode: '33620',
      addressLocality: 'Cavignac',
      addressCountry: 'FR',
    });
  });

  it('knows a room, a screen, both, and a move from one to the other', () => {
    const online = { onlineUrl: 'https://visio.exemple.fr/salle' };
    const nowhere = { ...hall, place: null };
    expect(eventJsonLd(sampleEvent(), hall)[0]).toMatchObject({
      eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    });
    expect(eventJsonLd(sampleEvent(online), nowhere)[0]).toMatchObject({
      eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
      location: [{ '@type': 'VirtualLocation', url: online.onlineUrl }],
    });
    expect(eventJsonLd(sampleEvent(online), hall)[0]).toMatchObject({
      eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
    });
    expect(eventJsonLd(sampleEvent({ ...online, state: 'déplacé' }), nowhere)[0]).toMatchObject({
      eventStatus: 'https://schema.org/EventMovedOnline',
    });
    expect(eventJsonLd(sampleEvent(), nowhere)[0]).not.toHaveProperty('location');
  });

  it('cannot close the script that it stands in', () => {
    const title = 'Bal "rock" </script><script>alert(1)</script> & <!--';
    const [node] = eventJsonLd(sampleEvent({ title }), hall);
    if (node === undefined) throw new Error('one event');
    const text = jsonLd({ '@context': 'https://schema.org', ...node });
    expect(text).not.toMatch(/[<>]/);
    expect((JSON.parse(text) as { name: string }).name).toBe(title);
  });
});
