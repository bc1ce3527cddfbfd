import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { RegisterEntry, RegisterNewsItem } from '../../domain/contract/desk/register.ts';
import {
  adminRoute,
  bodyOf,
  editorOf,
  idOf,
  mayDecide,
  registerAdminRoutes,
  type AdminContext,
} from '../../platform/http/admin-route.ts';
import { Refused } from '../../platform/http/refused.ts';
import { ASSOCIATION } from '../known-associations.ts';
import { findEntry, listNews, markSeen } from '../register-store.ts';

const words = { seen: 'C’est déjà vu, ou ce n’est plus à regarder\u00a0: rechargez la page.' };

/** With the names of the entries; what is said of one that is gone is no task any more. */
async function newsInView(strapi: Core.Strapi): Promise<RegisterNewsItem[]> {
  const news = await listNews(strapi.db.connection);
  if (news.length === 0) return [];
  const rows = (await strapi.db.query(ASSOCIATION).findMany({
    select: ['documentId', 'name'],
    where: { documentId: { $in: news.map(({ documentId }) => documentId) }, publishedAt: null },
  })) as { documentId: string; name: string }[];
  const names = new Map(rows.map(({ documentId, name }) => [documentId, name]));
  return news.flatMap(({ foundAt, ...one }) => {
    const title = names.get(one.documentId);
    return title === undefined ? [] : [{ ...one, title, foundAt: foundAt.toISOString() }];
  });
}

async function see(strapi: Core.Strapi, context: AdminContext): Promise<RegisterNewsItem[]> {
  bodyOf(context, z.strictObject({}));
  if (!(await markSeen(strapi.db.connection, idOf(context), editorOf(context).name)))
    throw new Refused('conflict', words.seen);
  return newsInView(strapi);
}

async function entryInView(strapi: Core.Strapi, context: AdminContext): Promise<RegisterEntry> {
  const entry = await findEntry(strapi.db.connection, idOf(context));
  return { known: entry !== null, asOf: entry?.asOf ?? null };
}

/**
 * The national register in the admin (`domain/contract/desk/register.ts`): `GET /trame/register/news` (RegisterNewsItem[]) ·
 * `POST …/news/:id/seen {}` (what is left) · `GET /trame/register/entries/:id` (RegisterEntry).
 */
export function registerRegisterRoutes(strapi: Core.Strapi): void {
  registerAdminRoutes(strapi, [
    adminRoute(strapi, mayDecide, ['GET', '/trame/register/news'], () => newsInView(strapi)),
    adminRoute(strapi, mayDecide, ['POST', '/trame/register/news/:id/seen'], (context) => see(strapi, context)),
    adminRoute(strapi, mayDecide, ['GET', '/trame/register/entries/:id'], (context) => entryInView(strapi, context)),
  ]);
}
