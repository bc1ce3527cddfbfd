/**
 * The stream of an old XLS without what carries no value. Records keep their place and length, because sheets are found by
 * offsets: a record is emptied of meaning by its number alone ([MS-XLS] 2.3.1).
 */
import { Refusal } from './found.ts';
import { limits } from './limits.ts';
import { refusals } from './words.ts';

/** Read over by SheetJS without a look. */
const NOTHING = 0x0097;
/** Blank, MulBlank; links and notes, which are walked cell by cell; drawn objects and pictures; names, and what they refer to outside. */
const WITHOUT_VALUE = new Set([0x0201, 0x00be, 0x01b8, 0x0800, 0x001c, 0x005d, 0x01b6, 0x007f, 0x00e9]);
const CELLS = new Set([
  0x0203, 0x0003, 0x0002, 0x0005, 0x0205, 0x027e, 0x0006, 0x0206, 0x0406, 0x00fd, 0x00d6, 0x0204, 0x0004,
]);
const MULTIPLE_NUMBERS = 0x00bd;
const PASSWORD = 0x002f;

/** @throws {Refusal} it needs a password, or has more cells than are read */
export function tidyStream(stream: Buffer): Buffer {
  const tidy = Buffer.from(stream);
  let cells = 0;
  for (let at = 0; at + 4 <= tidy.length; at += 4 + tidy.readUInt16LE(at + 2)) {
    const record = tidy.readUInt16LE(at);
    if (record === PASSWORD) throw new Refusal(refusals.password);
    if (CELLS.has(record)) cells += 1;
    if (record === MULTIPLE_NUMBERS) cells += Math.max(0, (tidy.readUInt16LE(at + 2) - 6) / 6);
    if (cells > limits.cells) throw new Refusal(refusals.cells);
    if (WITHOUT_VALUE.has(record)) tidy.writeUInt16LE(NOTHING, at);
  }
  return tidy;
}
