/** Every URL of the sitemap on a phone’s width: axe where its parts are new, samples of every template elsewhere; nothing scrolls sideways. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { bringAxe, contrast, newParts, overflow, violations } from './support/axe.ts';
import { launchBrowser } from './support/browser.ts';
import { samples, sitemapPaths } from './support/pages.ts';

const { folder, origin } = inject('site');
const TABS = 2;
/** WCAG 1.4.10: no scrolling in two directions at this width, which is narrower than any telephone of today. */
const NARROWEST = { width: 320, height: 640 };
const PHONE = { viewport: NARROWEST, reducedMotion: 'reduce' } as const;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

type Look = (page: Page) => Promise<readonly string[]>;

/** Looks at each path in a few tabs that are used again and again; one line for each fault. */
async function lookAt(paths: readonly string[], options: BrowserContextOptions, look: Look): Promise<string[]> {
  const context = await browser.newContext(options);
  await bringAxe(context);
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

const noSideways: Look = async (page) => {
  const pixels = await overflow(page);
  return pixels > 0 ? [`is ${pixels} px too wide`] : [];
};

const everything: Look = async (page) => [...(await violations(page)), ...(await noSideways(page))];

/**
 * Looks for sideways scrolling on every page, since a long word is enough, and has axe look at those with new parts; identifiers,
 * the order of headings and names of links are checked on every page by `pages.test.ts`.
 */
function wherePartsAreNew(): { readonly look: Look; readonly looked: () => readonly string[] } {
  const hasNewParts = newParts();
  const looked: string[] = [];
  const look: Look = async (page) => {
    const faults = await noSideways(page);
    if (!(await hasNewParts(page))) return faults;
    looked.push(new URL(page.url()).pathname);
    return [...faults, ...(await violations(page))];
  };
  return { look, looked: () => looked };
}

describe('accessibility', () => {
  it('has no violation on any page of the sitemap on a phone, and nothing that scrolls sideways', async () => {
    const paths = await sitemapPaths(folder);
    expect(paths.length).toBeGreaterThan(100);
    const { look, looked } = wherePartsAreNew();
    expect(await lookAt(paths, PHONE, look)).toEqual([]);
    // Every template has parts of its own, or is a page that is made like another one.
    expect(looked().length).toBeGreaterThan(20);
    console.info(`axe looked at ${looked().length} of ${paths.length} pages`);
  }, 600_000);

  it('has none on a large screen, nor in the dark', { timeout: 300_000 }, async () => {
    const paths = samples(await sitemapPaths(folder), 1);
    const large = { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' } as const;
    expect(await lookAt(paths, large, violations)).toEqual([]);
    expect(await lookAt(paths, { ...large, colorScheme: 'dark' }, contrast)).toEqual([]);
  });

  it('has none once results are shown, with the criteria open or none left', async () => {
    const asked = ['q=danse', 'age=8&jour=mercredi', 'q=danse&jour=dimanche&age=3', 'q=zzzzz'].map(
      (query) => `/recherche/?${query}`,
    );
    const found = await lookAt(asked, PHONE, async (page) => {
      await page.locator('#recherche-formulaire summary').first().click();
      await page.waitForFunction(() => /résultat/.test(document.querySelector('#recherche-bilan')?.textContent ?? ''));
      return everything(page);
    });
    expect(found).toEqual([]);
  });
});

describe('the checks themselves', () => {
  it('look again at a page with a part that none had before, and at no other', async () => {
    const page = await browser.newPage({ viewport: NARROWEST });
    const { look, looked } = wherePartsAreNew();
    const show = (body: string) =>
      page.setContent(`<html lang="fr"><title>A</title><main><h1>A</h1>${body}</main></html>`);
    await show('<p class="note">un</p>');
    expect(await look(page)).toEqual([]);
    await show('<p class="note">deux</p><p class="note">trois</p>');
    expect(await look(page)).toEqual([]);
    expect(looked()).toHaveLength(1);
    await show('<p class="note">un</p><p class="note" style="color:#ccc">pâle</p>');
    expect((await look(page)).join()).toContain('color-contrast');
    await show('<p class="note">un</p><img src="a.png">');
    expect((await look(page)).join()).toContain('image-alt');
    expect(looked()).toHaveLength(3);
    await page.close();
  });

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
