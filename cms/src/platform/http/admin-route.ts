/** The routes of the admin that are our own: who may ask, who asks, what is answered, and how it is refused. */
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { z } from 'zod';
import { causeOf } from '../../domain/cause.ts';
import type { Editor } from '../../domain/contract/desk/editor.ts';
import type { ConcernedRecord } from '../../domain/contract/refusal.ts';
import { Refused, refusals } from './refused.ts';
import { understood } from './understood.ts';

/** The part of Koa's context that these handlers use. */
export interface AdminContext {
  query: Record<string, unknown>;
  params: Record<string, string>;
  path: string;
  request: { body?: unknown };
  body: unknown;
  /** 200 unless the handler sets another. */
  status: number;
  state: {
    userAbility: unknown;
    user?: { id: number | string; firstname?: string | null; lastname?: string | null; email?: string };
  };
  set(name: string, value: string): void;
}

/** Strapi's permission on a content type, as the roles of the admin give it. */
export interface Permission {
  readonly action: 'read' | 'create' | 'update' | 'publish' | 'delete';
  readonly uid: string;
  /** Said to an editor whose account does not have it. */
  readonly sentence?: string;
}

/** Any signed-in editor, or those whose roles allow something. */
export type WhoMayAsk = 'signed-in' | Permission;

/** Who may publish associations decides about answers and runs campaigns. */
export const mayDecide: Permission = { action: 'publish', uid: 'api::association.association' };

interface PermissionService {
  createPermissionsManager(options: object): { isAllowed: boolean };
}

/** Do the roles of the editor who asks allow this? */
export function isAllowed(strapi: Core.Strapi, context: Pick<AdminContext, 'state'>, who: WhoMayAsk): boolean {
  if (who === 'signed-in') return true;
  const permissions = strapi.service('admin::permission') as unknown as PermissionService;
  return permissions.createPermissionsManager({
    ability: context.state.userAbility,
    action: `plugin::content-manager.explorer.${who.action}`,
    model: who.uid,
  }).isAllowed;
}

/** Who is signed in, by the name that the journal keeps. */
export function editorOf({ state: { user } }: Pick<AdminContext, 'state'>): Editor {
  const name = [user?.firstname, user?.lastname].filter(Boolean).join(' ').trim();
  return { name: (name || user?.email || 'Éditeur').slice(0, 200), id: String(user?.id ?? '') };
}

/** The request that is being answered, when it is one of the admin. */
interface AdminRequest {
  readonly state: AdminContext['state'] & { readonly route?: { readonly info?: { readonly type?: string } } };
}

/** The editor whose request is being answered; null for what the program does by itself, and for associations. */
export function editorOfRequest(strapi: Core.Strapi): Editor | null {
  const request = strapi.requestContext.get() as AdminRequest | undefined;
  return request?.state.route?.info?.type === 'admin' && request.state.user ? editorOf(request) : null;
}

/** A part of the path; empty, which names nothing, when the path has no such part. */
export const idOf = (context: AdminContext, key = 'id'): string => context.params[key] ?? '';

/** The body, held to its shape. @throws {Refused} naming what is wrong, by field */
export const bodyOf = <T extends z.ZodType>(context: AdminContext, shape: T): z.output<T> =>
  understood(shape, context.request.body ?? {});

/** The query of the address, held to its shape. @throws {Refused} */
export const queryOf = <T extends z.ZodType>(context: AdminContext, shape: T): z.output<T> =>
  understood(shape, context.query);

interface AdminRoute {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly config: { readonly policies: readonly string[] };
  readonly handler: (context: AdminContext) => Promise<void>;
}

/**
 * One route of the admin, behind its sign-in. What `handle` returns is the answer, a stream included; a refusal is answered in
 * the shape of `Refusal` with its status, and so is an error that nothing foresaw, whose place in the code goes to the log.
 * A GET only reads.
 */
export const adminRoute = (
  strapi: Core.Strapi,
  who: WhoMayAsk,
  [method, path]: readonly [method: AdminRoute['method'], path: string],
  handle: (context: AdminContext) => unknown,
): AdminRoute => ({
  method,
  path,
  config: { policies: ['admin::isAuthenticatedAdmin'] },
  async handler(context) {
    context.set('Cache-Control', 'private, no-store');
    try {
      if (!isAllowed(strapi, context, who)) throw notAllowed(who);
      context.body = (await handle(context)) ?? null;
    } catch (error) {
      const refused = asRefusal(error);
      if (refused.cause !== undefined) strapi.log.error(`${method} ${path} was refused: ${causeOf(refused.cause)}`);
      context.status = refused.status;
      context.body = refused.body;
    }
  },
});

const notAllowed = (who: WhoMayAsk): Refused =>
  who !== 'signed-in' && who.sentence !== undefined ? new Refused('forbidden', who.sentence) : refusals.notAllowed();

/** What a rule of content refuses is said as it is everywhere else; an error that nothing foresaw says only that it happened. */
function asRefusal(error: unknown): Refused {
  if (error instanceof Refused) return error;
  if (!(error instanceof errors.ValidationError)) return refusals.broken(error);
  const { errors: listed = [] } = (error.details ?? {}) as {
    errors?: { path: string[]; message: string; records?: readonly ConcernedRecord[] }[];
  };
  return new Refused(
    'invalid',
    error.message as string,
    listed.map(({ path, message, records }) => ({ path: path.join('.'), message, ...(records ? { records } : {}) })),
  );
}

/** Registers routes of the admin from code: Strapi makes every route under src/api a public one. */
export const registerAdminRoutes = (strapi: Core.Strapi, routes: readonly AdminRoute[]): void => {
  strapi.server.routes({
    type: 'admin',
    routes: routes.map((route) => ({ ...route, info: { type: 'admin' } })),
  } as unknown as Parameters<typeof strapi.server.routes>[0]);
};
