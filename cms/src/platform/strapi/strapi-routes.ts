/** The routes that Strapi brings along, before it registers them: to put something of ours in front of one. */
import type { Core } from '@strapi/strapi';

export interface StrapiRoute {
  readonly method: string;
  readonly path: string;
  config?: { middlewares?: unknown[] };
}

interface Router {
  routes: StrapiRoute[];
}

export type Routers = Readonly<Record<string, unknown>>;

const isRouter = (value: unknown): value is Router => Array.isArray((value as Partial<Router> | null)?.routes);

/** The routers of Strapi's admin, and of a plugin. */
export const adminRouters = (strapi: Core.Strapi): Routers => strapi.admin.routes;
export const pluginRouters = (strapi: Core.Strapi, plugin: string): Routers =>
  strapi.plugin(plugin).routes as unknown as Routers;

const isRoute =
  ([method, path]: readonly [method: string, path: string]) =>
  (route: StrapiRoute): boolean =>
    route.method === method && route.path === path;

/**
 * One route of Strapi's, by the method and path that it was declared with.
 * @throws {Error} when there is none: a new release of Strapi that renames it must not leave it without its guard
 */
export function strapiRoute(routers: Routers, named: readonly [method: string, path: string]): StrapiRoute {
  const found = Object.values(routers)
    .filter(isRouter)
    .flatMap(({ routes }) => routes)
    .find(isRoute(named));
  if (!found) throw new Error(`Strapi has no route ${named.join(' ')} any more: what guarded it must move with it.`);
  return found;
}
