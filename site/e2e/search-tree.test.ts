/**
 * From the question to a result as a screen reader hears it: the roles, names and states of the accessibility tree at each
 * step, and what is announced, recorded in `recorded/search-tree.md`. A change of that file is a change of what is heard, and is
 * read before it is kept (`vitest -u`).
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchBrowser } from './support/browser.ts';

const { origin } = inject('site');

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Of an answer, so many lines: the first result and the beginning of the next. */
const LINES = 24;

const tree = async (page: Page, selector: string): Promise<string> =>
  (await page.locator(selector).first().ariaSnapshot()).split('\n').slice(0, LINES).join('\n');

/** What the live region says once it has changed. */
async function announced(page: Page, before: string): Promise<string> {
  await page.waitForFunction((old) => {
    const text = document.querySelector('#recherche-annonce')?.textContent ?? '';
    return text !== '' && text !== old;
  }, before);
  return (await page.locator('#recherche-annonce').textContent()) ?? '';
}

it('hears the question, the criteria, how many results there are, and each of them', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  const heard: string[] = [];
  const step = (title: string, ...parts: string[]): void => {
    heard.push(`## ${title}`, ...parts.map((part) => `\`\`\`yaml\n${part}\n\`\`\``));
  };

  await page.goto(`${origin}/`);
  step('The question on the home page', await tree(page, 'form.search-box'));

  await page.getByRole('searchbox').fill('sport pour ma fille de 8 ans');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/recherche\//);
  const first = await announced(page, '');
  step(
    'The answer',
    `announced: ${first}`,
    `title: ${await page.title()}`,
    `focus: ${await page.evaluate(() => document.activeElement?.tagName.toLowerCase() ?? '')}`,
    await tree(page, '#recherche-choix'),
    await tree(page, '#recherche-bilan'),
    await tree(page, '#recherche-resultats'),
  );

  const days = page.locator('details[data-facet="jour"]');
  if (!(await days.evaluate((facet: HTMLDetailsElement) => facet.open))) await days.locator('summary').click();
  await page
    .getByRole('group', { name: 'Jour' })
    .getByRole('checkbox', { name: /Mercredi/ })
    .check();
  const second = await announced(page, first);
  step(
    'With a criterion',
    `announced: ${second}`,
    await tree(page, '#recherche-choix'),
    await tree(page, '#recherche-resultats'),
  );

  await page.locator('#recherche-resultats a').first().click();
  await page.waitForURL(/\/associations\//);
  step('The result', `title: ${await page.title()}`, await tree(page, 'main'));
  await page.close();

  await expect(`# What a screen reader hears of a search\n\n${heard.join('\n\n')}\n`).toMatchFileSnapshot(
    'recorded/search-tree.md',
  );
});
