/** « Vos données »: asked for by an address, read by the link of a letter, saved as a file. */
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { overflow, violations } from './support/axe.ts';
import { launchBrowser } from './support/browser.ts';
import type { Served } from './support/serve.ts';
import { openServicePage, serveWithPolicy } from './support/service-pages.ts';
import { sampleHeld, sampleToken } from './support/stand-in-samples.ts';
import { startStandIn, type StandIn } from './support/stand-in.ts';

const { folder, cmsPort } = inject('site');
const cmsUrl = `http://127.0.0.1:${cmsPort}`;

let site: Served;
let browser: Browser;
let cms: StandIn;
let context: BrowserContext;
let page: Page;
let errors: string[];

beforeAll(async () => {
  browser = await launchBrowser();
  site = await serveWithPolicy(folder, cmsUrl);
  cms = await startStandIn(site.origin, cmsPort);
});
afterAll(async () => {
  await browser.close();
  await cms.close();
  await site.close();
});
beforeEach(async () => {
  cms.reset();
  ({ context, page, errors } = await openServicePage(browser));
});
afterEach(async () => {
  await context.close();
  expect(errors).toEqual([]);
  expect(cms.faults).toEqual([]);
});

const button = (name: string | RegExp) => page.getByRole('button', { name });
const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const sound = async () => expect([...(await violations(page)), await overflow(page)]).toEqual([0]);

describe('one’s own data', () => {
  it('are asked for by an address, from the page on privacy', async () => {
    await page.goto(`${site.origin}/confidentialite/`);
    await page.getByRole('link', { name: 'Voir ce que nous gardons à votre sujet' }).click();
    await heading('Vos données').waitFor();
    await sound();
    await page.getByLabel('Votre adresse électronique').fill('pas une adresse');
    await button('Recevoir le lien').click();
    await page.getByText('contient une espace').first().waitFor();
    await page.getByLabel('Votre adresse électronique').fill('marie@example.org');
    await button('Recevoir le lien').click();
    await heading('Regardez vos messages').waitFor();
    await sound();
    expect(cms.bodies('/api/mes-donnees')).toEqual([{ email: 'marie@example.org' }]);
  });

  it('are shown by the link, and saved as they are', async () => {
    await page.goto(`${site.origin}/mes-donnees/#${sampleToken}`);
    await heading('Ce que nous gardons à votre sujet').waitFor();
    expect(page.url()).not.toContain(sampleToken);
    await page.getByText('Chorale du lavoir').waitFor();
    await page.getByText('2 juin 2025').waitFor();
    await page.getByText('accusé de réception').waitFor();
    await sound();
    const downloading = page.waitForEvent('download');
    await button(/Enregistrer/).click();
    const file = await (await downloading).path();
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(sampleHeld);
  });

  it('are shown by the code of the letter as well', async () => {
    await page.goto(`${site.origin}/mes-donnees/?f=${sampleToken.slice(9)}`);
    await heading('Votre messagerie a coupé le lien').waitFor();
    await page.getByLabel('Code').fill('K7QF-29XM-TWDA');
    await button('Voir mes données').click();
    await heading('Ce que nous gardons à votre sujet').waitFor();
  });

  it('say that a link is over, and offer another', async () => {
    cms.state.refuse = { code: 'link-unknown', message: 'Ce lien ne fonctionne pas, ou plus.' };
    await page.goto(`${site.origin}/mes-donnees/#${sampleToken}`);
    await heading('Ce lien ne fonctionne pas, ou plus').waitFor();
    cms.state.refuse = null;
    await button('Recevoir le lien').click();
    await heading('Vos données').waitFor();
  });
});
