import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import {
  ListQuestion,
  ListToSave,
  MOST_QUESTION,
  TwinQuestion,
  type Found,
  type RecordLists,
  type RecordPage,
  type Twins,
} from '../domain/contract/desk/finding.ts';
import { sortByName } from '../domain/french.ts';
import {
  adminRoute,
  bodyOf,
  editorOf,
  idOf,
  mayDecide,
  queryOf,
  registerAdminRoutes,
  type AdminContext,
} from '../platform/http/admin-route.ts';
import { find } from './find.ts';
import { findTwins } from './look-alikes.ts';
import { ownLists } from './own-lists.ts';
import { listed, pageOf, seenBy, type Seen } from './read-lists.ts';
import { deleteList, markOpened, readSavedLists, saveList } from './saved-lists.ts';

const Question = z.object({ q: z.string().max(MOST_QUESTION).default('') });

const namesOf = ({ index, reader }: Seen, uid: string): { id: string; name: string }[] =>
  sortByName(
    index.records.flatMap((record) =>
      record.uid === uid && reader.mayReadRecord(record) ? [{ id: record.documentId, name: record.title }] : [],
    ),
    ({ name }) => name,
  );

/** Every list, with how many records of it the account may read. */
async function readLists(strapi: Core.Strapi, context: AdminContext): Promise<RecordLists> {
  const [seen, saved, now] = [await seenBy(strapi, context), await readSavedLists(strapi), new Date()];
  return {
    lists: [
      ...ownLists.map((list) => ({ ...list, by: null })),
      ...saved.lists.map((list) => ({ ...list, sentence: '' })),
    ].map((list) => ({ ...list, count: listed(seen, list.criteria, now).length })),
    unreadable: saved.unreadable,
    communes: namesOf(seen, 'api::commune.commune'),
    themes: namesOf(seen, 'api::theme.theme'),
  };
}

/**
 * The search and the lists, for every signed-in editor, of what the account may read:
 * `GET /trame/find?q=` (Found) · `GET /trame/record-lists` (RecordLists) · `POST /trame/record-lists/read` (ListQuestion →
 * RecordPage) · `GET /trame/look-alikes?type=&name=&commune=&phone=&email=&rnaId=&day=&except=` (Twins).
 * For who decides about answers: `POST /trame/record-lists` (ListToSave → RecordLists) · `DELETE /trame/record-lists/:id`
 * (RecordLists) · `POST /trame/record-lists/:id/opened {}`.
 */
export function registerFindingRoutes(strapi: Core.Strapi): void {
  registerAdminRoutes(strapi, [
    adminRoute(strapi, 'signed-in', ['GET', '/trame/find'], (context): Promise<Found> =>
      find(strapi, context, queryOf(context, Question).q),
    ),
    adminRoute(strapi, 'signed-in', ['GET', '/trame/record-lists'], (context) => readLists(strapi, context)),
    // Reads only; what is asked for is too much for an address.
    adminRoute(strapi, 'signed-in', ['POST', '/trame/record-lists/read'], async (context): Promise<RecordPage> => {
      const { criteria, page } = bodyOf(context, ListQuestion);
      return pageOf(await seenBy(strapi, context), criteria, page, new Date());
    }),
    adminRoute(strapi, 'signed-in', ['GET', '/trame/look-alikes'], async (context): Promise<Twins> =>
      findTwins(await seenBy(strapi, context), queryOf(context, TwinQuestion)),
    ),
    adminRoute(strapi, mayDecide, ['POST', '/trame/record-lists'], async (context) => {
      await saveList(strapi, bodyOf(context, ListToSave), editorOf(context));
      return readLists(strapi, context);
    }),
    adminRoute(strapi, mayDecide, ['DELETE', '/trame/record-lists/:id'], async (context) => {
      await deleteList(strapi, idOf(context));
      return readLists(strapi, context);
    }),
    adminRoute(strapi, mayDecide, ['POST', '/trame/record-lists/:id/opened'], async (context) => {
      bodyOf(context, z.strictObject({}));
      await markOpened(strapi, idOf(context));
      return { opened: true };
    }),
  ]);
}
