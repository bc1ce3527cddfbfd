/** The points of `bundle/points-file.ts` from the pages, row by row in their order. */
import { POINTS_VERSION, type PointsFile } from '../bundle/points-file.ts';
import { dictionary } from './dictionary.ts';
import type { IndexedPage } from './records.ts';

const rounded = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

export function encodePoints(pages: readonly IndexedPage[]): PointsFile {
  const points = dictionary<PointsFile['points'][number]>((point) => point.join(' '));
  const rows = pages.flatMap((page) =>
    page.rows.map(({ at }) => (at === null ? -1 : points.rank([rounded(at.latitude), rounded(at.longitude), at.name]))),
  );
  return { version: POINTS_VERSION, points: points.values, rows };
}
