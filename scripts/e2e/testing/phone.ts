/** A telephone of 360 × 740 pixels with a finger: what a volunteer of an association has in the hand. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import { overflow, violations } from '@trame/site/testing/axe';
import type { Mailbox } from './mailbox.ts';

const PATIENCE_MS = 20_000;

export class Phone {
  readonly #context: BrowserContext;
  /** What is on the screen. */
  page: Page;
  /** Errors of scripts, and what a policy refused. */
  readonly errors: string[] = [];

  private constructor(context: BrowserContext, page: Page) {
    this.#context = context;
    this.page = page;
    this.#listen(page);
  }

  static async pickUp(browser: Browser): Promise<Phone> {
    const context = await browser.newContext({
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
      locale: 'fr-FR',
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(PATIENCE_MS);
    return new Phone(context, await context.newPage());
  }

  putDown(): Promise<void> {
    return this.#context.close();
  }

  #listen(page: Page): void {
    page.on('pageerror', (error) => this.errors.push(error.message));
    page.on('console', (message) => {
      // A refusal is an answer that the page shows; the browser logs it by itself.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        this.errors.push(message.text());
    });
  }

  /** Opens the mailbox's page, the newest letter that has these words, and leaves it on the screen. */
  async readLetter(mailbox: Mailbox, words: string): Promise<FrameLocator> {
    await this.page.goto(mailbox.page(words));
    await this.page.locator('ol a').first().tap();
    const letter = this.page.frameLocator('iframe');
    await letter.locator('a').first().waitFor();
    return letter;
  }

  /** Follows a link of a letter, which opens beside it: what it leads to is on the screen from then on. */
  async follow(link: Locator): Promise<void> {
    const opened = this.#context.waitForEvent('page');
    await link.tap();
    this.page = await opened;
    this.#listen(this.page);
    await this.page.waitForLoadState();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  press(name: string | RegExp): Promise<void> {
    return this.button(name).tap();
  }

  /** Waits for the screen that has this title. */
  async screen(title: string | RegExp): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: title }).waitFor();
  }

  /** What keeps somebody from using the screen: violations of accessibility rules, and having to scroll sideways. */
  async faults(): Promise<string[]> {
    const wider = await overflow(this.page);
    return [...(await violations(this.page)), ...(wider > 0 ? [`${wider} pixels too wide`] : [])];
  }

  /** Keeps a picture of the whole screen in the folder `TRAME_PICTURES`, when somebody wants to look. */
  async picture(name: string): Promise<void> {
    const folder = process.env['TRAME_PICTURES'];
    if (!folder) return;
    await mkdir(folder, { recursive: true });
    await this.page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
  }
}
