import { describe, expect, it } from 'vitest';
import type { Spot } from '../find/on-map.ts';
import { boundsOf, CLOSEST_ZOOM, clustersOf, type Bounds } from './clusters.ts';

const spot = (key: string, at: readonly [number, number], pages: readonly number[]): Spot => ({
  key,
  at,
  name: key,
  exact: true,
  pages: pages.map((page) => ({ page, score: 1, rows: [], misses: [], km: null })),
});
const north = spot('nord', [45.2, -0.45], [1, 2]);
const near = spot('voisin', [45.201, -0.451], [2, 3]);
const south = spot('sud', [45.0, -0.45], [4]);
const whole: Bounds = [-2, 44, 1, 46];

describe('pins', () => {
  it('are one where a finger could not tell two apart, and count each page once', () => {
    const [cluster, alone, ...others] = clustersOf([south, near, north])(whole, 8);
    expect(others).toEqual([]);
    expect(cluster).toMatchObject({ key: 'nord voisin', count: 3 });
    expect(alone).toMatchObject({ key: 'sud', count: 1, zoom: null });
  });

  it('fall apart at the zoom that they name', () => {
    const pins = clustersOf([south, near, north]);
    const zoom = pins(whole, 8)[0]!.zoom!;
    expect(zoom).toBeLessThanOrEqual(CLOSEST_ZOOM);
    expect(pins(whole, zoom).map(({ key }) => key)).toContain('nord');
    expect(pins(whole, zoom - 1).map(({ key }) => key)).not.toContain('nord');
  });

  it('that no zoom tells apart say so: two spots of one point', () => {
    const [pin] = clustersOf([north, { ...south, at: north.at }])(whole, 16);
    expect(pin).toMatchObject({ count: 3, zoom: CLOSEST_ZOOM });
  });

  it('are those that are in sight, from north to south', () => {
    const keys = (bounds: Bounds) => clustersOf([south, near, north])(bounds, 17).map(({ key }) => key);
    expect(keys(whole)).toEqual(['voisin', 'nord', 'sud']);
    expect(keys([-0.5, 44.9, -0.4, 45.1])).toEqual(['sud']);
    expect(clustersOf([])(whole, 8)).toEqual([]);
  });
});

it('bounds hold every spot', () => {
  expect(boundsOf([north, near, south])).toEqual([-0.451, 45, -0.45, 45.201]);
  expect(boundsOf([])).toBeNull();
});
