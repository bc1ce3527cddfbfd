import type { Core } from '@strapi/strapi';

type Query = ReturnType<Core.Strapi['db']['query']>;
type Uid = Parameters<Core.Strapi['db']['query']>[0];

/**
 * Records through Strapi's database layer, which types them all as `any`.
 * @typeParam Row the attributes that are selected, as the schema of the type has them; they are not parsed
 */
export const findMany = <Row>(strapi: Core.Strapi, uid: Uid, params: Parameters<Query['findMany']>[0]) =>
  strapi.db.query(uid).findMany(params) as Promise<Row[]>;

/** The first record that fits, or null. As `findMany`. */
export const findOne = <Row>(strapi: Core.Strapi, uid: Uid, params: Parameters<Query['findOne']>[0]) =>
  strapi.db.query(uid).findOne(params) as Promise<Row | null>;
