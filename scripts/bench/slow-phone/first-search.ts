/** A first search as somebody on the road makes it: nothing kept, slow 4G, a telephone. */
import type { Browser } from 'playwright-core';
import { SLOW_4G, slowLine } from './slow-line.ts';

/** As slow as a telephone of the middle class beside the machine that measures (Lighthouse’s own factor). */
const SLOWER = 4;

export interface FirstSearch {
  /** From the address to the first result on the screen. */
  readonly milliseconds: number;
  /** Of everything that came until then: the page, its pictures and fonts, and what answers. */
  readonly bytes: number;
}

/** Milliseconds between two letters of somebody who types on a telephone. */
const A_LETTER = 180;

/**
 * Only the page is slowed: a browser has no way to slow a worker. `README.md` says what the worker takes.
 * @param port of the site
 * @param from `home`: typed on the home page, and counted from the moment it is sent; `link`: a link to the answer is followed
 * @throws {Error} when no result comes within half a minute
 */
export async function firstSearch(
  launch: () => Promise<Browser>,
  port: number,
  question: string,
  from: 'home' | 'link',
): Promise<FirstSearch> {
  const line = await slowLine(port, SLOW_4G);
  const browser = await launch();
  try {
    const context = await browser.newContext({ viewport: { width: 412, height: 823 }, serviceWorkers: 'block' });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    const site = `http://127.0.0.1:${line.port}`;
    let begun = performance.now();
    if (from === 'link') {
      await page.goto(`${site}/recherche/?q=${encodeURIComponent(question)}`, { waitUntil: 'commit' });
    } else {
      await page.goto(site, { waitUntil: 'load' });
      await page.getByRole('searchbox').click();
      await page.getByRole('searchbox').pressSequentially(question, { delay: A_LETTER });
      begun = performance.now();
      await page.keyboard.press('Enter');
    }
    await page.locator('#recherche-resultats > li').first().waitFor({ timeout: 30_000 });
    return { milliseconds: performance.now() - begun, bytes: line.bytes() };
  } finally {
    await browser.close();
    await line.close();
  }
}
