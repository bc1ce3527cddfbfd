/** Under the places of a territory that chose no background: its communes by name, on paper. No other server is asked. */
import type { StyleSpecification } from 'maplibre-gl';
import type { FactsCommune } from '../facts/format.ts';

export const NAMES = 'communes';

const TEXT_SIZE = 15;
/** Of a letter, on average; generous, since a name that is half covered reads worse than none. */
const LETTER = TEXT_SIZE * 0.48;
/** Half of a pin, and half of the height of a name. */
const PIN = 24;
const HALF_LINE = TEXT_SIZE * 0.65;
/** From the dot of a commune to its name; from the pin that stands on it. */
const NEAR = 0.5;
const PAST_PIN = 1.7;

export interface OnScreen {
  readonly x: number;
  readonly y: number;
}

/** Where a name stands: which of its sides is at its commune, and how far from it, in letters' heights. */
export interface NamePlace {
  readonly anchor: 'top' | 'bottom' | 'left' | 'right';
  readonly offset: readonly [number, number];
}

/** Below first, then above, then beside; a pin that stands on the commune is passed. */
const PLACES: readonly NamePlace[] = [NEAR, PAST_PIN].flatMap((by): NamePlace[] => [
  { anchor: 'top', offset: [0, by] },
  { anchor: 'bottom', offset: [0, -by] },
  { anchor: 'left', offset: [by, 0] },
  { anchor: 'right', offset: [-by, 0] },
]);

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const meet = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

function boxOf(name: string, { x, y }: OnScreen, { anchor, offset }: NamePlace): Box {
  const half = (name.length * LETTER) / 2;
  const middle = {
    x: x + offset[0] * TEXT_SIZE + (anchor === 'left' ? half : anchor === 'right' ? -half : 0),
    y: y + offset[1] * TEXT_SIZE + (anchor === 'top' ? HALF_LINE : anchor === 'bottom' ? -HALF_LINE : 0),
  };
  return {
    left: middle.x - half,
    right: middle.x + half,
    top: middle.y - HALF_LINE,
    bottom: middle.y + HALF_LINE,
  };
}

/**
 * Where the names of communes stand so that none is covered by a pin or by another name and none is cut by the edge. A commune of which
 * the name finds no place, or that is out of sight, is left out.
 * @param communes and pins in pixels of the map, of which `size` is the width and the height
 */
export function placeNames(
  communes: readonly { readonly name: string; readonly at: OnScreen }[],
  pins: readonly OnScreen[],
  size: { readonly width: number; readonly height: number },
): ReadonlyMap<string, NamePlace> {
  const taken: Box[] = pins.map(({ x, y }) => ({ left: x - PIN, right: x + PIN, top: y - PIN, bottom: y + PIN }));
  const placed = new Map<string, NamePlace>();
  const bears = (at: OnScreen): boolean => pins.some(({ x, y }) => Math.hypot(x - at.x, y - at.y) < 2);
  // Who has the least choice chooses first: a name whose dot bears a pin, then a long one.
  const inTurn = [...communes].sort(
    (a, b) => Number(bears(b.at)) - Number(bears(a.at)) || b.name.length - a.name.length,
  );
  for (const { name, at } of inTurn) {
    if (at.x < 0 || at.y < 0 || at.x > size.width || at.y > size.height) continue;
    for (const place of PLACES) {
      const box = boxOf(name, at, place);
      const isWhole = box.left >= 0 && box.top >= 0 && box.right <= size.width && box.bottom <= size.height;
      if (!isWhole || taken.some((other) => meet(box, other))) continue;
      taken.push(box);
      placed.set(name, place);
      break;
    }
  }
  return placed;
}

/** The page's own colours, of the scheme that the reader wants. */
const colour = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** The communes as the plain map draws them: a dot each, and the name of those that have a place for it. */
export const communeData = (communes: readonly FactsCommune[], names: ReadonlyMap<string, NamePlace>) => ({
  type: 'FeatureCollection' as const,
  features: communes.flatMap(({ name, at }) => {
    const place = names.get(name);
    return at === null
      ? []
      : [
          {
            type: 'Feature' as const,
            properties: { name: place ? name : '', anchor: place?.anchor ?? 'top', offset: place?.offset ?? [0, 0] },
            geometry: { type: 'Point' as const, coordinates: [at[1], at[0]] },
          },
        ];
  }),
});

export function plainStyle(communes: readonly FactsCommune[]): StyleSpecification {
  return {
    version: 8,
    sources: { [NAMES]: { type: 'geojson', data: communeData(communes, new Map()) } },
    layers: [
      { id: 'paper', type: 'background', paint: { 'background-color': colour('wash') } },
      {
        id: 'places',
        type: 'circle',
        source: NAMES,
        paint: { 'circle-radius': 4, 'circle-color': colour('line-strong') },
      },
      {
        id: NAMES,
        type: 'symbol',
        source: NAMES,
        layout: {
          'text-field': ['get', 'name'],
          // As a style sheet names them: a figure makes quotes necessary.
          'text-font': ['"Source Sans 3"', 'sans-serif'],
          'text-size': TEXT_SIZE,
          'text-anchor': ['get', 'anchor'],
          'text-offset': ['array', 'number', 2, ['get', 'offset']],
          // On one line, where it was found free: the map itself is to move and to drop none.
          'text-max-width': 100,
          'text-allow-overlap': true,
        },
        paint: { 'text-color': colour('ink'), 'text-halo-color': colour('wash'), 'text-halo-width': 1.5 },
      },
    ],
  };
}
