/** An edition on paper as an editor makes it, in a real browser: proof, report, freezing, a link for the print shop. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../../site/e2e/support/axe.ts';
import { launchBrowser } from '../../site/e2e/support/browser.ts';
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
  await admin.openEdition(/^Le guide des associations/);
}, 420_000);
afterAll(async () => {
  await browser?.close();
  await world?.end();
});

/** What axe finds in the page itself; Strapi's menu around it is Strapi's. */
const faults = async () => (await violations(page)).filter((line) => !/^(region|landmark|page-has-heading)/.test(line));

describe('the page of an edition', () => {
  it('says that nothing can be frozen before there is a proof', async () => {
    const step = admin.editionStep('Figer');
    expect(await step.getByRole('button', { name: 'Figer l’édition' }).isDisabled()).toBe(true);
    expect(await step.textContent()).toContain('Tirez d’abord une épreuve');
    expect(await faults()).toEqual([]);
  });

  it('prints a proof while one looks, and shows what it was measured to be', async () => {
    const step = admin.editionStep('Épreuve');
    await step.getByRole('button', { name: 'Tirer une épreuve' }).click();
    const headline = () => step.getByRole('status').textContent();
    await expect.poll(headline, { timeout: PROOF_PATIENCE_MS }).toMatch(/^Épreuve à jour, tirée aujourd’hui/);
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
