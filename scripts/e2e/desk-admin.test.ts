/** The yearly update as an editor does it, in a real browser: opening the campaign, taking answers down, deciding them. */
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../../site/e2e/support/axe.ts';
import { launchBrowser } from '../../site/e2e/support/browser.ts';
import type { CaughtLetter } from '../mail-catcher/letter-folder.ts';
import { AdminPage } from './admin-page.ts';
import { createWorld, type World } from './testing/world.ts';

const PATIENCE = { timeout: 60_000 };
const PROPOSED = 'On nous a dicté cette présentation au téléphone.';
const RETOUCHED = 'Une présentation que l’office a retouchée avant de l’accepter.';
const REASON = 'Il nous manque des précisions : pouvez-vous nous rappeler avant la clôture ?';

let world: World;
let browser: Browser;
let page: Page;
let admin: AdminPage;

beforeAll(async () => {
  world = await createWorld({ adminPages: true });
  await world.startDeployer();
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
  admin = new AdminPage(page, world.environment.cmsUrl);
  await admin.logIn(world.account);
}, 420_000);
afterAll(async () => {
  await browser?.close();
  await world?.end();
});

/** What axe finds in the page itself; Strapi's menu around it is Strapi's. */
const faults = async () => (await violations(page)).filter((line) => !/^(region|landmark|page-has-heading)/.test(line));

const openByMenu = async (name: string) => {
  await admin.openHome();
  await page.getByRole('link', { name, exact: true }).first().click();
};

/** One association with an e-mail address, by its place in the list of all that are asked. */
interface Asked {
  request: string;
  state: string;
  name: string;
  email: string | null;
  association: string;
}

async function asked(): Promise<Asked[]> {
  const current = (await (await world.editor.fetch('GET', '/trame/campaigns/current')).json()) as {
    campaign: { id: string };
  };
  const response = await world.editor.fetch('GET', `/trame/campaigns/${current.campaign.id}/requests`);
  return ((await response.json()) as Asked[]).filter(({ email }) => email !== null);
}

/** Finds an association on the board, opens the form of its answer, and leaves with what the caller does there. */
async function takeDown(name: string, fill: () => Promise<void>): Promise<void> {
  await lookFor(name);
  await page
    .getByRole('link', { name: `Saisir la réponse (${name})`, exact: true })
    .last()
    .click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await fill();
  await admin.notification(/est enregistrée/).waitFor();
}

/** Looks for an association on the board: the one that calls. */
async function lookFor(name: string): Promise<void> {
  await openByMenu('Campagne');
  await page.getByLabel('Association', { exact: true }).fill(name);
}

/** What a button saves. */
async function download(button: string): Promise<{ name: string; bytes: Buffer }> {
  const saved = page.waitForEvent('download', PATIENCE);
  await page.getByRole('button', { name: button }).click();
  const file = await saved;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

/** Writes what only the passing of time writes. */
async function write(sql: string, values: readonly unknown[] = []): Promise<void> {
  const client = new pg.Client({ connectionString: world.databaseUrl });
  await client.connect();
  try {
    await client.query(sql, [...values]);
  } finally {
    await client.end();
  }
}

const openAnswer = async (name: string) => {
  await openByMenu('Réponses');
  await page.getByRole('grid').getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
};

const lettersTo = async (address: string, subject: RegExp): Promise<CaughtLetter[]> => {
  const letters = (await (await fetch(`${world.mailbox}messages.json`)).json()) as CaughtLetter[];
  return letters.filter((letter) => letter.envelope.to.includes(address) && subject.test(letter.subject));
};

describe('the yearly update in the admin', () => {
  let unchanged: Asked;
  let changed: Asked;
  let refused: Asked;

  it('opens the campaign after saying how many letters leave', async () => {
    await openByMenu('Campagne');
    await page.getByRole('button', { name: 'Ouvrir la campagne' }).click();
    const question = page.getByRole('alertdialog');
    expect(await question.textContent()).toMatch(/\d+\sassociations interrogées.*\d+\slettres partent par courriel/);
    await question.getByRole('button', { name: 'Ouvrir la campagne' }).click();
    await page.getByRole('heading', { name: 'Envoi des lettres' }).waitFor();
    expect(await faults()).toEqual([]);
    const [first, second, third] = await asked();
    if (!first || !second || !third) throw new Error('The demonstration asks fewer than three associations by mail');
    [unchanged, changed, refused] = [first, second, third];
  });

  it('takes answers down on the telephone, which wait like any other', async () => {
    await takeDown(unchanged.name, () => page.getByRole('button', { name: 'Rien n’a changé' }).click());
    for (const { name } of [changed, refused]) {
      await takeDown(name, async () => {
        await page.getByLabel('Présentation courte').fill(PROPOSED);
        expect(await faults()).toEqual([]);
        await page.getByRole('button', { name: 'Enregistrer la réponse' }).click();
      });
    }
    await openByMenu('Réponses');
    await page.getByRole('tab', { name: 'Toutes (3)' }).waitFor();
    expect(await page.getByRole('tab').allTextContents()).toEqual([
      'Toutes (3)',
      'Inchangées (1)',
      'Modifiées (2)',
      'Nouvelles (0)',
      'Propositions (0)',
    ]);
    expect(await faults()).toEqual([]);
  });

  it('accepts what did not change in one act', async () => {
    await admin.confirm(
      page.getByRole('button', { name: 'Accepter la réponse inchangée' }),
      'Accepter la réponse inchangée',
    );
    await page.getByText('1\u00a0fiche confirmée').waitFor();
    await page.getByRole('tab', { name: 'Toutes (2)' }).waitFor();
  });

  it('shows a changed answer word by word, publishes it retouched, and goes on to the next', async () => {
    await openAnswer(changed.name);
    expect(await page.locator('ins').first().textContent()).toContain('dicté');
    expect(await page.locator('del').count()).toBeGreaterThan(0);
    expect(await faults()).toEqual([]);
    await page.getByRole('button', { name: 'Retoucher avant d’accepter' }).click();
    await page.getByLabel('Présentation courte').fill(RETOUCHED);
    expect(await faults()).toEqual([]);
    await page.getByRole('button', { name: 'Accepter et publier' }).click();
    await page.getByRole('heading', { level: 1, name: refused.name }).waitFor();
    const record = await world.editor.read('association', changed.association);
    expect(record['summary']).toBe(RETOUCHED);
  });

  it('refuses one with a reason, which the association receives', async () => {
    await page.getByRole('button', { name: 'Refuser', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Refuser et envoyer le motif' }).click();
    await dialog.getByText('Dites pourquoi, en une phrase au moins').waitFor();
    await dialog.getByRole('textbox').fill(REASON);
    await dialog.getByRole('button', { name: 'Refuser et envoyer le motif' }).click();
    await page.getByText('Toutes les réponses ont été relues').waitFor();
    const record = await world.editor.read('association', refused.association);
    expect(record['summary']).not.toBe(PROPOSED);
    await expect
      .poll(
        async () =>
          (await lettersTo(refused.email ?? '', /./)).filter(({ text }) => text.includes('précisions')).length,
        PATIENCE,
      )
      .toBe(1);
  });

  it('puts the entry back from the journal', async () => {
    await openByMenu('Journal');
    const line = page.getByRole('listitem').filter({ hasText: changed.name });
    await line.getByRole('button', { name: /champs? changés?/ }).click();
    await line.locator('ins').first().waitFor();
    expect(await faults()).toEqual([]);
    await admin.confirm(line.getByRole('button', { name: /^Remettre la fiche/ }), 'Remettre et publier');
    await admin.notification(/remise dans son état/).waitFor();
    const record = await world.editor.read('association', changed.association);
    expect(record['summary']).not.toBe(RETOUCHED);
  });

  it('saves the board for a spreadsheet, and the letters for whom no mail reaches', async () => {
    await openByMenu('Campagne');
    const csv = await download('Tableau de suivi (CSV)');
    expect(csv.name).toMatch(/\.csv$/);
    expect(csv.bytes.toString('utf8')).toContain(changed.name);
    const letters = await download('Lettres à poster (PDF)');
    expect(letters.name).toMatch(/^Lettres-.*\.pdf$/);
    expect(letters.bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  });

  it('sends a letter again to another address, then closes its link', async () => {
    const other = 'autre-adresse@exemple.org';
    const called = (await asked()).find(({ state }) => state === 'envoyée');
    if (!called) throw new Error('No association of the demonstration is still waited for');
    await lookFor(called.name);
    const row = page.getByRole('row').filter({ hasText: called.name }).last();
    await row.getByRole('button', { name: /^Renvoyer/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Adresse électronique/).fill('pas une adresse');
    await dialog.getByRole('button', { name: 'Renvoyer' }).click();
    expect(await dialog.getByLabel(/^Adresse électronique/).getAttribute('aria-invalid')).toBe('true');
    await dialog.getByLabel(/^Adresse électronique/).fill(other);
    await dialog.getByRole('button', { name: 'Renvoyer' }).click();
    await admin.notification('La lettre repart.').waitFor();
    await expect.poll(async () => (await lettersTo(other, /./)).length, PATIENCE).toBe(1);

    await admin.confirm(row.getByRole('button', { name: /^Annuler le lien/ }), 'Annuler le lien');
    await admin.notification('Le lien est annulé.').waitFor();
    await row.getByText('Lien annulé').waitFor();
    expect(await row.getByRole('button', { name: /^Annuler le lien/ }).count()).toBe(0);
  });

  it('closes the campaign for good', async () => {
    await openByMenu('Campagne');
    await admin.confirm(page.getByRole('button', { name: 'Clore la campagne' }), 'Clore la campagne');
    await admin.notification('La campagne est close.').waitFor();
    await page.getByText('Les liens des lettres ne s’ouvrent plus.').waitFor();
    expect(await page.getByRole('button', { name: /la campagne$/ }).count()).toBe(0);
    expect(await faults()).toEqual([]);
  });

  it('takes the entries without news off the site only when the editor says so', async () => {
    const silent = (await asked()).filter(({ state }) => state === 'envoyée').slice(0, 9);
    // One campaign stands for three, and a letter of a month ago for the notice.
    await write('update site_settings set truth_offline_after = 1');
    for (const { association } of silent) {
      await write('update associations set missed_editions = 1 where document_id = $1', [association]);
      await write(
        `insert into trame_offline_warnings (association_id, letter_key, warned_on, offline_on)
         values ($1, $1, current_date - 31, current_date - 1)
         on conflict (association_id) do update set letter_key = excluded.letter_key, offline_on = excluded.offline_on`,
        [association],
      );
    }
    await admin.openHome();
    await page.getByRole('link', { name: /^Décider de 9\s+fiches sans nouvelles/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Fiches sans nouvelles' }).waitFor();
    await page.getByText(/^9\s+fiches attendent votre décision$/).waitFor();
    for (const { name } of silent) await page.getByRole('link', { name, exact: true }).first().waitFor();
    expect(await faults()).toEqual([]);
    const act = /^Mettre ces 9\s+fiches hors ligne$/;
    await page.getByRole('button', { name: act }).click();
    const question = page.getByRole('alertdialog');
    expect(await question.textContent()).toContain('Rien n’est effacé');
    await question.getByRole('button', { name: act }).click();
    await page.getByText(/^9\s+fiches sont hors ligne$/).waitFor();
    expect(await page.getByRole('button', { name: act }).count()).toBe(0);
    const { status } = await world.editor.read('association', silent[0]?.association ?? '');
    expect(status).toBe('draft');
  });

  it('offers neither to make nor to delete a manager of an entry', async () => {
    await write(
      `insert into memberships (document_id, association_id, association_name, email, state, created_at, updated_at, published_at)
       values ('gestionnaireabcdefghijklm', $1, $2, 'responsable@exemple.org', 'active', now(), now(), now())`,
      [changed.association, changed.name],
    );
    await admin.openList('api::membership.membership');
    const row = page.getByRole('row').filter({ hasText: changed.name });
    await row.waitFor();
    expect(await page.getByRole('link', { name: 'Ajouter une fiche' }).count()).toBe(0);
    await row.click();
    await page.getByRole('button', { name: 'Enregistrer' }).waitFor();
    await page.getByRole('button', { name: 'Autres actions', exact: true }).first().click();
    const remove = page.getByRole('menuitem', { name: /Supprimer/ });
    expect((await remove.count()) === 0 || (await remove.isDisabled())).toBe(true);
  });
});
