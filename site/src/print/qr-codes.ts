/** QR codes of living entries, drawn as shapes: black ink alone on the press, one path on the screen. */
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

/**
 * All codes as one PDF, a page each, filled with black ink (DeviceCMYK 0 0 0 1): Typst copies its pages as they are, where it
 * would turn an SVG into RGB. PDF 1.3, which every press file may hold.
 */
export function qrPdf(codes: readonly QrCode[]): Buffer {
  const pageNumber = (index: number) => 3 + 2 * index;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${codes.length}/Kids[${codes.map((_, index) => `${pageNumber(index)} 0 R`).join(' ')}]>>`,
  ];
  codes.forEach(({ size, runs }, index) => {
    const shapes = runs.map(([x, y, length]) => `${x} ${size - y - 1} ${length} 1 re`).join('\n');
    const stream = `0 0 0 1 k\n${shapes}\nf`;
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${size} ${size}]/Resources<<>>/Contents ${pageNumber(index) + 1} 0 R>>`,
      `<</Length ${stream.length}>>\nstream\n${stream}\nendstream`,
    );
  });

  const parts = ['%PDF-1.3\n'];
  const offsets: number[] = [];
  let at = 9;
  objects.forEach((object, index) => {
    const part = `${index + 1} 0 obj\n${object}\nendobj\n`;
    offsets.push(at);
    at += part.length;
    parts.push(part);
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`,
    `trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${at}\n%%EOF\n`,
  );
  return Buffer.from(parts.join(''), 'latin1');
}
