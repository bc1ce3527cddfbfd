import type { Core } from '@strapi/strapi';
import { adminUrl, publicUrl, readEnvironment } from '../environment.ts';
import { registerSecondFactorRoutes } from './second-factor/admin-routes.ts';
import { guardCredentials } from './sign-in/credentials.ts';
import { guardDoors } from './sign-in/guard-doors.ts';
import { inviteNewEditors } from './sign-in/invite-editors.ts';

/**
 * Strapi makes absolute addresses out of the one on which it listens, which stands in no letter: behind a proxy nobody reaches
 * it. `url` in the configuration would say another, but the admin's build would carry it, and then only answer there.
 */
function namePublicAddresses(strapi: Core.Strapi): void {
  const environment = readEnvironment();
  strapi.config.set('server.absoluteUrl', publicUrl(environment));
  strapi.config.set('admin.absoluteUrl', adminUrl(environment));
}

/** Who gets into the admin, and how. */
export function registerAdministrators(strapi: Core.Strapi): void {
  namePublicAddresses(strapi);
  guardDoors(strapi);
  guardCredentials(strapi);
  inviteNewEditors(strapi);
  registerSecondFactorRoutes(strapi);
}
