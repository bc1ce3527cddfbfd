/**
 * Strapi's own forms say which state of a record they were made from. They cannot by themselves: the admin's own `fetch` carries it
 * (`admin/conflict/`), in headers, so that the bodies stay what Strapi made of them.
 *
 * `X-Trame-Base` answers the opening of a form and every save: "<version> <when it was opened>", which the next save sends back.
 * `X-Trame-Chosen` goes with a save that is sent again after conflicts: each version against which somebody chose, and the paths
 * where theirs stands. `X-Trame-Told` answers a save: JSON of sentences, percent-encoded.
 */
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import {
  BASE_HEADER,
  CHOSEN_HEADER,
  TOLD_HEADER,
  type FormConflict,
} from '../../domain/contract/desk/form-conflict.ts';
import { openVersion } from '../../entries/kept-versions.ts';
import { BaseMissing, newOutcome, SaveConflict, whileSaving, type Saving } from '../../entries/saving.ts';
import { editorOf } from '../../platform/http/admin-route.ts';
import { isContent } from '../../platform/program-records/program-record.ts';
import { pluginRouters, strapiRoute } from '../../platform/strapi/strapi-routes.ts';

type Middleware = Core.MiddlewareHandler;
type Context = Parameters<Middleware>[0];

const Version = z.string().regex(/^[0-9a-f]{32}$/);
const Base = z.tuple([Version, z.iso.datetime()]);
const Chosen = z.array(z.object({ against: Version, theirs: z.array(z.string().max(200)).max(200) })).max(20);

const parsed = <T>(shape: z.ZodType<T>, read: () => unknown): T | null => {
  try {
    return shape.parse(read());
  } catch {
    return null; // nothing that a form of ours sends: as if it had sent nothing
  }
};

const modelOf = (ctx: Context): string => (ctx.params as { model?: string }).model ?? '';
const idOf = (ctx: Context): string | null => (ctx.params as { id?: string }).id ?? null;

/** The one record of a single type; null when it is not made yet. */
async function recordOf(strapi: Core.Strapi, uid: string, id: string | null): Promise<string | null> {
  if (id !== null) return id;
  const { kind } = strapi.getModel(uid as 'api::theme.theme') as { kind?: string };
  if (kind !== 'singleType') return null;
  const row = (await strapi.db.query(uid).findOne({ select: ['documentId'] })) as { documentId: string } | null;
  return row?.documentId ?? null;
}

async function answerBase(strapi: Core.Strapi, ctx: Context, uid: string, documentId: string): Promise<void> {
  const opened = await openVersion(strapi, uid, documentId);
  if (opened) ctx.set(BASE_HEADER, `${opened.version} ${opened.openedAt}`);
}

/** A form is opened. Its version is read before what it shows: what changes in between is in the form, and is no conflict. */
const opening =
  (strapi: Core.Strapi): Middleware =>
  async (ctx, next) => {
    const uid = modelOf(ctx);
    const isForm = isContent(uid) && strapi.getModel(uid as 'api::theme.theme') && ctx.query['status'] !== 'published';
    const documentId = isForm ? await recordOf(strapi, uid, idOf(ctx)) : null;
    if (documentId !== null) await answerBase(strapi, ctx, uid, documentId);
    await next();
    if (ctx.status !== 200) ctx.remove(BASE_HEADER);
  };

const savingOf = (ctx: Context, uid: string, documentId: string | null): Saving => {
  const base = parsed(Base, () => ctx.get(BASE_HEADER).split(' '));
  return {
    uid,
    documentId,
    base: base?.[0] ?? null,
    openedAt: base?.[1] ?? null,
    chosen: parsed(Chosen, () => JSON.parse(decodeURIComponent(ctx.get(CHOSEN_HEADER)))) ?? [],
    editor: editorOf(ctx),
    outcome: newOutcome(),
  };
};

function refuse(ctx: Context, status: number, name: string, message: string, details: FormConflict | object): void {
  ctx.status = status;
  ctx.body = { data: null, error: { status, name, message, details } };
}

/** More than these is more than anybody reads in a corner of the page, and than a header holds. */
const MOST_TOLD = 6;

/** A form is saved, or saved and published. */
const saving =
  (strapi: Core.Strapi): Middleware =>
  async (ctx, next) => {
    const uid = modelOf(ctx);
    if (!isContent(uid)) {
      await next();
      return;
    }
    const documentId = await recordOf(strapi, uid, idOf(ctx));
    const asked = savingOf(ctx, uid, documentId);
    try {
      await whileSaving(asked, () => next() as Promise<unknown>);
    } catch (error) {
      if (error instanceof BaseMissing) return refuse(ctx, 428, error.name, error.message, {});
      if (!(error instanceof SaveConflict)) throw error;
      // What stands may be the doing of a withdrawal: it is kept, so that what is sent next finds it.
      if (documentId !== null) await answerBase(strapi, ctx, uid, documentId);
      const { version, conflicts } = error.found;
      return refuse(ctx, 409, error.name, error.message, { version, conflicts } satisfies FormConflict);
    }
    const { data } = (ctx.body ?? {}) as { data?: { documentId?: string } };
    const saved = documentId ?? data?.documentId;
    if (saved !== undefined) await answerBase(strapi, ctx, uid, saved);
    const told = [...asked.outcome.withdrawn, ...asked.outcome.told].slice(0, MOST_TOLD);
    if (told.length > 0) ctx.set(TOLD_HEADER, encodeURIComponent(JSON.stringify(told)));
  };

const COLLECTION = '/collection-types/:model';
const SINGLE = '/single-types/:model';

/** Puts both in front of the routes of Strapi's forms. Belongs in `register()`: the routes are made afterwards. */
export function keepVersionsOfForms(strapi: Core.Strapi): void {
  const routers = pluginRouters(strapi, 'content-manager');
  const guarded: readonly (readonly [method: string, path: string, Middleware])[] = [
    ['GET', `${COLLECTION}/:id`, opening(strapi)],
    ['GET', SINGLE, opening(strapi)],
    ['POST', COLLECTION, saving(strapi)],
    ['PUT', `${COLLECTION}/:id`, saving(strapi)],
    ['POST', `${COLLECTION}/actions/publish`, saving(strapi)],
    ['POST', `${COLLECTION}/:id/actions/publish`, saving(strapi)],
    ['PUT', SINGLE, saving(strapi)],
    ['POST', `${SINGLE}/actions/publish`, saving(strapi)],
  ];
  for (const [method, path, middleware] of guarded) {
    const route = strapiRoute(routers, [method, path]);
    route.config = { ...route.config, middlewares: [middleware, ...(route.config?.middlewares ?? [])] };
  }
}
