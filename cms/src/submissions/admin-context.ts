/** What every admin route of the yearly update has in common: who may, who asks, what is answered when it is refused. */
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { z } from 'zod';
import { AnswerRefused, refusals } from './answer-refused.ts';
import type { Editor } from './submission-store.ts';

/** The part of Koa's context that these handlers use. */
export interface AdminContext {
  query: Record<string, unknown>;
  params: Record<string, string>;
  request: { body?: unknown };
  body: unknown;
  status: number;
  state: {
    userAbility: unknown;
    user?: { id: number | string; firstname?: string | null; lastname?: string | null; email?: string };
  };
  set(name: string, value: string): void;
  forbidden(message?: string): unknown;
}

/** Who is signed in, by the name that the journal keeps. */
export function editorOf({ state: { user } }: AdminContext): Editor {
  const name = [user?.firstname, user?.lastname].filter(Boolean).join(' ').trim();
  return { name: (name || user?.email || 'Éditeur').slice(0, 200), id: String(user?.id ?? '') };
}

/** A documentId of a path; anything else names nothing. */
export const idOf = (context: AdminContext, key = 'id'): string => context.params[key] ?? '';

/** The body, held to its shape. @throws {AnswerRefused} naming what is wrong, by field */
export function bodyOf<T extends z.ZodType>(context: AdminContext, shape: T): z.output<T> {
  const parsed = shape.safeParse(context.request.body ?? {});
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path }) => ({
    path: path.join('.'),
    message: 'Cette valeur n’est pas celle que la page devait envoyer.',
  }));
  throw new AnswerRefused('invalid', refusals.notUnderstood().message, faults);
}

/** Whoever may publish associations decides about answers and runs campaigns. */
const mayDecide = (strapi: Core.Strapi, context: AdminContext): boolean =>
  (
    strapi.service('admin::permission') as unknown as {
      createPermissionsManager(options: object): { isAllowed: boolean };
    }
  ).createPermissionsManager({
    ability: context.state.userAbility,
    action: 'plugin::content-manager.explorer.publish',
    model: 'api::association.association',
  }).isAllowed;

type Handler = (context: AdminContext) => Promise<unknown>;

/**
 * One admin route: for signed-in editors who may publish associations. What the handler returns is the answer; a refusal is
 * answered as `{ error: { code, message, faults } }`, in French, with its status.
 */
export const adminRoute = (strapi: Core.Strapi, method: 'GET' | 'POST', path: string, handle: Handler) => ({
  method,
  path,
  config: { policies: ['admin::isAuthenticatedAdmin'] },
  async handler(context: AdminContext) {
    if (!mayDecide(strapi, context)) return context.forbidden();
    context.set('Cache-Control', 'no-store');
    try {
      context.body = await handle(context);
    } catch (error) {
      const refused = asRefusal(error);
      context.status = refused.status;
      context.body = { ...refused.body, ...(refused instanceof Moved ? { current: refused.current } : {}) };
    }
  },
});

/** A refusal that brings what there is now: the answer compared anew. */
export class Moved extends AnswerRefused {
  readonly current: unknown;

  constructor(refusal: AnswerRefused, current: unknown) {
    super(refusal.code, refusal.message, refusal.faults);
    this.current = current;
  }
}

/** What a rule of content refuses is said as it is everywhere else. @throws the error itself when nobody foresaw it */
function asRefusal(error: unknown): AnswerRefused {
  if (error instanceof AnswerRefused) return error;
  if (!(error instanceof errors.ValidationError)) throw error;
  const { errors: listed = [] } = (error.details ?? {}) as { errors?: { path: string[]; message: string }[] };
  return new AnswerRefused(
    'invalid',
    error.message,
    listed.map(({ path, message }) => ({ path: path.join('.'), message })),
  );
}

/** Registers admin routes from code: Strapi makes every route under src/api a public one. */
export const registerAdminRoutes = (strapi: Core.Strapi, routes: readonly object[]): void => {
  strapi.server.routes({ type: 'admin', routes: [...routes] } as unknown as Parameters<typeof strapi.server.routes>[0]);
};
