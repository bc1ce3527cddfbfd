import { gunzipSync } from 'node:zlib';
import type { Core } from '@strapi/strapi';
import { REGISTER_HEADER } from '../../../domain/contract/site/site-export.ts';
import { lastNoted } from '../../../platform/suppressions/register.ts';
import type exportService from '../services/export.ts';
import type { Served } from '../services/export.ts';
import { ExportNotPossible } from '../site-export/export-not-possible.ts';

/** RFC 9110, 13.1.2. Not Koa's `ctx.fresh`: Node's fetch adds `Cache-Control: no-cache`, which makes that always false. */
const matches = (ifNoneMatch: string, etag: string): boolean =>
  ifNoneMatch.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === etag);

type Context = Parameters<Core.ControllerHandler>[0];

const service = (strapi: Core.Strapi) => strapi.service('api::export.export') as ReturnType<typeof exportService>;

const NO_SUCH_EDITION = 'Cette édition n’existe pas, ou a été supprimée.';

/** JSON with a strong ETag, gzip, 304. */
function send(ctx: Context, { etag, gzipped }: Served): void {
  ctx.status = 200;
  ctx.set({ ETag: etag, 'Cache-Control': 'private, no-cache', Vary: 'Accept-Encoding, Authorization' });
  if (matches(ctx.get('If-None-Match'), etag)) {
    ctx.status = 304;
    return;
  }
  ctx.type = 'application/json; charset=utf-8';
  if (ctx.acceptsEncodings('gzip', 'identity') === 'gzip') {
    ctx.set('Content-Encoding', 'gzip');
    ctx.body = gzipped;
  } else {
    ctx.body = gunzipSync(gzipped);
  }
}

/** The form of Strapi's own errors. */
function refuse(ctx: Context, status: 404 | 409, name: string, message: string): void {
  ctx.status = status;
  ctx.body = { data: null, error: { status, name, message, details: {} } };
}

/** Answers 409 with the French reason when there is nothing to give. */
async function answer(ctx: Context, give: () => Promise<void>): Promise<void> {
  try {
    await give();
  } catch (error) {
    if (!(error instanceof ExportNotPossible)) throw error;
    refuse(ctx, 409, error.name, error.message);
  }
}

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** `GET /api/export/site`: the SiteExport of the contract. */
  site: (ctx: Context) =>
    answer(ctx, async () => {
      const noted = lastNoted(); // before the content is read: what is noted meanwhile may not be in it
      const served = await service(strapi).current();
      if (noted !== null) ctx.set(REGISTER_HEADER, noted);
      send(ctx, served);
    }),

  /** `GET /api/export/print/<documentId>`: the PrintExport of the contract; 404 for an edition that is not there. */
  print: (ctx: Context) =>
    answer(ctx, async () => {
      const { edition } = ctx.params as { edition: string };
      const served = await service(strapi).print(edition);
      if (served) send(ctx, served);
      else refuse(ctx, 404, 'NotFoundError', NO_SUCH_EDITION);
    }),
});
