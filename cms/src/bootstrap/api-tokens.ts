import type { Core } from '@strapi/strapi';
import { requireEnvironment } from '../environment.ts';
import { findOne } from '../platform/database/records.ts';
import { apiTokens } from '../platform/strapi/admin-services.ts';

/** Made by Strapi on an empty database; "Full Access" may write anything, and both may read drafts and agreements. */
const DEFAULT_TOKENS = ['Read Only', 'Full Access'];

export const BUILDER_TOKEN_NAME = 'Construction du site';
const EXPORT_ACTIONS = ['api::export.export.print', 'api::export.export.site'];

interface StoredToken {
  readonly id: number;
  readonly permissions?: readonly { readonly action: string }[];
}

const removeDefaultTokens = (strapi: Core.Strapi) =>
  strapi.db.query('admin::api-token').deleteMany({
    where: { name: { $in: DEFAULT_TOKENS }, type: { $in: ['read-only', 'full-access'] } },
  });

/** The builder's token: the value of TRAME_EXPORT_TOKEN, allowed to read the two exports and nothing else; follows the variable when it changes. */
async function keepBuilderToken(strapi: Core.Strapi): Promise<void> {
  const tokens = strapi.db.query('admin::api-token');
  const accessKey = apiTokens(strapi).hash(requireEnvironment().TRAME_EXPORT_TOKEN);
  const data = {
    name: BUILDER_TOKEN_NAME,
    description:
      'Lit l’export du site et celui des éditions imprimées, et rien d’autre. Créé au démarrage ; ne pas modifier.',
    kind: 'content-api',
    type: 'custom',
    accessKey,
    lifespan: null,
    expiresAt: null,
  };
  const existing = await findOne<StoredToken>(strapi, 'admin::api-token', {
    where: { name: BUILDER_TOKEN_NAME },
    populate: ['permissions'],
  });
  const token = (
    existing ? await tokens.update({ where: { id: existing.id }, data }) : await tokens.create({ data })
  ) as StoredToken;

  const permissions = strapi.db.query('admin::api-token-permission');
  const actions = (existing?.permissions ?? []).map(({ action }) => action);
  if (actions.sort().join() === EXPORT_ACTIONS.join()) return;
  await permissions.deleteMany({ where: { token: { id: token.id } } });
  for (const action of EXPORT_ACTIONS) await permissions.create({ data: { action, token: token.id } });
}

/** One API token exists when this is done: the site builder's. */
export async function setUpApiTokens(strapi: Core.Strapi): Promise<void> {
  await removeDefaultTokens(strapi);
  await keepBuilderToken(strapi);
}
