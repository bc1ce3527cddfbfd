/**
 * The parts of an XLSX with nothing left in them that is no value: cells and rows that only carry a style, links, drawings. A
 * sheet may be formatted down to its million rows; SheetJS would make an object of each cell, and walks links cell by cell.
 */
import { Refusal } from './found.ts';
import { limits } from './limits.ts';
import { refusals } from './words.ts';

const ROOT = /^[^<]*(?:<[?!][^<>]*>[^<]*)*(<(\w+:)?(worksheet|styleSheet|sst)\b[^<>]*>)/;
/** `[^<>]` everywhere: a search that crosses no tag cannot take the square of the time. */
const EMPTY_CELL = /<(?:\w+:)?c\b[^<>]*(?:\/>|>\s*<\/(?:\w+:)?c>)/g;
const EMPTY_ROW = /<(?:\w+:)?row\b[^<>]*(?:\/>|>\s*<\/(?:\w+:)?row>)/g;
const COLUMN = /<(?:\w+:)?col\b[^<>]*>/g;
const HIDDEN = /\bhidden\s*=\s*["'](?:1|true|on)["']/;
const attribute = (tag: string, name: string): number =>
  Number(new RegExp(`\\b${name}\\s*=\\s*["'](\\d+)`).exec(tag)?.[1]);

function between(text: string, prefix: string, name: string): string {
  const start = text.indexOf(`<${prefix}${name}`);
  const close = `</${prefix}${name}>`;
  const end = start < 0 ? -1 : text.indexOf(close, start);
  return end < 0 ? '' : text.slice(start, end + close.length);
}

/** Does a text begin a tag of this name more often? */
function hasMore(text: string, tag: string, most: number): boolean {
  let count = 0;
  for (let at = text.indexOf(tag); at >= 0 && count <= most; at = text.indexOf(tag, at + tag.length)) {
    if (' >/\n\r\t'.includes(text.charAt(at + tag.length))) count += 1;
  }
  return count > most;
}

/**
 * @returns the same bytes when there is nothing to tidy
 * @throws {Refusal} more rows, cells or texts than are read, without parsing them
 */
export function tidyPart(bytes: Buffer): Buffer {
  const [, opening = '', prefix = '', root] = ROOT.exec(bytes.subarray(0, 4_000).toString('latin1')) ?? [];
  const text = bytes.toString('latin1'); // byte for byte: what is not ASCII stays as it is
  if (root === 'worksheet') return Buffer.from(tidyWorksheet(text, opening, prefix), 'latin1');
  if (root === 'styleSheet') return Buffer.from(tidyStyles(text, opening, prefix), 'latin1');
  if (root === 'sst' && hasMore(text, `<${prefix}si`, limits.cells)) throw new Refusal(refusals.cells);
  return bytes;
}

function tidyWorksheet(text: string, opening: string, prefix: string): string {
  const dataAt = text.indexOf(`<${prefix}sheetData`);
  const head = dataAt < 0 ? text : text.slice(0, dataAt);
  const data = between(text, prefix, 'sheetData').replace(EMPTY_CELL, '').replace(EMPTY_ROW, '');
  if (dataAt >= 0 && data === '' && !/^<(?:\w+:)?sheetData\s*\/>/.test(text.slice(dataAt, dataAt + 40))) {
    throw new Refusal(refusals.damaged); // it has a beginning and no end
  }
  // Rows may hold formulas without text: those are counted when they are parsed.
  if (hasMore(data, `<${prefix}row`, 2 * limits.rows)) throw new Refusal(refusals.rows(null));
  if (hasMore(data, `<${prefix}c`, limits.cells)) throw new Refusal(refusals.cells);
  const columns = (between(head, prefix, 'cols').match(COLUMN) ?? [])
    .filter((tag) => HIDDEN.test(tag) && attribute(tag, 'min') <= limits.columns)
    .slice(0, limits.columns)
    .map((tag) => {
      const last = Math.min(attribute(tag, 'max') || 1, limits.columns);
      return `<col min="${attribute(tag, 'min') || 1}" max="${last}" hidden="1"/>`;
    });
  const cols = columns.length > 0 ? `<cols>${columns.join('')}</cols>` : '';
  const merges = between(dataAt < 0 ? '' : text.slice(dataAt), prefix, 'mergeCells');
  return `${opening}${cols}${data}${merges}</${prefix}worksheet>`;
}

const FILLS = '<fills><fill><patternFill patternType="none"/></fill></fills>';
export const NO_STYLES = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${FILLS}</styleSheet>`;

/** The styles with one fill, that every cell has: where a cell's fill is missing SheetJS throws and catches, cell after cell. */
function tidyStyles(text: string, opening: string, prefix: string): string {
  const fills = between(text, prefix, 'fills');
  const tidy = text.replace(fills, '').replace(/\bfillId\s*=\s*(?:"[^"]*"|'[^']*')/g, '');
  return tidy.replace(opening, () => `${opening}${FILLS}`);
}
