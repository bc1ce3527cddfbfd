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

  it('tells children apart, takes one slot off, and calls', async () => {
    await keep('/associations/yoga-du-vallon/', /Garder ce créneau : Hatha-yoga/);
    // The words of the button are what it is called, and say what a press does.
    const button = page.locator('.keep-button--kept');
    expect(await button.textContent()).toBe('Retirer de ma sélection');
    expect(await button.getAttribute('aria-label')).toBe('Retirer de ma sélection : Hatha-yoga');
    expect(await button.getAttribute('aria-pressed')).toBeNull();
    await keep('/associations/hip-hop-du-rail/', /Garder cette association/);
    await page.goto(`${origin}/ma-selection/`);
    const yoga = page.getByLabel(/^Pour qui – Hatha-yoga/);
    await yoga.first().fill('Léa');
    await yoga.first().press('Enter');
    // Both slots of the activity are hers, and this place keeps the focus.
    await page.waitForFunction(() => document.querySelectorAll('.selection-slot .selection-who').length === 2);
    await page.waitForFunction(() => document.activeElement?.matches('[data-key]'));
    await page
      .getByLabel(/^Pour qui – Hip-hop 12-17/)
      .first()
      .fill('Tom');
    await page
      .getByLabel(/^Pour qui – Hip-hop 12-17/)
      .first()
      .press('Enter');
    await page.getByText(/Tom est à Saint-Mariens au même moment/).waitFor();
    expect(await page.locator('.selection-contacts a[href^="tel:"]').first().textContent()).toMatch(/^\d\d\s/);

    const slots = page.locator('.selection-slot');
    const before = await slots.count();
    await page.getByRole('button', { name: /^Retirer ce créneau – Hatha-yoga, samedi/ }).click();
    await page.getByText('Le créneau « Hatha-yoga » est retiré.').waitFor();
    expect(await slots.count()).toBe(before - 1);
    expect(await page.locator('.selection-entry').first().innerText()).not.toContain('samedi');
    await page.reload();
    await slots.first().waitFor();
    expect(await slots.count()).toBe(before - 1);

    // A link says names only when it was asked to.
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const shared = async (name: string): Promise<string> => {
      await page.evaluate(() => Object.defineProperty(navigator, 'share', { value: undefined, configurable: true }));
      await page.getByRole('button', { name, exact: true }).click();
      await page.getByText(/^Lien copié/).waitFor();
      return page.evaluate(() => navigator.clipboard.readText());
    };
    expect(await shared('Partager par un lien')).not.toContain(encodeURIComponent('Léa'));
    const link = await shared('Partager avec les prénoms');
    await page.evaluate(() => localStorage.clear());
    await page.goto('about:blank');
    await page.goto(link);
    await page.getByText('pour Léa').first().waitFor();
    expect(await slots.count()).toBe(before - 1);
    await page.getByRole('button', { name: 'La garder sur cet appareil' }).click();
    await page
      .getByLabel(/^Pour qui – Hatha-yoga/)
      .first()
      .waitFor();
    expect(
      await page
        .getByLabel(/^Pour qui – Hatha-yoga/)
        .first()
        .inputValue(),
    ).toBe('Léa');
  });

  it('says so where the browser takes nothing, and calls nothing kept', async () => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await keep('/associations/yoga-du-vallon/', /Garder cette association/);
    await page.getByRole('alert').getByText('Votre navigateur n’a rien pu garder').waitFor();
    expect(await page.locator('.keep-button--kept').count()).toBe(0);
    await page.goto(`${origin}/ma-selection/#associations/yoga-du-vallon`);
    await page.getByRole('button', { name: 'La garder sur cet appareil' }).click();
    await page.getByText('Votre navigateur n’a rien pu garder').waitFor();
    // The link still holds it.
    expect(await entries().allTextContents()).toEqual(['Yoga du Vallon']);
  });

  it('travels in a link, which a stranger opens, and says what is gone', async () => {
    await page.goto(`${origin}/ma-selection/#associations/yoga-du-vallon~1,associations/jamais-vu`);
    await page.getByText('Voici la sélection que l’on vous a envoyée.').waitFor();
    await entries().first().waitFor();
    expect(await entries().allTextContents()).toEqual(['Yoga du Vallon']);
    await page.locator('#selection-notes').getByText('« jamais-vu » n’est plus dans l’annuaire').waitFor();
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
