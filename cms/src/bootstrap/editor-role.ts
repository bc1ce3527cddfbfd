import type { Core } from '@strapi/strapi';

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

interface Action {
  actionId: string;
  section: string;
  subjects?: string[];
}

interface Permission {
  action: string;
  subject: string | null;
  properties: { fields?: string[] };
}

/** Everything on our own types, field by field as Strapi wants it; single types are not created or deleted by hand. */
function contentPermissions(strapi: Core.Strapi): Permission[] {
  const actions: Action[] = strapi
    .service('admin::permission')
    .actionProvider.values()
    .filter(({ section }: Action) => section === 'contentTypes');
  const permissions: Permission[] = strapi.service('admin::content-type').getPermissionsWithNestedFields(actions);
  return permissions.filter(({ action, subject }) => {
    if (!subject?.startsWith('api::')) return false;
    const { kind } = strapi.contentTypes[subject as 'api::theme.theme'] as { kind: string };
    return kind === 'collectionType' || !action.endsWith('.delete');
  });
}

async function removeUnusedAuthorRole(strapi: Core.Strapi): Promise<void> {
  const role = await strapi.db
    .query('admin::role')
    .findOne({ where: { code: AUTHOR_CODE }, populate: { users: { count: true } } });
  if (role && role.users?.count === 0) await strapi.service('admin::role').deleteByIds([role.id]);
}

/** The role of the two people who keep the directory: all content and the media library, no settings. */
export async function setUpEditorRole(strapi: Core.Strapi): Promise<void> {
  const roles = strapi.db.query('admin::role');
  const data = { name: EDITOR_NAME, description: EDITOR_DESCRIPTION };
  const existing = await roles.findOne({ where: { code: EDITOR_CODE } });
  const role = existing
    ? await roles.update({ where: { id: existing.id }, data })
    : await strapi.service('admin::role').create({ ...data, code: EDITOR_CODE });
  await strapi
    .service('admin::role')
    .assignPermissions(role.id, [...contentPermissions(strapi), ...MEDIA_ACTIONS.map((action) => ({ action }))]);
  await removeUnusedAuthorRole(strapi);
}
