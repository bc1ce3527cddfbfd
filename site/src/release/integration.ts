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
import { readExport } from '../loaders/read-export.ts';
import { atOnce } from './at-once.ts';
import { readReleaseFiles, type ReleaseFiles } from './release-files.ts';

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

async function writeFiles(files: ReleaseFiles['files'], folder: string): Promise<void> {
  const folders = new Set([...files.keys()].map((path) => dirname(path)));
  for (const one of folders) await mkdir(join(folder, one), { recursive: true });
  await atOnce(PARALLEL, files, ([path, body]) => writeFile(join(folder, path), body()));
}

/** The files and the sitemap, which both want to know what changed: it is read once. */
/** @param source the export of the build */
export function releaseFiles(env: BuildEnv, source: () => Promise<unknown>): AstroIntegration[] {
  let read: Promise<ReleaseFiles> | null = null;
  const release = () => (read ??= source().then((siteExport) => readReleaseFiles(env, siteExport)));

  const files: AstroIntegration = {
    name: 'trame-files',
    hooks: {
      'astro:build:done': async () => {
        const { files, notes } = await release();
        await writeFiles(files, env.TRAME_OUT);
        if (env.TRAME_CHANGES !== undefined) await writeFile(env.TRAME_CHANGES, JSON.stringify(notes), { mode: 0o600 });
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
          const type = TYPES[extname(path)];
          if (type === undefined) return next();
          // Each time anew: content may have changed since.
          readExport(env.TRAME_EXPORT, env.TRAME_EXPORT_TOKEN)
            .then((siteExport) => readReleaseFiles(env, siteExport))
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
