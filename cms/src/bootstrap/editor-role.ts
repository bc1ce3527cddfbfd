import type { Core } from '@strapi/strapi';
import { findOne } from '../platform/database/records.ts';
import { adminActions, adminContentTypes, adminRoles, type Permission } from '../platform/strapi/admin-services.ts';

/** Strapi makes these two on an empty database, in English; the first becomes ours, the second has no use here. */
const EDITOR_CODE = 'strapi-editor';
const AUTHOR_CODE = 'strapi-author';

export const EDITOR_NAME = 'Éditeur·rice';
const EDITOR_DESCRIPTION =
  'Tient l’annuaire\u00a0: crée, modifie, publie et retire les fiches, gère la médiathèque. Aucun accès aux réglages. ' +
  'Droits remis à jour à chaque démarrage.';

const MEDIA_ACTIONS = [
  'plugin::upload.read',
  'plugin::upload.assets.create',
  'plugin::upload.assets.update',
  'plugin::upload.assets.download',
  'plugin::upload.assets.copy-link',
  'plugin::upload.configure-view',
];

/** Everything on our own types, field by field as Strapi wants it; single types are not created or deleted by hand. */
function contentPermissions(strapi: Core.Strapi): Permission[] {
  const actions = adminActions(strapi).filter(({ section }) => section === 'contentTypes');
  const permissions = adminContentTypes(strapi).getPermissionsWithNestedFields(actions);
  return permissions.filter(({ action, subject }) => {
    if (!subject?.startsWith('api::')) return false;
    const { kind } = strapi.contentTypes[subject as 'api::theme.theme'] as { kind: string };
    return kind === 'collectionType' || !action.endsWith('.delete');
  });
}

async function removeUnusedAuthorRole(strapi: Core.Strapi): Promise<void> {
  const role = await findOne<{ id: number; users?: { count: number } }>(strapi, 'admin::role', {
    where: { code: AUTHOR_CODE },
    populate: { users: { count: true } },
  });
  if (role && role.users?.count === 0) await adminRoles(strapi).deleteByIds([role.id]);
}

const SUPER_ADMIN_CODE = 'strapi-super-admin';

/** As Strapi names and describes it on an empty database; another name is an office's own. */
const SUPER_ADMIN_OF_STRAPI = 'Super Admin';

const SUPER_ADMIN = {
  name: 'Administrateur·rice',
  description: 'Tient l’annuaire, et en plus les comptes de l’équipe et les réglages.',
};

async function nameSuperAdmin(strapi: Core.Strapi): Promise<void> {
  const where = { code: SUPER_ADMIN_CODE, name: SUPER_ADMIN_OF_STRAPI };
  await strapi.db.query('admin::role').updateMany({ where, data: SUPER_ADMIN });
}

/** The role of the two people who keep the directory: all content and the media library, no settings. */
export async function setUpEditorRole(strapi: Core.Strapi): Promise<void> {
  const data = { name: EDITOR_NAME, description: EDITOR_DESCRIPTION };
  const roles = adminRoles(strapi);
  const existing = await findOne<{ id: number }>(strapi, 'admin::role', { where: { code: EDITOR_CODE } });
  if (existing) await strapi.db.query('admin::role').update({ where: { id: existing.id }, data });
  const { id } = existing ?? (await roles.create({ ...data, code: EDITOR_CODE }));
  await roles.assignPermissions(id, [...contentPermissions(strapi), ...MEDIA_ACTIONS.map((action) => ({ action }))]);
  await removeUnusedAuthorRole(strapi);
  await nameSuperAdmin(strapi);
}
