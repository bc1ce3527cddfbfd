import type { Core } from '@strapi/strapi';
import { publicRoutes } from '../associations/routes.ts';
import { guardPublicRoutes } from '../platform/http/public-guard.ts';

/** Every public route of ours passes here first; must stand before whatever reads bodies. */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }): Core.MiddlewareHandler =>
  guardPublicRoutes(strapi, publicRoutes);
