import type { RBACMiddleware, StrapiApp } from '@strapi/strapi/admin';

/**
 * Screens for whoever builds Strapi sites: a marketplace of extensions, the model of the data (it lives in the repository), keys
 * of programs (the program makes its own), other languages (nothing is translated); and screens that can only fail here: letters
 * and calls to other servers have their own way (`bootstrap/admin/closed-routes.ts`), accounts of associations their own pages.
 */
const NOT_FOR_EDITORS: readonly RegExp[] = [
  /^admin::marketplace\.read$/,
  /^plugin::content-type-builder\.read$/,
  /^admin::(api-tokens|admin-tokens|transfer\.tokens|webhooks)\./,
  /^plugin::i18n\.locale\./,
  /^plugin::email\.settings\./,
  /^plugin::users-permissions\.(roles|providers|email-templates|advanced-settings)\./,
];

/** Who keeps an entry comes from the association itself; an editor lets in and shuts out, and the server refuses the rest. */
const MEMBERSHIP = 'api::membership.membership';
const NOT_BY_HAND = ['plugin::content-manager.explorer.create', 'plugin::content-manager.explorer.delete'];

/** Strapi has no setting for its menu; every link asks for a permission, so the permission is refused to all. */
const refuse: RBACMiddleware = () => (next) => (permissions) =>
  next(
    permissions.filter(
      ({ action, subject }) =>
        !NOT_FOR_EDITORS.some((screen) => screen.test(action)) &&
        !(subject === MEMBERSHIP && NOT_BY_HAND.includes(action)),
    ),
  );

/** Takes the marketplace and the model builder out of the menu, and buttons that can only fail, for super administrators too. */
export function hideWhatEditorsNeverUse(app: StrapiApp): void {
  app.addRBACMiddleware(refuse);
}
