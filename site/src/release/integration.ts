/**
 * Writes the files that are no pages into the release once its pages are there, and lets `astro dev` serve them. Not as routes of
 * Astro: measured at 1,200 associations, some 1,400 small files take it 3 s, and 0.6 s when they are written as they are.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, extname, join, normalize } from 'node:path';
import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import type { BuildEnv } from '../build-env.ts';
import { isListed } from '../layouts/unlisted-pages.ts';
import { readAddress } from '../languages/addresses.ts';
import { oncePerKey } from '../once.ts';
import { readExport } from '../loaders/read-export.ts';
import { atOnce } from './at-once.ts';
import { readReleaseFiles, type ReleaseFiles } from './release-files.ts';
import { makeScripts, scriptsOnce } from './scripts.ts';

/** Files at once. */
const PARALLEL = 16;

const TYPES: Readonly<Record<string, string>> = {
  '.csv': 'text/csv; charset=utf-8',
  '.geojson': 'application/geo+json',
  '.ics': 'text/calendar; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/atom+xml; charset=utf-8',
};

/** Puts a file into the release. @param file its path there */
export type PutFile = (file: string, body: string) => Promise<void>;

function putInto(release: string): PutFile {
  const makeFolder = oncePerKey((path) => mkdir(path, { recursive: true }));
  return async (file, body) => {
    const to = join(release, file);
    await makeFolder(dirname(to));
    await writeFile(to, body);
  };
}

/**
 * The files and the sitemap, which both want to know what changed: it is read once.
 * @param source the export of the build
 */
export function releaseFiles(
  env: BuildEnv,
  source: () => Promise<unknown>,
  put: PutFile = putInto(env.TRAME_OUT),
): AstroIntegration[] {
  let read: Promise<ReleaseFiles> | null = null;
  const release = () =>
    (read ??= Promise.all([source(), scriptsOnce(env.SITE_URL)]).then(([siteExport, scripts]) =>
      readReleaseFiles(env, siteExport, scripts),
    ));

  const files: AstroIntegration = {
    name: 'trame-files',
    hooks: {
      'astro:build:done': async () => {
        const { files, notes } = await release();
        await atOnce(PARALLEL, files, ([path, body]) => put(path.slice(1), body()));
        if (env.TRAME_CHANGES !== undefined) await writeFile(env.TRAME_CHANGES, JSON.stringify(notes), { mode: 0o600 });
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
          const type = TYPES[extname(path)];
          if (type === undefined) return next();
          // Each time anew: content and scripts may have changed since.
          Promise.all([readExport(env.TRAME_EXPORT, env.TRAME_EXPORT_TOKEN), makeScripts(env.SITE_URL)])
            .then(([siteExport, scripts]) => readReleaseFiles(env, siteExport, scripts))
            .then(({ files }) => {
              const body = files.get(path);
              if (body === undefined) return next();
              response.setHeader('content-type', type);
              response.end(body());
            }, next);
        });
      },
    },
  };

  const map = sitemap({
    filter: isListed,
    serialize: async (item) => {
      const lastmod = (await release()).changedOn(readAddress(new URL(item.url).pathname).french);
      return lastmod === null ? item : { ...item, lastmod };
    },
  });
  return [map, files];
}
