/** Lets `astro dev` serve the pictures and files that pages placed in the release folder while they rendered. */
import { createReadStream } from 'node:fs';
import { join, normalize } from 'node:path';
import type { AstroIntegration } from 'astro';
import { buildEnv } from '../build-env.ts';

const PLACED = /^\/_trame\/(?:medias|fichiers)\/[\w./-]+$/;

export function media(): AstroIntegration {
  return {
    name: 'trame-media',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
          if (!PLACED.test(path)) return next();
          createReadStream(join(buildEnv.TRAME_OUT, path))
            .on('error', () => next())
            .pipe(response);
        });
      },
    },
  };
}
