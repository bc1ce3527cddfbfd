/** Matrices and boxes, in points, as PDF writes them. */

export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
export const MILLIMETRE = 72 / 25.4;

/** First `inner`, then `outer`. */
export const times = (inner: Matrix, outer: Matrix): Matrix => [
  inner[0] * outer[0] + inner[1] * outer[2],
  inner[0] * outer[1] + inner[1] * outer[3],
  inner[2] * outer[0] + inner[3] * outer[2],
  inner[2] * outer[1] + inner[3] * outer[3],
  inner[4] * outer[0] + inner[5] * outer[2] + outer[4],
  inner[4] * outer[1] + inner[5] * outer[3] + outer[5],
];

/** The upright box around a box that a matrix may turn. */
export function transformed(box: Box, [a, b, c, d, e, f]: Matrix): Box {
  const x1 = a * box.left;
  const x2 = a * box.right;
  const x3 = c * box.bottom;
  const x4 = c * box.top;
  const y1 = b * box.left;
  const y2 = b * box.right;
  const y3 = d * box.bottom;
  const y4 = d * box.top;
  return {
    left: Math.min(x1, x2) + Math.min(x3, x4) + e,
    right: Math.max(x1, x2) + Math.max(x3, x4) + e,
    bottom: Math.min(y1, y2) + Math.min(y3, y4) + f,
    top: Math.max(y1, y2) + Math.max(y3, y4) + f,
  };
}

/** What two boxes share; null when they do not meet. */
export function shared(one: Box, other: Box): Box | null {
  const left = Math.max(one.left, other.left);
  const right = Math.min(one.right, other.right);
  const bottom = Math.max(one.bottom, other.bottom);
  const top = Math.min(one.top, other.top);
  return left <= right && bottom <= top ? { left, right, bottom, top } : null;
}

export const grown = (box: Box, by: number): Box => ({
  left: box.left - by,
  bottom: box.bottom - by,
  right: box.right + by,
  top: box.top + by,
});

export const contains = (outer: Box, inner: Box, tolerance = 0): boolean =>
  inner.left >= outer.left - tolerance &&
  inner.bottom >= outer.bottom - tolerance &&
  inner.right <= outer.right + tolerance &&
  inner.top <= outer.top + tolerance;

/** Do they overlap by more than a tolerance? */
export const overlaps = (one: Box, other: Box, tolerance = 0): boolean =>
  one.left < other.right - tolerance &&
  one.right > other.left + tolerance &&
  one.bottom < other.top - tolerance &&
  one.top > other.bottom + tolerance;

export const widthOf = (box: Box): number => box.right - box.left;
export const heightOf = (box: Box): number => box.top - box.bottom;

/** How many points one unit of the current space is, for lines: the mean of both directions. */
export const scaleOf = ([a, b, c, d]: Matrix): number => Math.sqrt(Math.abs(a * d - b * c));

/** A box from the four numbers of a PDF rectangle, whichever corner comes first. */
export function boxFrom([x1, y1, x2, y2]: readonly number[]): Box | null {
  if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return null;
  return { left: Math.min(x1, x2), bottom: Math.min(y1, y2), right: Math.max(x1, x2), top: Math.max(y1, y2) };
}
