import type { Core } from '@strapi/strapi';
import { readEnvironment } from '../environment.ts';
import { adminRoles, adminUsers } from '../platform/strapi/admin-services.ts';

/** Makes the first administrator when there is none at all and the environment names one; never touches an existing account. */
export async function createFirstAdministrator(strapi: Core.Strapi): Promise<void> {
  const { TRAME_ADMIN_EMAIL: email, TRAME_ADMIN_PASSWORD: password } = readEnvironment();
  if (!email || !password) return;
  if ((await strapi.db.query('admin::user').count()) > 0) return;

  const superAdmin = await adminRoles(strapi).getSuperAdmin();
  await adminUsers(strapi).create({
    email: email.toLowerCase(),
    password,
    // The home page greets by first name: « Bonjour l’équipe ».
    firstname: 'l’équipe',
    lastname: 'de l’annuaire',
    isActive: true,
    registrationToken: null,
    roles: [superAdmin.id],
    preferedLanguage: 'fr',
  });
}
