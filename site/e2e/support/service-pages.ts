/** A browser on the pages where associations write, under the policy that the site's server gives them. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { headersFor } from '@trame/scripts/testing/headers';
import { serve, type Served } from './serve.ts';

export const PHONE = { viewport: { width: 360, height: 780 }, reducedMotion: 'reduce' } as const;

/** The built site with the headers of `scripts/site-server`. */
export const serveWithPolicy = (folder: string, cmsUrl: string): Promise<Served> =>
  serve(folder, undefined, (path) => headersFor(path, { cmsUrl }));

export interface OpenPage {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors of scripts, and what the policy refused. */
  readonly errors: string[];
}

export async function openServicePage(browser: Browser, options: BrowserContextOptions = PHONE): Promise<OpenPage> {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    // A refused request is logged by the browser itself: that is what many tests are about.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      errors.push(message.text());
  });
  return { context, page, errors };
}
