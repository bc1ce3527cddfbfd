/**
 * What an editor makes in pages of ours, in a real browser: an event with three dates from nothing; an edition on paper, from its
 * proof to a link for the print shop.
 */
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pictureWords } from '@trame/cms/domain/pictures';
import { violations } from '@trame/site/testing/axe';
import { launchBrowser } from '@trame/site/testing/browser';
import { AdminPage } from './admin-page.ts';
import { createWorld, type World } from './testing/world.ts';

const PROOF_PATIENCE_MS = 120_000;

let world: World;
let browser: Browser;
let page: Page;
let admin: AdminPage;
let address = '';

beforeAll(async () => {
  world = await createWorld({ adminPages: true });
  await world.startDeployer();
  browser = await launchBrowser();
  page = await browser.newPage();
  admin = new AdminPage(page, world.environment.cmsUrl);
  await admin.logIn(world.account);
}, 900_000);
afterAll(async () => {
  await browser?.close();
  await world?.end();
});

/** What axe finds in the page itself; Strapi's menu around it is Strapi's. */
const faults = async () => (await violations(page)).filter((line) => !/^(region|landmark|page-has-heading)/.test(line));

const EVENTS = 'api::event.event';

describe('the page of an event', () => {
  const title = 'Veillée au moulin';
  const date = (rank: number) => page.getByRole('group', { name: `Date ${rank}`, exact: true });
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

  const isPublished = () =>
    expect
      .poll(() => page.locator('[data-record-state]').textContent(), { timeout: 60_000 })
      .toMatch(/^(Publié|En ligne)$/);

  it('is led to by the list, and says at each field what is missing', async () => {
    await admin.openList(EVENTS);
    await page.getByRole('link', { name: 'Ajouter une fiche' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Nouvel événement' }).waitFor();
    await press('Publier');
    for (const missing of [
      /^Donnez un titre/,
      /^Choisissez la nature/,
      /^Dites en une ou deux/,
      /^Indiquez au moins une date/,
    ]) {
      await page.getByRole('link', { name: missing }).first().waitFor();
    }
    expect(await faults()).toEqual([]);
  });

  it('takes three dates as they are typed, in few clicks, and goes online with them', async () => {
    await admin.countEfforts();
    await page.getByLabel('Titre', { exact: true }).click();
    await page.keyboard.type(title);
    await page.getByRole('combobox', { name: 'Nature' }).click();
    await page.getByRole('option', { name: 'Spectacle' }).click();
    await page.getByLabel('En bref').click();
    await page.keyboard.type('On raconte, on chante, on boit une soupe.');
    await press('Ajouter une date');
    // The focus is on the new date: the rest is typed.
    await page.keyboard.type('12/12/2027');
    await page.keyboard.press('Tab'); // past the calendar
    await page.keyboard.press('Tab');
    await page.keyboard.type('18h-20h30');
    await press('Ajouter une date');
    await page.keyboard.type('dimanche 19 déc. 2027');
    await press('Ajouter une date');
    await page.keyboard.type('32/12');
    await press('Publier');
    // A fault in one line leaves the others as they are.
    await page
      .getByRole('link', { name: /« 32\/12 ».* aucun calendrier/ })
      .first()
      .click();
    expect(await date(2).getByLabel('Date', { exact: true }).inputValue()).toBe('19/12/2027');
    expect(await date(2).getByLabel('Heures').inputValue()).toBe('18\u00a0h\u00a0–\u00a020\u00a0h\u00a030');
    expect(await date(3).getByLabel('Date', { exact: true }).getAttribute('aria-invalid')).toBe('true');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('8/1/2028');
    await press('Publier');
    await isPublished();
    // One more than needed: the line that was wrong on purpose took two.
    expect((await admin.efforts()).clicks).toBeLessThanOrEqual(10);
    expect(await faults()).toEqual([]);
    const [made] = (await world.editor.list('event', 100)).filter((event) => event['title'] === title);
    const read = await world.editor.read('event', made?.documentId ?? '');
    expect(read['status']).toBe('published');
    expect((read['timings'] as { begin: string; end: string }[]).map(({ begin, end }) => [begin, end])).toEqual([
      ['2027-12-12T17:00:00.000Z', '2027-12-12T19:30:00.000Z'],
      ['2027-12-19T17:00:00.000Z', '2027-12-19T19:30:00.000Z'],
      ['2028-01-08T17:00:00.000Z', '2028-01-08T19:30:00.000Z'],
    ]);
  });

  it('finds an association without its accents, opens a calendar by keyboard, and asks what a picture shows', async () => {
    const [association] = (await world.editor.list('association', 100)).filter(({ name }) => /é/.test(String(name)));
    const name = String(association?.['name']);
    const search = page.getByRole('combobox', { name: 'Associations organisatrices' });
    await search.fill(name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase());
    await page
      .getByRole('option', { name: new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`) })
      .first()
      .waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: `Retirer ${name}` }).waitFor();

    const day = date(1).getByLabel('Date', { exact: true });
    await day.focus();
    await page.keyboard.press('Alt+ArrowDown');
    const calendar = page.getByRole('grid', { name: 'décembre 2027' });
    await calendar.waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect.poll(() => day.inputValue()).toBe('13/12/2027');

    const picture = {
      name: 'moulin.png',
      mimeType: 'image/png',
      buffer: await sharp({ create: { width: 64, height: 48, channels: 3, background: '#8a3b2a' } })
        .png()
        .toBuffer(),
    };
    await page.locator('input[type="file"]').setInputFiles(picture);
    await press('Ajouter cette image');
    await page.getByText('Décrivez l’image en une phrase avant de l’ajouter.').waitFor();
    await page.getByLabel('Que voit-on sur cette image').fill('Le moulin, la nuit, toutes fenêtres allumées.');
    await press('Ajouter cette image');
    // It is in the form once it was sent: a publication meanwhile would be without it, and say so.
    await page.getByRole('button', { name: 'Retirer moulin.png' }).waitFor();
    await page.getByRole('button', { name: 'Le moulin, la nuit, toutes fenêtres allumées.' }).waitFor();
    await page.locator('input[type="file"]').setInputFiles({ ...picture, name: 'IMG_12.HEIC', mimeType: '' });
    await page.getByText(pictureWords.heic).first().waitFor();
    expect(await faults()).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await isPublished();
  });

  it('stands in the list by its next date, with one state', async () => {
    await admin.openList(EVENTS);
    const row = page.getByRole('row').filter({ hasText: title });
    await row.getByText(/^13\/12\/2027 à 18\sh et 2\sautres$/).waitFor();
    const heads = (await page.locator('th:visible').allTextContents())
      .map((head) => head.trim())
      .filter((head) => head !== '');
    expect(heads).toEqual(['Titre', 'Prochaine date', 'Nature', 'État']);
  });
});

describe('a form that stays Strapi’s', () => {
  it('takes a day that is typed, without a click, and names its row by it as it is read', async () => {
    await admin.openList('api::action.action');
    await page.getByRole('row').nth(1).click();
    const form = page.getByRole('main');
    await form.getByRole('heading', { level: 3 }).first().getByRole('button').first().click();
    await form
      .getByText(/^Rien pour l’instant/)
      .first()
      .click();
    const date = form.getByLabel(/^Date\*?$/).last();
    await date.fill('12/12/26');
    await page.keyboard.press('Tab');
    expect(await date.inputValue()).toBe('12/12/2026');
    await form.getByRole('heading', { level: 3, name: /^12\/12\/2026/ }).waitFor();
    expect(await form.getByText('2026-12-12').count()).toBe(0);
  });
});

describe('the page of an edition', () => {
  beforeAll(() => admin.openEdition(/^Le guide des associations/), 120_000);

  it('says that nothing can be frozen before there is a proof', async () => {
    const step = admin.editionStep('Figer');
    expect(await step.getByRole('button', { name: 'Figer l’édition' }).isDisabled()).toBe(true);
    expect(await step.textContent()).toContain('Tirez d’abord une épreuve');
    expect(await faults()).toEqual([]);
  });

  it('prints a proof while one looks, and shows what it was measured to be', async () => {
    const asked: string[] = [];
    page.on('request', (request) => {
      if (/\/trame\/editions\/[^/]+$/.test(request.url())) asked.push(request.method());
    });
    const step = admin.editionStep('Épreuve');
    await step.getByRole('button', { name: 'Tirer une épreuve' }).click();
    const headline = () => step.getByRole('status').textContent();
    await expect.poll(headline, { timeout: PROOF_PATIENCE_MS }).toMatch(/^Épreuve à jour, tirée aujourd’hui/);
    // Asked once, after the click: the rest was told.
    expect(asked).toEqual(['GET']);
    const report = (await admin.editionStep('Contrôle').textContent()) ?? '';
    expect(report).toMatch(/Rien ne bloque l’impression|Tout est conforme/);
    expect(report).toMatch(/Pages\d+/);
    expect(report).toContain('PDF/X-4');
    expect(await faults()).toEqual([]);
  });

  it('opens the booklet in a tab of its own', async () => {
    // A browser without a window has no viewer for a PDF and shows nothing: what the page hands to the tab is looked at instead.
    await page.evaluate(() => {
      const make = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (file: Blob) => {
        const beginning = file.slice(0, 5).text();
        Object.assign(window, { handedOver: beginning.then((text) => ({ text, type: file.type, size: file.size })) });
        return make(file);
      };
    });
    const opened = page.waitForEvent('popup');
    await admin
      .editionStep('Épreuve')
      .getByRole('button', { name: /^Ouvrir / })
      .first()
      .click();
    const tab = await opened;
    try {
      await page.waitForFunction(() => 'handedOver' in window);
      const file = await page.evaluate(() => (window as unknown as { handedOver: Promise<unknown> }).handedOver);
      expect(file).toMatchObject({ text: '%PDF-', type: 'application/pdf' });
      expect((file as { size: number }).size).toBeGreaterThan(100_000);
    } finally {
      await tab.close(); // what it covers draws no frame, and would wait for its dialogs for ever
    }
  });

  it('freezes after a question that says what it means', async () => {
    const step = admin.editionStep('Figer');
    await step.getByRole('button', { name: 'Figer l’édition' }).click();
    const question = page.getByRole('alertdialog');
    expect(await question.textContent()).toContain('On ne peut pas revenir en arrière');
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'detached' });
    expect(await step.getByRole('button', { name: 'Figer l’édition' }).isEnabled()).toBe(true);

    await admin.confirm(step.getByRole('button', { name: 'Figer l’édition' }), 'Figer l’édition');
    await expect.poll(() => step.textContent(), { timeout: PROOF_PATIENCE_MS }).toMatch(/Figée aujourd’hui/);
    expect(await admin.editionStep('Épreuve').getByRole('button', { name: /Tirer/ }).count()).toBe(0);
    await expect.poll(() => page.getByRole('main').textContent()).toContain('Figée');
  });

  it('makes a link that is shown once, works, and is counted', async () => {
    const step = admin.editionStep('Lien pour l’imprimeur');
    await step.getByRole('button', { name: 'Créer un lien' }).click();
    expect(await step.textContent()).toContain('Écrivez à qui ce lien est destiné.');
    await step.getByLabel(/^Destinataire/).fill('Imprimerie du Moron');
    await step.getByRole('button', { name: 'Créer un lien' }).click();
    address = await step.getByLabel('Adresse pour l’imprimeur').inputValue();
    expect(address).toMatch(/\/imprimeur\//);
    expect(await faults()).toEqual([]);

    const shop = await fetch(address);
    expect(shop.status).toBe(200);
    expect(await shop.text()).toMatch(/\.pdf/);
    await page.reload();
    await step.waitFor();
    const given = step.getByRole('listitem').filter({ hasText: 'Imprimerie du Moron' });
    expect(await given.textContent()).toMatch(/Valable jusqu’au .*Page ouverte 1\s?fois/);
    expect(await step.getByLabel('Adresse pour l’imprimeur').count()).toBe(0);
  });

  it('takes the link back', async () => {
    const step = admin.editionStep('Lien pour l’imprimeur');
    await admin.confirm(step.getByRole('button', { name: /^Désactiver/ }), 'Désactiver');
    await expect.poll(() => step.textContent()).toContain('Désactivé aujourd’hui');
    expect((await fetch(address)).status).toBe(410);
  });
});
