import { rm } from 'node:fs/promises';
import type { Core } from '@strapi/strapi';

type Context = Parameters<Core.MiddlewareHandler>[0];

interface TemporaryFile {
  readonly filepath?: string;
}

/**
 * Removes what a request brought to the system's temporary folder, once it is answered. Strapi writes files there before it asks
 * whether there is such an address, and for whom, and forgets those of other names than its own: anybody could fill the disk.
 * Must stand right behind what reads bodies, which forgets the list.
 */
export default (): Core.MiddlewareHandler => async (ctx: Context, next) => {
  const { files } = ctx.request as unknown as { files?: Record<string, TemporaryFile | TemporaryFile[]> };
  try {
    await next();
  } finally {
    const paths = Object.values(files ?? {}).flatMap((one) => [one].flat().flatMap(({ filepath }) => filepath ?? []));
    await Promise.all(paths.map((path) => rm(path, { force: true })));
  }
};
