/** Builds the demo territory's site once for all browser tests, as a release is built, and serves it on the loopback. */
import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { artworkFileName, type Artwork } from '@trame/cms/demo/artwork';
import { generateAssociations } from '@trame/cms/demo/generate-associations';
import { demoContent } from '@trame/cms/demo/territory';
import { toSiteExport } from '@trame/cms/demo/to-site-export';
import type { TestProject } from 'vitest/node';
import { drawArtwork } from '../../../scripts/seed/artwork/draw.ts';
import { serve } from './serve.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The built site: its folder and where it is served. */
    site: { readonly folder: string; readonly origin: string };
  }
}

const SITE = fileURLToPath(new URL('../../', import.meta.url));
/** Enough for lists to have a second page. */
const GENERATED = 30;
const BUILT_AT = '2026-09-01T08:00:00.000Z';
const run = promisify(execFile);

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const work = await mkdtemp(join(tmpdir(), 'trame-site-e2e-'));
  const folder = join(work, 'site');
  const served = await serve(folder);
  const drawn = new Map<string, Artwork>();

  const content = demoContent({ today: BUILT_AT.slice(0, 10) });
  content.associations.push(...generateAssociations({ count: GENERATED, seed: 1 }));
  const siteExport = toSiteExport(content, {
    mediaUrl(artwork) {
      const url = `/uploads/${artworkFileName(artwork)}`;
      drawn.set(url, artwork);
      return url;
    },
  });
  const exportFile = join(work, 'export.json');
  await writeFile(exportFile, JSON.stringify(siteExport));

  const media = createServer((request, response) => {
    const artwork = drawn.get(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (!artwork) return void response.writeHead(404).end();
    drawArtwork(artwork).then(
      (bytes) => response.end(bytes),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((listening) => media.listen(0, '127.0.0.1', listening));

  const env = {
    ...process.env,
    NODE_ENV: 'production',
    TRAME_EXPORT: exportFile,
    TRAME_OUT: folder,
    TRAME_CACHE_DIR: join(work, 'cache'),
    TRAME_BUILT_AT: BUILT_AT,
    SITE_URL: served.origin,
    CMS_URL: `http://127.0.0.1:${(media.address() as AddressInfo).port}`,
  };
  const step = async (name: string, args: readonly string[]): Promise<void> => {
    const started = performance.now();
    await run(process.execPath, ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', ...args], {
      cwd: SITE,
      env,
      maxBuffer: 64e6,
    });
    console.log(`site e2e: ${name}, ${Math.round(performance.now() - started)} ms`);
  };
  try {
    await step('pages', ['node_modules/astro/bin/astro.mjs', 'build']);
    await step('search', ['src/features/search/build-index.ts']);
    await step('annuaire', ['src/print/build-annuaire.ts']);
  } finally {
    media.close();
  }
  project.provide('site', { folder, origin: served.origin });

  return async () => {
    await served.close();
    await rm(work, { recursive: true, force: true });
  };
}
