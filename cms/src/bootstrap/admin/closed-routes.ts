import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { adminRouters, pluginRouters, strapiRoute, type Routers } from '../../platform/strapi/strapi-routes.ts';

const words = {
  fromAddress:
    'Cette administration ne va pas chercher de fichier sur internet\u00a0: enregistrez-le sur votre ordinateur, puis ajoutez-le d’ici.',
  letters:
    'Les courriels de l’annuaire partent par sa propre boîte d’envoi, pas par celle de Strapi. Pour en essayer un, envoyez-vous une lettre d’essai depuis la page «\u00a0Campagne\u00a0».',
  webhooks: 'L’annuaire n’avertit que son propre programme de mise en ligne\u00a0: les webhooks ne se règlent pas ici.',
};

/**
 * Routes through which somebody makes this server fetch an address of theirs, from inside the network in which it stands. Strapi
 * looks an address up and refuses private ones, but not `0.0.0.0`, nor where a redirect leads, nor what the name resolves to a
 * moment later. Nobody needs these here, so nothing is checked: they are shut.
 */
const closed = (strapi: Core.Strapi): readonly (readonly [Routers, method: string, path: string, why: string])[] => [
  [pluginRouters(strapi, 'upload'), 'POST', '/actions/upload-from-urls', words.fromAddress],
  [adminRouters(strapi), 'POST', '/webhooks', words.webhooks],
  [adminRouters(strapi), 'PUT', '/webhooks/:id', words.webhooks],
  [adminRouters(strapi), 'POST', '/webhooks/:id/trigger', words.webhooks],
  [pluginRouters(strapi, 'email'), 'POST', '/', words.letters],
  [pluginRouters(strapi, 'email'), 'POST', '/test', words.letters],
  [pluginRouters(strapi, 'email'), 'POST', '/verify', words.letters],
];

/** Shuts them. Belongs in `register()`: the routes are made afterwards. */
export function closeFetchingRoutes(strapi: Core.Strapi): void {
  for (const [routers, method, path, why] of closed(strapi)) {
    const route = strapiRoute(routers, [method, path]);
    // Strapi would say nothing but « Forbidden » of a 403.
    const refuse: Core.MiddlewareHandler = () => Promise.reject(new errors.ApplicationError(why));
    route.config = { ...route.config, middlewares: [refuse] };
  }
}

interface EmailPlugin {
  provider: { send(): Promise<never> };
}

/**
 * Strapi's own way of sending letters ends here: it knows neither SMTP_URL nor the outbox, and its default provider says that it
 * sent what nobody received. What still asks it to send (a plugin, a template of accounts) is told so instead. The provider is
 * set by the plugin itself after `register()`, hence a property that stays what it is.
 */
export function closeStrapiLetters(strapi: Core.Strapi): void {
  const provider: EmailPlugin['provider'] = {
    send: () => Promise.reject(new errors.ApplicationError(words.letters)),
  };
  Object.defineProperty(strapi.plugin('email'), 'provider', { get: () => provider, set: () => undefined });
}
