import type { Core } from '@strapi/strapi';
import { registerCommuneCodeField } from './admin/commune-code-field.ts';
import { closeFetchingRoutes, closeStrapiLetters } from './admin/closed-routes.ts';
import { translateAnswers, translateValidationErrors } from './admin/french-errors.ts';
import { keepVersionsOfForms } from './admin/form-versions.ts';
import { searchListsAsEverywhere } from './admin/list-search.ts';
import { tellApartInPickers } from './admin/relation-names.ts';
import { addAdminRoutes } from './admin/routes.ts';

/** What the admin's screens need of the server. To be called first in `register()`: its error translation stands around every later rule. */
export function registerAdmin({ strapi }: { strapi: Core.Strapi }): void {
  translateAnswers(strapi);
  translateValidationErrors(strapi);
  registerCommuneCodeField(strapi);
  tellApartInPickers(strapi);
  searchListsAsEverywhere(strapi);
  addAdminRoutes(strapi);
  closeFetchingRoutes(strapi);
  closeStrapiLetters(strapi);
  keepVersionsOfForms(strapi);
}
