/**
 * The routes of the admin's page of an edition. They hand questions on to the deployer, which prints, and answers back:
 *
 * - `GET /trame/editions/:id`, `POST …/proof` (202), `POST …/freeze`, `DELETE …/links/:link`: EditionState
 * - `POST …/links`: MadePrintShopLink (201)
 * - `GET …/files/:which/:file` and `GET …/entries/:slug`: a file of the proof or of the frozen edition, an entry as a picture
 *
 * What goes wrong is answered as Strapi's own errors are, with a French sentence: 403, 404, 409 (the deployer's own words),
 * 503 when the deployer does not answer, 502 when it answers something else. Registered from code: Strapi makes every route
 * under src/api a public one.
 */
import { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import { isAllowed } from '../bootstrap/admin/is-allowed.ts';
import { EditionState, MadePrintShopLink, NewPrintShopLink } from '../domain/contract/edition-state.ts';
import { Slug } from '../domain/contract/primitives.ts';
import { recordProgress } from './edition-progress.ts';
import { isPrintedFolder, printedFileType } from './files.ts';
import { ask, askFor, type Answer, type Question } from './printing-service.ts';
import { words } from './words.ts';

type Context = Parameters<Core.ControllerHandler>[0];
type Params = Readonly<Record<string, string>>;
type Handler = (ctx: Context, params: Params & { readonly id: string }) => Promise<void>;

const UID = 'api::edition.edition';

/** The form of Strapi's own errors. */
function refuse(ctx: Context, { status, message }: { status: number; message: string }): void {
  ctx.status = status;
  ctx.body = { data: null, error: { status, name: 'EditionError', message, details: {} } };
}

function reply<T>(ctx: Context, status: number, answer: Answer<T>): void {
  if (!answer.ok) return refuse(ctx, answer);
  ctx.status = status;
  ctx.body = answer.value;
}

/** Hands a file on as it comes: it may weigh a hundred megabytes. */
async function stream(ctx: Context, question: Question, type: string, disposition: string): Promise<void> {
  const answer = await ask(question);
  if (!answer.ok) return refuse(ctx, answer);
  const { headers, body } = answer.value;
  ctx.status = 200;
  ctx.type = type;
  const length = headers.get('content-length');
  if (length !== null && /^\d+$/.test(length)) ctx.length = Number(length);
  ctx.set({
    'Content-Disposition': disposition,
    'X-Content-Type-Options': 'nosniff',
    // The report is a page of its own: nothing in it runs, and nothing of the admin is within its reach.
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
  });
  ctx.body = body ? Readable.fromWeb(body) : '';
}

export function registerEditionRoutes(strapi: Core.Strapi): void {
  /** A question whose answer is the state of the edition, which the record then follows. */
  async function stateOf(ctx: Context, id: string, status: number, question: Question): Promise<void> {
    const answer = await askFor(EditionState, question);
    if (answer.ok) await recordProgress(strapi, id, answer.value);
    reply(ctx, status, answer);
  }

  const handlers: readonly (readonly [method: 'GET' | 'POST' | 'DELETE', path: string, handler: Handler])[] = [
    ['GET', '', (ctx, { id }) => stateOf(ctx, id, 200, { path: [id] })],
    ['POST', '/proof', (ctx, { id }) => stateOf(ctx, id, 202, { method: 'POST', path: [id, 'proof'] })],
    ['POST', '/freeze', (ctx, { id }) => stateOf(ctx, id, 200, { method: 'POST', path: [id, 'freeze'] })],
    [
      'POST',
      '/links',
      async (ctx, { id }) => {
        const link = NewPrintShopLink.safeParse((ctx.request as { body?: unknown }).body);
        if (!link.success) return refuse(ctx, { status: 400, message: words.badLink });
        reply(ctx, 201, await askFor(MadePrintShopLink, { method: 'POST', path: [id, 'links'], body: link.data }));
      },
    ],
    [
      'DELETE',
      '/links/:link',
      (ctx, { id, link = '' }) => stateOf(ctx, id, 200, { method: 'DELETE', path: [id, 'links', link] }),
    ],
    [
      'GET',
      '/files/:which/:file',
      async (ctx, { id, which = '', file = '' }) => {
        const type = printedFileType(file);
        if (type === null || !isPrintedFolder(which)) return refuse(ctx, { status: 404, message: words.noFile });
        await stream(ctx, { path: [id, which, file] }, type, `attachment; filename="${file}"`);
      },
    ],
    [
      'GET',
      '/entries/:slug',
      async (ctx, { id, slug = '' }) => {
        const name = slug.replace(/\.png$/, '');
        if (!Slug.safeParse(name).success) return refuse(ctx, { status: 404, message: words.noFile });
        await stream(ctx, { path: [id, 'entries', `${name}.png`] }, 'image/png', 'inline');
      },
    ],
  ];

  /** Whoever may change editions may print them; an edition that the CMS does not have is nothing to ask the deployer about. */
  const guarded = (handler: Handler) => async (ctx: Context) => {
    ctx.set('Cache-Control', 'private, no-store');
    const params = ctx.params as Params & { id: string };
    if (!isAllowed(strapi, ctx.state['userAbility'], 'update', UID)) {
      return refuse(ctx, { status: 403, message: words.forbidden });
    }
    if ((await strapi.db.query(UID).count({ where: { documentId: params.id } })) === 0) {
      return refuse(ctx, { status: 404, message: words.noEdition });
    }
    await handler(ctx, params);
  };

  strapi.server.routes({
    type: 'admin',
    routes: handlers.map(([method, path, handler]) => ({
      method,
      path: `/trame/editions/:id${path}`,
      info: { type: 'admin' },
      config: { policies: ['admin::isAuthenticatedAdmin'] },
      handler: guarded(handler),
    })),
  });
}
