import type { RBACMiddleware, StrapiApp } from '@strapi/strapi/admin';

/** Screens for whoever builds Strapi sites: a marketplace of extensions, and the model of the data, which lives in the repository. */
const NOT_FOR_EDITORS = ['admin::marketplace.read', 'plugin::content-type-builder.read'];

/** Who keeps an entry comes from the association itself; an editor lets in and shuts out, and the server refuses the rest. */
const MEMBERSHIP = 'api::membership.membership';
const NOT_BY_HAND = ['plugin::content-manager.explorer.create', 'plugin::content-manager.explorer.delete'];

/** Strapi has no setting for its menu; every link asks for a permission, so the permission is refused to all. */
const refuse: RBACMiddleware = () => (next) => (permissions) =>
  next(
    permissions.filter(
      ({ action, subject }) =>
        !NOT_FOR_EDITORS.includes(action) && !(subject === MEMBERSHIP && NOT_BY_HAND.includes(action)),
    ),
  );

/** Takes the marketplace and the model builder out of the menu, and buttons that can only fail, for super administrators too. */
export function hideWhatEditorsNeverUse(app: StrapiApp): void {
  app.addRBACMiddleware(refuse);
}
