/** Tables as spreadsheets of French offices open them: semicolons, CRLF, UTF-8 with its mark. */
const MARK = '\ufeff';

export type Cell = string | number | boolean | null;

/** A table with its header row. Every row has as many cells as the header. */
export function csv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return MARK + [header, ...rows].map((row) => `${row.map(cell).join(';')}\r\n`).join('');
}

function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value === 'number') return String(value);
  // A name that begins like a formula would be run by the spreadsheet that opens the file (OWASP, CSV injection).
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
