import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { FollowQuestion, type FollowedAgenda } from '../../domain/contract/desk/agendas.ts';
import {
  adminRoute,
  bodyOf,
  editorOf,
  idOf,
  mayDecide,
  registerAdminRoutes,
  type AdminContext,
} from '../../platform/http/admin-route.ts';
import { listAgendas } from './agenda-store.ts';
import { agendaPolicy, followAgenda, leaveAgenda, readAgenda } from './follow-agendas.ts';

async function inView(strapi: Core.Strapi): Promise<FollowedAgenda[]> {
  const agendas = await listAgendas(strapi.db.connection);
  return agendas.map(({ content: _content, isTouched: _isTouched, addedAt, fetchedAt, ...agenda }) => ({
    ...agenda,
    addedAt: addedAt.toISOString(),
    fetchedAt: fetchedAt?.toISOString() ?? null,
  }));
}

async function follow(strapi: Core.Strapi, context: AdminContext): Promise<FollowedAgenda[]> {
  const asked = bodyOf(context, FollowQuestion);
  await followAgenda(strapi, { ...asked, editor: editorOf(context) }, agendaPolicy());
  return inView(strapi);
}

async function readNow(strapi: Core.Strapi, context: AdminContext): Promise<FollowedAgenda[]> {
  bodyOf(context, z.strictObject({}));
  await readAgenda(strapi, idOf(context), agendaPolicy(), true);
  return inView(strapi);
}

async function leave(strapi: Core.Strapi, context: AdminContext): Promise<FollowedAgenda[]> {
  bodyOf(context, z.strictObject({}));
  await leaveAgenda(strapi, idOf(context), editorOf(context));
  return inView(strapi);
}

/**
 * « Agendas suivis » (`domain/contract/desk/agendas.ts`), each answering all that are followed: `GET /trame/agendas` ·
 * `POST /trame/agendas` (FollowQuestion) · `POST …/:id/read {}` · `POST …/:id/leave {}`.
 */
export function registerAgendaRoutes(strapi: Core.Strapi): void {
  registerAdminRoutes(strapi, [
    adminRoute(strapi, mayDecide, ['GET', '/trame/agendas'], () => inView(strapi)),
    adminRoute(strapi, mayDecide, ['POST', '/trame/agendas'], (context) => follow(strapi, context)),
    adminRoute(strapi, mayDecide, ['POST', '/trame/agendas/:id/read'], (context) => readNow(strapi, context)),
    adminRoute(strapi, mayDecide, ['POST', '/trame/agendas/:id/leave'], (context) => leave(strapi, context)),
  ]);
}
