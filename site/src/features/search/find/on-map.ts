/** Where pages of an answer stand on a map: at their exact place, else at each of their communes, as the list and its facets count. */
import type { ExactPlaces } from '../bundle/points-file.ts';
import type { Point } from '../facts/distance.ts';
import type { Facts } from '../facts/format.ts';
import type { RankedPage } from './rank.ts';

export interface Spot {
  /** The same in every answer of a release. */
  readonly key: string;
  readonly at: Point;
  /** Of the venue, the address or the commune. */
  readonly name: string;
  /** A commune is where its entries are when nothing closer is known. */
  readonly exact: boolean;
  /** In the order of the answer. */
  readonly pages: readonly RankedPage[];
}

export interface OnMap {
  readonly spots: readonly Spot[];
  /** Different pages that stand somewhere. */
  readonly placed: number;
  /** Pages of which no place is known: only the list has them. */
  readonly unplaced: number;
}

/** @param asked slugs of communes: of several communes of an entry, only those count that are asked */
export function onMap(
  facts: Facts,
  exact: ExactPlaces,
  pages: readonly RankedPage[],
  asked: readonly string[] = [],
): OnMap {
  const spots = new Map<string, Omit<Spot, 'pages'> & { pages: Map<number, RankedPage> }>();
  const { communes } = facts.file;
  const wanted = new Set(asked);
  let unplaced = 0;
  for (const ranked of pages) {
    let isPlaced = false;
    const add = (key: string, spot: Pick<Spot, 'at' | 'name' | 'exact'>, row: RankedPage['rows'][number]): void => {
      const known = spots.get(key) ?? { key, ...spot, pages: new Map<number, RankedPage>() };
      const own = known.pages.get(ranked.page);
      known.pages.set(ranked.page, { ...ranked, rows: [...(own?.rows ?? []), row] });
      spots.set(key, known);
      isPlaced = true;
    };
    for (const row of ranked.rows) {
      const place = exact(row.row);
      if (place !== null) {
        add(`p${place.rank}`, { at: place.at, name: place.name, exact: true }, row);
        continue;
      }
      const all = facts.row(row.row).communes.map((rank) => communes[rank]!);
      const own = all.filter(({ slug }) => wanted.has(slug));
      for (const { slug, name, at } of own.length > 0 ? own : all)
        if (at !== null) add(`c${slug}`, { at, name, exact: false }, row);
    }
    if (!isPlaced) unplaced += 1;
  }
  return {
    spots: [...spots.values()].map((spot) => ({ ...spot, pages: [...spot.pages.values()] })),
    placed: pages.length - unplaced,
    unplaced,
  };
}
