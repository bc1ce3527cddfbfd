/** The agenda on a phone: months in reach all the way down, weeks and days in order; and tables that are not cut. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { overflow } from './support/axe.ts';
import { launchBrowser } from './support/browser.ts';
import { PHONE } from './support/service-pages.ts';

const { origin } = inject('site');
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  // Links and nothing else: the row of months works without scripts.
  page = await (await browser.newContext({ ...PHONE, javaScriptEnabled: false })).newPage();
});
afterAll(() => browser.close());

describe('the agenda', () => {
  it('leads to each of its months from anywhere, by touch and by keyboard, and each is in sight', async () => {
    await page.goto(`${origin}/agenda/`);
    const row = page.locator('.month-jump');
    const links = row.locator('a[href^="#mois-"]');
    expect(await links.count()).toBeGreaterThan(0);
    // First what people ask for most, then the months, on this page or on their own.
    const ways = await row.locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(ways.slice(0, 2)).toEqual(['/agenda/ce-week-end/', '/agenda/cette-semaine/']);
    expect(ways.filter((href) => href?.startsWith('/agenda/mois/')).length).toBeGreaterThan(1);
    for (const link of await links.all()) {
      expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(44);
      await link.press('Enter');
      const id = ((await link.getAttribute('href')) ?? '').slice(1);
      const heading = (await page.locator(`#${id} h2`).boundingBox())!;
      const sticky = (await row.boundingBox())!;
      // Of the first month, which the row stands right above, it may not have reached the edge yet.
      expect(sticky.y).toBeLessThan(10);
      expect(heading.y).toBeGreaterThanOrEqual(sticky.y + sticky.height - 1);
      expect(heading.y).toBeLessThan(PHONE.viewport.height);
    }
    expect(await overflow(page)).toBe(0);
  });

  it('cuts no name of its row of months', async () => {
    await page.goto(`${origin}/agenda/`);
    const list = (await page.locator('.month-jump-list').boundingBox())!;
    const edge = Math.round(list.x + list.width);
    const boxes = await Promise.all((await page.locator('.month-jump a').all()).map((link) => link.boundingBox()));
    const spans = boxes.map((box) => [Math.round(box!.x), Math.round(box!.x + box!.width)] as const);
    expect(spans.filter(([from, to]) => from < edge && to > edge)).toEqual([]);
    expect(spans.some(([from]) => from >= edge)).toBe(true);
  });

  it('leads back from the week-end and from the week', async () => {
    for (const path of ['/agenda/ce-week-end/', '/agenda/cette-semaine/']) {
      await page.goto(origin + path);
      expect(await page.locator('.month-jump [aria-current="page"]').getAttribute('href')).toBe(path);
      expect(await page.locator('main .breadcrumb a[href="/agenda/"]').count()).toBe(1);
    }
    // The build's day is a Tuesday: what next Monday holds stands under the week to come.
    expect(await page.locator('[aria-labelledby="semaine-prochaine"] .agenda-item').count()).toBeGreaterThan(0);
  });

  it('has its weeks under its months, its days under its weeks', async () => {
    await page.goto(`${origin}/agenda/`);
    const headings = await page.locator('.agenda-month :is(h2, h3, h4, h5)').allTextContents();
    expect(headings.some((text) => /^Semaine du \d/.test(text.trim()))).toBe(true);
    const levels = await page
      .locator('.agenda-month :is(h2, h3, h4, h5)')
      .evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])));
    expect(levels.every((level, at) => at === 0 || level <= (levels[at - 1] ?? 0) + 1)).toBe(true);
  });

  it('never says 23 h 59, nor a bare « Reporté » or « Déplacé »', async () => {
    for (const path of ['/agenda/', '/']) {
      await page.goto(`${origin}${path}`);
      const text = (await page.locator('main').innerText()).replaceAll('\u00a0', ' ');
      expect(text).not.toContain('23 h 59');
      expect(text).not.toMatch(/Reporté(?! au|, nouvelle date)|Déplacé(?! :)/);
    }
    const ics = await (await page.request.get(`${origin}/agenda.ics`)).text();
    const plain = ics.replace(/\r\n[ \t]/g, '').replaceAll('\u00a0', ' ');
    expect(plain).not.toContain('T235900');
    expect(plain).toMatch(/SUMMARY:REPORTÉ au \p{L}+ \d/u);
    expect(plain).toMatch(/SUMMARY:DÉPLACÉ : /);
  });
});

describe('the agenda with scripts', () => {
  let own: Page;
  beforeAll(async () => {
    own = await (await browser.newContext(PHONE)).newPage();
    own.setDefaultTimeout(20_000);
  });

  it('shows what fits a choice, on its other pages and on the way back too', async () => {
    await own.goto(`${origin}/agenda/`);
    const items = own.locator('.agenda-item:visible');
    const whole = await items.count();
    const kinds = own.getByLabel('Quoi');
    const [kind] = await own
      .locator('.agenda-item')
      .evaluateAll((all) => all.map((item) => /quoi:([a-z0-9-]+)/.exec(item.getAttribute('data-filed') ?? '')?.[1]));
    await kinds.selectOption(kind!);
    expect(await items.count()).toBeLessThan(whole);
    expect(await items.count()).toBeGreaterThan(0);
    const said = (await own.locator('.list-filter [role=status]').textContent()) ?? '';
    expect(said).toMatch(/^\d+ résultats? sur cette page\.$/);
    // No week, day or month stands without anything in it.
    expect(await own.locator('[data-filter-group]:visible:not(:has(.agenda-item:not([hidden])))').count()).toBe(0);
    // The counts of the row are of what is chosen, and what they count on this page is what it shows.
    const here = await own
      .locator('.month-jump a[href^="#"] [data-count]')
      .evaluateAll((all) => all.reduce((sum, { textContent }) => sum + Number(textContent?.replace(/\D/g, '')), 0));
    expect(here).toBe(Number(said.split(' ')[0]));
    const [month] = await own.locator('.month-jump a[href*="/mois/"]').all();
    await month!.click();
    await own.waitForURL(`**/agenda/mois/*/?quoi=${kind}`);
    expect(await own.getByLabel('Quoi').inputValue()).toBe(kind);
    await own.goBack();
    await own.waitForURL(`**/agenda/?quoi=${kind}`);
    expect(await items.count()).toBeLessThan(whole);
    await own.getByRole('button', { name: 'Tout afficher' }).click();
    expect(await items.count()).toBe(whole);
    expect(new URL(own.url()).search).toBe('');
    expect(await overflow(own)).toBe(0);
  });

  it('says that nothing is left of two choices, and takes no value that it does not offer', async () => {
    await own.goto(`${origin}/agenda/?quoi=ailleurs&ou=nulle-part`);
    const whole = await own.locator('.agenda-item:visible').count();
    expect(whole).toBeGreaterThan(0);
    const fields = { quoi: own.getByLabel('Quoi'), ou: own.getByLabel('Où') };
    for (const option of await fields.ou.locator('option:not([value=""])').all()) {
      await fields.ou.selectOption((await option.getAttribute('value')) ?? '');
      for (const kind of await fields.quoi.locator('option:not([value=""])').all()) {
        await fields.quoi.selectOption((await kind.getAttribute('value')) ?? '');
        if ((await own.locator('.agenda-item:visible').count()) > 0) continue;
        expect(await own.locator('.list-filter [role=status]').textContent()).toBe(
          'Rien sur cette page pour ce choix.',
        );
        return;
      }
    }
    throw new Error('Each kind takes place in each commune: the demonstration tries nothing');
  });
});

it('columns of the open data are read whole at 360 pixels', async () => {
  await page.goto(`${origin}/donnees/`);
  for (const folded of await page.locator('.column-tables summary').all()) await folded.click();
  for (const name of await page.locator('.column-tables code').all()) {
    const { height, x, width } = (await name.boundingBox())!;
    expect(height).toBeLessThan(30);
    expect(x + width).toBeLessThanOrEqual(PHONE.viewport.width);
  }
  expect(await page.getByRole('rowheader').count()).toBeGreaterThan(100);
  expect(await overflow(page)).toBe(0);
});
