/** A site in Arabic and English besides French: what is French says so, and whoever reads one of them stays in it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { Parser } from 'htmlparser2';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { isTranslated } from '../src/languages/addresses.ts';
import { violations } from './support/axe.ts';
import { launchBrowser } from './support/browser.ts';
import { htmlRules } from './support/html-rules.ts';
import { buildPages, buildSearch, openPreview, type Preview } from './support/preview.ts';

const { folder: frenchFolder } = inject('site');
let preview: Preview;
let browser: Browser;

beforeAll(async () => {
  preview = await openPreview({ generated: 0, languages: ['arabe', 'anglais'] });
  await buildPages(preview);
  await buildSearch(preview);
  browser = await launchBrowser();
}, 400_000);
afterAll(async () => {
  await browser.close();
  await preview.close();
});

const pagesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`);
const read = (address: string): string => readFileSync(join(preview.folder, address, 'index.html'), 'utf8');

/** Every text of a page in Arabic that nothing marks as another language. */
function ownTexts(html: string): string[] {
  const texts: string[] = [];
  /** For each open element: is what it holds told to be another language, or read by nobody? */
  const apart: boolean[] = [];
  const parser = new Parser({
    onopentag: (name, { lang = 'ar' }) =>
      apart.push((apart.at(-1) ?? false) || lang !== 'ar' || ['script', 'style', 'svg', 'head'].includes(name)),
    onclosetag: () => apart.pop(),
    ontext: (text) => {
      if (apart.at(-1) !== true && text.trim() !== '') texts.push(text.trim());
    },
  });
  parser.end(html);
  return texts;
}

/** The attributes of every element of that name. */
function attributesOf(name: string, html: string): Readonly<Record<string, string>>[] {
  const found: Record<string, string>[] = [];
  const parser = new Parser({ onopentag: (element, attributes) => element === name && found.push(attributes) });
  parser.end(html);
  return found;
}

/** Names of formats and registers, which every language says alike. */
const INTERNATIONAL = /\b(?:PDF|ics|Atom|RNA|SIRET|JavaScript)\b/g;
const MARKS = /[\uf8d0-\uf8d2]/;

describe('the pages in other languages', () => {
  it('are none on a site whose editor chose none', () => {
    for (const language of ['en', 'es', 'pt', 'ar']) expect(existsSync(join(frenchFolder, language))).toBe(false);
    const home = readFileSync(join(frenchFolder, 'index.html'), 'utf8');
    expect(home).not.toContain('hreflang');
    expect(home).not.toContain('<nav class="language-switch');
  });

  it('are those that residents come for, each with its alternatives', () => {
    const french = pagesOf(preview.folder).filter((address) => isTranslated(address));
    expect(pagesOf(join(preview.folder, 'ar')).sort()).toEqual(french.sort());
    const alternates = attributesOf('link', read('/ar/agenda/')).filter((link) => 'hreflang' in link);
    expect(Object.fromEntries(alternates.map(({ hreflang, href }) => [hreflang, href]))).toEqual({
      fr: `${preview.origin}/agenda/`,
      en: `${preview.origin}/en/agenda/`,
      ar: `${preview.origin}/ar/agenda/`,
      'x-default': `${preview.origin}/agenda/`,
    });
    expect(readFileSync(join(preview.folder, 'sitemap-0.xml'), 'utf8')).toContain(`${preview.origin}/ar/agenda/`);
  });

  it('say in French only what is marked as French', () => {
    const wrong = new Map<string, string>();
    let said = 0;
    for (const address of pagesOf(join(preview.folder, 'ar'))) {
      const html = read(`/ar${address}`);
      expect(html).toMatch(/^<!doctype html><html lang="ar" dir="rtl"/i);
      const texts = ownTexts(html);
      said += texts.length;
      for (const text of texts) if (/[a-zà-ÿ]/i.test(text.replace(INTERNATIONAL, ''))) wrong.set(text, address);
      const visible = html.replace(/<script[^>]*type="application\/json"[\s\S]*?<\/script>|\sdata-[\w-]+="[^"]*"/g, '');
      if (MARKS.test(visible)) wrong.set('marks', address);
    }
    expect([...wrong]).toEqual([]);
    expect(said).toBeGreaterThan(5000);
  }, 60_000);

  it('lead on in their language, and say of the others that they are French', () => {
    const wrong = new Set<string>();
    for (const address of pagesOf(join(preview.folder, 'en')))
      for (const { href = '', hreflang } of attributesOf('a', read(`/en${address}`))) {
        const path = href.split(/[?#]/)[0] ?? '';
        if (!path.startsWith('/') || !path.endsWith('/')) continue;
        if (!existsSync(join(preview.folder, path, 'index.html'))) wrong.add(`${address}: ${path}`);
        if (!path.startsWith('/en/') && hreflang === undefined) wrong.add(`${address}: ${path} without hreflang`);
      }
    expect([...wrong]).toEqual([]);
  }, 60_000);

  it('are valid HTML', async () => {
    const validator = new HtmlValidate(htmlRules);
    for (const address of ['/ar/', '/ar/recherche/', '/ar/associations/le-tournevis-partage/', '/en/agenda/']) {
      const report = await validator.validateString(read(address));
      expect(
        report.results.flatMap(({ messages }) => messages.map(({ message, ruleId }) => `${ruleId}: ${message}`)),
      ).toEqual([]);
    }
  });
});

describe('in a browser', () => {
  let context: BrowserContext;
  let page: Page;
  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 320, height: 780 }, reducedMotion: 'reduce' });
    context.setDefaultTimeout(20_000);
    page = await context.newPage();
  });
  afterEach(() => context.close());

  it.each(['/ar/', '/ar/associations/le-tournevis-partage/', '/ar/agenda/', '/ar/ma-selection/', '/en/recherche/'])(
    '%s has no fault for axe, and nothing beside 320 pixels',
    async (path) => {
      await page.goto(`${preview.origin}${path}`);
      expect(await violations(page)).toEqual([]);
      const beside = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(beside).toBeLessThanOrEqual(0);
    },
    60_000,
  );

  it('a search stays in its language, says days in it, and marks what it found as French', async () => {
    await page.goto(`${preview.origin}/ar/recherche/?q=judo&jour=mercredi`);
    const first = page.locator('.search-result h3 a').first();
    await first.waitFor();
    expect(await first.getAttribute('href')).toMatch(/^\/ar\/associations\//);
    expect(await first.evaluate((link) => link.closest('[lang]')?.getAttribute('lang'))).toBe('fr');
    expect(await page.locator('.search-result-facts').allTextContents()).toContainEqual(
      expect.stringContaining('الأربعاء'),
    );
    expect(await page.locator('#recherche-bilan').textContent()).toMatch(/نتيجة|نتائج|نتيجتان/);
    const mistaken = await page.locator('.search-answer').evaluate((answer) => {
      const walk = document.createTreeWalker(answer, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      while (walk.nextNode()) {
        const { parentElement, textContent } = walk.currentNode;
        const said = textContent ?? '';
        const told = parentElement?.closest('[lang]')?.getAttribute('lang');
        if (told === 'ar' ? /[a-zà-ÿ\uf8d0-\uf8d2]/i.test(said) : /\p{Script=Arabic}/u.test(said))
          found.push(`${told}: ${said}`);
      }
      return found;
    });
    expect(mistaken).toEqual([]);
    expect(await page.title()).not.toMatch(/[\uf8d0-\uf8d2]/);
    expect(await violations(page)).toEqual([]);

    // The switch keeps the page and the question.
    await page.getByRole('link', { name: 'Français' }).click();
    await page.waitForURL(`${preview.origin}/recherche/?q=judo&jour=mercredi`);
    await page.getByRole('link', { name: 'English' }).click();
    await page.waitForURL(`${preview.origin}/en/recherche/?q=judo&jour=mercredi`);
  }, 60_000);

  it('a question in the language of the page is read as French, and what nobody knows leads to the themes', async () => {
    await page.goto(`${preview.origin}/en/recherche/?q=chess+for+my+daughter`);
    await page.locator('.search-result h3 a').first().waitFor();
    expect(await page.locator('.search-result h3').first().textContent()).toContain('Échiquier');
    expect(await page.locator('#recherche-notes').textContent()).toContain('chess');

    await page.goto(`${preview.origin}/ar/recherche/?q=${encodeURIComponent('قققق')}`);
    const themes = page.locator('.search-themes a');
    await themes.first().waitFor();
    expect(await themes.first().getAttribute('href')).toMatch(/^\/ar\/themes\//);
    expect(await violations(page)).toEqual([]);
    // Whoever opens the switch in another tab, or copies where it leads, keeps the question too.
    expect(await page.getByRole('link', { name: 'English' }).getAttribute('href')).toContain('?q=');
  }, 60_000);

  it('without JavaScript the switch keeps the page, and easy words open', async () => {
    await context.close();
    context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 780 } });
    page = await context.newPage();
    await page.goto(`${preview.origin}/associations/le-tournevis-partage/`);
    await page.getByText('Lire en lecture facile').click();
    await page.getByText('Vous pouvez venir avec quelqu’un.').waitFor();
    await page.getByRole('link', { name: 'العربية' }).click();
    expect(page.url()).toBe(`${preview.origin}/ar/associations/le-tournevis-partage/`);
    await page.goto(`${preview.origin}/guides/recruter-des-benevoles/`);
    await page.getByRole('link', { name: 'English' }).click();
    expect(page.url()).toBe(`${preview.origin}/en/`);
  });

  it('a selection that was kept in French is read in Arabic', async () => {
    await page.goto(`${preview.origin}/associations/yoga-du-vallon/`);
    await page.getByRole('button', { name: /Garder cette association/ }).click();
    await page.goto(`${preview.origin}/ar/ma-selection/`);
    const entry = page.locator('.selection-entry h3 a').first();
    await entry.waitFor();
    expect(await entry.getAttribute('href')).toBe('/ar/associations/yoga-du-vallon/');
    expect(await page.locator('#selection-entries, .selection-entries').first().textContent()).not.toMatch(
      /[\uf8d0-\uf8d2]/,
    );
  });
});
