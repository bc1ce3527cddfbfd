/** QR codes of living entries, drawn as shapes: see `press/codes.ts` for the press; one path on the screen. */
import { encode } from 'uqr';

export interface QrCode {
  /** Modules on a side, without the quiet zone. */
  readonly size: number;
  /** Dark runs of each row: column, row from the top, length, in modules. */
  readonly runs: readonly (readonly [x: number, y: number, length: number])[];
}

/**
 * Level M: a sixth of the code may be lost, to a fold or a thumb, and it still reads. The mask is fixed: to try all eight takes
 * six times longer, and readers undo any.
 */
export function qrCode(text: string): QrCode {
  const { data, size } = encode(text, { ecc: 'M', border: 0, maskPattern: 3 });
  const runs: [number, number, number][] = [];
  data.forEach((row, y) => {
    for (let x = 0; x < size; x += 1) {
      if (row[x] !== true) continue;
      const start = x;
      while (row[x + 1] === true) x += 1;
      runs.push([start, y, x + 1 - start]);
    }
  });
  return { size, runs };
}

/** One code as a drawing of `size` units a side, in `colour`. */
export function qrSvg({ size, runs }: QrCode, colour: string): Buffer {
  const path = runs.map(([x, y, length]) => `M${x} ${y}h${length}v1h-${length}z`).join('');
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path fill="${colour}" d="${path}"/></svg>`,
  );
}
