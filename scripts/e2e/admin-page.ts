/**
 * The admin as an editor uses it, for end-to-end tests: log in, change a field, publish. Speaks of what is on the screen
 * (French labels and buttons), so that a test breaks when an editor would be lost.
 */
import type { Locator, Page } from 'playwright-core';

/** A first visit builds Strapi's chunks in the browser; two cores under load take their time. */
const PATIENCE_MS = 30_000;

/** A label of Strapi's forms: a required field carries a star. */
const labelled = (label: string): RegExp => new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\*?$`);

export interface AdminAccount {
  email: string;
  password: string;
}

export class AdminPage {
  readonly page: Page;
  readonly url: string;

  /** @param url of the CMS, without `/admin` */
  constructor(page: Page, url: string) {
    this.page = page;
    this.url = url.replace(/\/+$/, '');
    page.setDefaultTimeout(PATIENCE_MS);
  }

  /** Opens the login page and fills it; ends on the home page. */
  async logIn(account: AdminAccount): Promise<void> {
    await this.sendCredentials(account);
    await this.page.getByRole('heading', { name: /^Bonjour/ }).waitFor();
  }

  /** Opens the login page, fills it and sends it, whatever comes of it. */
  async sendCredentials({ email, password }: AdminAccount): Promise<void> {
    await this.page.goto(`${this.url}/admin/auth/login`);
    await this.page.getByLabel(labelled('Adresse électronique')).fill(email);
    await this.page.getByLabel(labelled('Mot de passe')).fill(password);
    await this.page.getByRole('button', { name: 'Se connecter' }).click();
  }

  async openHome(): Promise<void> {
    await this.page.goto(`${this.url}/admin/`);
    await this.page.getByRole('heading', { name: /^Bonjour/ }).waitFor();
  }

  /** The headline of « Mise en ligne », for instance "En ligne depuis aujourd’hui à 14 h 32". */
  publicationHeadline(): Locator {
    return this.page
      .locator('[data-strapi-widget-id="plugin::trame.mise-en-ligne"], section', { hasText: 'Mise en ligne' })
      .getByRole('status')
      .first();
  }

  /** Opens the list of a type, for instance `api::association.association`. @param searched only records that answer to it */
  async openList(uid: string, searched = ''): Promise<void> {
    const query = searched === '' ? '' : `&_q=${encodeURIComponent(searched)}`;
    await this.page.goto(`${this.url}/admin/content-manager/collection-types/${uid}?page=1&pageSize=50${query}`);
    await this.page.getByRole('grid').or(this.page.getByRole('table')).first().waitFor();
  }

  /** Searches the list of a type and opens the record whose row bears this name. */
  async openRecord(uid: string, name: string): Promise<void> {
    await this.openList(uid, name);
    await this.page.getByRole('row').filter({ hasText: name }).first().click();
    await this.page.getByRole('heading', { level: 1, name }).waitFor();
  }

  /** Opens an empty form of a type. */
  async openNewRecord(uid: string): Promise<void> {
    await this.page.goto(`${this.url}/admin/content-manager/collection-types/${uid}/create`);
    // A type without drafts has no « Publier ».
    await this.page.getByRole('button', { name: 'Enregistrer' }).waitFor();
  }

  /** The field of the form with this French label. */
  field(label: string): Locator {
    return this.page.getByRole('main').getByLabel(labelled(label)).first();
  }

  async fill(label: string, value: string): Promise<void> {
    await this.field(label).fill(value);
  }

  /** Publishes what is on the screen; ends when the page of the record says so, and still follows it to the site. */
  async publish(): Promise<void> {
    await this.page.getByRole('button', { name: 'Publier' }).click();
    await this.recordState()
      .filter({ hasText: /^(Publiée|En ligne)$/ })
      .waitFor();
  }

  /** What the page of a record says of it: « En ligne », « Refusée »… */
  recordState(): Locator {
    return this.page.locator('[data-record-state]');
  }

  /** The page of an edition on paper: through the menu, then by its name. */
  async openEdition(name: string | RegExp): Promise<void> {
    await this.openHome();
    await this.page.getByRole('link', { name: 'Éditions papier' }).click();
    await this.page.getByRole('grid').getByRole('link', { name }).click();
    await this.editionStep('Épreuve').waitFor();
  }

  /** One of the four acts on the page of an edition: « Épreuve », « Contrôle », « Figer », « Lien pour l’imprimeur ». */
  editionStep(name: string): Locator {
    return this.page.getByRole('region', { name: new RegExp(`^\\d\\. ${name}$`) });
  }

  /** Does one of the acts that ask first, and answers their question with their own name. */
  async confirm(button: Locator, label: string): Promise<void> {
    await button.click();
    await this.page.getByRole('alertdialog').getByRole('button', { name: label }).click();
  }

  /** From now on counts what the hands have to do on this page: presses of the mouse, wherever they land, and keys. */
  async countEfforts(): Promise<void> {
    await this.page.evaluate(() => {
      const counted = window as unknown as { efforts?: { clicks: number; keys: number } };
      const isCounting = counted.efforts !== undefined;
      const efforts = { clicks: 0, keys: 0 };
      counted.efforts = efforts;
      if (isCounting) return;
      document.addEventListener('pointerdown', () => void (counted.efforts ?? efforts).clicks++, true);
      document.addEventListener('keydown', () => void (counted.efforts ?? efforts).keys++, true);
    });
  }

  async efforts(): Promise<{ clicks: number; keys: number }> {
    return this.page.evaluate(() => (window as unknown as { efforts: { clicks: number; keys: number } }).efforts);
  }

  notification(text: string | RegExp): Locator {
    return this.page.getByRole('status').or(this.page.getByRole('alert')).getByText(text).first();
  }
}
