import type { Core } from '@strapi/strapi';
import { guardAddresses } from '../platform/strapi/guard-queries.ts';

/** Nobody sorts or filters by what nobody may read, whatever the route. Must stand right behind what parses queries. */
export default (_: unknown, { strapi }: { strapi: Core.Strapi }): Core.MiddlewareHandler => guardAddresses(strapi);
