/** Kilometres between two points of the earth. */

const EARTH_KM = 6371;

/** Degrees, WGS 84. */
export type Point = readonly [latitude: number, longitude: number];

/** As the crow flies, on the sphere (haversine); infinite when one of them is not known. */
export function kilometres(a: Point | null, b: Point | null): number {
  if (a === null || b === null) return Infinity;
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const h =
    Math.sin(radians(b[0] - a[0]) / 2) ** 2 +
    Math.cos(radians(a[0])) * Math.cos(radians(b[0])) * Math.sin(radians(b[1] - a[1]) / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.sqrt(h));
}
