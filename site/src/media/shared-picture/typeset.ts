/** Text as shapes: a picture that is drawn so needs no font of the machine that draws it. */
import { createRequire } from 'node:module';
import { openSync, type Font, type Glyph } from 'fontkit';
import sharp from 'sharp';

const require = createRequire(import.meta.url);

const FILES = {
  serif: 'fraunces/600SemiBold/Fraunces_600SemiBold.ttf',
  sans: 'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  arabic: 'noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
} as const;
export type Face = 'serif' | 'sans';
/** What stands behind a face for the letters that it lacks. */
const BEHIND = { serif: ['serif', 'sans', 'arabic'], sans: ['sans', 'arabic'] } as const;

const opened = new Map<string, Font>();

function open(face: keyof typeof FILES): Font {
  let font = opened.get(face);
  if (font === undefined) {
    const read = openSync(require.resolve(`@expo-google-fonts/${FILES[face]}`));
    if (!('layout' in read)) throw new Error(`Not a single font: ${FILES[face]}`);
    opened.set(face, (font = read));
  }
  return font;
}

interface PlacedGlyph {
  readonly font: Font;
  readonly glyph: Glyph;
  /** Ems from the beginning of the word. */
  readonly x: number;
}
interface SetWord {
  readonly glyphs: readonly PlacedGlyph[];
  /** Ems. */
  readonly width: number;
}

/** Words are set once a build: names share most of theirs. */
const setWords = new Map<string, SetWord>();

/** Letters that no face has (pictograms, other scripts) are left out: better a name without its heart than with an empty box. */
function setWord(word: string, face: Face): SetWord {
  const key = `${face} ${word}`;
  let set = setWords.get(key);
  if (set === undefined) {
    const glyphs: PlacedGlyph[] = [];
    let x = 0;
    for (const { font, text } of runsOf(word, face)) {
      const run = font.layout(text);
      run.glyphs.forEach((glyph, at) => {
        const { xOffset = 0, xAdvance = 0 } = run.positions[at] ?? {};
        glyphs.push({ font, glyph, x: x + xOffset / font.unitsPerEm });
        x += xAdvance / font.unitsPerEm;
      });
    }
    setWords.set(key, (set = { glyphs, width: x }));
  }
  return set;
}

/** Letters that follow each other in one font. */
function runsOf(word: string, face: Face): { readonly font: Font; readonly text: string }[] {
  const runs: { font: Font; text: string }[] = [];
  for (const letter of word) {
    const code = letter.codePointAt(0) as number;
    const font = BEHIND[face].map(open).find((one) => one.hasGlyphForCodePoint(code));
    if (font === undefined) continue;
    const last = runs.at(-1);
    if (last?.font === font) last.text += letter;
    else runs.push({ font, text: letter });
  }
  return runs;
}

const spaceOf = (face: Face): number => open(face).layout(' ').advanceWidth / open(face).unitsPerEm;
const spaces = { serif: 0, sans: 0 };
const space = (face: Face): number => (spaces[face] ||= spaceOf(face));

/** How wide a text is, in units of the size it is set in: 1 is one em. */
export function widthOf(text: string, face: Face): number {
  const words = text.split(' ');
  return words.reduce((sum, word) => sum + setWord(word, face).width, (words.length - 1) * space(face));
}

/** A glyph as it covers pixels: 0 to 255, row by row, from `left` and `top` of the point where it stands on the line. */
export interface Mask {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly cover: Uint8Array;
}
export interface PlacedMask {
  readonly mask: Mask;
  /** Pixels. */
  readonly x: number;
}

/** A line of text as masks. @param size of an em, in pixels */
export async function masksOf(text: string, face: Face, size: number): Promise<PlacedMask[]> {
  const placed: Promise<PlacedMask>[] = [];
  let at = 0;
  for (const word of text.split(' ')) {
    const { glyphs, width } = setWord(word, face);
    for (const { font, glyph, x } of glyphs) {
      const from = Math.round((at + x) * size);
      placed.push(maskOf(font, glyph, size).then((mask) => ({ mask, x: from })));
    }
    at += width + space(face);
  }
  return Promise.all(placed);
}

/** Masks are drawn once a build: a few hundred for any number of names. */
const masks = new Map<string, Promise<Mask>>();

function maskOf(font: Font, glyph: Glyph, size: number): Promise<Mask> {
  const key = `${font.postscriptName} ${glyph.id} ${size}`;
  let mask = masks.get(key);
  if (mask === undefined) masks.set(key, (mask = drawMask(glyph, size / font.unitsPerEm)));
  return mask;
}

async function drawMask(glyph: Glyph, scale: number): Promise<Mask> {
  const outline = glyph.path.scale(scale, -scale);
  const { minX, minY, maxX, maxY } = outline.bbox;
  const [left, top] = [Math.floor(minX) - 1, Math.floor(minY) - 1];
  const [width, height] = [Math.ceil(maxX) + 1 - left, Math.ceil(maxY) + 1 - top];
  if (!(width > 2 && height > 2)) return { left: 0, top: 0, width: 0, height: 0, cover: new Uint8Array() };
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${left} ${top} ${width} ${height}"><path d="${outline.toSVG()}"/></svg>`;
  const cover = await sharp(Buffer.from(svg)).extractChannel('alpha').raw().toBuffer();
  return { left, top, width, height, cover };
}
