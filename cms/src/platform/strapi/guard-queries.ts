import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { privateInQuery, type FindModel, type Model } from './private-attributes.ts';
import { isSortable } from './sortable.ts';

interface QueryParams {
  transform(uid: string, params: Readonly<Record<string, unknown>>): Record<string, unknown>;
}

/** Of the database layer, and of use to no page: Strapi hands on whatever it does not know of a query. */
const NOT_OF_AN_ADDRESS = ['groupBy', 'having'];

const words = {
  refused: 'On ne peut ni trier ni filtrer d’après cette donnée.',
  notUnderstood: 'Cette demande n’est pas comprise\u00a0: rechargez la page et recommencez.',
} as const;

const refuse = (): never => {
  throw new errors.ValidationError(words.refused);
};

const finder =
  (strapi: Core.Strapi): FindModel =>
  (uid) =>
    strapi.getModel(uid as 'api::theme.theme');

/**
 * Holds every query that comes from an address to what its model lets be asked: all routes of the admin, of its plugins and of
 * the public API have theirs put into the form of the database layer in one place, and this stands behind it. What Strapi checks
 * before is not enough: its sort by `createdBy.password` passes, `where[…]` of folders is not looked at, and of a sort that it
 * half refuses it leaves what the database cannot do.
 */
export function guardQueries(strapi: Core.Strapi): void {
  const find = finder(strapi);
  const service = strapi.get<QueryParams>('query-params');
  const transform = service.transform.bind(service);
  service.transform = (uid, params) => {
    if (NOT_OF_AN_ADDRESS.some((key) => params[key] !== undefined)) refuse();
    const query = transform(uid, params);
    const model = find(uid);
    if (model && (privateInQuery(model, query, find) !== null || !isSortable(model, query['orderBy'], find))) refuse();
    return query;
  };
}

type Context = Parameters<Core.MiddlewareHandler>[0];

const isOfAdmin = ({ uid }: Model): boolean => uid.startsWith('admin::');

/** The models that an address is about: named by their uid, or as Strapi's own routes name them, in the plural. */
function askedAbout(strapi: Core.Strapi, { path }: Context): Model[] {
  const find = finder(strapi);
  const parts = path.split('/').filter(Boolean);
  const types: readonly (Model & { readonly info: { readonly pluralName: string } })[] = Object.values(
    strapi.contentTypes,
  );
  const named = parts.flatMap((part) =>
    part.includes('::') ? (find(part) ?? []) : types.filter(({ info }) => info.pluralName === part),
  );
  // What may be put into a relation is of the model at its other end: `/relations/<model>/[<id>/]<attribute>`.
  const ends = named.flatMap(({ attributes }) => parts.flatMap((part) => find(attributes[part]?.target ?? '') ?? []));
  const all = [...named, ...ends];
  return parts[0] === 'admin' ? all.filter(isOfAdmin) : all;
}

/** What PostgreSQL says of a value that is none of its column (class 22, data exception), such as a word for a number. */
const isNoValue = (error: unknown): boolean => {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' && /^22[\dA-Z]{3}$/.test(code);
};

/**
 * The same for what stands in the address itself: Strapi leaves conditions out that it does not want, and answers as if nothing
 * had been asked. Belongs behind what parses queries.
 */
export const guardAddresses =
  (strapi: Core.Strapi): Core.MiddlewareHandler =>
  async (ctx, next) => {
    const query = ctx.query as Record<string, unknown>;
    if (Object.keys(query).length > 0) {
      if (query['_q'] !== undefined && typeof query['_q'] !== 'string')
        throw new errors.ValidationError(words.notUnderstood);
      const find = finder(strapi);
      if (askedAbout(strapi, ctx).some((model) => privateInQuery(model, query, find) !== null)) refuse();
    }
    try {
      await next();
    } catch (error) {
      if ((ctx.method === 'GET' || ctx.method === 'HEAD') && isNoValue(error))
        throw new errors.ValidationError(words.notUnderstood);
      throw error;
    }
  };
