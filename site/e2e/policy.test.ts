/** The pages of the demonstration under the policy that the site's server gives them: they need nothing that it refuses. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { headersFor } from '@trame/scripts/testing/headers';
import { launchBrowser } from './support/browser.ts';
import { htmlFiles } from './support/pages.ts';
import { serve, type Served } from './support/serve.ts';

const { folder } = inject('site');
const named = (JSON.parse(readFileSync(join(folder, 'styles.json'), 'utf8')) as { styles: string[] }).styles;

let browser: Browser;
let served: Served;
beforeAll(async () => {
  browser = await launchBrowser();
  served = await serve(folder, undefined, (path) => headersFor(path, { styles: named }));
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

it('are named by the release: every style that stands in a page, and no program does', async () => {
  const strange: string[] = [];
  let styles = 0;
  for (const file of await htmlFiles(folder)) {
    const html = readFileSync(join(folder, file), 'utf8');
    for (const [, style = ''] of html.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/g)) {
      styles += 1;
      const digest = `sha256-${createHash('sha256').update(style).digest('base64')}`;
      if (!named.includes(digest)) strange.push(`${file}: ${style.slice(0, 60)}`);
    }
    for (const [tag] of html.matchAll(/<script\b[^>]*>/g))
      if (!/\bsrc=|type="(?:application\/(?:ld\+)?json|speculationrules)"/.test(tag)) strange.push(`${file}: ${tag}`);
    if (/<[^>]+\son(?:click|load|error|submit|change|input)=/.test(html)) strange.push(`${file}: a handler`);
  }
  expect(strange.slice(0, 10)).toEqual([]);
  expect(styles).toBeGreaterThan(100);
});

it('looks and works the same under it, in a browser', async () => {
  const page = await browser.newPage();
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/i.test(message.text())) refused.push(message.text());
  });
  for (const path of [
    '/',
    '/recherche/',
    '/associations/',
    '/annuaire/',
    '/agenda/',
    '/ma-fiche/',
    '/integrer/',
    '/fiabilite/',
  ]) {
    await page.goto(`${served.origin}${path}`);
    // The territory's colour comes from the style that stands in the page.
    if (path === '/')
      expect(
        await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--primary')),
      ).not.toBe('');
  }
  expect(refused).toEqual([]);
  await page.evaluate(() => {
    const style = document.createElement('style');
    style.textContent = 'body{display:none}';
    document.head.append(style);
  });
  expect(await page.evaluate(() => getComputedStyle(document.body).display)).not.toBe('none');
  await page.close();
});
