/**
 * Four inks in the plainest TIFF there is. sharp takes four raw channels for red, green, blue and transparency; a file that says
 * what they are is the way to hand it inks.
 */

const SHORT = 3;
const LONG = 4;
const HEADER = 8;
const ENTRY = 12;

/** @param pixels C, M, Y, K bytes, row by row */
export function cmykTiff(pixels: Buffer, { width, height }: { width: number; height: number }): Buffer {
  const count = 10;
  const bitsAt = HEADER + 2 + count * ENTRY + 4;
  const pixelsAt = bitsAt + 8;
  const entries: readonly (readonly [tag: number, type: number, count: number, value: number])[] = [
    [256, LONG, 1, width],
    [257, LONG, 1, height],
    [258, SHORT, 4, bitsAt], // BitsPerSample
    [259, SHORT, 1, 1], // uncompressed
    [262, SHORT, 1, 5], // PhotometricInterpretation: separated, that is CMYK
    [273, LONG, 1, pixelsAt],
    [277, SHORT, 1, 4], // SamplesPerPixel
    [278, LONG, 1, height], // RowsPerStrip
    [279, LONG, 1, pixels.length],
    [284, SHORT, 1, 1], // inks interleaved
  ];
  const head = Buffer.alloc(pixelsAt);
  head.write('II*\0', 'latin1');
  head.writeUInt32LE(HEADER, 4);
  head.writeUInt16LE(count, HEADER);
  entries.forEach(([tag, type, values, value], index) => {
    const at = HEADER + 2 + index * ENTRY;
    head.writeUInt16LE(tag, at);
    head.writeUInt16LE(type, at + 2);
    head.writeUInt32LE(values, at + 4);
    head.writeUInt32LE(value, at + 8);
  });
  for (let ink = 0; ink < 4; ink += 1) head.writeUInt16LE(8, bitsAt + ink * 2);
  return Buffer.concat([head, pixels]);
}
