/** The small marks of the site in tabs, in bookmarks and on the first screen of a phone: the territory's logo, else a knot of cloth. */
import type { Image } from '@trame/cms/domain/contract/site/media';
import { FAIL_ON } from '@trame/cms/domain/pictures';
import sharp, { type Sharp } from 'sharp';
import { palette } from '../styles/palette.ts';
import { originalFile } from './originals.ts';

export interface IconLook {
  readonly logo: Image | null;
  /** Colours `#rrggbb`. */
  readonly primaryColour: string;
  readonly accentColour: string;
}

/** Pixels of the sides that a tab, a bookmark and a shortcut of Windows ask for. */
const TAB_SIDES = [16, 32, 48] as const;
/** What a phone asks for (Apple, Human Interface Guidelines: 180 × 180 for the largest screens). */
const TOUCH_SIDE = 180;
/** Share of the touch icon's side that stays free round a logo: phones cut its corners. */
const TOUCH_MARGIN = 0.1;

/** Four knots of cloth in the colours of the site, as an SVG. */
export function knotMark({ primaryColour, accentColour }: Omit<IconLook, 'logo'>): string {
  const { primary, accent, paper } = palette(primaryColour, accentColour, 'light');
  const bar = (x: number, y: number, width: number, height: number, colour: string) =>
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="2" fill="${colour}"/>`;
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="32" height="32">' +
    `<rect width="32" height="32" rx="6" fill="${paper}"/>` +
    bar(7, 3, 7, 26, primary) +
    bar(18, 3, 7, 26, primary) +
    bar(3, 7, 12.5, 7, accent) +
    bar(16.5, 18, 12.5, 7, accent) +
    bar(26.5, 7, 2.5, 7, accent) +
    bar(3, 18, 2.5, 7, accent) +
    '</svg>\n'
  );
}

/** `favicon.ico`: one picture for each side, each a PNG inside. */
export async function tabIcon(look: IconLook): Promise<Buffer> {
  const draw = await drawer(look);
  const pictures = await Promise.all(
    TAB_SIDES.map(async (side) => ({ side, png: await draw(side, 0).png().toBuffer() })),
  );
  return icoOf(pictures);
}

/** `apple-touch-icon.png`: opaque, since a phone puts black under what is not. */
export async function touchIcon(look: IconLook): Promise<Buffer> {
  const draw = await drawer(look);
  const { paper } = palette(look.primaryColour, look.accentColour, 'light');
  const margin = look.logo === null ? 0 : Math.round(TOUCH_SIDE * TOUCH_MARGIN);
  // In two steps: within one, the ground would be laid before the margin is.
  const mark = await draw(TOUCH_SIDE, margin).png().toBuffer();
  return sharp(mark).flatten({ background: paper }).png().toBuffer();
}

const NOTHING = { r: 0, g: 0, b: 0, alpha: 0 };

/** How the mark is drawn at a side, with a margin inside it, both in pixels. A logo that cannot be read gives way to the knot. */
async function drawer(look: IconLook): Promise<(side: number, margin: number) => Sharp> {
  const logo = look.logo === null ? null : await readable(look.logo);
  return (side, margin) => {
    const inner = side - 2 * margin;
    const mark =
      logo === null
        ? sharp(Buffer.from(knotMark(look)), { density: (72 * side) / 32 })
        : sharp(logo, { failOn: FAIL_ON }).autoOrient();
    return mark
      .resize({ width: inner, height: inner, fit: 'contain', background: NOTHING })
      .extend({ top: margin, bottom: margin, left: margin, right: margin, background: NOTHING });
  };
}

async function readable(logo: Image): Promise<string | null> {
  const original = await originalFile(logo);
  if (original === null) return null;
  return sharp(original, { failOn: FAIL_ON })
    .stats()
    .then(
      () => original,
      (error: unknown) => {
        console.warn(`Logo illisible, l’icône du site est dessinée : ${logo.url} (${String(error)})`);
        return null;
      },
    );
}

/**
 * The container of Windows icons ([MS-ICO], with PNG pictures as read since Windows Vista): a head of 6 bytes, 16 bytes for each
 * picture, then the pictures. @param pictures sides of at most 256 pixels
 */
function icoOf(pictures: readonly { readonly side: number; readonly png: Buffer }[]): Buffer {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2); // an icon, no cursor
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  pictures.forEach(({ side, png }, at) => {
    const entry = 6 + 16 * at;
    head.writeUInt8(side % 256, entry);
    head.writeUInt8(side % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4); // planes
    head.writeUInt16LE(32, entry + 6); // bits of a pixel
    head.writeUInt32LE(png.length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  });
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}
