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
 * Editions on paper are no part of the site: nobody should wait for a build because the print run changed. They need no
 * trigger of their own either: whoever prints asks for one edition with the hash of what it has (`If-None-Match`), and the
 * answer is made from the edition as it is then.
 */
const isOfAnEdition = (uid: string): boolean => uid === 'api::edition.edition' || uid.startsWith('edition.');

/** What the office and the associations exchange: nothing of it is on the site, and 1,200 letters must not wake a build. */
const isOfTheYearlyUpdate = (uid: string): boolean =>
  /^(?:api::(?:campaign|update-request|submission|journal-entry|membership)\.|campaign\.)/.test(uid);

const isNeverOnTheSite = (uid: string): boolean => isOfAnEdition(uid) || isOfTheYearlyUpdate(uid);

/**
 * Every table whose content the site export is made of: our content types, their components, and the media library.
 * Taken from Strapi's own description of the database, so that a type or a field added tomorrow is watched too.
 */
export function watchedTables(strapi: Core.Strapi): string[] {
  const tables = (uids: readonly string[]) => new Set(uids.flatMap((uid) => tablesOf(strapi, uid)));
  const ours = [
    ...Object.keys(strapi.contentTypes).filter((uid) => uid.startsWith('api::')),
    ...Object.keys(strapi.components),
  ];
  // also those that a theme or a guide names, being the other side of an edition's or a campaign's relation
  const ofOthers = tables(ours.filter(isNeverOnTheSite));
  const ofContent = [...tables(ours.filter((uid) => !isNeverOnTheSite(uid)))].filter((table) => !ofOthers.has(table));
  return [...new Set([...ofContent, ...tables(['plugin::upload.file'])])].sort();
}
