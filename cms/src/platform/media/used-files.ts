/** Whether a file of the media library is used by anything: what nothing uses any more is nobody's business outside. */
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { rowsOf } from '../database/sql.ts';

const FILE = 'plugin::upload.file';

/** Names of the sizes that Strapi makes, before the fingerprint of the file: `thumbnail_photo_1a2b.jpg`. */
const SIZE = /^(?:thumbnail|small|medium|large|xsmall)_/;

/** The fingerprint in the name of a file: what its record is found by. */
export const hashIn = (name: string): string => name.replace(/\.[^.]*$/, '').replace(SIZE, '');

interface Column {
  readonly table: string;
  readonly column: string;
}

/** Texts whose pictures are named inside them, and not by a relation. */
function columnsOfTexts(strapi: Core.Strapi): Column[] {
  return [...Object.keys(strapi.contentTypes), ...Object.keys(strapi.components)].flatMap((uid) => {
    const { tableName, attributes } = strapi.db.metadata.get(uid);
    return Object.entries(strapi.getModel(uid as typeof FILE).attributes).flatMap(([name, { type }]) => {
      const column = attributes[name];
      return (type as string) === 'blocks' && column && 'columnName' in column
        ? [{ table: tableName, column: String(column.columnName ?? name) }]
        : [];
    });
  });
}

const Answer = z.object({ used: z.boolean() });

/** Does any record, draft or published, show the file whose original or size has this name? False for one without a record. */
export async function isFileUsed(strapi: Core.Strapi, name: string): Promise<boolean> {
  const hash = hashIn(name);
  const { tableName } = strapi.db.metadata.get(FILE);
  const [related] = await rowsOf(
    strapi.db.connection,
    Answer,
    `select exists (select from ?? file join files_related_mph link on link.file_id = file.id where file.hash = any(?)) as used`.replace(
      '??',
      `"${tableName}"`,
    ),
    [[hash, name.replace(/\.[^.]*$/, '')]],
  );
  if (related?.used) return true;
  for (const { table, column } of columnsOfTexts(strapi)) {
    const [named] = await rowsOf(
      strapi.db.connection,
      Answer,
      `select exists (select from "${table}" where strpos("${column}"::text, ?) > 0) as used`,
      [`"${hash}"`],
    );
    if (named?.used) return true;
  }
  return false;
}
