import type { Commune, Venue } from '@trame/cms/domain/contract/site/territory';
import { describe, expect, it } from 'vitest';
import { fullPlace, mapUrl, placeOf, placeWithTown, shortPlace, townLine } from './place.ts';
import { sampleEvent } from './sample-event.ts';

const venue: Venue = {
  id: 'v1',
  slug: 'salle',
  name: 'Salle des fêtes',
  street: '1 place de l’Église',
  postalCode: '33920',
  city: null,
  commune: 'c1',
  latitude: 45.13,
  longitude: -0.45,
  accessibility: null,
};
const byId =
  <T extends { id: string }>(...items: T[]) =>
  (id: string) =>
    items.find((item) => item.id === id);
const content = {
  venues: { byId: byId(venue, { ...venue, id: 'v2', commune: null, city: 'Blaye', latitude: null }) },
  communes: { byId: byId({ id: 'c1', name: 'Saint-Savin' } as Commune) },
} as Parameters<typeof placeOf>[0];
const place = (changes: Parameters<typeof sampleEvent>[0]) => placeOf(content, sampleEvent(changes));

describe('placeOf', () => {
  it('takes the town from the commune of the venue', () => {
    const hall = place({ venue: 'v1', place: 'parking de la salle' });
    if (hall === null) throw new Error('a place');
    expect(shortPlace(hall)).toBe('Salle des fêtes, Saint-Savin');
    expect(townLine(hall)).toBe('33920 Saint-Savin');
    expect(fullPlace(hall)).toBe('Salle des fêtes, parking de la salle, 1 place de l’Église, 33920 Saint-Savin');
    expect(mapUrl(hall)).toBe('https://www.openstreetmap.org/?mlat=45.13&mlon=-0.45#map=17/45.13/-0.45');
  });

  it('takes the town of a venue outside of the territory, and has no map without coordinates', () => {
    const outside = place({ venue: 'v2' });
    if (outside === null) throw new Error('a place');
    expect(shortPlace(outside)).toBe('Salle des fêtes, Blaye');
    expect(mapUrl(outside)).toBeNull();
  });

  it('falls back on what was typed, also when the venue is not published', () => {
    expect(place({ place: 'Au bord du lac' })).toMatchObject({ name: 'Au bord du lac', city: null });
    expect(place({ venue: 'gone', place: 'Au bord du lac' })?.name).toBe('Au bord du lac');
    expect(place({})).toBeNull();
  });

  it('does not say the town twice', () => {
    expect(shortPlace({ ...place({ venue: 'v1' })!, name: 'Mairie de Saint-Savin' })).toBe('Mairie de Saint-Savin');
  });
});

describe('placeWithTown', () => {
  const town = (postalCodes: string[]) => ({
    ...content,
    communeOfEvent: () => ({ name: 'Cavignac', postalCodes }) as unknown as Commune,
  });

  it('says the town of a place in words in a field of its own', () => {
    const event = sampleEvent({ place: 'Halle, Cavignac' });
    expect(placeWithTown(town(['33620']), event)).toMatchObject({ city: 'Cavignac', postalCode: '33620' });
    expect(placeWithTown(town(['33620', '33621']), event)).toMatchObject({ city: 'Cavignac', postalCode: null });
    expect(placeWithTown({ ...content, communeOfEvent: () => undefined }, event)).toMatchObject({ city: null });
  });

  it('leaves a venue as it is', () => {
    expect(placeWithTown(town(['33620']), sampleEvent({ venue: 'v1' }))).toMatchObject({ city: 'Saint-Savin' });
  });
});
