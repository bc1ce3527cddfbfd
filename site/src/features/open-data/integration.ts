/**
 * Writes the files of open data into the release once its pages are there, and lets `astro dev` serve them. Not as routes of
 * Astro: measured at 1,200 associations, some 1,400 small files take it 3 s, and 0.6 s when they are written as they are.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import type { SiteExport } from '@trame/cms/domain/contract/site/site-export';
import { openExport } from '@trame/cms/domain/contract/site/open-data';
import type { AstroIntegration } from 'astro';
import type { BuildEnv } from '../../build-env.ts';
import { indexContent } from '../../content/index-content.ts';
import { readExport } from '../../loaders/read-export.ts';
import { openFiles, type OpenFiles } from '../../view/open-data/files.ts';

/** Files at once. */
const PARALLEL = 16;

const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  geojson: 'application/geo+json',
  json: 'application/json; charset=utf-8',
};

async function filesOf(env: BuildEnv): Promise<OpenFiles> {
  // The pages of the same build have held it to the contract already (`content/content.ts`).
  const source = (await readExport(env.TRAME_EXPORT, env.TRAME_EXPORT_TOKEN)) as SiteExport;
  return openFiles({ content: indexContent(openExport(source)), siteUrl: env.SITE_URL }, env.TRAME_BUILT_AT);
}

export async function writeFiles(files: OpenFiles, folder: string): Promise<void> {
  const folders = new Set([...files.keys()].map((path) => dirname(path)));
  for (const one of folders) await mkdir(join(folder, one), { recursive: true });
  const next = files.entries();
  await Promise.all(
    Array.from({ length: PARALLEL }, async () => {
      for (const [path, body] of next) await writeFile(join(folder, path), body());
    }),
  );
}

export function openData(env: BuildEnv): AstroIntegration {
  return {
    name: 'trame-open-data',
    hooks: {
      'astro:build:done': async () => writeFiles(await filesOf(env), env.TRAME_OUT),
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
          if (!/^\/(?:donnees|api)\/.+\.\w+$/.test(path)) return next();
          filesOf(env).then((files) => {
            const body = files.get(path);
            if (body === undefined) return next();
            response.setHeader('content-type', TYPES[path.split('.').at(-1) ?? ''] ?? 'text/plain');
            response.end(body());
          }, next);
        });
      },
    },
  };
}
