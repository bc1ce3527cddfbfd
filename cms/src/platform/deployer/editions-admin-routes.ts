/**
 * The routes of the admin's page of an edition. They hand questions on to the deployer, which prints, and answers back:
 *
 * - `GET /trame/editions/:id`, `POST …/proof` (202), `POST …/freeze`, `DELETE …/links/:link`: EditionState
 * - `GET …/events`: the same as it changes, as server-sent events
 * - `POST …/links`: MadePrintShopLink (201)
 * - `GET …/files/:which/:file` and `GET …/entries/:slug`: a file of the proof or of the frozen edition, an entry as a picture
 *
 * Refused with 403, 404, 409 (the deployer's own words), 503 when the deployer does not answer, 502 when it answers something
 * else.
 */
import { PassThrough, Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import {
  EditionState,
  MadePrintShopLink,
  NewPrintShopLink,
  progressOf,
} from '../../domain/contract/press/edition-state.ts';
import { Slug } from '../../domain/primitives.ts';
import {
  adminRoute,
  editorOf,
  idOf,
  registerAdminRoutes,
  type AdminContext,
  type Permission,
} from '../http/admin-route.ts';
import { Refused } from '../http/refused.ts';
import { inTransaction } from '../database/transaction.ts';
import { askDeployer, readFromDeployer, type Question } from './deployer-client.ts';
import type { EditionActs } from './edition-acts.ts';
import { isPrintedFolder, printedFileType } from './edition-files.ts';
import { recordProgress } from './edition-progress.ts';

const UID = 'api::edition.edition';

const words = {
  noEdition: 'Cette édition n’existe pas, ou a été supprimée.',
  frozen:
    'Cette édition est figée\u00a0: ses fichiers ne changent plus. Pour imprimer autre chose, créez une nouvelle édition.',
  noFile: 'Ce fichier n’existe pas dans cette édition.',
  badLink: 'Indiquez à qui ce lien est destiné, et pour combien de jours (de 1 à 90).',
  forbidden: 'Votre compte ne permet pas d’imprimer les éditions.',
};

/** Who may change editions may print them. */
const mayPrint: Permission = { action: 'update', uid: UID, sentence: words.forbidden };

/** Answers come at once, but for what asks the CMS back for the content: 10,000 associations take some seconds. */
const PATIENCE_MS = 30_000;

/** A page that listens comes back after so long: the session that opened the connection may be over. */
const LISTENING_MS = 10 * 60_000;

type Part = Pick<Question, 'method' | 'body'>;

/** A question about one edition; `path` is below `/editions/`. */
const about = (path: readonly string[], { method = 'GET', body }: Part = {}): Question => ({
  service: 'printing',
  method,
  path: ['editions', ...path],
  body,
  patienceMs: PATIENCE_MS,
});

/** Hands a file on as it comes: it may weigh a hundred megabytes. */
async function fileOf(context: AdminContext, question: Question, type: string, disposition: string) {
  const { headers, body } = await askDeployer(question);
  const length = headers.get('content-length');
  if (length !== null && /^\d+$/.test(length)) context.set('Content-Length', length);
  context.set('Content-Type', type);
  context.set('Content-Disposition', disposition);
  context.set('X-Content-Type-Options', 'nosniff');
  // The report is a page of its own: nothing in it runs, and nothing of the admin is within its reach.
  context.set('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox");
  return body ? Readable.fromWeb(body) : '';
}

/** Hands the deployer's events on, until the page goes away or the time is over. */
async function eventsOf(context: AdminContext, id: string) {
  const { body } = await askDeployer({ ...about([id, 'events']), signal: AbortSignal.timeout(LISTENING_MS) });
  context.set('Content-Type', 'text/event-stream');
  context.set('X-Accel-Buffering', 'no'); // nginx would gather what is meant to arrive at once
  const page = new PassThrough();
  page.write(': \n\n'); // a line that says nothing: the headers leave with it
  const told = body ? Readable.fromWeb(body) : Readable.from([]);
  // The end of the time, and of the deployer, is the end and no error of this server: the page comes back.
  told.once('error', () => page.end());
  page.once('close', () => told.destroy());
  return told.pipe(page);
}

async function linkOf(id: string, body: unknown): Promise<MadePrintShopLink> {
  const link = NewPrintShopLink.safeParse(body);
  if (!link.success) throw new Refused('invalid', words.badLink);
  return readFromDeployer(MadePrintShopLink, about([id, 'links'], { method: 'POST', body: link.data }));
}

/** @param acts is told what was done, in one transaction with what the record keeps of it */
export function registerEditionRoutes(strapi: Core.Strapi, acts: EditionActs): void {
  /** An edition that the CMS does not have is nothing to ask the deployer about. */
  const route = (
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    handle: (id: string, context: AdminContext) => unknown,
  ) =>
    adminRoute(strapi, mayPrint, [method, `/trame/editions/:id${path}`], async (context) => {
      const id = idOf(context);
      if ((await strapi.db.query(UID).count({ where: { documentId: id } })) === 0)
        throw new Refused('unknown', words.noEdition);
      return handle(id, context);
    });

  const isFrozen = async (id: string): Promise<boolean> =>
    (await strapi.db.query(UID).count({ where: { documentId: id, stage: 'figée' } })) > 0;

  /** An act whose answer is the state of the edition, which the record then follows. */
  const act = async (
    question: Question,
    tell: (state: EditionState) => Promise<void> | undefined = () => undefined,
  ): Promise<EditionState> => {
    const state = await readFromDeployer(EditionState, question);
    await inTransaction(strapi, async () => {
      await recordProgress(strapi, progressOf(state));
      await tell(state);
    });
    return state;
  };

  registerAdminRoutes(strapi, [
    route('GET', '', (id) => readFromDeployer(EditionState, about([id]))),
    route('GET', '/events', (id, context) => eventsOf(context, id)),
    route('POST', '/proof', async (id, context) => {
      // Also when the deployer has lost the frozen files: nothing is printed in their place.
      if (await isFrozen(id)) throw new Refused('conflict', words.frozen);
      const state = await act(about([id, 'proof'], { method: 'POST' }));
      context.status = 202;
      return state;
    }),
    route('POST', '/freeze', async (id, context) => {
      const wasFrozen = await isFrozen(id);
      return act(about([id, 'freeze'], { method: 'POST' }), ({ frozen }) =>
        frozen && !wasFrozen ? acts.frozen(id, editorOf(context), frozen.report.content) : undefined,
      );
    }),
    route('POST', '/links', async (id, context) => {
      const made = await linkOf(id, context.request.body);
      await acts.linkMade(id, editorOf(context), made.link);
      context.status = 201;
      return made;
    }),
    route('DELETE', '/links/:link', (id, context) => {
      const closed = idOf(context, 'link');
      return act(about([id, 'links', closed], { method: 'DELETE' }), ({ links }) => {
        const link = links.find((one) => one.id === closed);
        return link && acts.linkClosed(id, editorOf(context), link);
      });
    }),
    route('GET', '/files/:which/:file', (id, context) => {
      const [which, file] = [idOf(context, 'which'), idOf(context, 'file')];
      const type = printedFileType(file);
      if (type === null || !isPrintedFolder(which)) throw new Refused('unknown', words.noFile);
      return fileOf(context, about([id, which, file]), type, `attachment; filename="${file}"`);
    }),
    route('GET', '/entries/:slug', (id, context) => {
      const slug = Slug.safeParse(idOf(context, 'slug').replace(/\.png$/, ''));
      if (!slug.success) throw new Refused('unknown', words.noFile);
      return fileOf(context, about([id, 'entries', `${slug.data}.png`]), 'image/png', 'inline');
    }),
  ]);
}
