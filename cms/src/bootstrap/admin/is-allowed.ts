import type { Core } from '@strapi/strapi';

interface PermissionService {
  createPermissionsManager(options: object): { isAllowed: boolean };
}

/**
 * Do an administrator's roles allow this on a type?
 * @param ability `ctx.state.userAbility` of a request behind `admin::isAuthenticatedAdmin`
 */
export function isAllowed(strapi: Core.Strapi, ability: unknown, action: 'read' | 'update', uid: string): boolean {
  const permissions = strapi.service('admin::permission') as unknown as PermissionService;
  return permissions.createPermissionsManager({
    ability,
    action: `plugin::content-manager.explorer.${action}`,
    model: uid,
  }).isAllowed;
}
