import type { RBACMiddleware, StrapiApp } from '@strapi/strapi/admin';

/** Screens for whoever builds Strapi sites: a marketplace of extensions, and the model of the data, which lives in the repository. */
const NOT_FOR_EDITORS = ['admin::marketplace.read', 'plugin::content-type-builder.read'];

/** Strapi has no setting for its menu; every link asks for a permission, so the permission is refused to all. */
const refuse: RBACMiddleware = () => (next) => (permissions) =>
  next(permissions.filter(({ action }) => !NOT_FOR_EDITORS.includes(action)));

/** Takes the marketplace and the model builder out of the menu, for super administrators too. */
export function hideWhatEditorsNeverUse(app: StrapiApp): void {
  app.addRBACMiddleware(refuse);
}
