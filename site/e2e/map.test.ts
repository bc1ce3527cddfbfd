/** The results on a map, and what is near, as visitors use them: with a mouse, a keyboard, and a device that says no. */
import { headersFor } from '@trame/scripts/testing/headers';
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { violations } from './support/axe.ts';
import { launchBrowser } from './support/browser.ts';
import { smallArchive } from './support/pmtiles.ts';
import { serve, type Served } from './support/serve.ts';
import { MAP_BUDGET } from './support/weight.ts';

const { folder } = inject('site');
const MAP_SERVER = 'https://cartes.example.org';
const SLOW = 30_000;

let browser: Browser;
let site: Served;
let sent: { readonly path: string; readonly bytes: number }[] = [];
let context: BrowserContext;
let page: Page;
let errors: string[];

beforeAll(async () => {
  browser = await launchBrowser();
  // With the policies of the product: a map that they would block must not pass here.
  site = await serve(
    folder,
    (path, bytes) => sent.push({ path, bytes }),
    (path) => headersFor(path, { mapServer: MAP_SERVER }),
  );
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const visit = async (options: Parameters<Browser['newContext']>[0] = {}): Promise<void> => {
  context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    ...options,
  });
  context.setDefaultTimeout(SLOW);
  page = await context.newPage();
  errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) errors.push(message.text());
  });
};
beforeEach(() => {
  sent = [];
});
afterEach(() => context.close());

const open = (query = '') => page.goto(`${site.origin}/recherche/${query}`);
const pins = () => page.locator('.map-pin');
const spots = () => page.locator('.map-pin:not(.map-pin--cluster)');
const asMap = () => page.getByRole('button', { name: 'Carte', exact: true });
const asList = () => page.getByRole('button', { name: 'Liste', exact: true });
const card = () => page.locator('#recherche-carte-fiches');
const results = () => page.locator('#recherche-resultats > li');
const ofMap = () => sent.filter(({ path }) => /_trame\/map|points\.json/.test(path));
const focused = () => page.evaluate(() => document.activeElement?.className ?? '');

describe('the map', { timeout: 120_000 }, () => {
  it('is fetched when it is asked for, stands in the address, and goes with « Liste »', async () => {
    await visit();
    await open('?q=danse');
    await results().first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(ofMap()).toEqual([]);
    expect(await page.locator('#recherche-carte').isVisible()).toBe(false);

    await asMap().click();
    await pins().first().waitFor();
    expect(new URL(page.url()).search).toBe('?q=danse&vue=carte');
    expect(await asMap().getAttribute('aria-pressed')).toBe('true');
    // The list stays what it was.
    expect(await results().count()).toBeGreaterThan(0);
    await page.waitForLoadState('networkidle');
    const bytes = ofMap().reduce((sum, one) => sum + one.bytes, 0);
    console.log(`map: ${bytes} bytes`);
    expect(bytes).toBeGreaterThan(200_000); // it was really counted
    expect(bytes).toBeLessThan(MAP_BUDGET);

    await asList().click();
    await page.locator('#recherche-carte').waitFor({ state: 'hidden' });
    expect(new URL(page.url()).search).toBe('?q=danse');
    await page.goBack();
    await pins().first().waitFor();
    expect(errors).toEqual([]);
  });

  it('shows at a place what the list shows, with the way there', async () => {
    await visit();
    await open('?q=danse&vue=carte');
    await spots().first().click();
    const link = card().getByRole('link').first();
    await link.waitFor();
    expect(await card().locator('.map-card-place').first().textContent()).toMatch(/\S/);
    const [title, url] = [await link.textContent(), await link.getAttribute('href')];
    await link.click();
    await page.waitForURL(`**${url}`);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain(title);
  });

  it('leaves its way back to the list where nothing is found', async () => {
    await visit();
    await open('?q=zzzzxq&vue=carte');
    await expect.poll(() => asMap().getAttribute('aria-pressed'), { timeout: SLOW }).toBe('true');
    await asList().click();
    await page.waitForFunction(() => !location.search.includes('vue'));
    // Of nothing there are no two ways.
    await expect.poll(() => asList().isVisible()).toBe(false);
  });

  it('is opened, read and closed with the keyboard alone', async () => {
    await visit();
    await open('?vue=carte');
    await pins().first().waitFor();
    const cluster = page.locator('.map-pin--cluster').first();
    await cluster.focus();
    const before = await cluster.getAttribute('aria-label');
    expect(before).toMatch(/^\d+ fiches à \d+ endroits/);
    await page.keyboard.press('Enter');
    await expect.poll(focused, { timeout: SLOW }).toMatch(/map-pin/);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).not.toBe(before);

    // Down to one place, then its entries.
    for (let step = 0; step < 12 && (await card().isHidden()); step += 1) {
      await page.keyboard.press('Enter');
      await page.waitForTimeout(250);
    }
    expect(await focused()).toBe('map-card-title');
    await card().getByRole('link').first().waitFor();
    await page.keyboard.press('Escape');
    await card().waitFor({ state: 'hidden' });
    expect(await focused()).toMatch(/map-pin/);
    await page.keyboard.press('Enter');
    await card().waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Fermer');
    expect(errors).toEqual([]);
  });

  it.each([
    { width: 1280, colorScheme: 'light' },
    { width: 1280, colorScheme: 'dark' },
    { width: 320, colorScheme: 'light' },
  ] as const)(
    'has no violation at $width px in $colorScheme, and nothing scrolls sideways',
    async ({ width, colorScheme }) => {
      await visit({ viewport: { width, height: 800 }, colorScheme });
      await open('?q=musique&vue=carte');
      await spots().first().click();
      await card().getByRole('link').first().waitFor();
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    },
  );

  it('says kindly that a device cannot draw, and fetches nothing large for it', async () => {
    await visit();
    await page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    });
    await open('?q=danse&vue=carte');
    await page.getByText('Cet appareil ne peut pas afficher de carte').waitFor();
    expect(await results().count()).toBeGreaterThan(0);
    expect(ofMap()).toEqual([]);
  });

  it('that does not come says so and can be asked again; the list stays', async () => {
    await visit();
    let isBroken = true;
    await context.route('**/points.json', (route) => (isBroken ? route.abort() : route.continue()));
    await open('?q=danse&vue=carte');
    await page.getByText('La carte n’a pas pu se charger').waitFor();
    expect(await results().count()).toBeGreaterThan(0);
    isBroken = false;
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await pins().first().waitFor();
  });

  it('of nothing asked shows everything', async () => {
    await visit();
    await open('?vue=carte');
    await pins().first().waitFor();
    const counts = await pins().allTextContents();
    expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBeGreaterThan(50);
  });
});

describe('a background that the territory chose', { timeout: 120_000 }, () => {
  const background = (address: string) => ({ address, attribution: 'Fond <b>fictif</b>' });
  /** The page as a build makes it for such a territory. */
  async function choose(address: string, answer: (route: Route) => Promise<void>): Promise<string[]> {
    await visit();
    const asked: string[] = [];
    await context.route('**/recherche/**', async (route) => {
      const response = await route.fetch();
      const html = (await response.text())
        .replace('"background":null', `"background":${JSON.stringify(background(address)).replaceAll('<', '\\u003c')}`)
        // What the page itself says that it asks.
        .replace("connect-src 'self'", `connect-src 'self' ${MAP_SERVER}`);
      await route.fulfill({ response, body: html });
    });
    await context.route(/^https:\/\/(?!127)/, async (route) => {
      asked.push(route.request().url());
      await answer(route);
    });
    return asked;
  }
  const cors = { 'access-control-allow-origin': '*' };
  const json = (route: Route, body: unknown) => route.fulfill({ json: body, headers: cors });

  it('as a style is drawn from its own server', async () => {
    const asked = await choose(`${MAP_SERVER}/style.json`, (route) =>
      route.request().url().endsWith('style.json')
        ? json(route, {
            version: 8,
            sources: { bords: { type: 'geojson', data: './bords.geojson' } },
            layers: [{ id: 'bords', type: 'line', source: 'bords' }],
          })
        : json(route, { type: 'FeatureCollection', features: [] }),
    );
    await open('?q=danse&vue=carte');
    await pins().first().waitFor();
    // By the worker of the map, whose requests go through the page.
    await expect.poll(() => asked, { timeout: SLOW }).toContain(`${MAP_SERVER}/bords.geojson`);
    await page.waitForLoadState('networkidle');
    expect(await page.getByText('Le fond de carte ne répond pas').count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it('as one file is read in parts and drawn', async () => {
    const archive = smallArchive();
    const parts: string[] = [];
    await choose(`${MAP_SERVER}/territoire.pmtiles`, async (route) => {
      const range = /bytes=(\d+)-(\d+)/.exec(route.request().headers()['range'] ?? '');
      parts.push(range?.[0] ?? 'whole');
      const from = Number(range?.[1] ?? 0);
      const to = Math.min(Number(range?.[2] ?? Infinity), archive.length - 1);
      await route.fulfill({
        status: 206,
        headers: {
          ...cors,
          'content-range': `bytes ${from}-${to}/${archive.length}`,
          'content-type': 'application/octet-stream',
        },
        body: archive.subarray(from, to + 1),
      });
    });
    await open('?q=danse&vue=carte');
    await pins().first().waitFor();
    await expect.poll(() => parts.length, { timeout: SLOW }).toBeGreaterThan(1);
    expect(parts).not.toContain('whole');
    await page.waitForLoadState('networkidle');
    expect(await page.getByText('Le fond de carte ne répond pas').count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it.each([
    ['is not there', (route: Route) => route.fulfill({ status: 404, headers: cors })],
    ['does not answer', (route: Route) => route.abort()],
    ['is no style', (route: Route) => route.fulfill({ body: '<h1>Bienvenue</h1>', headers: cors })],
    [
      'asks another server',
      (route: Route) =>
        json(route, {
          version: 8,
          sources: { plan: { type: 'vector', tiles: ['https://ailleurs.example.net/{z}/{x}/{y}.pbf'] } },
          layers: [],
        }),
    ],
    [
      'is a style that cannot be drawn',
      (route: Route) => json(route, { version: 8, sources: {}, layers: [{ id: 'a', type: 'dessin', source: 'b' }] }),
    ],
  ])('and that %s is told in words: places and list stay', async (_what, answer) => {
    const asked = await choose(`${MAP_SERVER}/style.json`, answer);
    await open('?q=danse&vue=carte');
    await page.getByText('Le fond de carte ne répond pas').waitFor();
    await pins().first().waitFor();
    expect(await results().count()).toBeGreaterThan(0);
    expect(asked.every((url) => url.startsWith(MAP_SERVER))).toBe(true);
    expect(errors).toEqual([]);
  });
});

describe('near me', { timeout: 90_000 }, () => {
  const button = () => page.getByRole('button', { name: 'Près de moi', exact: true });
  const chip = () => page.getByRole('button', { name: 'Retirer le critère près de moi' });
  const note = () => page.locator('#recherche-pres-de-moi-note');
  const HERE = { latitude: 45.14123, longitude: -0.44812 };

  it('ranks by distance after a click, keeps the position off the address and out of requests, and can be taken off', async () => {
    await visit({ geolocation: HERE, permissions: ['geolocation'] });
    await page.addInitScript(() => {
      const real = navigator.geolocation.getCurrentPosition.bind(navigator.geolocation);
      (window as { asked?: number }).asked = 0;
      navigator.geolocation.getCurrentPosition = (...given) => {
        (window as { asked?: number }).asked! += 1;
        real(...given);
      };
    });
    const urls: string[] = [];
    page.on('request', (request) => urls.push(request.url() + (request.postData() ?? '')));
    await open('?q=danse');
    await results().first().waitFor();
    expect(await page.evaluate(() => (window as { asked?: number }).asked)).toBe(0);
    await button().click();
    await chip().waitFor();
    await expect
      .poll(() => page.locator('.search-result-facts', { hasText: /à \d+\s?km/ }).count(), { timeout: SLOW })
      .toBeGreaterThan(0);
    expect(await button().getAttribute('aria-pressed')).toBe('true');
    expect(new URL(page.url()).search).toBe('?q=danse');
    expect(urls.filter((url) => /45[.,]14|0[.,]448/.test(url))).toEqual([]);

    // In this tab it stays known, and is not asked again.
    await page.reload();
    await chip().waitFor();
    expect(await page.evaluate(() => (window as { asked?: number }).asked)).toBe(0);
    const another = await context.newPage();
    await another.goto(`${site.origin}/recherche/?q=danse`);
    await another.locator('#recherche-resultats > li').first().waitFor();
    expect(await another.getByRole('button', { name: 'Retirer le critère près de moi' }).count()).toBe(0);

    await chip().click();
    await chip().waitFor({ state: 'detached' });
    expect(await page.locator('.search-result-facts', { hasText: /à \d+\s?km/ }).count()).toBe(0);
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    expect(errors).toEqual([]);
  });

  it('in a question offers the button, and goes with its words', async () => {
    await visit({ geolocation: HERE, permissions: ['geolocation'] });
    await open(`?q=${encodeURIComponent('danse près de chez moi')}`);
    await results().first().waitFor();
    expect(await note().textContent()).toContain('votre position reste sur votre appareil');
    expect(await chip().count()).toBe(0);
    await button().click();
    await chip().click();
    await page.waitForURL(/\?q=danse$/);
  });

  it('that is refused says what to do instead, and leaves the answer as it is', async () => {
    await visit({ permissions: [] });
    await page.addInitScript(() => {
      navigator.geolocation.getCurrentPosition = (_found, failed) =>
        failed?.({ code: 1, message: 'User denied' } as GeolocationPositionError);
    });
    await open('?q=danse');
    await results().first().waitFor();
    const before = await results().count();
    await button().click();
    await expect.poll(() => note().textContent(), { timeout: SLOW }).toContain('écrire le nom d’une commune');
    expect(await results().count()).toBe(before);
    expect(await chip().count()).toBe(0);
    expect(await violations(page)).toEqual([]);
  });
});
