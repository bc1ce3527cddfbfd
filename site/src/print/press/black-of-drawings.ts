/**
 * Which pictures for a screen are drawings, and their black in black ink alone. Through a profile a black comes out in four inks:
 * right for the depth of a photograph, wrong for letters and lines, which blur as soon as one plate is a tenth of a millimetre off.
 */

/** Rows of pixels: of red, green and blue bytes, more channels not looked at, or of one byte of grey. */
export interface Pixels {
  readonly data: Buffer;
  readonly width: number;
  readonly channels: number;
}

/** Of 255: a colour whose parts differ by no more is a grey that a JPEG was made of. */
const NEUTRAL = 6;
/** The same of what is nearly black, where compression leaves more beside a colour and nobody sees it. */
const NEARLY_BLACK = { lightest: 60, spread: 16 };
/** Of 255: what is no darker is paper. */
const PAPER = 245;
/**
 * Of 255: what is darker is meant as black. What a screen shows of 100 % of black ink is no zero: #1d1d1b for FOGRA39, #231f20
 * for SWOP, and those are what exports of logos hold.
 */
const BLACK = 40;

/** Pixels from paper to black across a smoothed edge, and how many such edges letters or lines have at least. A shadow has none. */
const EDGE = 3;
const FEWEST_EDGES = 40;
/** A drawing is made of so few colours; these make this share of its coloured pixels, smoothed edges and compression the rest. */
const COLOURS = 8;
const SHARE_OF_COLOURS = 0.6;
/** Of 255: a step from one pixel to the next that is neither flat nor an edge; more of them are the tones of a photograph. */
const SOFT = { least: 3, most: 24 };
const SHARE_OF_SOFT = 0.3;

const BITS = 5;
const LEVELS = 1 << BITS;
const binOf = (red: number, green: number, blue: number): number =>
  ((red >> (8 - BITS)) << (2 * BITS)) | ((green >> (8 - BITS)) << BITS) | (blue >> (8 - BITS));

const isGrey = (least: number, most: number): boolean =>
  most - least <= NEUTRAL || (most <= NEARLY_BLACK.lightest && most - least <= NEARLY_BLACK.spread);

/** Calls with each pixel in its order. */
function eachPixel(
  { data, channels }: Pixels,
  see: (red: number, green: number, blue: number, index: number) => void,
): void {
  for (let at = 0, index = 0; at < data.length; at += channels, index += 1) {
    const red = data[at] as number;
    if (channels < 3) see(red, red, red, index);
    else see(red, data[at + 1] as number, data[at + 2] as number, index);
  }
}

/** How often paper turns into black within an edge, or black into paper, along the rows. */
function edgesOf(pixels: Pixels): number {
  let edges = 0;
  let [paperAt, blackAt] = [-Infinity, -Infinity];
  eachPixel(pixels, (red, green, blue, index) => {
    if (index % pixels.width === 0) [paperAt, blackAt] = [-Infinity, -Infinity];
    const [least, most] = [Math.min(red, green, blue), Math.max(red, green, blue)];
    if (least >= PAPER) {
      if (blackAt > paperAt && index - blackAt <= EDGE) edges += 1;
      paperAt = index;
    } else if (most <= NEARLY_BLACK.lightest && isGrey(least, most)) {
      if (paperAt > blackAt && index - paperAt <= EDGE) edges += 1;
      blackAt = index;
    }
  });
  return edges;
}

/** Share of the coloured pixels that the most frequent colours make, each with what hardly differs from it. */
function shareOfColours(pixels: Pixels): number {
  const counts = new Uint32Array(LEVELS ** 3);
  let all = 0;
  eachPixel(pixels, (red, green, blue) => {
    const [least, most] = [Math.min(red, green, blue), Math.max(red, green, blue)];
    if (least >= PAPER || isGrey(least, most)) return;
    all += 1;
    const bin = binOf(red, green, blue);
    counts[bin] = (counts[bin] as number) + 1;
  });
  let made = 0;
  for (let colour = 0; colour < COLOURS; colour += 1) made += takeMostFrequent(counts);
  return all === 0 ? 1 : made / all;
}

/** Takes the most frequent bin and its neighbours out of the counts. @returns how many pixels they were */
function takeMostFrequent(counts: Uint32Array): number {
  let at = 0;
  for (let bin = 1; bin < counts.length; bin += 1) if ((counts[bin] as number) > (counts[at] as number)) at = bin;
  const around = [at >> (2 * BITS), at >> BITS, at].map((level) =>
    [-1, 0, 1].map((step) => (level & (LEVELS - 1)) + step).filter((near) => near >= 0 && near < LEVELS),
  );
  const [reds = [], greens = [], blues = []] = around;
  let taken = 0;
  for (const red of reds)
    for (const green of greens)
      for (const blue of blues) {
        const bin = (red << (2 * BITS)) | (green << BITS) | blue;
        taken += counts[bin] as number;
        counts[bin] = 0;
      }
  return taken;
}

/** Share of what is no paper where one pixel passes softly into the next. */
function shareOfSoft(pixels: Pixels): number {
  let [all, soft, before] = [0, 0, 255];
  eachPixel(pixels, (_red, grey) => {
    const step = Math.abs(grey - before);
    before = grey;
    if (grey >= PAPER) return;
    all += 1;
    if (step >= SOFT.least && step <= SOFT.most) soft += 1;
  });
  return all === 0 ? 0 : soft / all;
}

/** Whether a picture with colours is a logo, line art, letters on paper: few colours, and sharp black on paper. */
export const isDrawing = (pixels: Pixels): boolean =>
  edgesOf(pixels) >= FEWEST_EDGES && shareOfColours(pixels) >= SHARE_OF_COLOURS;

/** The same of a picture of greys alone, which has no colours to count. */
export const isGreyDrawing = (pixels: Pixels): boolean =>
  edgesOf(pixels) >= FEWEST_EDGES && shareOfSoft(pixels) <= SHARE_OF_SOFT;

/** Black ink of a grey of a drawing, 0 to 255: solid where black was meant, none on paper. */
export const inkOfLine = (grey: number): number => Math.round(255 * Math.min(1, (255 - grey) / (255 - BLACK)));

/** What a pixel of a drawing is. */
const [COLOURED, ON_PAPER, GREY, SEEN] = [0, 1, 2, 3] as const;

function kindsOf(pixels: Pixels): Uint8Array {
  const kinds = new Uint8Array(pixels.data.length / pixels.channels);
  eachPixel(pixels, (red, green, blue, index) => {
    const [least, most] = [Math.min(red, green, blue), Math.max(red, green, blue)];
    kinds[index] = least >= PAPER ? ON_PAPER : isGrey(least, most) ? GREY : COLOURED;
  });
  return kinds;
}

/**
 * Puts the blacks and greys of a drawing that stand on paper into black ink alone; their smoothed edges are greys. A letter on a
 * colour keeps its black of several inks: the colour goes on under it, and no paper shows between the two.
 * @param inks C, M, Y, K bytes of the same pixels, as they came through the profile; changed in place
 */
export function blackenGreys(pixels: Pixels, inks: Buffer): void {
  const { data, width, channels } = pixels;
  const kinds = kindsOf(pixels);
  /** The pixels of one connected shape, from its first one on. */
  const shape = new Int32Array(kinds.length);
  for (let first = 0; first < kinds.length; first += 1) {
    if (kinds[first] !== GREY) continue;
    let [length, onPaper, onColour] = [1, 0, 0];
    shape[0] = first;
    kinds[first] = SEEN;
    for (let next = 0; next < length; next += 1) {
      const at = shape[next] as number;
      const column = at % width;
      for (const near of [column > 0 ? at - 1 : -1, column < width - 1 ? at + 1 : -1, at - width, at + width]) {
        const kind = kinds[near]; // undefined beyond the picture
        if (kind === GREY) {
          kinds[near] = SEEN;
          shape[length] = near;
          length += 1;
        } else if (kind === ON_PAPER) onPaper += 1;
        else if (kind === COLOURED) onColour += 1;
      }
    }
    if (onPaper < onColour) continue;
    for (const at of shape.subarray(0, length)) {
      const [red, green, blue] = [0, 1, 2].map((part) => data[at * channels + part] as number) as [
        number,
        number,
        number,
      ];
      inks.fill(0, at * 4, at * 4 + 3);
      inks[at * 4 + 3] = inkOfLine(Math.round((red + green + blue) / 3));
    }
  }
  // What is hardly lighter than paper is paper.
  kinds.forEach((kind, at) => {
    if (kind === ON_PAPER) inks.fill(0, at * 4, at * 4 + 4);
  });
}
