/** axe over every URL of the sitemap on a phone's width, samples of every template elsewhere; nothing scrolls sideways. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { overflow, violations } from './support/axe.ts';
import { launchBrowser } from './support/browser.ts';
import { samples, sitemapPaths } from './support/pages.ts';

const { folder, origin } = inject('site');
const TABS = 2;
const PHONE = { viewport: { width: 360, height: 780 }, reducedMotion: 'reduce' } as const;
/** WCAG 1.4.10: no scrolling in two directions at this width. */
const NARROWEST = { width: 320, height: 640 };

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

type Look = (page: Page) => Promise<readonly string[]>;

/** Looks at each path in a few tabs that are used again and again; one line for each fault. */
async function lookAt(paths: readonly string[], options: BrowserContextOptions, look: Look): Promise<string[]> {
  const context = await browser.newContext(options);
  const waiting = [...paths];
  const faults: string[] = [];
  await Promise.all(
    Array.from({ length: TABS }, async () => {
      const page = await context.newPage();
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
        const response = await page.goto(origin + path);
        if (!response?.ok()) faults.push(`${path}: ${response?.status()}`);
        for (const fault of await look(page)) faults.push(`${path} ${fault}`);
      }
    }),
  );
  await context.close();
  return faults;
}

/** Looks at a page that is open on any width, and leaves the window as it was. */
const noSideways: Look = async (page) => {
  const before = page.viewportSize();
  await page.setViewportSize(NARROWEST);
  const pixels = await overflow(page);
  if (before) await page.setViewportSize(before);
  return pixels > 0 ? [`is ${pixels} px too wide`] : [];
};

const everything: Look = async (page) => [...(await violations(page)), ...(await noSideways(page))];

describe('accessibility', () => {
  it(
    'has no violation on any page of the sitemap on a phone, and nothing that scrolls sideways',
    { timeout: 600_000 },
    async () => {
      const paths = await sitemapPaths(folder);
      expect(paths.length).toBeGreaterThan(100);
      expect(await lookAt(paths, PHONE, everything)).toEqual([]);
    },
  );

  it('has none on a large screen, nor in the dark', { timeout: 300_000 }, async () => {
    const paths = samples(await sitemapPaths(folder), 1);
    const large = { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' } as const;
    expect(await lookAt(paths, large, violations)).toEqual([]);
    expect(await lookAt(paths, { ...large, colorScheme: 'dark' }, violations)).toEqual([]);
  });

  it('has none once results are shown, with the criteria open or none left', async () => {
    const asked = ['q=danse', 'age=8&jour=mercredi', 'q=danse&jour=dimanche&age=3', 'q=zzzzz'].map(
      (query) => `/recherche/?${query}`,
    );
    const found = await lookAt(asked, PHONE, async (page) => {
      await page.locator('#recherche-formulaire summary').first().click();
      await page.waitForFunction(() => /résultat/.test(document.querySelector('[role="status"]')?.textContent ?? ''));
      return everything(page);
    });
    expect(found).toEqual([]);
  });
});

describe('the checks themselves', () => {
  it('see a violation and a page that is too wide', async () => {
    const page = await browser.newPage({ viewport: NARROWEST });
    await page.setContent(
      '<html lang="fr"><title>A</title><main><h1>A</h1><img src="a.png"><input><p style="width:900px;color:#ccc">trop large</p></main></html>',
    );
    const found = (await violations(page)).join('\n');
    expect(found).toContain('image-alt');
    expect(found).toContain('label');
    expect(found).toContain('color-contrast');
    expect(await noSideways(page)).toHaveLength(1);
    await page.close();
  });
});
