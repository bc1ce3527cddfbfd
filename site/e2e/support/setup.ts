/** Builds the demo territory's site once for all browser tests. */
import type { TestProject } from 'vitest/node';
import { buildAnnuaire, buildPages, buildSearch, openPreview, type Preview } from './preview.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The built site: its folder, where it is served, and the free port where its pages look for the CMS. */
    site: { readonly folder: string; readonly origin: string; readonly cmsPort: number };
  }
}

/** Enough for lists to have a second page. */
const GENERATED = 30;

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const preview = await openPreview({ generated: GENERATED });
  const step = async (name: string, build: (preview: Preview) => Promise<void>) => {
    const started = performance.now();
    await build(preview);
    console.log(`site e2e: ${name}, ${Math.round(performance.now() - started)} ms`);
  };
  try {
    await step('pages', buildPages);
    await step('search', buildSearch);
    await step('annuaire', buildAnnuaire);
  } catch (error) {
    await preview.close();
    throw error;
  }
  await preview.releaseCmsPort();
  project.provide('site', { folder: preview.folder, origin: preview.origin, cmsPort: preview.cmsPort });
  return () => preview.close();
}
