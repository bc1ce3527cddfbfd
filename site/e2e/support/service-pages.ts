/** A browser on the pages where associations write, under the policy that the site's server gives them, with a stand-in for the CMS. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { headersFor } from '../../../scripts/site-server/headers.ts';

export const PHONE = { viewport: { width: 360, height: 780 }, reducedMotion: 'reduce' } as const;

export interface OpenPage {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors of scripts, and what the policy refused. */
  readonly errors: string[];
}

export async function openServicePage(
  browser: Browser,
  origin: string,
  cmsUrl: string,
  options: BrowserContextOptions = PHONE,
): Promise<OpenPage> {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    // A refused request is logged by the browser itself: that is what many tests are about.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      errors.push(message.text());
  });
  await page.route(
    (url) => url.origin === origin && url.pathname.endsWith('/'),
    async (route) => {
      const response = await route.fetch();
      const headers = { ...response.headers(), ...headersFor(new URL(route.request().url()).pathname, cmsUrl) };
      await route.fulfill({ response, headers });
    },
  );
  return { context, page, errors };
}
