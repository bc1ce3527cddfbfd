/** Spots that stand too close to each other to be told apart at a zoom, as one. */
import Supercluster from 'supercluster';
import type { Spot } from '../find/on-map.ts';

/** West, south, east, north. */
export type Bounds = readonly [number, number, number, number];

export interface Pin {
  /** The same as long as it holds the same spots. */
  readonly key: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly spots: readonly Spot[];
  /** Different pages. */
  readonly count: number;
  /** At which it falls apart; null for a single spot. */
  readonly zoom: number | null;
}

/** A finger needs so many pixels between two pins. */
const RADIUS = 52;
export const CLOSEST_ZOOM = 17;

const different = (spots: readonly Spot[]): number =>
  new Set(spots.flatMap(({ pages }) => pages.map(({ page }) => page))).size;

/** Pins from north to south, as one reads. */
export function clustersOf(spots: readonly Spot[]): (bounds: Bounds, zoom: number) => Pin[] {
  const index = new Supercluster<{ rank: number }>({ radius: RADIUS, maxZoom: CLOSEST_ZOOM - 1 });
  index.load(
    spots.map(({ at }, rank) => ({
      type: 'Feature',
      properties: { rank },
      geometry: { type: 'Point', coordinates: [at[1], at[0]] },
    })),
  );
  return (bounds, zoom) =>
    index
      .getClusters([...bounds], Math.max(0, Math.floor(zoom)))
      .map((feature): Pin => {
        const [longitude = 0, latitude = 0] = feature.geometry.coordinates;
        if (!('cluster_id' in feature.properties)) {
          const spot = spots[feature.properties.rank]!;
          return { key: spot.key, longitude, latitude, spots: [spot], count: spot.pages.length, zoom: null };
        }
        const id = feature.properties.cluster_id;
        const own = index.getLeaves(id, Infinity).map(({ properties }) => spots[properties.rank]!);
        const zoomApart = index.getClusterExpansionZoom(id);
        return {
          key: own
            .map(({ key }) => key)
            .sort()
            .join(' '),
          longitude,
          latitude,
          spots: own,
          count: different(own),
          zoom: zoomApart,
        };
      })
      .sort((a, b) => b.latitude - a.latitude || a.longitude - b.longitude);
}

/** Of everything: the map opens on it. Null without spots. */
export function boundsOf(spots: readonly Pick<Spot, 'at'>[]): Bounds | null {
  if (spots.length === 0) return null;
  const latitudes = spots.map(({ at }) => at[0]);
  const longitudes = spots.map(({ at }) => at[1]);
  return [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)];
}
