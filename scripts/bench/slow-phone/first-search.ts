/** A first search as somebody on the road makes it: nothing kept, slow 4G, a telephone. */
import { setTimeout as sleep } from 'node:timers/promises';
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

const GIVES_UP = 30_000;
const LOOKS_EVERY = 50;

/** In the page: the instant at which the first result was painted. */
function noteFirstResult(): void {
  new MutationObserver((_, observer) => {
    if (document.querySelector('#recherche-resultats > li') === null) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => Object.assign(window, { firstResultAt: Date.now() })));
  }).observe(document, { childList: true, subtree: true });
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
    await context.addInitScript(noteFirstResult);
    const site = `http://127.0.0.1:${line.port}`;
    let begun = Date.now();
    if (from === 'link') {
      await page.goto(`${site}/recherche/?q=${encodeURIComponent(question)}`, { waitUntil: 'commit' });
    } else {
      await page.goto(site, { waitUntil: 'load' });
      await page.getByRole('searchbox').click();
      await page.getByRole('searchbox').pressSequentially(question, { delay: A_LETTER });
      begun = Date.now();
      await page.keyboard.press('Enter');
    }
    for (;;) {
      // Asked over the protocol: what Playwright waits with is a program of its own, which the slowed page would have to run.
      const { result } = await session.send('Runtime.evaluate', { expression: 'window.firstResultAt' });
      if (typeof result.value === 'number') return { milliseconds: result.value - begun, bytes: line.bytes() };
      if (Date.now() - begun > GIVES_UP) throw new Error(`No result of « ${question} » after ${GIVES_UP} ms`);
      await sleep(LOOKS_EVERY);
    }
  } finally {
    await browser.close();
    await line.close();
  }
}
