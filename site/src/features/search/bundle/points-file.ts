/**
 * Points of what is known exactly: a venue, or an address that may be shown. A file of its own (`<bundle>/points.json`), which only
 * a map and “near me” ask for; what stands at its commune has its point in the facts.
 */
import type { Point } from '../facts/distance.ts';

export const POINTS_VERSION = 1;
export const POINTS_FILE = 'points.json';

export interface PointsFile {
  readonly version: number;
  /** Degrees with five decimals (a metre), and what stands there in words; shared by rows. */
  readonly points: readonly (readonly [latitude: number, longitude: number, name: string])[];
  /** One for each row of the facts: the rank of its point, or -1. */
  readonly rows: readonly number[];
}

export interface ExactPlace {
  /** The same for all that stands there. */
  readonly rank: number;
  readonly at: Point;
  readonly name: string;
}

/** What is exactly known of a row, by its rank in the facts. */
export type ExactPlaces = (row: number) => ExactPlace | null;

/**
 * @param rowCount of the facts that it belongs to
 * @throws {Error} when the file is of another version or of another release than the facts
 */
export function readPoints(file: unknown, rowCount: number): ExactPlaces {
  const read = file as Partial<PointsFile> | null;
  if (read?.version !== POINTS_VERSION || !Array.isArray(read.points) || !Array.isArray(read.rows))
    throw new Error('The points of the search are of another version');
  const { points, rows } = read as PointsFile;
  if (rows.length !== rowCount) throw new Error('The points and the facts of the search are of different releases');
  return (row) => {
    const rank = rows[row] ?? -1;
    const point = points[rank];
    return point === undefined ? null : { rank, at: [point[0], point[1]], name: point[2] };
  };
}
