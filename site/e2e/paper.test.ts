/** Lists that somebody prints: what they need to call and to go is there, the ways to other pages are not. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from './support/browser.ts';

const { origin } = inject('site');
const PHONE_NUMBER = /0\d(?:\s\d\d){4}/;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  page = await (
    await browser.newContext({ viewport: { width: 700, height: 1000 }, reducedMotion: 'reduce' })
  ).newPage();
  page.setDefaultTimeout(20_000);
  await page.emulateMedia({ media: 'print' });
});
afterAll(() => browser.close());

const onPaper = async (): Promise<string> => page.locator('body').innerText();
const waysOn = () => page.locator('header nav:visible, footer:visible, main nav:visible, main button:visible').count();

describe('on paper', () => {
  it('a theme says hours and telephones', async () => {
    await page.goto(`${origin}/themes/sports/`);
    const text = await onPaper();
    expect(text).toMatch(PHONE_NUMBER);
    expect(text).toMatch(/mercredi \d+\sh/);
    expect(await waysOn()).toBe(0);
  });

  it('who seeks volunteers can be called', async () => {
    await page.goto(`${origin}/benevolat/`);
    expect(await onPaper()).toMatch(PHONE_NUMBER);
    expect(await page.locator('.list-filter:visible').count()).toBe(0);
    expect(await waysOn()).toBe(0);
  });

  it('what a long list folds away on a screen is there', async () => {
    await page.goto(`${origin}/benevolat/`);
    // This territory is too small for a fold: one is put around a list of the page.
    await page.evaluate(() => {
      const list = document.querySelector('main .cards')!;
      const fold = Object.assign(document.createElement('details'), { className: 'more-cards' });
      list.replaceWith(fold);
      fold.append(Object.assign(document.createElement('summary'), { textContent: 'Voir les autres' }), list);
    });
    const fold = page.locator('.more-cards');
    expect(await fold.locator('summary').isVisible()).toBe(false);
    expect(await fold.locator('.card-title').first().isVisible()).toBe(true);
    expect((await fold.locator('.card-title').first().boundingBox())?.height).toBeGreaterThan(0);
    expect(await fold.innerText()).toMatch(PHONE_NUMBER);
    await page.emulateMedia({ media: 'screen' });
    expect(await fold.locator('.card-title').first().isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
  });

  it('results say what was asked, hours and telephones', async () => {
    await page.goto(`${origin}/recherche/?q=yoga+mercredi`);
    await page.locator('.search-result').first().waitFor();
    const text = await onPaper();
    expect(text).toContain('06 39 98 10 06'.replaceAll(' ', '\u00a0'));
    expect(text).toMatch(/Mercredi, 19\sh/);
    expect(await page.locator('#q').isVisible()).toBe(true);
    for (const hidden of ['.search-filters', '.search-views', '.search-alert', '.search-browse', '.search-near-me'])
      expect(await page.locator(`${hidden}:visible`).count(), hidden).toBe(0);
  });

  it('a selection is a guide: its week, for whom, its telephones, and when it was printed', async () => {
    const slot = 'associations/yoga-du-vallon~1.3-1900-2030';
    await page.goto(`${origin}/ma-selection/#associations/yoga-du-vallon~1&${slot}=L%C3%A9a`);
    await page.locator('.selection-entry').first().waitFor();
    const text = await onPaper();
    expect(text).toMatch(PHONE_NUMBER);
    expect(text).toContain('pour Léa');
    expect(text).toMatch(/Imprimé le \d/);
    expect(await waysOn()).toBe(0);
  });
});
