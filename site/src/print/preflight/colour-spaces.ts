/** Which inks a colour lays down, and whether it is one that a press file may hold (ISO 32000-1, 8.6). */
import { PDFArray, PDFName, PDFStream, type PDFDict, type PDFObject } from '@cantoo/pdf-lib';
import { asDict, asName, bytesOf, elements, entry, numberIn, numbersIn, rawEntry, resolve } from './pdf-objects.ts';

export type SpaceKind =
  | 'cmyk'
  | 'gray'
  | 'rgb'
  | 'icc-gray'
  | 'icc-cmyk'
  /** Separation /All: every plate. */
  | 'registration'
  | 'spot'
  | 'pattern'
  | 'unknown';

export interface Space {
  readonly kind: SpaceKind;
  /** As a print shop would name it: "DeviceRGB", "ICCBased à 3 composantes". */
  readonly name: string;
  readonly components: number;
  /** What the components become, where that is known. */
  readonly inks: (values: readonly number[]) => Inks | null;
  /** The heaviest colour of an Indexed space. */
  readonly heaviest?: number;
}

/** Percent. */
export type Inks = readonly [c: number, m: number, y: number, k: number];

export interface Colour {
  readonly space: Space;
  readonly inks: Inks | null;
  /** Name of a pattern in the resources. */
  readonly pattern?: string;
}

export const totalOf = ([c, m, y, k]: Inks): number => c + m + y + k;

const share = (value: number | undefined) => 100 * Math.min(1, Math.max(0, value ?? 0));
const unknownInks = () => null;

export const deviceCmyk: Space = {
  kind: 'cmyk',
  name: 'DeviceCMYK',
  components: 4,
  inks: ([c, m, y, k]) => [share(c), share(m), share(y), share(k)],
};
export const deviceGray: Space = {
  kind: 'gray',
  name: 'DeviceGray',
  components: 1,
  inks: ([light]) => [0, 0, 0, 100 - share(light)],
};
export const deviceRgb: Space = { kind: 'rgb', name: 'DeviceRGB', components: 3, inks: unknownInks };
const patternSpace: Space = { kind: 'pattern', name: 'Pattern', components: 0, inks: unknownInks };
const unknown = (name: string): Space => ({ kind: 'unknown', name, components: 1, inks: unknownInks });

const byName: Readonly<Record<string, Space>> = {
  DeviceCMYK: deviceCmyk,
  CMYK: deviceCmyk,
  DeviceGray: deviceGray,
  G: deviceGray,
  DeviceRGB: deviceRgb,
  RGB: deviceRgb,
  Pattern: patternSpace,
};

/** Black on paper, in the space that a page begins with. */
export const initialColour: Colour = { space: deviceGray, inks: [0, 0, 0, 100] };

export const colourIn = (space: Space, values: readonly number[]): Colour => ({ space, inks: space.inks(values) });

/** The colour that a space begins with: zero of everything, all of a tint. */
export const firstColourOf = (space: Space): Colour =>
  colourIn(
    space,
    space.kind === 'cmyk' || space.kind === 'icc-cmyk'
      ? [0, 0, 0, 1]
      : Array<number>(space.components).fill(space.kind === 'spot' || space.kind === 'registration' ? 1 : 0),
  );

const MOST_NESTED = 6;

/**
 * Reads a colour space.
 * @param resources where a name that is no device space is looked up
 */
export function spaceOf(object: PDFObject | undefined, resources: PDFDict | undefined, depth = 0): Space {
  if (depth > MOST_NESTED || object === undefined) return unknown('absent');
  if (object instanceof PDFName) {
    const name = object.decodeText();
    const device = byName[name];
    if (device !== undefined) return device;
    const named = entry(asDict(entry(resources, 'ColorSpace')), name);
    return named === undefined ? unknown(name) : spaceOf(named, resources, depth + 1);
  }
  if (!(object instanceof PDFArray)) return unknown('illisible');
  const parts = elements(object);
  const family = asName(parts[0]) ?? '';
  const below = (at: number) => spaceOf(parts[at], resources, depth + 1);
  switch (family) {
    case 'ICCBased':
      return iccSpace(asDict(parts[1]));
    case 'CalRGB':
    case 'Lab':
      return { kind: 'rgb', name: family, components: 3, inks: unknownInks };
    case 'CalGray':
      return { kind: 'icc-gray', name: family, components: 1, inks: unknownInks };
    case 'Indexed':
    case 'I':
      return indexedSpace(below(1), parts[3]);
    case 'Separation':
      return separationSpace(asName(parts[1]) ?? '', below(2));
    case 'DeviceN':
      return deviceNSpace(parts[1], below(2));
    case 'Pattern':
      return parts[1] === undefined ? patternSpace : { ...below(1), name: `Pattern (${below(1).name})` };
    default:
      return byName[family] ?? unknown(family);
  }
}

function iccSpace(dictionary: PDFDict | undefined): Space {
  const components = numberIn(dictionary, 'N') ?? 0;
  const name = `ICCBased à ${components} composante${components > 1 ? 's' : ''}`;
  if (components === 1) return { kind: 'icc-gray', name, components, inks: unknownInks };
  if (components === 4) return { ...deviceCmyk, kind: 'icc-cmyk', name };
  return { kind: 'rgb', name, components, inks: unknownInks };
}

function indexedSpace(base: Space, table: PDFObject | undefined): Space {
  const bytes =
    table instanceof PDFStream
      ? bytesOf(table)
      : ((table as { asBytes?: () => Uint8Array })?.asBytes?.() ?? new Uint8Array());
  const colour = (index: number) => {
    const from = index * base.components;
    return base.inks(Array.from(bytes.subarray(from, from + base.components), (byte) => byte / 255));
  };
  let heaviest = 0;
  for (let index = 0; (index + 1) * base.components <= bytes.length; index += 1) {
    const inks = colour(index);
    if (inks !== null) heaviest = Math.max(heaviest, totalOf(inks));
  }
  return {
    kind: base.kind,
    name: `Indexed (${base.name})`,
    components: 1,
    inks: ([index]) => colour(index ?? 0),
    heaviest,
  };
}

const process: Readonly<Record<string, (tint: number) => Inks>> = {
  Cyan: (tint) => [tint, 0, 0, 0],
  Magenta: (tint) => [0, tint, 0, 0],
  Yellow: (tint) => [0, 0, tint, 0],
  Black: (tint) => [0, 0, 0, tint],
  All: (tint) => [tint, tint, tint, tint],
};

/** A plate by its name. An RGB stand-in for screens makes it an RGB object all the same. */
function separationSpace(name: string, alternate: Space): Space {
  if (alternate.kind === 'rgb') return { ...alternate, name: `Separation ${name} (${alternate.name})`, components: 1 };
  const inks = process[name];
  const kind: SpaceKind = name === 'All' ? 'registration' : inks === undefined ? 'spot' : 'cmyk';
  return {
    kind,
    name: `Separation ${name}`,
    components: 1,
    inks: ([tint]) => inks?.(share(tint)) ?? null,
  };
}

function deviceNSpace(list: PDFObject | undefined, alternate: Space): Space {
  const plates = list instanceof PDFArray ? elements(list).flatMap((one) => asName(one) ?? []) : [];
  if (alternate.kind === 'rgb') return { ...alternate, name: `DeviceN (${alternate.name})`, components: plates.length };
  const known = plates.every((plate) => plate === 'None' || process[plate] !== undefined);
  return {
    kind: known ? 'cmyk' : 'spot',
    name: `DeviceN ${plates.join(' ')}`,
    components: plates.length,
    inks: (tints) =>
      known
        ? plates.reduce<Inks>(
            (sum, plate, at) => {
              const added = process[plate]?.(share(tints[at])) ?? [0, 0, 0, 0];
              return [sum[0] + added[0], sum[1] + added[1], sum[2] + added[2], sum[3] + added[3]];
            },
            [0, 0, 0, 0],
          )
        : null,
  };
}

/** The heaviest colour of a gradient, in percent; null where its function is a program. */
export function heaviestOfShading(shading: PDFDict, space: Space): number | null {
  const own = rawEntry(shading, 'Function');
  if (own === undefined) return null;
  const functions = resolve(shading.context, own);
  const list = functions instanceof PDFArray ? elements(functions) : [functions];
  // One function for all components; one each would need their maxima added, which is never less.
  const colours = list.map((one) => endColours(one, space.components));
  if (colours.some((found) => found === null)) return null;
  const totals = (colours.flat() as number[][]).map((values) => {
    const inks = space.inks(values);
    return inks === null ? 0 : totalOf(inks);
  });
  return list.length === 1 ? Math.max(0, ...totals) : null;
}

/** Every colour that a function can reach at its knots: between two of them it only mixes. */
function endColours(object: PDFObject | undefined, components: number, depth = 0): number[][] | null {
  const dictionary = asDict(object);
  if (dictionary === undefined || depth > MOST_NESTED) return null;
  switch (numberIn(dictionary, 'FunctionType')) {
    case 2:
      return [numbersIn(dictionary, 'C0'), numbersIn(dictionary, 'C1')];
    case 3: {
      const parts = entry(dictionary, 'Functions');
      if (!(parts instanceof PDFArray)) return null;
      const found = elements(parts).map((part) => endColours(part, components, depth + 1));
      return found.some((one) => one === null) ? null : (found.flat() as number[][]);
    }
    case 0: {
      if (!(object instanceof PDFStream)) return null;
      const bits = numberIn(dictionary, 'BitsPerSample');
      if (bits !== 8 && bits !== 16) return null;
      const bytes = bytesOf(object);
      const step = bits / 8;
      const most = 2 ** bits - 1;
      const colours: number[][] = [];
      for (let at = 0; at + components * step <= bytes.length; at += components * step) {
        colours.push(
          Array.from({ length: components }, (_, component) => {
            const byte = at + component * step;
            return (step === 1 ? (bytes[byte] ?? 0) : (bytes[byte] ?? 0) * 256 + (bytes[byte + 1] ?? 0)) / most;
          }),
        );
      }
      return colours;
    }
    default:
      return null;
  }
}
