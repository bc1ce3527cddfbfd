/** What SheetJS does not read of an ODS: what is hidden, which tables are copies of other files, and how much it would repeat. */
import { Refusal } from './found.ts';
import { limits } from './limits.ts';
import type { Unread } from './spreadsheet.ts';
import { refusals } from './words.ts';

/** Tags of tables only: `[^<>]` keeps the search linear. */
const TAGS = /<(\/?)table:(table|table-row|table-column|table-cell|table-source)(?![-\w])([^<>]*)>/g;
/** LibreOffice keeps here what it last read of a file that a formula refers to: nobody typed it in this one. */
const COPY_STYLE = 'ta_extref';

const unescaped = (text: string): string =>
  text.replace(/&(?:lt|gt|amp|quot|apos);/g, (entity) => ENTITIES[entity] ?? entity);
const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&apos;': "'",
};

const valueOf = (attributes: string, name: string): string | null =>
  new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    .exec(attributes)
    ?.slice(1)
    .find((value) => value !== undefined) ?? null;
const isHidden = (attributes: string): boolean =>
  /^(?:collapse|filter)$/.test(valueOf(attributes, 'table:visibility') ?? '');
const times = (attributes: string, name: string): number =>
  attributes.includes(name) ? Math.max(1, Number(valueOf(attributes, name)) || 1) : 1;

/** Names of the table styles that are not displayed. */
function hiddenStyles(text: string): Set<string> {
  const names = new Set<string>();
  for (const [, attributes = '', properties = ''] of text.matchAll(
    /<style:style\b([^<>]*)>\s*<style:table-properties\b([^<>]*)>/g,
  )) {
    const name = valueOf(attributes, 'style:name');
    if (name !== null && valueOf(properties, 'table:display') === 'false') names.add(name);
  }
  return names;
}

/**
 * By the order of the tables.
 * @throws {Refusal} it is no spreadsheet, or has more rows or cells than are read, repeated ones counted, before anything repeats them
 */
export function scanContent(bytes: Buffer): Unread[] {
  const text = bytes.toString('latin1'); // a byte a character: tags and what is asked of them are ASCII, but for names
  if (!/<office:spreadsheet\b/.test(text)) throw new Refusal(refusals.otherOffice);
  const styles = hiddenStyles(text);
  const tables: Unread[] = [];
  let cells = 0;
  let table: { name: string; hidden: boolean; isCopy: boolean; rows: Set<number>; columns: Set<number> } | null = null;
  let [row, column, height, width, filled, depth] = [0, 0, 1, 0, 0, 0];
  for (const [, close, tag, attributes = ''] of text.matchAll(TAGS)) {
    const isAlone = attributes.endsWith('/');
    if (tag === 'table') {
      if (close === '' && !isAlone) depth += 1;
      if (close === '/') depth -= 1;
      if (close === '' && !isAlone && depth === 1) {
        const style = valueOf(attributes, 'table:style-name') ?? '';
        const name = unescaped(Buffer.from(valueOf(attributes, 'table:name') ?? '', 'latin1').toString('utf8'));
        const isCopy = style === COPY_STYLE || /^'(?:file|https?):/i.test(name);
        table = { name, hidden: styles.has(style), isCopy, rows: new Set(), columns: new Set() };
        [row, column, filled] = [0, 0, 0];
      } else if (close === '/' && depth === 0 && table !== null) {
        tables.push({
          hidden: table.hidden,
          isCopy: table.isCopy,
          hiddenRows: table.rows,
          hiddenColumns: table.columns,
        });
        table = null;
      }
      continue;
    }
    if (table === null || depth !== 1) continue;
    if (tag === 'table-source') table.isCopy = true;
    if (tag === 'table-column' && close === '') {
      const count = times(attributes, 'table:number-columns-repeated');
      if (isHidden(attributes))
        for (let at = 0; at < count && column + at < limits.columns; at += 1) table.columns.add(column + at);
      column += count;
    }
    if (tag === 'table-row' && close === '') {
      height = times(attributes, 'table:number-rows-repeated');
      width = 0;
      if (isHidden(attributes)) {
        for (let at = 0; at < height && at < 2 * limits.rows; at += 1) table.rows.add(row + at);
      }
      if (isAlone) row += height;
    } else if (tag === 'table-row') {
      row += height;
      if (width === 0) continue;
      filled += height;
      cells += height * width;
      if (filled > limits.rows) throw new Refusal(refusals.rows(table.name));
      if (cells > limits.cells) throw new Refusal(refusals.cells);
    }
    // A cell with an end has something in it.
    if (tag === 'table-cell' && close === '' && !isAlone) width += times(attributes, 'table:number-columns-repeated');
  }
  return tables;
}
