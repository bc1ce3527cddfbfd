import { expect, it } from 'vitest';
import { findBrowser, launchBrowser } from './support/browser.ts';

it('takes the browser it is given, then the system’s, then the one from npm', async () => {
  expect((await findBrowser({ given: process.execPath })).source).toBe('CHROMIUM_PATH');
  expect((await findBrowser({ given: undefined, system: process.execPath })).source).toBe('system');
  const packaged = await findBrowser({ given: '', system: '/nowhere/chromium' });
  expect(packaged.source).toBe('npm');
  // Tests of the site's policies mean nothing in a browser that ignores them.
  expect(packaged.args).not.toContain('--disable-web-security');
  await expect(findBrowser({ given: '/nowhere/chromium' })).rejects.toThrow('/nowhere/chromium');
});

it('starts the browser from npm where none is installed', async () => {
  const browser = await launchBrowser({ given: undefined, system: '/nowhere/chromium' });
  const page = await browser.newPage();
  await page.setContent('<h1>Bonjour</h1>');
  expect(await page.textContent('h1')).toBe('Bonjour');
  await browser.close();
});
