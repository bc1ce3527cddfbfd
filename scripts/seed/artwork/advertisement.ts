/** Advertisements of fictional shops: a scene in cut paper, and the shop's words below it. */
import type { Artwork } from '@trame/cms/demo/artwork';
import { lettering } from './lettering.ts';
import { sceneSvg } from './scene.ts';

type Advertisement = Extract<Artwork, { kind: 'advertisement' }>;

const PAPER = '#fbf3e2';
const INK = '#3a2a20';
const WARM = '#9a4a33';
/** Share of the height that the scene takes. */
const SCENE = 0.64;
const FRAME = 26;

/** The advertisement as SVG: letters are outlines, and the frame keeps it apart from the page it stands on. */
export function advertisementSvg(
  { scene, variant, name, line }: Advertisement,
  { width, height }: { width: number; height: number },
): string {
  const picture = { width: width - 2 * FRAME, height: Math.round(height * SCENE) };
  const nested = sceneSvg(scene, variant, picture).replace('<svg ', `<svg x="${FRAME}" y="${FRAME}" `);
  const below = height - FRAME - picture.height;
  const words = { x: width / 2, width: width - 8 * FRAME };
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<rect width="${width}" height="${height}" fill="${WARM}"/>` +
    `<rect x="${FRAME / 2}" y="${FRAME / 2}" width="${width - FRAME}" height="${height - FRAME}" fill="${PAPER}"/>` +
    nested +
    lettering(name, { ...words, y: height - below * 0.62, size: below * 0.34, fill: INK }) +
    lettering(line, { ...words, y: height - below * 0.25, size: below * 0.17, fill: WARM, face: 'italic' }) +
    '</svg>'
  );
}
