import type { Core } from '@strapi/strapi';

/**
 * What no two published records may share, held by the database: Strapi's own uniqueness is a question asked before the
 * write, so two publications at the same moment both pass it. Drafts are outside (`published_at` is null): an editor may be
 * half way through renaming one. Types without draft and publish always have a `published_at`.
 */
export const UNIQUE_COLUMNS: readonly { readonly uid: string; readonly attribute: string }[] = [
  { uid: 'api::association.association', attribute: 'slug' },
  { uid: 'api::association.association', attribute: 'rnaId' },
  { uid: 'api::event.event', attribute: 'slug' },
  { uid: 'api::guide.guide', attribute: 'slug' },
  { uid: 'api::resource.resource', attribute: 'slug' },
  { uid: 'api::action-plan.action-plan', attribute: 'slug' },
  { uid: 'api::action.action', attribute: 'slug' },
  { uid: 'api::theme.theme', attribute: 'slug' },
  { uid: 'api::audience.audience', attribute: 'slug' },
  { uid: 'api::commune.commune', attribute: 'slug' },
  { uid: 'api::commune.commune', attribute: 'inseeCode' },
  { uid: 'api::venue.venue', attribute: 'slug' },
];

interface Column {
  table: string;
  column: string;
}

function columnOf(strapi: Core.Strapi, uid: string, attribute: string): Column {
  const model = strapi.db.metadata.get(uid);
  const described = model.attributes[attribute];
  const column = described && 'columnName' in described && described.columnName;
  return { table: model.tableName, column: column || attribute };
}

/** Name of the index of a column: what a violation is recognised by. */
export const uniqueIndexName = ({ table, column }: Column): string => `trame_${table}_${column}_published_unique`;

/** The type and attribute whose index has this name. */
export function findUniqueColumn(strapi: Core.Strapi, indexName: string) {
  return UNIQUE_COLUMNS.find(({ uid, attribute }) => uniqueIndexName(columnOf(strapi, uid, attribute)) === indexName);
}

/**
 * Creates the indexes that are missing. Not a migration: those run before Strapi has created the tables.
 * @throws {Error} in French when published records already share a value, with what to do
 */
export async function createUniqueIndexes(strapi: Core.Strapi): Promise<void> {
  for (const { uid, attribute } of UNIQUE_COLUMNS) {
    const place = columnOf(strapi, uid, attribute);
    try {
      await strapi.db.connection.raw(
        'create unique index if not exists ?? on ?? (??) where published_at is not null and ?? is not null',
        [uniqueIndexName(place), place.table, place.column, place.column],
      );
    } catch (error) {
      throw new Error(
        `Deux fiches publiées de « ${strapi.contentTypes[uid as 'api::theme.theme'].info.displayName} » ont la même valeur dans « ${attribute} » : ` +
          'corrigez l’une des deux dans la base, puis redémarrez.',
        { cause: error },
      );
    }
  }
}
