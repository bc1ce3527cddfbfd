/** Routes that anybody may call. Each room that has some declares them in its `routes.ts`; what is not declared is not there. */
import type { Core } from '@strapi/strapi';
import type { Limits } from './limits.ts';
import type { Refused } from './refused.ts';
import type { PublicContext, PublicHandler } from './public-route.ts';

/** One route that anybody may call: no account, no permission of Strapi. What gives a right is in the question. */
export interface PublicRoute {
  readonly method: 'GET' | 'POST';
  /** `/api/…`; `:name` stands for a part that varies. */
  readonly path: string;
  readonly limits: Limits;
  readonly handle: PublicHandler;
  /** Answers a refusal otherwise than in JSON: to a browser that shows what it gets. The status is set already. */
  readonly refuse?: (ctx: PublicContext, refused: Refused) => void;
  /** A GET that people come to from another page, a webmail: it changes nothing, and says nothing of anybody. */
  readonly isLink?: true;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** `/api/espace/associations/:association/logo` → the addresses that it is. */
const patternOf = (path: string): RegExp =>
  new RegExp(
    `^${path
      .split('/')
      .map((part) => (part.startsWith(':') ? '[^/]+' : escaped(part)))
      .join('/')}$`,
  );

/**
 * Looks a path up among the public routes, for its method where it has several: null when the path belongs to another part of the CMS, `closed` when it lies below
 * a public address but no route is there. Capitals count as the same address there, because Strapi's router takes
 * `/API/Ma-Fiche/ouvrir` for `/api/ma-fiche/ouvrir`: a path that the guard let pass for its capitals would be unguarded.
 */
export function publicRouteFinder(
  routes: readonly PublicRoute[],
): (path: string, method?: string) => PublicRoute | 'closed' | null {
  const known = routes.map((route) => ({ route, pattern: patternOf(route.path) }));
  const places = [...new Set(routes.map(({ path }) => escaped(path.split('/')[2] ?? '')))];
  const below = new RegExp(`^/api/(?:${places.join('|')})(?:/|$)`, 'i');
  return (path, method) => {
    if (!below.test(path)) return null;
    const there = known.filter(({ pattern }) => pattern.test(path)).map(({ route }) => route);
    return there.find((route) => route.method === method) ?? there[0] ?? 'closed';
  };
}

const PREFIX = '/api';

/** Registers the routes with Strapi, without its permissions: the guard and the handlers say who may. */
export function registerPublicRoutes(strapi: Core.Strapi, routes: readonly PublicRoute[]): void {
  const router = {
    type: 'content-api',
    routes: routes.map(({ method, path, handle }) => ({
      method,
      path: path.slice(PREFIX.length),
      info: { type: 'content-api' },
      config: { auth: false },
      handler: (ctx: PublicContext) => handle(strapi, ctx),
    })),
  };
  strapi.server.routes(router as unknown as Parameters<typeof strapi.server.routes>[0]);
}
