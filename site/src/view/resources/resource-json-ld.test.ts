import type { Resource } from '@trame/cms/domain/contract/site/resource';
import { describe, expect, it } from 'vitest';
import { resourceJsonLd } from './resource-json-ld.ts';

const around = {
  url: 'https://exemple.fr/ressources/x/',
  image: null,
  owner: { name: 'Les Toiles', url: 'https://exemple.fr/associations/les-toiles/' },
  commune: 'Cavignac',
  territory: 'Nord Gironde',
};
const of = (changes: Partial<Resource>, surroundings: Partial<typeof around> | { commune: null } = {}) =>
  resourceJsonLd(
    { title: 'Barnum', summary: 'Un barnum.', kind: 'matériel', price: null, capacity: null, ...changes } as Resource,
    { ...around, ...surroundings },
  );

describe('resourceJsonLd', () => {
  it('is a service of whoever lends, for the commune, at the price that is said', () => {
    expect(of({ price: '30 € le week-end' })).toMatchObject({
      '@type': 'Service',
      name: 'Barnum',
      provider: { name: 'Les Toiles', url: around.owner.url },
      areaServed: { name: 'Cavignac' },
      offers: [{ price: 30, priceCurrency: 'EUR' }],
    });
    expect(of({ price: 'Caution de 300 €' }, { commune: null })).toMatchObject({
      areaServed: { name: 'Nord Gironde' },
    });
    expect(of({ price: 'Caution de 300 €' })).not.toHaveProperty('offers');
  });

  it('is a place with its room, when it is one', () => {
    expect(of({ kind: 'salle', capacity: 80 })).toMatchObject({
      '@type': 'Place',
      maximumAttendeeCapacity: 80,
      address: { addressLocality: 'Cavignac' },
    });
  });

  it('is a document of its publisher, when it is one', () => {
    expect(of({ kind: 'document' })).toMatchObject({ '@type': 'DigitalDocument', publisher: { name: 'Les Toiles' } });
  });
});
