/** A visit, the network cut, and a visit again. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from './support/browser.ts';

const { origin } = inject('site');

let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 360, height: 780 }, reducedMotion: 'reduce' });
  context.setDefaultTimeout(20_000);
  page = await context.newPage();
  await page.goto(`${origin}/associations/yoga-du-vallon/`);
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active?.state !== 'activated')
      await new Promise<void>((done) => active?.addEventListener('statechange', () => done(), { once: true }));
  });
  // Served by the worker, and so kept.
  await page.reload();
});
afterEach(() => context.close());

/** As the page asks for it once its reader has stayed. */
const keepDirectory = async (): Promise<void> => {
  await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.postMessage('keep-directory'));
  const missing = (): Promise<number> =>
    page.evaluate(async () => {
      const { files } = (await (await fetch('/pagefind/hors-ligne.json')).json()) as { files: string[] };
      const kept = await Promise.all(files.map((file) => caches.match(file)));
      return files.length > 30 ? kept.filter((file) => file === undefined).length : Infinity;
    });
  await expect.poll(missing, { timeout: 20_000, interval: 200 }).toBe(0);
};

describe('without a network', () => {
  it('a page that was read is read again, and says so', async () => {
    await context.setOffline(true);
    await page.goto(`${origin}/associations/yoga-du-vallon/`);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Yoga du Vallon');
    expect(await page.locator('.offline-bar').isVisible()).toBe(true);
    await context.setOffline(false);
    await page.waitForFunction(() => document.querySelector<HTMLElement>('.offline-bar')?.hidden === true);
  });

  it('a map is not kept before it was used, and is shown again once it was', { timeout: 120_000 }, async () => {
    const kept = () =>
      page.evaluate(async () =>
        (await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys())))
          .flat()
          .map(({ url }) => new URL(url).pathname)
          .filter((path) => /_trame\/map/.test(path)),
      );
    expect(await kept()).toEqual([]);
    await page.goto(`${origin}/recherche/?q=yoga&vue=carte`);
    await page.locator('.map-pin').first().waitFor();
    await expect.poll(async () => (await kept()).length, { timeout: 20_000 }).toBeGreaterThan(2);
    await context.setOffline(true);
    await page.reload();
    await page.locator('.map-pin').first().waitFor();
    await context.setOffline(false);
  });

  it('the whole directory is searched, and what was never opened is shown as far as it is kept', async () => {
    await keepDirectory();
    // The pages that search run on files of their own.
    await page.goto(`${origin}/recherche/?q=yoga`);
    await page.locator('.search-result').first().waitFor();
    await context.setOffline(true);
    await page.goto(`${origin}/recherche/?q=judo`);
    await page.getByRole('link', { name: /Judo club du Cèdre bleu/i }).click();
    await page.waitForURL(/judo-club-du-cedre-bleu/);
    await page.getByRole('heading', { name: /Judo club/i }).waitFor();
    const text = await page.locator('main').textContent();
    expect(text).toContain('voici ce que cet appareil a gardé');
    expect(text).toContain('Éveil judo');
    // Who to call stands on the page itself alone, which the network must bring.
    expect(text).not.toMatch(/0\d(?:[\s\u00a0]?\d\d){4}/);
  });

  it('a page that is never kept says why it does not come', async () => {
    await context.setOffline(true);
    for (const path of ['declarer', 'prevenez-moi']) {
      await page.goto(`${origin}/${path}/`);
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Hors ligne');
    }
    await context.setOffline(false);
  });

  it('nothing that a letter leads to is kept', async () => {
    for (const path of ['retrait', 'repondre', 'espace']) await page.goto(`${origin}/${path}/`);
    const kept = await page.evaluate(async () => {
      const names = await caches.keys();
      const all = await Promise.all(
        names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
      );
      return all.flat();
    });
    expect(kept.some((url) => url.includes('/associations/yoga-du-vallon/'))).toBe(true);
    expect(kept.filter((url) => /retrait|ma-fiche|espace|repondre/.test(url))).toEqual([]);
  });
});
