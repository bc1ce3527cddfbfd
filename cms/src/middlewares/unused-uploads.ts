import { posix } from 'node:path';
import type { Core } from '@strapi/strapi';
import { behindTls, readEnvironment } from '../environment.ts';
import { isPass, makePass, PASS_COOKIE, PASS_MS } from '../platform/media/editor-pass.ts';
import { isFileUsed } from '../platform/media/used-files.ts';

type Context = Parameters<Core.MiddlewareHandler>[0];

const isOfAdmin = ({ state }: Context): boolean =>
  (state as { auth?: { strategy?: { name?: string } } }).auth?.strategy?.name === 'admin';

/**
 * The file of the library that an address leads to, in whatever way it is written: what serves the files decodes and tidies it
 * too. Null for any other address; empty for one that cannot be read.
 */
export function fileIn(path: string): string | null {
  try {
    const tidy = posix.normalize(decodeURIComponent(path)).replace(/^\/+/, '/');
    return tidy.startsWith('/uploads/') ? tidy.slice('/uploads/'.length) : null;
  } catch {
    return '';
  }
}

/**
 * A file that no record uses, or whose record is gone, is shown to editors only: a portrait that was replaced or taken off an
 * entry is not public any more, although the library still has it. Stands before what serves the files.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }): Core.MiddlewareHandler =>
  async (ctx: Context, next) => {
    const file = fileIn(ctx.path);
    if (file === null) {
      await next();
      if (isOfAdmin(ctx) && ctx.status < 400) {
        ctx.cookies.set(PASS_COOKIE, makePass(new Date()), {
          path: '/uploads/',
          maxAge: PASS_MS,
          httpOnly: true,
          sameSite: 'strict',
          secure: behindTls(readEnvironment()),
          signed: false,
        });
      }
      return;
    }
    if (file !== '' && (await isFileUsed(strapi, file))) {
      await next();
      return;
    }
    if (isPass(ctx.cookies.get(PASS_COOKIE), new Date())) {
      await next();
      ctx.set('Cache-Control', 'private, no-store');
      return;
    }
    ctx.status = 404;
  };
