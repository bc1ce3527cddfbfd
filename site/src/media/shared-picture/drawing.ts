/** What a shared link shows of a page that has no picture of its own: its name on the territory's cloth. */
import { palette } from '../../styles/palette.ts';
import { IndexedPicture, type Pixels } from './indexed-png.ts';
import { fitTitle } from './layout.ts';
import { masksOf, widthOf, type Face } from './typeset.ts';

/** Pixels; the shape that networks cut nothing of. */
export const SHARED = { width: 1200, height: 630 } as const;
/** Where the logo of the page's subject stands, in pixels. */
export const LOGO_BOX = { left: 952, top: 70, side: 176 } as const;

/** All that the picture depends on. */
export interface SharedDrawing {
  readonly title: string;
  /** What it is, over the title. */
  readonly kicker: string | null;
  readonly siteName: string;
  /** Colours `#rrggbb`. */
  readonly primaryColour: string;
  readonly accentColour: string;
  /** Colour of the page's thread; null for the territory's own. */
  readonly thread: string | null;
}

const MARGIN = 72;
const STEPS = [
  { size: 92, lines: 2 },
  { size: 76, lines: 3 },
  { size: 62, lines: 4 },
  { size: 48, lines: 5 },
] as const;
const LEADING = 1.12;
/** Between what stands over the title and the name of the site. */
const TITLE = { top: 172, bottom: 498 };
const KICKER = 36;
const NAME = 34;

/** What stands behind it, `#rrggbb`. */
export const groundOf = ({
  primaryColour,
  accentColour,
}: Pick<SharedDrawing, 'primaryColour' | 'accentColour'>): string =>
  palette(primaryColour, accentColour, 'light').paper;

/** The picture as a PNG. @param logo of the page's subject, as large as `LOGO_BOX` */
export async function drawShared(drawing: SharedDrawing, logo: Pixels | null): Promise<Buffer> {
  const colours = palette(drawing.primaryColour, drawing.accentColour, 'light');
  const picture = new IndexedPicture(SHARED.width, SHARED.height, colours.paper);
  const whole = SHARED.width - 2 * MARGIN;
  const beside = logo ? whole - LOGO_BOX.side - 56 : whole;

  picture.fill(0, 0, 24, SHARED.height - 46, drawing.thread ?? colours.primary);
  weave(picture, SHARED.height - 40, colours.primary, colours.accent);

  const { lines, size } = fitTitle(drawing.title, {
    widthOf: (text) => widthOf(text, 'serif'),
    width: beside,
    steps: STEPS,
  });
  const first = TITLE.top + (TITLE.bottom - TITLE.top - lines.length * size * LEADING) / 2 + size * 0.92;
  const line = async (text: string, face: Face, size: number, y: number, ink: string) => {
    for (const { mask, x } of await masksOf(text, face, size)) picture.stamp(mask, MARGIN + x, Math.round(y), ink);
  };
  for (const [at, text] of lines.entries()) await line(text, 'serif', size, first + at * size * LEADING, colours.ink);
  await line(oneLine(drawing.kicker ?? '', KICKER, beside), 'sans', KICKER, 128, colours['ink-soft']);
  await line(oneLine(drawing.siteName, NAME, whole), 'sans', NAME, 552, colours['primary-ink']);
  // Last: it takes the colours that are left.
  if (logo) picture.place(logo, LOGO_BOX.left, LOGO_BOX.top);
  return picture.png();
}

const oneLine = (text: string, size: number, width: number): string =>
  fitTitle(text, { widthOf: (part) => widthOf(part, 'sans'), width, steps: [{ size, lines: 1 }] }).lines[0] ?? '';

/** The ribbon of the pages: one thread over, one thread under. */
function weave(picture: IndexedPicture, top: number, primary: string, accent: string): void {
  const step = 60;
  for (let at = 0; at * step < SHARED.width; at += 1) {
    const [upper, lower] = at % 2 === 0 ? [primary, accent] : [accent, primary];
    picture.fill(at * step, top, step - 5, 17, upper);
    picture.fill(at * step, top + 22, step - 5, 18, lower);
  }
}
