/**
 * Stands before Strapi's own preparation of the database (migrations, then schema sync): one instance at a time, no database
 * of a newer release, and nothing dropped that no migration names. A migration that drops a column itself leaves nothing
 * for the sync to drop, so that no list of exceptions is needed.
 */
import { readdirSync } from 'node:fs';
import type { Core } from '@strapi/strapi';
import { requireEnvironment } from '../../environment.ts';
import { lossesOf } from './losses.ts';
import { takeStartLock } from './start-lock.ts';

const MIGRATIONS_TABLE = 'strapi_migrations';

const words = {
  newer: (names: readonly string[]) =>
    `Cette base de données a été ouverte par une version plus récente de Trame (migrations inconnues ici\u00a0: ${names.join(', ')}). ` +
    'Rien n’y a été changé. Lancez cette version plus récente, ou remettez avec «\u00a0pnpm restore\u00a0» une sauvegarde d’avant la mise à jour.',
  losses: (names: readonly string[]) =>
    `Cette version de Trame effacerait des données\u00a0: ${names.join(', ')}. Rien n’a été effacé. ` +
    'Si la base vient d’une version plus récente, lancez celle-ci, ou remettez avec «\u00a0pnpm restore\u00a0» une sauvegarde d’avant la mise à jour. ' +
    'Si un champ vient d’être retiré, renommé ou changé de type, écrivez sa migration (cms/database/README.md).',
};

/** Migrations that the database has been through and this release does not have. */
async function unknownMigrations(strapi: Core.Strapi): Promise<string[]> {
  if (!(await strapi.db.getSchemaConnection().hasTable(MIGRATIONS_TABLE))) return [];
  const known = new Set(readdirSync(strapi.db.config.settings.migrations.dir));
  const rows = (await strapi.db.getConnection(MIGRATIONS_TABLE).select('name').orderBy('name')) as { name: string }[];
  return rows.map(({ name }) => name).filter((name) => !known.has(name));
}

/** Makes the sync refuse before its first statement what it would otherwise lose. */
function refuseLosses(strapi: Core.Strapi): void {
  const { schemaDiff } = strapi.db.schema;
  const compare = schemaDiff.diff.bind(schemaDiff);
  schemaDiff.diff = async (schemas) => {
    const found = await compare(schemas);
    const losses = lossesOf(found, schemas.databaseSchema, (type) => String(strapi.db.dialect.getSqlType(type)));
    if (losses.length > 0) throw new Error(words.losses(losses));
    return found;
  };
}

interface Hook {
  register(handler: () => Promise<void>): unknown;
}

let releaseLock: (() => Promise<void>) | null = null;

/**
 * To be called while Strapi registers; `databaseReady` ends it.
 * Loading then fails, with a sentence in French, for a database that this release must not touch.
 */
export function guardDatabase(strapi: Core.Strapi): void {
  refuseLosses(strapi);
  (strapi.hook('strapi::content-types.beforeSync') as Hook).register(async () => {
    releaseLock = await takeStartLock(requireEnvironment().DATABASE_URL);
    const unknown = await unknownMigrations(strapi);
    if (unknown.length > 0) throw new Error(words.newer(unknown));
  });
}

/** Lets the next instance prepare the database: this one has done everything, or has given up. */
export async function databaseReady(): Promise<void> {
  const release = releaseLock;
  releaseLock = null;
  await release?.();
}
