import type { Core } from '@strapi/strapi';
import { guardDoors } from '../public-door/guard.ts';

/** Every public route of ours passes here first; must stand before whatever reads bodies. */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }): Core.MiddlewareHandler => guardDoors(strapi);
