import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { RelationChoices } from '../domain/contract/desk/relation-choices.ts';
import { adminRoute, isAllowed, queryOf, registerAdminRoutes } from '../platform/http/admin-route.ts';
import { refusals } from '../platform/http/refused.ts';
import { findChoices, namedChoices, targetOf } from './relation-choices.ts';

/** More than one record has anywhere. */
const MOST_IDS = 500;

const Question = z.object({
  /** The relation: the type that has it, and its name there. */
  uid: z.string().max(100),
  field: z.string().max(60),
  /** What was typed; empty for the first of all. */
  q: z.string().max(100).default(''),
  /** Instead of a search: the documentIds to be named, with commas between them. */
  ids: z
    .string()
    .max(MOST_IDS * 30)
    .optional(),
});

/** `GET /trame/relation-choices?uid=&field=&q=` or `&ids=` (RelationChoices), for who may read the type that has the relation. */
export function registerRelationChoices(strapi: Core.Strapi): void {
  registerAdminRoutes(strapi, [
    adminRoute(strapi, 'signed-in', ['GET', '/trame/relation-choices'], async (context): Promise<RelationChoices> => {
      const { uid, field, q, ids } = queryOf(context, Question);
      const target = targetOf(strapi, uid, field);
      if (target === null) throw refusals.notUnderstood();
      if (!isAllowed(strapi, context, { action: 'read', uid })) throw refusals.notAllowed();
      if (ids === undefined) return findChoices(strapi, target, q);
      const wanted = ids.split(',').filter(Boolean).slice(0, MOST_IDS);
      return { choices: await namedChoices(strapi, target, wanted), more: false };
    }),
  ]);
}
