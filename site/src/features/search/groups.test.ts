import { describe, expect, it } from 'vitest';
import { groupHits } from './groups.ts';

const activity = (slug: string, rank: number) => ({
  url: `/associations/${slug}/#activite-${rank}`,
  meta: { title: `Activité ${rank}`, association: slug.toUpperCase() },
});

describe('results', () => {
  it('show an association once, with its activities that answer', () => {
    const results = groupHits([activity('judo', 2), activity('danse', 1), activity('judo', 1)]);
    expect(results.map(({ url, title, activities }) => [url, title, activities.map(({ url }) => url)])).toEqual([
      ['/associations/judo/', 'JUDO', ['/associations/judo/#activite-2', '/associations/judo/#activite-1']],
      ['/associations/danse/', 'DANSE', ['/associations/danse/#activite-1']],
    ]);
  });

  it('add later hits to what is shown, and lead to the page of a record of both shelves', () => {
    const first = groupHits([activity('judo', 2)]);
    const all = groupHits([activity('judo', 3), { url: '/agenda/forum/#lieu', meta: { title: 'Forum' } }], first);
    expect(all.map(({ url, activities }) => [url, activities.length])).toEqual([
      ['/associations/judo/', 2],
      ['/agenda/forum/', 0],
    ]);
  });
});
