import { describe, expect, it } from 'vitest';
import { collectionPage } from './list-json-ld.ts';

const page = { name: 'Sports', description: 'Les associations de sport.', url: 'https://exemple.fr/themes/sports/2/' };

describe('collectionPage', () => {
  it('names what it leads to, in its order, counted on from the page before', () => {
    const items = [
      { name: 'Judo', href: '/associations/judo/' },
      { name: 'Tennis', href: '/associations/tennis/' },
    ];
    expect(collectionPage({ ...page, items, before: 20, total: 22 })).toMatchObject({
      '@type': 'CollectionPage',
      mainEntity: {
        '@type': 'ItemList',
        numberOfItems: 22,
        itemListElement: [
          { position: 21, name: 'Judo', url: 'https://exemple.fr/associations/judo/' },
          { position: 22, url: 'https://exemple.fr/associations/tennis/' },
        ],
      },
    });
  });

  it('says nothing of a list without anything in it', () => {
    expect(collectionPage({ ...page, items: [] })).not.toHaveProperty('mainEntity');
  });
});
