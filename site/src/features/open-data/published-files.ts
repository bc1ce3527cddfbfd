import { openExport } from '@trame/cms/domain/contract/site/open-data';
import { buildEnv } from '../../build-env.ts';
import { content } from '../../content/content.ts';
import { indexContent } from '../../content/index-content.ts';
import { openFiles, type OpenFiles } from '../../view/open-data/files.ts';
import type { OpenContent } from '../../view/open-data/open-content.ts';

/** What this release gives away. */
export const published: OpenContent = {
  content: indexContent(openExport(content.source)),
  siteUrl: buildEnv.SITE_URL,
};

/** A preview of one record has none. */
const files: OpenFiles =
  buildEnv.TRAME_ONLY_SLUG === undefined ? openFiles(published, buildEnv.TRAME_BUILT_AT) : new Map();

const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  geojson: 'application/geo+json',
  json: 'application/json; charset=utf-8',
};

/** The files below an address, as the routes of Astro want them: `/donnees/` has `hsds/services.json`. */
export const pathsBelow = (folder: string) =>
  [...files.keys()].flatMap((path) => (path.startsWith(folder) ? { params: { file: path.slice(folder.length) } } : []));

export function answer(path: string): Response {
  const body = files.get(path);
  if (body === undefined) return new Response(null, { status: 404 });
  return new Response(body(), { headers: { 'content-type': TYPES[path.split('.').at(-1) ?? ''] ?? 'text/plain' } });
}
