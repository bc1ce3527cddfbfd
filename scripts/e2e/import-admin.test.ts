/** An office moves in: last year's workbook, 300 associations of which 40 have a cell that nobody can read, from its upload to the site. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { officeTable } from '@trame/cms/demo/office-table';
import { fileOf } from '@trame/cms/import/read/testing/files';
import { bringAxe, violations } from '@trame/site/testing/axe';
import { launchBrowser } from '@trame/site/testing/browser';
import { AdminPage } from './admin-page.ts';
import { createWorld, type World } from './testing/world.ts';

const LINES = 300;
const FAULTY = 40;
/** An import of 300 is one transaction; two cores do other things meanwhile. */
const PATIENCE = 400_000;

const table = officeTable({ count: LINES, faults: FAULTY, seed: 7 });
const workbook = fileOf(table.rows, 'xlsx');

let world: World;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  world = await createWorld({ adminPages: true });
  await world.startDeployer();
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1024, height: 900 } });
  await bringAxe(page.context());
  const admin = new AdminPage(page, world.environment.cmsUrl);
  await admin.logIn(world.account);
}, 900_000);
afterAll(async () => {
  await browser?.close();
  await world?.end();
});

const button = (name: string | RegExp): Locator => page.getByRole('main').getByRole('button', { name });

/** Through the menu: « Importer », then the file. Ends when the lines are there. */
async function upload(): Promise<void> {
  await page.goto(`${world.environment.cmsUrl}/admin/`);
  await page.getByRole('link', { name: 'Importer', exact: true }).first().click();
  await page
    .getByLabel('Un fichier à importer', { exact: true })
    .and(page.locator('input'))
    .setInputFiles({ name: 'Associations 2025.xlsx', mimeType: 'application/octet-stream', buffer: workbook });
  await page.getByRole('heading', { name: '2. Lignes' }).waitFor({ timeout: 120_000 });
}

/** How many lines a tab holds; 0 when it is not there. */
async function count(tab: string): Promise<number> {
  const label = page.getByRole('group', { name: 'Ce que fera chaque ligne du fichier.' }).getByRole('button');
  for (const text of await label.allTextContents()) {
    const found = new RegExp(`^${tab} \\(([\\d\\s]+)\\)$`).exec(text);
    if (found) return Number((found[1] ?? '').replace(/\s/g, ''));
  }
  return 0;
}

/** Answers an act's question with its own name. */
async function confirm(name: string | RegExp, answer: string): Promise<void> {
  await button(name).click();
  await page.getByRole('alertdialog').getByRole('button', { name: answer }).click();
}

const onSite = async (): Promise<number> => {
  const listing = await (await world.get('/sitemap-0.xml')).text();
  return new Set(listing.match(/\/associations\/[^/<]+\/(?=<)/g)).size;
};

describe('the workbook of an office', () => {
  let before = 0;

  it('is read as it is, and says which lines have something to mend', async () => {
    await world.until(async () => (await world.get('/status.json')).ok, 110_000);
    before = await onSite();
    await upload();
    expect(await count('À corriger')).toBe(FAULTY);
    expect((await count('À corriger')) + (await count('À décider')) + (await count('Nouvelles'))).toBe(LINES);
    expect((await violations(page)).filter((line) => !/^region/.test(line))).toEqual([]);
  });

  it('takes a line that is mended on the page, and the others without the cells that are not', async () => {
    const first = page.getByRole('main').getByRole('listitem').first();
    await first.getByRole('button', { name: 'Laisser vide' }).first().click();
    await expect.poll(() => count('À corriger'), { timeout: 60_000 }).toBe(FAULTY - 1);
    // Who works with the keyboard stays among the lines, and a correction that is wrong too says why.
    const isAmongLines = () => page.evaluate(() => document.activeElement?.closest('li') != null);
    await expect.poll(isAmongLines, { timeout: 10_000 }).toBe(true);
    const field = page.getByRole('main').getByRole('listitem').first().getByRole('textbox').first();
    const wrong = '06 39 9';
    await field.fill(wrong);
    await field.press('Enter');
    await page
      .getByText(/est trop court|ne se lit pas|ne correspond/)
      .first()
      .waitFor({ timeout: 60_000 });
    await expect.poll(() => field.inputValue(), { timeout: 10_000 }).toBe(wrong);
    await expect.poll(isAmongLines, { timeout: 10_000 }).toBe(true);
    await confirm('Reprendre ces lignes sans les cellules à corriger', 'Reprendre sans ces cellules');
    await expect.poll(() => count('À corriger'), { timeout: 60_000 }).toBe(0);
  });

  it('is held back while what is said of its people is not what was saved', async () => {
    const take = button(/^Importer \d/);
    const box = (name: string | RegExp) => page.getByRole('main').getByRole('checkbox', { name });
    const isHeld = () => take.isDisabled();
    await box('Ces personnes ont accepté de paraître').click();
    await expect.poll(isHeld).toBe(true);
    await box('Site internet').click();
    await box('Annuaire imprimé').click();
    await page.getByLabel('Le', { exact: true }).fill('12/09/2025');
    await button('Enregistrer cet accord').click();
    await page.getByText(/^Enregistré\s: site internet et annuaire imprimé, accord du 12 septembre 2025/).waitFor();
    await expect.poll(isHeld).toBe(false);
    await box('Site internet').click();
    await expect.poll(isHeld).toBe(true);
    await page.getByText(/n’est pas enregistré tel que vous l’avez sous les yeux/).waitFor();
    await box('Ces personnes ont accepté de paraître').click();
    await expect.poll(isHeld, { timeout: 60_000 }).toBe(false);
  });

  it('is on the site once it is taken over, and nobody who is in it agreed to anything', async () => {
    const ready = (await count('Nouvelles')) + (await count('Modifiées'));
    await button(new RegExp(`^Importer ${ready}`)).click();
    await page.getByRole('heading', { name: 'Import fait' }).waitFor({ timeout: PATIENCE });
    const told = (await page.getByRole('main').textContent()) ?? '';
    const published = Number(/dont (\d+)\spubliée/.exec(told)?.[1] ?? 0);
    expect(published).toBeGreaterThan(LINES / 2);
    // Some of what is published stood on the site before.
    await world.until(async () => (await onSite()) > before + LINES / 2, 200_000);
    const listing = await (await world.get('/sitemap-0.xml')).text();
    const pages = new Set(
      [...listing.matchAll(/(\/associations\/[^/<]+\/)(?=<)/g)].map(([, address]) => address ?? ''),
    );
    const numbers = table.rows
      .map((row) => String(row[6] ?? '').replace(/\D/g, ''))
      .filter((digits) => /^0?\d{9}$/.test(digits));
    const said = (
      await Promise.all([...pages].slice(-20).map(async (address) => (await world.get(address)).text()))
    ).join();
    const digits = said.replace(/[^\d"<>]/g, '');
    for (const number of numbers) expect(digits).not.toContain(number.slice(-9));
  }, 900_000);

  it('is undone whole, and done again without doubles', async () => {
    await confirm('Annuler cet import', 'Annuler cet import');
    await page.getByRole('heading', { name: 'Import annulé' }).waitFor({ timeout: PATIENCE });
    // So many pages disappear at once only when somebody says that it is meant.
    await world.until(async () => (await world.state()).failure?.loss === true, 200_000);
    await page.goto(`${world.environment.cmsUrl}/admin/`);
    await confirm('C’est voulu, mettre en ligne', 'C’est voulu, mettre en ligne');
    await world.until(async () => (await onSite()) === before, 200_000);
    await upload();
    await confirm('Reprendre ces lignes sans les cellules à corriger', 'Reprendre sans ces cellules');
    await expect.poll(() => count('À corriger'), { timeout: 60_000 }).toBe(0);
    const ready = await count('Nouvelles');
    await button(new RegExp(`^Importer ${ready}`)).click();
    await page.getByRole('heading', { name: 'Import fait' }).waitFor({ timeout: PATIENCE });
    // A third time, the file says what the directory says.
    await upload();
    expect(await count('Nouvelles')).toBe(0);
  }, 1_200_000);
});
