/** « et les communes voisines »: what stands close enough to go to. */
import type { Commune } from '@trame/cms/domain/contract/site/territory';

/** As the crow flies; a quarter of an hour by car in the country. */
const NEAR_KM = 8;
const EARTH_KM = 6371;

type Place = Pick<Commune, 'slug' | 'latitude' | 'longitude'>;

/** Slugs of the communes near each commune, the closest first; a commune without coordinates has none and is none's. */
export function neighboursOf(communes: readonly Place[]): Record<string, string[]> {
  return Object.fromEntries(
    communes.map((commune) => [
      commune.slug,
      communes
        .filter((other) => other.slug !== commune.slug)
        .map((other) => ({ slug: other.slug, km: distance(commune, other) }))
        .filter(({ km }) => km <= NEAR_KM)
        .sort((a, b) => a.km - b.km)
        .map(({ slug }) => slug),
    ]),
  );
}

/** Kilometres on the sphere (haversine); infinite when a place has no coordinates. */
function distance(a: Place, b: Place): number {
  if (a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null) return Infinity;
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const h =
    Math.sin(radians(b.latitude - a.latitude) / 2) ** 2 +
    Math.cos(radians(a.latitude)) *
      Math.cos(radians(b.latitude)) *
      Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.sqrt(h));
}
