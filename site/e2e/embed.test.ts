/** The directory in a page of another site, which allows hardly anything; and the page where its code is chosen. */
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { headersFor, headersForMissing } from '@trame/scripts/testing/headers';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, inject, it } from 'vitest';
import type { EmbedList } from '../src/view/embed/shape.ts';
import { overflow, violations } from './support/axe.ts';
import { launchBrowser } from './support/browser.ts';
import { serve, type Served } from './support/serve.ts';

/** Of the script, compressed (the figure). */
const MOST_BYTES = 15_000;
const PHONE = { width: 360, height: 740 };

const { folder } = inject('site');
let site: Served;
let host: Server;
let hostOrigin: string;
let browser: Browser;
let context: BrowserContext;
let page: Page;
/** What the page of the commune has in it, and what it allows. */
let body = '';
let policy = '';
let complaints: string[];

const headers = (path: string, status: number) =>
  Object.fromEntries(
    Object.entries(status === 404 ? headersForMissing(path) : headersFor(path)).filter(
      ([name]) => name !== 'Content-Type',
    ),
  );

beforeAll(async () => {
  site = await serve(folder, undefined, headers);
  host = createServer((_, response) =>
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cross-origin-embedder-policy': 'require-corp',
    }).end(`<!doctype html><html lang="fr"><head><title>Ma commune</title><link rel="icon" href="data:,">
            </head><body><main><h1>Ma commune</h1><h2>Les associations</h2>${body}</main></body></html>`),
  );
  await new Promise<void>((listening) => host.listen(0, '127.0.0.1', listening));
  // Another host than the site's, not only another port: cookies know no ports.
  hostOrigin = `http://localhost:${(host.address() as AddressInfo).port}`;
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await site.close();
  host.close();
});
beforeEach(async () => {
  policy = `default-src 'none'; script-src ${site.origin}; connect-src ${site.origin}; img-src data:; require-trusted-types-for 'script'; base-uri 'none'; form-action 'none'`;
  complaints = [];
  context = await browser.newContext({ viewport: PHONE, reducedMotion: 'reduce' });
  page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
});
afterEach(() => context.close());

const tag = (attributes: string, inside = '<p>La liste est sur le site.</p>') =>
  `<script src="${site.origin}/integrer/annuaire.js" defer></script><annuaire-associations ${attributes}>${inside}</annuaire-associations>`;
const listOf = async (code: string) =>
  JSON.parse(await readFile(join(folder, `integrer/donnees/${code}.json`), 'utf8')) as EmbedList;
const count = () => page.locator('[part="compte"]');

describe('the element in the page of a commune', () => {
  it('shows, searches and sorts the associations under the strictest policy, and keeps nothing of the visitor', async () => {
    const { fiches, themes } = await listOf('33473');
    body = tag('commune="33473"');
    await page.goto(hostOrigin);
    await count().getByText(`${fiches.length} associations`).waitFor();
    // Its style is there without any style being allowed.
    expect(
      await page
        .locator('[part="suite"], [part="compte"]')
        .first()
        .evaluate((one) => getComputedStyle(one).fontWeight),
    ).toBe('600');

    const [wanted] = fiches;
    await page.getByLabel('Chercher une association').fill(wanted!.nom.toUpperCase());
    await page.getByRole('button', { name: wanted!.nom }).first().waitFor();
    await expect.poll(() => count().textContent()).not.toContain(String(fiches.length));
    await page.getByLabel('Chercher une association').fill('zzzz');
    await count().getByText('Aucune association').waitFor();
    await page.getByLabel('Chercher une association').fill('');

    const theme = themes.find(({ id }) => fiches.filter((one) => one.themes.includes(id)).length > 1)!;
    await page.getByLabel('Thème').selectOption(theme.id);
    const inTheme = fiches.filter((one) => one.themes.includes(theme.id)).length;
    await count().getByText(`${inTheme} association`).waitFor();

    expect(await context.cookies()).toEqual([]);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('opens an entry in its place by keyboard, with what agreed to open data', async () => {
    const { fiches } = await listOf('33473');
    let record = { contacts: [] as { telephone: string | null }[], activites: [] as unknown[] };
    const entry = await (async () => {
      for (const one of fiches) {
        record = JSON.parse(
          await readFile(join(folder, `api/v1/associations/${one.id}.json`), 'utf8'),
        ) as typeof record;
        if (record.contacts.some(({ telephone }) => telephone !== null) && record.activites.length > 0) return one;
      }
      throw new Error('no entry of the demonstration has a telephone number in open data');
    })();
    body = tag('commune="33473"');
    await page.goto(hostOrigin);
    await page.getByLabel('Chercher une association').fill(entry.nom);
    await count().getByText('1 association').waitFor();
    const name = page.getByRole('button', { name: entry.nom });
    await name.press('Enter');
    await page.getByText('Voir la fiche complète').waitFor();
    expect(await name.getAttribute('aria-expanded')).toBe('true');
    expect(await name.evaluate((one) => (one.getRootNode() as ShadowRoot).activeElement === one)).toBe(true);
    const { telephone } = record.contacts.find((one) => one.telephone !== null)!;
    expect(await page.locator(`a[href="tel:${telephone}"]`).textContent()).toMatch(/^0\d(\u00a0\d\d){4}$/);
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await name.press('Enter');
    expect(await name.getAttribute('aria-expanded')).toBe('false');
    expect(complaints).toEqual([]);
  });

  it('shows more where the reader is, and changes when its attributes do', async () => {
    const { fiches, themes } = await listOf('tout');
    body = `<h3>Toutes</h3>${tag('niveau="4"')}`;
    await page.goto(hostOrigin);
    await page.getByRole('button', { name: 'Afficher les 20 suivantes' }).click();
    expect(await page.locator('h4').count()).toBe(40);
    expect(
      await page
        .locator('[part="nom"]')
        .nth(20)
        .evaluate((one) => (one.getRootNode() as ShadowRoot).activeElement === one),
    ).toBe(true);
    const theme = themes.find(({ dans }) => dans !== null)!.id;
    await page.locator('annuaire-associations').evaluate((one, value) => one.setAttribute('theme', value), theme);
    await count()
      .getByText(new RegExp(`^${fiches.filter((one) => one.themes.includes(theme)).length}\\sassociation`))
      .waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('names a commune that the directory does not have, and where the right one is chosen', async () => {
    for (const code of ['99999', 'Saint-Savin ?']) {
      body = tag(`commune="${code}"`);
      await page.goto(hostOrigin);
      await page
        .getByText(`n’a le code INSEE «\u00a0${code}\u00a0»\u00a0: vérifiez l’attribut «\u00a0commune\u00a0»`)
        .waitFor();
      expect(await page.locator('[part="etat"]').textContent()).toContain(`${site.origin}/integrer/`);
      expect(await page.getByText('La liste est sur le site.').isVisible()).toBe(true);
    }
    body = tag('commune="33473" theme="perdu"');
    await page.goto(hostOrigin);
    await count().getByText('Aucune association ne correspond').waitFor();
    expect(complaints.at(-1)).toContain(
      `thème «\u00a0perdu\u00a0»\u00a0: vérifiez l’attribut «\u00a0theme\u00a0». Le bon se choisit sur ${site.origin}/integrer/`,
    );
  });

  it('leaves what stands in it when the list cannot be had, and says so', async () => {
    await page.route('**/integrer/donnees/*.json', (route) => route.abort());
    body = tag('commune="33473"');
    await page.goto(hostOrigin);
    await page.getByText('L’annuaire n’a pas pu être chargé').waitFor();
    expect(await page.getByText('La liste est sur le site.').isVisible()).toBe(true);
  });

  it('is taken on by a page that names it twice, and weighs little', async () => {
    body = tag('commune="33473"') + tag('commune="33233"');
    await page.goto(hostOrigin);
    await expect.poll(() => count().count()).toBe(2);
    expect(complaints).toEqual([]);
    expect(gzipSync(await readFile(join(folder, 'integrer/annuaire.js'))).length).toBeLessThan(MOST_BYTES);
  });
});

describe('the frame', () => {
  const framed = (path: string) =>
    `<iframe src="${site.origin}${path}" title="Annuaire" width="340" height="600" credentialless></iframe>`;
  beforeEach(() => (policy = `default-src 'none'; frame-src ${site.origin}; img-src data:`));

  it('shows the same, for one theme, where no script is allowed', async () => {
    const { fiches, themes } = await listOf('33473');
    const theme = themes[0]!.id;
    body = framed(`/integrer/cadre/saint-savin/?theme=${theme}`);
    await page.goto(hostOrigin);
    const inside = page.frameLocator('iframe');
    const inTheme = fiches.filter((one) => one.themes.includes(theme)).length;
    await inside
      .locator('[part="compte"]')
      .getByText(new RegExp(`^${inTheme}\\sassociation`))
      .waitFor();
  });

  it('names the associations without any script', async () => {
    const { fiches } = await listOf('33473');
    await context.close();
    context = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false });
    page = await context.newPage();
    body = framed('/integrer/cadre/saint-savin/');
    await page.goto(hostOrigin);
    await page.frameLocator('iframe').getByRole('link', { name: fiches[0]!.nom }).first().waitFor();
    expect(await page.frameLocator('iframe').getByRole('link').count()).toBe(fiches.length);
  });

  it('is accessible by itself, with every commune and without a theme that it has', async () => {
    for (const path of ['/integrer/cadre/', '/integrer/cadre/saint-savin/']) {
      await page.goto(site.origin + path);
      await count().getByText('associations').waitFor();
      expect(await violations(page), path).toEqual([]);
      expect(await overflow(page), path).toBe(0);
    }
    expect(complaints).toEqual([]);
    await page.goto(`${site.origin}/integrer/cadre/?theme=perdu`);
    await count().getByText('Aucune association').waitFor();
    expect(complaints.join()).toContain('«\u00a0perdu\u00a0»');
  });

  it('is the one page that may be framed', async () => {
    body = framed('/communes/saint-savin/');
    await page.goto(hostOrigin);
    await expect.poll(() => complaints.join()).toContain('frame-ancestors');
  });
});

describe('the page where the code is chosen', () => {
  it('writes the tag of a choice, and shows it at once', async () => {
    await page.goto(`${site.origin}/integrer/`);
    await page.locator('#integrer-commune').selectOption({ label: 'Saint-Savin' });
    const { fiches } = await listOf('33473');
    await count().getByText(`${fiches.length} associations`).waitFor();
    const code = page.locator('#integrer-balise');
    expect(await code.textContent()).toContain('<annuaire-associations commune="33473">');
    await page.locator('#integrer-couleur').fill('#aa0000');
    expect(await code.textContent()).toContain('style="--trame-couleur: #aa0000"');
    expect(
      await page
        .locator('[part="nom"]')
        .first()
        .evaluate((one) => getComputedStyle(one).color),
    ).toBe('rgb(170, 0, 0)');
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copier Le code à copier' }).click();
    await page.getByText('C’est copié.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await code.textContent());
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('still gives the code of the whole territory without scripts', async () => {
    await context.close();
    context = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false });
    page = await context.newPage();
    await page.goto(`${site.origin}/integrer/`);
    expect(await page.locator('#integrer-balise').textContent()).toContain('<annuaire-associations>');
    expect(await page.getByText('L’aperçu a besoin de JavaScript').isVisible()).toBe(true);
  });
});
