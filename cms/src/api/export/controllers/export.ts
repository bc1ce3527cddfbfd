import { gunzipSync } from 'node:zlib';
import type { Core } from '@strapi/strapi';
import { ExportNotPossible } from '../site-export/export-not-possible.ts';

/** RFC 9110, 13.1.2. Not Koa's `ctx.fresh`: Node's fetch adds `Cache-Control: no-cache`, which makes that always false. */
const matches = (ifNoneMatch: string, etag: string): boolean =>
  ifNoneMatch.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === etag);

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** `GET /api/export/site`: the SiteExport of the contract, gzip, strong ETag, 304; 409 with a French reason when there is none. */
  async site(ctx: Parameters<Core.ControllerHandler>[0]) {
    try {
      const { etag, gzipped } = await strapi.service('api::export.export').current();
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
    } catch (error) {
      if (!(error instanceof ExportNotPossible)) throw error;
      ctx.status = 409;
      ctx.body = { data: null, error: { status: 409, name: 'ExportNotPossible', message: error.message, details: {} } };
    }
  },
});
