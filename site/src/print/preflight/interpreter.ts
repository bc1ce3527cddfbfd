/**
 * Walks the content of a page, of its forms, patterns and drawn letters, keeping the graphics state (ISO 32000-1, 8.4), and tells
 * what is painted: where, in which inks, how fine. Letters are boxes and curves their control points: enough for a preflight.
 */
import { PDFDict, PDFName, PDFStream, type PDFObject } from '@cantoo/pdf-lib';
import {
  colourIn,
  deviceCmyk,
  deviceGray,
  deviceRgb,
  firstColourOf,
  heaviestOfShading,
  initialColour,
  spaceOf,
  type Colour,
  type Space,
} from './colour-spaces.ts';
import { readContent, type Operand } from './content-tokens.ts';
import { readFont, type Font } from './fonts.ts';
import { grown, IDENTITY, scaleOf, shared, times, transformed, type Box, type Matrix } from './geometry.ts';
import type { Listen } from './paint.ts';
import {
  asDict,
  asName,
  bytesOf,
  dictIn,
  entry,
  listIn,
  nameIn,
  numberIn,
  numbersIn,
  rawEntry,
} from './pdf-objects.ts';

/** A form that calls itself must end. */
const MOST_NESTED = 16;
/** How far letters reach above and below their line, in parts of their size: capitals and tails. */
const ASCENT = 0.72;
const DESCENT = -0.2;
const UNIT: Box = { left: 0, bottom: 0, right: 1, top: 1 };

interface State {
  matrix: Matrix;
  clip: Box;
  fill: Colour;
  stroke: Colour;
  lineWidth: number;
  font: Font | null;
  size: number;
  letterSpacing: number;
  wordSpacing: number;
  stretch: number;
  leading: number;
  rise: number;
  /** Rendering mode: 3 shows nothing. */
  mode: number;
  fillOpacity: number;
  strokeOpacity: number;
  blend: string;
  softMask: boolean;
}

/** What is read once for the whole file: pages share fonts, spaces and patterns. */
export interface Shelf {
  readonly fonts: Map<PDFDict, Font>;
  readonly contents: Map<PDFStream, Uint8Array>;
}

export const newShelf = (): Shelf => ({ fonts: new Map(), contents: new Map() });

export interface Sheet {
  readonly page: number;
  readonly node: PDFDict;
  readonly resources: PDFDict | undefined;
  readonly mediaBox: Box;
}

/** @throws when a stream of the page cannot be decoded: it could not be printed either */
export function walkPage(sheet: Sheet, shelf: Shelf, listen: Listen): void {
  const group = dictIn(sheet.node, 'Group');
  if (nameIn(group, 'S') === 'Transparency') {
    listen({ kind: 'group', page: sheet.page, blendSpace: blendSpaceOf(group, sheet.resources) });
  }
  const walk = new Walk(sheet.page, shelf, listen, initialState(sheet.mediaBox));
  const content = entry(sheet.node, 'Contents');
  const streams = content instanceof PDFStream ? [content] : listIn(sheet.node, 'Contents');
  // Operators may begin in one stream and end in the next.
  const parts = streams.flatMap((stream) => (stream instanceof PDFStream ? [bytesOf(stream), NEW_LINE] : []));
  walk.run(Buffer.concat(parts), sheet.resources);
}

const nameObject = (name: string): PDFName => PDFName.of(name);
const NEW_LINE = Uint8Array.of(10);

const initialState = (clip: Box): State => ({
  matrix: IDENTITY,
  clip,
  fill: initialColour,
  stroke: initialColour,
  lineWidth: 1,
  font: null,
  size: 0,
  letterSpacing: 0,
  wordSpacing: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
  mode: 0,
  fillOpacity: 1,
  strokeOpacity: 1,
  blend: 'Normal',
  softMask: false,
});

const blendSpaceOf = (group: PDFDict | undefined, resources: PDFDict | undefined): Space | null =>
  rawEntry(group, 'CS') === undefined ? null : spaceOf(entry(group, 'CS'), resources);

const num = (operand: Operand | undefined): number => (typeof operand === 'number' ? operand : 0);
const key = (operand: Operand | undefined): string =>
  typeof operand === 'string' && operand.startsWith('/') ? operand.slice(1) : '';
const numbers = (operands: readonly Operand[]): number[] =>
  operands.filter((operand): operand is number => typeof operand === 'number');
const matrixOf = (values: readonly number[]): Matrix => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = values;
  return [a, b, c, d, e, f];
};

/** Straight from the operands: a page has thousands. */
const matrixFrom = (operands: readonly Operand[]): Matrix => [
  num(operands[0]),
  num(operands[1]),
  num(operands[2]),
  num(operands[3]),
  num(operands[4]),
  num(operands[5]),
];

class Walk {
  private readonly page: number;
  private readonly shelf: Shelf;
  private readonly listen: Listen;
  private state: State;
  private depth = 0;
  /** Where a pattern is painted: its own content says nothing of the place. */
  private paintedInto: Box | null = null;
  private lastCmyk: Partial<Record<'c' | 'm' | 'y' | 'k', number | undefined>> & { colour: Colour } = {
    colour: initialColour,
  };
  private readonly drawnLetters = new Set<PDFDict>();

  constructor(page: number, shelf: Shelf, listen: Listen, state: State) {
    this.page = page;
    this.shelf = shelf;
    this.listen = listen;
    this.state = state;
  }

  run(bytes: Uint8Array, resources: PDFDict | undefined): void {
    const saved: State[] = [];
    const path = new Path();
    const text = { matrix: IDENTITY, line: IDENTITY };
    let pendingClip = false;
    const spaces = new Map<string, Space>();
    const named = (category: string, name: string): PDFObject | undefined => entry(dictIn(resources, category), name);
    const space = (name: string): Space => {
      let found = spaces.get(name);
      if (found === undefined) {
        const object = named('ColorSpace', name);
        const device = { DeviceGray: deviceGray, DeviceRGB: deviceRgb, DeviceCMYK: deviceCmyk }[name];
        found = device ?? (object === undefined ? spaceOf(nameObject(name), resources) : spaceOf(object, resources));
        spaces.set(name, found);
      }
      return found;
    };
    const setColour = (which: 'fill' | 'stroke', operands: readonly Operand[]) => {
      const last = operands.at(-1);
      const current = this.state[which].space;
      const colour = colourIn(current, numbers(operands));
      this.state[which] = typeof last === 'string' ? { ...colour, pattern: last.slice(1) } : colour;
    };
    const moveLine = (x: number, y: number) => {
      text.line = times([1, 0, 0, 1, x, y], text.line);
      text.matrix = text.line;
    };
    const show = (parts: readonly Operand[]) => {
      text.matrix = this.showText(parts, text.matrix, resources);
    };
    const finishPath = (fill: boolean, stroke: boolean) => {
      if (fill) this.fillPath(path, resources);
      if (stroke) this.strokePath(path, resources);
      if (pendingClip) {
        const box = path.box === null ? null : transformed(path.box, this.state.matrix);
        // Nothing left to paint into: an empty box far away.
        this.state.clip = (box && shared(box, this.state.clip)) ?? NOWHERE;
      }
      pendingClip = false;
      path.clear();
    };

    readContent(bytes, (operator, operands) => {
      const { state } = this;
      switch (operator) {
        case 'q':
          saved.push({ ...state });
          break;
        case 'Q':
          this.state = saved.pop() ?? state;
          break;
        case 'cm':
          state.matrix = times(matrixFrom(operands), state.matrix);
          break;
        case 'w':
          state.lineWidth = num(operands[0]);
          break;
        case 'gs':
          this.applyState(asDict(named('ExtGState', key(operands[0]))));
          break;

        case 'm':
          path.move(num(operands[0]), num(operands[1]));
          break;
        case 'l':
          path.line(num(operands[0]), num(operands[1]));
          break;
        case 'c':
        case 'v':
        case 'y':
          path.curve(numbers(operands));
          break;
        case 're':
          path.rectangle(num(operands[0]), num(operands[1]), num(operands[2]), num(operands[3]));
          break;
        case 'h':
          break;
        case 'W':
        case 'W*':
          pendingClip = true;
          break;
        case 'n':
          finishPath(false, false);
          break;
        case 'f':
        case 'F':
        case 'f*':
          finishPath(true, false);
          break;
        case 'S':
        case 's':
          finishPath(false, true);
          break;
        case 'B':
        case 'B*':
        case 'b':
        case 'b*':
          finishPath(true, true);
          break;

        case 'g':
          state.fill = colourIn(deviceGray, numbers(operands));
          break;
        case 'G':
          state.stroke = colourIn(deviceGray, numbers(operands));
          break;
        case 'rg':
          state.fill = colourIn(deviceRgb, numbers(operands));
          break;
        case 'RG':
          state.stroke = colourIn(deviceRgb, numbers(operands));
          break;
        case 'k':
          state.fill = this.cmyk(operands);
          break;
        case 'K':
          state.stroke = this.cmyk(operands);
          break;
        case 'cs':
          state.fill = firstColourOf(space(key(operands[0])));
          break;
        case 'CS':
          state.stroke = firstColourOf(space(key(operands[0])));
          break;
        case 'sc':
        case 'scn':
          setColour('fill', operands);
          break;
        case 'SC':
        case 'SCN':
          setColour('stroke', operands);
          break;
        case 'sh':
          this.paintShading(asDict(named('Shading', key(operands[0]))), state.clip, resources);
          break;

        case 'BT':
          text.matrix = text.line = IDENTITY;
          break;
        case 'Tf':
          state.font = this.font(asDict(named('Font', key(operands[0]))));
          state.size = num(operands[1]);
          break;
        case 'Tr':
          state.mode = num(operands[0]);
          break;
        case 'Tc':
          state.letterSpacing = num(operands[0]);
          break;
        case 'Tw':
          state.wordSpacing = num(operands[0]);
          break;
        case 'Tz':
          state.stretch = num(operands[0]) / 100;
          break;
        case 'TL':
          state.leading = num(operands[0]);
          break;
        case 'Ts':
          state.rise = num(operands[0]);
          break;
        case 'Td':
          moveLine(num(operands[0]), num(operands[1]));
          break;
        case 'TD':
          state.leading = -num(operands[1]);
          moveLine(num(operands[0]), num(operands[1]));
          break;
        case 'Tm':
          text.matrix = text.line = matrixFrom(operands);
          break;
        case 'T*':
          moveLine(0, -state.leading);
          break;
        case 'Tj':
          show(operands);
          break;
        case 'TJ':
          show(Array.isArray(operands[0]) ? operands[0] : []);
          break;
        case "'":
          moveLine(0, -state.leading);
          show(operands);
          break;
        case '"':
          state.wordSpacing = num(operands[0]);
          state.letterSpacing = num(operands[1]);
          moveLine(0, -state.leading);
          show(operands.slice(2));
          break;

        case 'Do':
          this.paintObject(named('XObject', key(operands[0])), resources);
          break;
        case 'BI':
          this.paintInlineImage(operands[0] as Map<string, Operand>, resources);
          break;
      }
    });
    const [first] = saved;
    if (first !== undefined) this.state = first; // what was not restored ends with its stream
  }

  /** Pages have few colours and name them before each word: the last one is often the next. */
  private cmyk(operands: readonly Operand[]): Colour {
    const { c, m, y, k, colour } = this.lastCmyk;
    if (operands[0] === c && operands[1] === m && operands[2] === y && operands[3] === k) return colour;
    const values = numbers(operands);
    const fresh = colourIn(deviceCmyk, values);
    this.lastCmyk = { c: values[0], m: values[1], y: values[2], k: values[3], colour: fresh };
    return fresh;
  }

  private transparency(opacity: number): string | null {
    const { softMask, blend } = this.state;
    if (opacity < 1) return `opacité ${Math.round(opacity * 100)} %`;
    if (softMask) return 'masque de transparence';
    return blend === 'Normal' || blend === 'Compatible' ? null : `mode de fusion ${blend}`;
  }

  private applyState(dictionary: PDFDict | undefined): void {
    const { state } = this;
    state.lineWidth = numberIn(dictionary, 'LW') ?? state.lineWidth;
    state.fillOpacity = numberIn(dictionary, 'ca') ?? state.fillOpacity;
    state.strokeOpacity = numberIn(dictionary, 'CA') ?? state.strokeOpacity;
    const blend = entry(dictionary, 'BM');
    if (blend !== undefined) state.blend = asName(blend) ?? asName(listIn(dictionary, 'BM')[0]) ?? 'Normal';
    const mask = entry(dictionary, 'SMask');
    if (mask !== undefined) state.softMask = mask instanceof PDFDict;
    const font = entry(dictionary, 'Font');
    if (font !== undefined) {
      state.font = this.font(asDict(listIn(dictionary, 'Font')[0]));
      state.size = numbersIn(dictionary, 'Font')[0] ?? state.size;
    }
  }

  private font(dictionary: PDFDict | undefined): Font | null {
    if (dictionary === undefined) return null;
    let font = this.shelf.fonts.get(dictionary);
    if (font === undefined) this.shelf.fonts.set(dictionary, (font = readFont(dictionary)));
    return font;
  }

  /** Where something falls on paper; null when it is clipped away. */
  private place(box: Box): Box | null {
    return this.paintedInto ?? shared(box, this.state.clip);
  }

  private fillPath(path: Path, resources: PDFDict | undefined): void {
    const { matrix, fill, fillOpacity } = this.state;
    if (path.box === null) return;
    const box = this.place(transformed(path.box, matrix));
    if (box === null) return;
    if (fill.pattern !== undefined) return this.paintPattern(fill, box, resources);
    const upright = (matrix[1] === 0 && matrix[2] === 0) || (matrix[0] === 0 && matrix[3] === 0);
    const transparency = this.transparency(fillOpacity);
    this.listen({
      kind: 'fill',
      page: this.page,
      box,
      colour: fill,
      rectangle: upright && path.isRectangle(),
      transparency,
    });
  }

  private strokePath(path: Path, resources: PDFDict | undefined): void {
    const { matrix, stroke, strokeOpacity, lineWidth } = this.state;
    if (path.box === null) return;
    const width = lineWidth * scaleOf(matrix);
    const box = this.place(grown(transformed(path.box, matrix), path.isStraight() ? 0 : width / 2));
    if (box === null) return;
    if (stroke.pattern !== undefined) return this.paintPattern(stroke, box, resources);
    const transparency = this.transparency(strokeOpacity);
    const straight = path.isStraight();
    this.listen({ kind: 'stroke', page: this.page, box, colour: stroke, lineWidth: width, straight, transparency });
  }

  private showText(parts: readonly Operand[], start: Matrix, resources: PDFDict | undefined): Matrix {
    const { font, size, stretch, letterSpacing, wordSpacing, rise, mode, matrix } = this.state;
    let advance = 0;
    let glyphs = 0;
    let missing = 0;
    for (const part of parts) {
      if (typeof part === 'number') advance -= (part / 1000) * size * stretch;
      else if (part instanceof Uint8Array && font !== null) {
        const run = font.measure(part);
        advance += ((run.width / 1000) * size + run.glyphs * letterSpacing + run.spaces * wordSpacing) * stretch;
        glyphs += run.glyphs;
        missing += run.missing;
      } else if (part instanceof Uint8Array) glyphs += part.length;
    }
    const end = times([1, 0, 0, 1, advance, 0], start);
    if (glyphs === 0 || mode === 3 || mode === 7) return end;
    const line = { left: 0, right: advance, bottom: rise + DESCENT * size, top: rise + ASCENT * size };
    const box = this.place(transformed(upright(line), times(start, matrix)));
    if (box === null) return end;
    const strokes = mode === 1 || mode === 5;
    const colour = strokes ? this.state.stroke : this.state.fill;
    if (colour.pattern !== undefined) this.paintPattern(colour, box, resources);
    const transparency = this.transparency(strokes ? this.state.strokeOpacity : this.state.fillOpacity);
    this.listen({ kind: 'text', page: this.page, box, colour, font, glyphs, missing, transparency });
    if (font?.drawings) this.walkLetters(font, box, resources);
    return end;
  }

  /** Letters of a Type 3 font are drawings, with inks of their own: each font once a page. */
  private walkLetters(font: Font, box: Box, resources: PDFDict | undefined): void {
    if (this.drawnLetters.has(font.dictionary) || font.drawings === null) return;
    this.drawnLetters.add(font.dictionary);
    for (const name of font.drawings.keys()) {
      const drawing = entry(font.drawings, name.decodeText());
      if (drawing instanceof PDFStream) {
        this.nested(drawing, dictIn(font.dictionary, 'Resources') ?? resources, box, () => undefined);
      }
    }
  }

  private paintPattern(colour: Colour, box: Box, resources: PDFDict | undefined): void {
    const pattern = entry(dictIn(resources, 'Pattern'), colour.pattern ?? '');
    const dictionary = asDict(pattern);
    if (numberIn(dictionary, 'PatternType') === 2) {
      this.paintShading(asDict(entry(dictionary, 'Shading')), box, resources);
    } else if (pattern instanceof PDFStream) {
      this.nested(pattern, dictIn(dictionary, 'Resources') ?? resources, box, (state) => {
        state.matrix = matrixOf(numbersIn(dictionary, 'Matrix'));
      });
    }
  }

  private paintShading(shading: PDFDict | undefined, box: Box, resources: PDFDict | undefined): void {
    if (shading === undefined) return;
    const space = spaceOf(entry(shading, 'ColorSpace'), resources);
    const place = this.paintedInto ?? box;
    const transparency = this.transparency(this.state.fillOpacity);
    const heaviest = heaviestOfShading(shading, space);
    this.listen({ kind: 'gradient', page: this.page, box: place, space, heaviest, transparency });
  }

  private paintObject(object: PDFObject | undefined, resources: PDFDict | undefined): void {
    if (!(object instanceof PDFStream)) return;
    const kind = nameIn(object.dict, 'Subtype');
    if (kind === 'Image') this.paintImage(object, resources);
    else if (kind === 'Form') this.paintForm(object, resources);
  }

  private paintForm(form: PDFStream, resources: PDFDict | undefined): void {
    const own = dictIn(form.dict, 'Resources') ?? resources;
    const group = dictIn(form.dict, 'Group');
    if (nameIn(group, 'S') === 'Transparency') {
      this.listen({ kind: 'group', page: this.page, blendSpace: blendSpaceOf(group, own) });
    }
    this.nested(form, own, this.paintedInto, (state) => {
      state.matrix = times(matrixOf(numbersIn(form.dict, 'Matrix')), state.matrix);
      const [left, bottom, right, top] = numbersIn(form.dict, 'BBox');
      if (left === undefined || bottom === undefined || right === undefined || top === undefined) return;
      const box = transformed({ left, bottom, right, top }, state.matrix);
      state.clip = shared(box, state.clip) ?? NOWHERE;
    });
  }

  private nested(
    stream: PDFStream,
    resources: PDFDict | undefined,
    paintedInto: Box | null,
    prepare: (state: State) => void,
  ): void {
    if (this.depth >= MOST_NESTED) return;
    const outer = { state: this.state, paintedInto: this.paintedInto };
    this.state = { ...outer.state };
    this.paintedInto = paintedInto;
    prepare(this.state);
    this.depth += 1;
    this.run(this.contentOf(stream), resources);
    this.depth -= 1;
    this.state = outer.state;
    this.paintedInto = outer.paintedInto;
  }

  private contentOf(stream: PDFStream): Uint8Array {
    let bytes = this.shelf.contents.get(stream);
    if (bytes === undefined) this.shelf.contents.set(stream, (bytes = bytesOf(stream)));
    return bytes;
  }

  private paintImage(stream: PDFStream, resources: PDFDict | undefined): void {
    const { dict } = stream;
    const stencil = String(entry(dict, 'ImageMask')) === 'true';
    const masked = entry(dict, 'SMask') instanceof PDFStream || (numberIn(dict, 'SMaskInData') ?? 0) > 0;
    this.placeImage({
      stream,
      space: stencil ? null : spaceOf(entry(dict, 'ColorSpace'), resources),
      pixels: { width: numberIn(dict, 'Width') ?? 0, height: numberIn(dict, 'Height') ?? 0 },
      masked,
    });
  }

  private paintInlineImage(dictionary: Map<string, Operand>, resources: PDFDict | undefined): void {
    const value = (long: string, short: string) => dictionary.get(long) ?? dictionary.get(short);
    const stencil = value('ImageMask', 'IM') === true;
    const colours = value('ColorSpace', 'CS');
    // An Indexed space in place: what counts is the space below it.
    const name = key(Array.isArray(colours) ? colours[1] : colours);
    this.placeImage({
      stream: null,
      space: stencil ? null : spaceOf(nameObject(name), resources),
      pixels: { width: num(value('Width', 'W')), height: num(value('Height', 'H')) },
      masked: false,
    });
  }

  private placeImage(image: {
    stream: PDFStream | null;
    space: Space | null;
    pixels: { width: number; height: number };
    masked: boolean;
  }): void {
    const { matrix } = this.state;
    const box = this.place(transformed(UNIT, matrix));
    if (box === null) return;
    const size = { width: Math.hypot(matrix[0], matrix[1]), height: Math.hypot(matrix[2], matrix[3]) };
    this.listen({
      kind: 'image',
      page: this.page,
      box,
      space: image.space,
      colour: image.space === null ? this.state.fill : null,
      pixels: image.pixels,
      dpi: 72 * Math.min(image.pixels.width / (size.width || 1), image.pixels.height / (size.height || 1)),
      size,
      stream: image.stream,
      transparency: image.masked ? 'masque de transparence' : this.transparency(this.state.fillOpacity),
    });
  }
}

const NOWHERE: Box = { left: -1e9, bottom: -1e9, right: -1e9, top: -1e9 };

/** A run that advances to the left (a negative size or a stretch) still has its smaller side first. */
const upright = ({ left, right, bottom, top }: Box): Box => ({
  left: Math.min(left, right),
  right: Math.max(left, right),
  bottom: Math.min(bottom, top),
  top: Math.max(bottom, top),
});

/** The points of a path: how far they reach, and whether they make a rectangle or a line. */
class Path {
  box: Box | null = null;
  private points: (readonly [number, number])[] = [];
  private simple = true;
  private begun = 0;

  clear(): void {
    this.box = null;
    this.points = [];
    this.simple = true;
    this.begun = 0;
  }

  move(x: number, y: number): void {
    this.begun += 1;
    this.add(x, y);
  }

  line(x: number, y: number): void {
    this.add(x, y);
  }

  curve(values: readonly number[]): void {
    this.simple = false;
    for (let at = 0; at + 1 < values.length; at += 2) this.reach(values[at] as number, values[at + 1] as number);
  }

  rectangle(x: number, y: number, width: number, height: number): void {
    this.move(x, y);
    this.add(x + width, y);
    this.add(x + width, y + height);
    this.add(x, y + height);
  }

  isStraight(): boolean {
    return this.simple && this.begun === 1 && this.points.length === 2;
  }

  isRectangle(): boolean {
    if (!this.simple || this.begun !== 1 || this.box === null) return false;
    const { left, right, bottom, top } = this.box;
    const [first, last] = [this.points[0], this.points.at(-1)];
    const closed = this.points.length === 5 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
    if (this.points.length !== 4 && !closed) return false;
    const near = (one: number, other: number) => Math.abs(one - other) < 1e-3;
    const corners = this.points.slice(0, 4).map(([x, y]) => {
      const side = near(x, left) ? 'l' : near(x, right) ? 'r' : '?';
      return side + (near(y, bottom) ? 'b' : near(y, top) ? 't' : '?');
    });
    return new Set(corners).size === 4 && !corners.some((corner) => corner.includes('?'));
  }

  private add(x: number, y: number): void {
    if (this.simple && this.points.length < 6) this.points.push([x, y]);
    else this.simple = false;
    this.reach(x, y);
  }

  private reach(x: number, y: number): void {
    const { box } = this;
    if (box === null) this.box = { left: x, right: x, bottom: y, top: y };
    else if (x < box.left || x > box.right || y < box.bottom || y > box.top) {
      this.box = {
        left: Math.min(box.left, x),
        right: Math.max(box.right, x),
        bottom: Math.min(box.bottom, y),
        top: Math.max(box.top, y),
      };
    }
  }
}
