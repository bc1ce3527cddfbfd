import { describe, expect, it } from 'vitest';
import { indexContent } from '../../content/index-content.ts';
import { sampleAssociation, sampleExport } from '../../content/sample-export.ts';
import { pickOfTheDay } from './pick.ts';
import { tissue } from './tissue.ts';

describe('tissue', () => {
  it('ties a knot where associations of a theme act in a commune', () => {
    const at = (id: string, commune: string, theme: string) =>
      sampleAssociation({ id, slug: id, commune, themes: [theme] });
    const associations = [
      at('a', 'marsas', 'judo-et-lutte'),
      at('b', 'marsas', 'sports'),
      at('c', 'marsas', 'sports'),
      at('d', 'marsas', 'sports'),
      at('e', 'cavignac', 'culture'),
    ];
    const { warp, weft } = tissue(indexContent(sampleExport({ associations })));
    expect(warp).toEqual(['Cavignac', 'Marsas']);
    expect(weft.map(({ name, crossings }) => [name, crossings.map(({ count, weight }) => [count, weight])])).toEqual([
      [
        'Sports',
        [
          [0, 0],
          [4, 1],
        ],
      ],
      [
        'Culture',
        [
          [1, 0.5],
          [0, 0],
        ],
      ],
    ]);
  });

  it('stands without a single association', () => {
    expect(tissue(indexContent(sampleExport({ associations: [] }))).weft[0]?.crossings[0]).toEqual({
      count: 0,
      weight: 0,
    });
  });
});

describe('pickOfTheDay', () => {
  it('gives everyone a turn, and the same ones all day', () => {
    const items = [0, 1, 2, 3, 4, 5, 6];
    const days = Array.from({ length: 7 }, (_, at) => `2026-09-0${at + 1}`);
    const seen = new Set(days.flatMap((day) => pickOfTheDay(items, day, 3)));
    expect(seen.size).toBe(items.length);
    expect(pickOfTheDay(items, '2026-09-01', 3)).toEqual(pickOfTheDay(items, '2026-09-01', 3));
    expect(new Set(pickOfTheDay(items, '2026-09-01', 3)).size).toBe(3);
    expect(pickOfTheDay([1], '2026-09-01', 3)).toEqual([1]);
  });
});
