/** Keeping entries on one’s device, and what becomes of them. */
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
});
afterEach(() => context.close());

const keep = async (path: string, name: RegExp): Promise<void> => {
  await page.goto(`${origin}${path}`);
  await page.getByRole('button', { name }).first().click();
};
const entries = () => page.locator('.selection-entry h3');

describe('a selection', () => {
  it('holds what was kept, its week with what clashes, and lets it go', async () => {
    await keep('/associations/yoga-du-vallon/', /Garder cette association/);
    await page.getByRole('link', { name: 'Voir ma sélection' }).first().click();
    await entries().first().waitFor();
    expect(await entries().allTextContents()).toEqual(['Yoga du Vallon']);
    await keep('/associations/hip-hop-du-rail/', /Garder cette association/);
    await page.goto(`${origin}/ma-selection/`);
    await page
      .getByText(/En même temps que/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Retirer « Yoga du Vallon » de ma sélection' }).click();
    await page.waitForFunction(() => document.querySelectorAll('.selection-entry').length === 1);
    await page.getByRole('button', { name: 'Tout retirer' }).click();
    await page.getByRole('button', { name: 'Annuler' }).click();
    await entries().first().waitFor();
  });

  it('travels in a link, which a stranger opens, and says what is gone', async () => {
    await page.goto(`${origin}/ma-selection/#associations/yoga-du-vallon~1,associations/jamais-vu`);
    await page.getByText('Voici la sélection que l’on vous a envoyée.').waitFor();
    await entries().first().waitFor();
    expect(await entries().allTextContents()).toEqual(['Yoga du Vallon']);
    expect(await page.locator('#selection-notes').textContent()).toContain('« jamais-vu » n’est plus dans l’annuaire');
    await page.getByRole('button', { name: 'La garder sur cet appareil' }).click();
    await page.waitForURL(/\/ma-selection\/$/);
    await entries().first().waitFor();
  });

  it('gives a calendar of its slots, and nothing of it goes to the server', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${origin}/ma-selection/#associations/yoga-du-vallon~1`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /\.ics/ }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('ma-selection.ics');
    expect(asked.filter((url) => url.includes('yoga-du-vallon~1'))).toEqual([]);
  });
});
