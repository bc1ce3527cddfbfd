/** The demonstration's site, built as a release is built but without a CMS, and served on the loopback. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { artworkFileName, type Artwork } from '@trame/cms/demo/artwork';
import { generateAssociations } from '@trame/cms/demo/generate-associations';
import { demoContent } from '@trame/cms/demo/territory';
import { toSiteExport } from '@trame/cms/demo/to-site-export';
import type { SiteLanguage } from '@trame/cms/domain/vocabulary/site-languages';
import { drawArtwork } from '@trame/scripts/testing/artwork';
import { noteChanges } from '../../src/view/changes/memory.ts';
import { serve } from './serve.ts';

const SITE = fileURLToPath(new URL('../../', import.meta.url));
/** When the pages are made. */
export const BUILT_AT = '2026-09-01T08:00:00.000Z';
const run = promisify(execFile);

export interface Preview {
  /** Folder that the steps build into, and that is served. */
  readonly folder: string;
  readonly origin: string;
  /** Environment of the steps. */
  readonly env: NodeJS.ProcessEnv;
  /** Where the pages look for the CMS. */
  readonly cmsPort: number;
  /** Stops what served the pictures to the build: a test may stand in for the CMS on that port. */
  releaseCmsPort(): Promise<void>;
  /** Stops the servers and removes everything. */
  close(): Promise<void>;
}

/**
 * Prepares the content and the servers; nothing is built yet.
 * @param generated associations besides those of the demonstration
 * @param languages that the editor chose besides French
 */
export async function openPreview({
  generated,
  languages = [],
}: {
  generated: number;
  languages?: readonly SiteLanguage[];
}): Promise<Preview> {
  const work = await mkdtemp(join(tmpdir(), 'trame-preview-'));
  const folder = join(work, 'site');
  const served = await serve(folder);
  const drawn = new Map<string, Artwork>();

  const content = demoContent({ today: BUILT_AT.slice(0, 10) });
  content.associations.push(...generateAssociations({ count: generated, seed: 1 }));
  const siteExport = toSiteExport(content, {
    mediaUrl(artwork) {
      const url = `/uploads/${artworkFileName(artwork)}`;
      drawn.set(url, artwork);
      return url;
    },
  });
  const exportFile = join(work, 'export.json');
  await writeFile(exportFile, JSON.stringify({ ...siteExport, ...(languages.length > 0 && { languages }) }));

  // A release before this one, which showed nothing: all that this one shows is new.
  const formerNotes = join(work, 'former-changes.json');
  await writeFile(formerNotes, JSON.stringify(noteChanges(null, new Map(), '2026-08-01T08:00:00.000Z')));

  const media = createServer((request, response) => {
    const artwork = drawn.get(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (!artwork) return void response.writeHead(404).end();
    drawArtwork(artwork).then(
      (bytes) => response.end(bytes),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((listening) => media.listen(0, '127.0.0.1', listening));

  const cmsPort = (media.address() as AddressInfo).port;
  const releaseCmsPort = () =>
    new Promise<void>((closed) => {
      media.close(() => closed());
      media.closeAllConnections();
    });

  return {
    folder,
    origin: served.origin,
    cmsPort,
    releaseCmsPort,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      TRAME_EXPORT: exportFile,
      TRAME_OUT: folder,
      TRAME_FORMER_CHANGES: formerNotes,
      TRAME_CHANGES: join(work, 'changes.json'),
      TRAME_CACHE_DIR: join(work, 'cache'),
      TRAME_BUILT_AT: BUILT_AT,
      SITE_URL: served.origin,
      CMS_URL: `http://127.0.0.1:${cmsPort}`,
    },
    async close() {
      await releaseCmsPort();
      await served.close();
      await rm(work, { recursive: true, force: true });
    },
  };
}

const runNode = (cwd: string, env: NodeJS.ProcessEnv, args: readonly string[]) =>
  run(process.execPath, ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', ...args], { cwd, env, maxBuffer: 64e6 });

/**
 * `astro build` from a working folder of its own: Astro compiles the pages into `.astro/` of the folder it is called from,
 * and two builds at a time (the end-to-end tests run beside these) would remove each other's.
 * @throws when the build fails, with its `code` and `stderr`
 */
export async function astroBuild(env: NodeJS.ProcessEnv): Promise<void> {
  const builds = join(SITE, '.astro/builds');
  await mkdir(builds, { recursive: true });
  const cwd = await mkdtemp(join(builds, 'test-')); // inside the site, so that packages are found from there
  try {
    await runNode(cwd, env, [join(SITE, 'node_modules/astro/bin/astro.mjs'), 'build', '--root', SITE]);
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
}

const step =
  (file: string) =>
  async ({ env }: Preview): Promise<void> => {
    await runNode(SITE, env, [file]);
  };

/** The three steps of a release, each a process of its own. */
export const buildPages = ({ env }: Preview): Promise<void> => astroBuild(env);
export const buildSearch = step('src/features/search/index/build-release-index.ts');
export const buildAnnuaire = step('src/print/build-annuaire.ts');
