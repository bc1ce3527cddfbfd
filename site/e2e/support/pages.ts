/** The pages of a built site. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** Paths of the sitemap (`/associations/x/`), in its order. */
export async function sitemapPaths(folder: string): Promise<string[]> {
  const index = await readFile(join(folder, 'sitemap-index.xml'), 'utf8');
  const parts = await Promise.all(
    addresses(index).map((address) => readFile(join(folder, new URL(address).pathname), 'utf8')),
  );
  return parts.flatMap(addresses).map((address) => new URL(address).pathname);
}

const addresses = (xml: string): string[] =>
  [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address ?? '');

/** Every HTML file, relative to the folder, sorted. */
export async function htmlFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/**
 * The template that a path is made from, told by its section and depth: `/associations/x/` and `/associations/y/` are one.
 */
export function templateOf(path: string): string {
  const parts = path.split('/').filter(Boolean);
  return parts.length === 0 ? '/' : `/${parts[0]}/${'*/'.repeat(parts.length - 1)}`;
}

/** The page of each template that holds most: a long word or a table of hours stands on one of them, and seldom on the first. */
export async function fullest(folder: string, paths: readonly string[]): Promise<string[]> {
  const most = new Map<string, { readonly path: string; readonly bytes: number }>();
  for (const path of paths) {
    const { size: bytes } = await stat(join(folder, path, 'index.html'));
    const template = templateOf(path);
    if (bytes > (most.get(template)?.bytes ?? 0)) most.set(template, { path, bytes });
  }
  return [...most.values()].map(({ path }) => path);
}

/** The first paths of each template. */
export function samples(paths: readonly string[], each: number): string[] {
  const seen = new Map<string, number>();
  return paths.filter((path) => {
    const template = templateOf(path);
    const count = (seen.get(template) ?? 0) + 1;
    seen.set(template, count);
    return count <= each;
  });
}
