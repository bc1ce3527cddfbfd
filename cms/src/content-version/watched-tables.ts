import type { Core } from '@strapi/strapi';

/** The tables of one model: its own, and those that join it to its components, relations and files. */
function tablesOf(strapi: Core.Strapi, uid: string): string[] {
  const model = strapi.db.metadata.get(uid);
  const joins = Object.values(model.attributes).flatMap((attribute) =>
    'joinTable' in attribute && attribute.joinTable ? [attribute.joinTable.name] : [],
  );
  return [model.tableName, ...joins];
}

/**
 * Every table whose content the site export is made of: our content types, their components, and the media library.
 * Taken from Strapi's own description of the database, so that a type or a field added tomorrow is watched too.
 */
export function watchedTables(strapi: Core.Strapi): string[] {
  const uids = [
    ...Object.keys(strapi.contentTypes).filter((uid) => uid.startsWith('api::')),
    ...Object.keys(strapi.components),
    'plugin::upload.file',
  ];
  return [...new Set(uids.flatMap((uid) => tablesOf(strapi, uid)))].sort();
}
