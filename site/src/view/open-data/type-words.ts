import type { Column, ColumnType } from './column.ts';

const TYPES: Readonly<Record<ColumnType, string>> = {
  string: 'texte',
  integer: 'nombre entier',
  number: 'nombre',
  boolean: 'true ou false',
  date: 'date',
  datetime: 'date et heure',
  list: 'liste',
};
const FORMATS = { uri: 'adresse internet', email: 'adresse électronique' } as const;

/** « liste d’adresses » would be better French, « liste : adresse internet » is read as fast. */
export function typeInWords({
  type,
  format,
  oneOf,
  required,
}: Pick<Column<never>, 'type' | 'format' | 'oneOf' | 'required'>): string {
  const values = oneOf ? oneOf.join(', ') : format ? FORMATS[format] : null;
  const what = values === null ? TYPES[type] : type === 'list' ? `${TYPES.list}\u00a0: ${values}` : values;
  return required ? `${what} (toujours rempli)` : what;
}
