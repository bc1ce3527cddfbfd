import { createRequire } from 'node:module';
import { openSync, type Font } from 'fontkit';

const files = {
  serif: '@expo-google-fonts/fraunces/900Black/Fraunces_900Black.ttf',
  italic: '@expo-google-fonts/fraunces/700Bold_Italic/Fraunces_700Bold_Italic.ttf',
} as const;

export type Face = keyof typeof files;

const fonts = new Map<Face, Font>();

function font(face: Face): Font {
  let found = fonts.get(face);
  if (!found) {
    const opened = openSync(createRequire(import.meta.url).resolve(files[face]));
    if (!('layout' in opened)) throw new Error(`${files[face]} is a collection of fonts`);
    found = opened;
    fonts.set(face, found);
  }
  return found;
}

/**
 * Letters as outlines, centred on a point: a machine without fonts draws the same picture.
 * @param size largest height of the letters; they shrink to fit `width`.
 */
export function lettering(
  text: string,
  options: { x: number; y: number; size: number; width: number; fill: string; face?: Face },
): string {
  const { x, y, size, width, fill, face = 'serif' } = options;
  const { glyphs, positions } = font(face).layout(text);
  let pen = 0;
  const placed = glyphs.map((glyph, index) => {
    const left = pen;
    pen += positions[index]!.xAdvance;
    return { glyph, left };
  });
  const boxes = placed.map(({ glyph: { bbox }, left }) => ({
    minX: left + bbox.minX,
    maxX: left + bbox.maxX,
    minY: bbox.minY,
    maxY: bbox.maxY,
  }));
  const minX = Math.min(...boxes.map((box) => box.minX));
  const maxX = Math.max(...boxes.map((box) => box.maxX));
  const minY = Math.min(...boxes.map((box) => box.minY));
  const maxY = Math.max(...boxes.map((box) => box.maxY));
  const scale = Math.min(size / (maxY - minY), width / (maxX - minX));
  const shapes = placed
    .map(({ glyph, left }) => `<path transform="translate(${left} 0)" d="${glyph.path.toSVG()}"/>`)
    .join('');
  // fonts count upwards, pictures downwards
  return `<g fill="${fill}" transform="translate(${x} ${y}) scale(${scale} ${-scale}) translate(${-(minX + maxX) / 2} ${-(minY + maxY) / 2})">${shapes}</g>`;
}
