/** What a page costs before its pictures. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** HTML, CSS and JavaScript of a page, compressed, in bytes (the design's figure). */
export const PAGE_BUDGET = 30_000;

/** Style sheets and scripts that the page asks for by itself, modules they import included. */
export async function pageWeight(folder: string, file: string): Promise<number> {
  const html = await readFile(join(folder, file), 'utf8');
  const linked = [...html.matchAll(/<(?:link|script)\b[^>]*\b(?:href|src)="(\/[^"]+\.(?:css|js))"/g)].map(
    ([, path]) => path ?? '',
  );
  const seen = new Set<string>();
  let total = gzipSync(html).length;
  for (let next = linked; next.length > 0;) {
    const found: string[] = [];
    for (const path of next.filter((path) => !seen.has(path))) {
      seen.add(path);
      const text = await readFile(join(folder, path), 'utf8');
      total += gzipSync(text).length;
      if (path.endsWith('.js')) {
        const imports = [...text.matchAll(/(?:import|from)\s*"(\.{1,2}\/[^"]+)"/g)];
        found.push(...imports.map(([, target]) => new URL(target ?? '', `http://site${path}`).pathname));
      }
    }
    next = found;
  }
  return total;
}
