/**
 * The search box of Strapi’s own lists knows no accents, no contacts and no telephone numbers: « petanque » finds nothing in a
 * list where Ctrl + K finds twelve. It answers here as the one search does, within its type.
 */
import type { Core } from '@strapi/strapi';
import { indexedTypes } from '../../entries/record-index/catalogue.ts';
import { searchSeen, seenBy } from '../../finding/read-lists.ts';
import type { AdminContext } from '../../platform/http/admin-route.ts';

interface ListContext extends Pick<AdminContext, 'params' | 'state'> {
  readonly request: { query: Record<string, unknown> };
}
type Answer = (ctx: ListContext, ...rest: unknown[]) => Promise<unknown>;
interface Lists {
  find: Answer;
}
/** Strapi gives its registries without a type. */
interface Controllers {
  extend(uid: string, around: (lists: Lists) => Lists): void;
}

/** Stands around the content manager’s own lists. */
export function searchListsAsEverywhere(strapi: Core.Strapi): void {
  const controllers: Controllers = strapi.get('controllers');
  controllers.extend('plugin::content-manager.collection-types', (lists) => {
    const own = Object.create(lists) as Lists;
    const find = lists.find.bind(lists);
    own.find = async (ctx, ...rest) => {
      const uid = ctx.params['model'] ?? '';
      const { _q: question, ...query } = ctx.request.query;
      if (typeof question !== 'string' || question.trim() === '' || !indexedTypes.includes(uid))
        return find(ctx, ...rest);
      const found = searchSeen(await seenBy(strapi, ctx), question);
      const documentIds = found.flatMap(({ data }) => (data.uid === uid ? [data.documentId] : []));
      // Strapi takes an empty list for no condition; no record has an empty id.
      const wanted = documentIds.length > 0 ? documentIds : [''];
      const filters = [query['filters'], { documentId: { $in: wanted } }].filter((one) => one !== undefined);
      // `__status` is looked for among the first `$and`.
      const asked = (query['filters'] as { $and?: unknown[] } | undefined)?.$and;
      ctx.request.query = { ...query, filters: { $and: Array.isArray(asked) ? [...asked, filters.at(-1)] : filters } };
      return find(ctx, ...rest);
    };
    return own;
  });
}
