import type { Core } from '@strapi/strapi';
import {
  AddWord,
  IgnoreQuestion,
  type UnansweredReport,
  type WordAdded,
  type WordedType,
} from '../domain/contract/desk/unanswered.ts';
import { dayOf } from '../domain/dates.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import {
  adminRoute,
  bodyOf,
  editorOf,
  isAllowed,
  mayDecide,
  registerAdminRoutes,
  type AdminContext,
} from '../platform/http/admin-route.ts';
import { refusals } from '../platform/http/refused.ts';
import { wakeDeployer } from '../platform/deployer/publication.ts';
import { hasDrafts } from '../platform/strapi/document.ts';
import { addWord } from './add-word.ts';
import { countsUnanswered } from './take-questions.ts';
import { countTooFew, isShown, readUnanswered, settle, unsettle } from './unanswered-store.ts';

/** A word goes online with its record: who may not publish it may not add to it here. */
const mayAddTo = (strapi: Core.Strapi, context: AdminContext, uid: WordedType): boolean =>
  isAllowed(strapi, context, { action: 'update', uid }) &&
  (!hasDrafts(strapi, uid) || isAllowed(strapi, context, { action: 'publish', uid }));

async function report(strapi: Core.Strapi, context: AdminContext): Promise<UnansweredReport> {
  const { connection } = strapi.db;
  const { lines, more } = await readUnanswered(connection, dayOf(new Date()));
  return {
    counting: await countsUnanswered(strapi),
    lines: [...lines],
    more,
    tooFew: await countTooFew(connection),
    mayAdd: {
      theme: mayAddTo(strapi, context, 'api::theme.theme'),
      association: mayAddTo(strapi, context, 'api::association.association'),
    },
  };
}

async function addAsked(strapi: Core.Strapi, context: AdminContext): Promise<WordAdded> {
  const asked = bodyOf(context, AddWord);
  if (!mayAddTo(strapi, context, asked.uid)) throw refusals.notAllowed();
  const added = await addWord(strapi, asked, editorOf(context));
  await wakeDeployer();
  return added;
}

/**
 * « Ce que les gens cherchent » (`domain/contract/desk/unanswered.ts`), for who may publish associations: `GET /trame/unanswered`
 * (UnansweredReport) · `POST …/add` (AddWord → WordAdded) · `POST …/ignore` and `POST …/reopen` (IgnoreQuestion → UnansweredReport).
 */
export function registerUnansweredRoutes(strapi: Core.Strapi): void {
  const route = ([method, path]: readonly ['GET' | 'POST', string], handle: (context: AdminContext) => unknown) =>
    adminRoute(strapi, mayDecide, [method, `/trame/unanswered${path}`], handle);
  registerAdminRoutes(strapi, [
    route(['GET', ''], (context) => report(strapi, context)),
    route(['POST', '/add'], (context) => addAsked(strapi, context)),
    route(['POST', '/ignore'], async (context) => {
      const { question } = bodyOf(context, IgnoreQuestion);
      await inTransaction(strapi, async (trx) => {
        if (await isShown(trx, question)) await settle(trx, question, null, dayOf(new Date()));
      });
      return report(strapi, context);
    }),
    route(['POST', '/reopen'], async (context) => {
      await unsettle(strapi.db.connection, bodyOf(context, IgnoreQuestion).question);
      return report(strapi, context);
    }),
  ]);
}
