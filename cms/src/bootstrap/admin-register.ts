import type { Core } from '@strapi/strapi';
import { registerCommuneCodeField } from './admin/commune-code-field.ts';
import { translateValidationErrors } from './admin/french-errors.ts';
import { addAdminRoutes } from './admin/routes.ts';

/** What the admin's screens need of the server. To be called first in `register()`: its error translation stands around every later rule. */
export function registerAdmin({ strapi }: { strapi: Core.Strapi }): void {
  translateValidationErrors(strapi);
  registerCommuneCodeField(strapi);
  addAdminRoutes(strapi);
}
