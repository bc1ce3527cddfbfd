import sharp from 'sharp';

/** A photograph of 320 × 240 pixels, with enough in it to be cut. */
export function photograph(): Promise<Buffer> {
  const pixels = Buffer.from(Array.from({ length: 320 * 240 * 3 }, (_, at) => (at * 7919 + (at >> 5) * 131) & 255));
  return sharp(pixels, { raw: { width: 320, height: 240, channels: 3 } })
    .jpeg()
    .toBuffer();
}

/** The same as telephones of Samsung write it: the header of the scan ends with 0, 0, 0 where the standard wants 0, 63, 0. */
export async function samsungPhotograph(): Promise<Buffer> {
  const jpeg = await photograph();
  const scan = jpeg.indexOf(Buffer.from([0xff, 0xda])) + 2;
  jpeg.fill(0, scan + jpeg.readUInt16BE(scan) - 3, scan + jpeg.readUInt16BE(scan));
  return jpeg;
}

/** What the first bytes of a photograph of an iPhone are. */
export const heicPhotograph = (): Buffer =>
  Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic'), Buffer.alloc(500)]);
