/** The yearly update as an editor does it, in a real browser: opening the campaign, taking answers down, deciding them. */
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeAt } from '@trame/cms/testing/one-time-code';
import { bringAxe, grave, newParts, violations } from '@trame/site/testing/axe';
import { launchBrowser } from '@trame/site/testing/browser';
import type { CaughtLetter } from '../mail-catcher/letter-folder.ts';
import { AdminPage } from './admin-page.ts';
import { Editor } from './testing/editor.ts';
import { doors, go, NOWHERE, places, Rest, WALKED_TYPES } from './testing/admin-walk.ts';
import { frenchWords, strangers } from './testing/french-words.ts';
import { paintedSince, rememberPainted } from './testing/painted-words.ts';
import { tokenIn } from './testing/mailbox.ts';
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
}, 900_000);
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

let unchanged: Asked;
let changed: Asked;
let refused: Asked;

describe('the yearly update in the admin', () => {
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
      'Erreurs signalées (0)',
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

  it('takes over what happens while the page of an entry is open: an answer that is accepted, a contact that withdraws', async () => {
    const isOpen = ({ name }: Asked) => ![unchanged, changed, refused].some((one) => one.name === name);
    const pageOf = async (association: string) =>
      (
        await world.get(`/associations/${String((await world.editor.read('association', association))['slug'])}/`)
      ).text();
    let open: Asked | undefined;
    for (const one of (await asked()).filter(isOpen))
      if (open === undefined && (await pageOf(one.association)).includes(one.email ?? '')) open = one;
    const { campaign } = (await (await world.editor.fetch('GET', '/trame/campaigns/current')).json()) as {
      campaign: { id: string };
    };
    if (!open?.email) throw new Error('No association that is asked shows its address');
    await admin.openRecord('api::association.association', open.name);
    await page.getByLabel('Présentation longue').fill('Ce que l’office écrit pendant ce temps.');
    // The row of the person who withdraws, as the office sends it: with its agreement.
    await page.getByLabel('Rôle').first().fill('Présidence et inscriptions');

    const request = `/trame/campaigns/${campaign.id}/requests/${open.request}`;
    const send = async (method: string, path: string, body?: unknown) => {
      const response = await world.editor.fetch(method, path, body);
      expect(response.status, path).toBe(200);
      return (await response.json()) as Record<string, unknown>;
    };
    const { entry, version } = await send('GET', `${request}/entry`);
    const howToJoin = 'Ce que l’association a répondu.';
    await send('POST', `${request}/answer-by-phone`, { version, entry: { ...(entry as object), howToJoin } });
    const { answers } = (await send('GET', '/trame/desk')) as {
      answers: { id: string; association: string }[];
    };
    const answer = answers.find(({ association }) => association === open.association);
    const opened = await send('GET', `/trame/desk/${answer?.id}`);
    await send('POST', `/trame/desk/${answer?.id}/accept`, { version: opened['version'], entry: null });

    const [letter] = await lettersTo(open.email, /votre fiche/);
    if (!letter) throw new Error(`No letter to ${open.email}`);
    const withdrawn = await fetch(`${world.environment.cmsUrl}/api/retrait/confirmer`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token: tokenIn(letter, 'retrait') }),
    });
    expect(withdrawn.status).toBe(200);

    await page.keyboard.press('Control+Enter');
    await page.getByText(/a modifié .*«\sComment s’inscrire\s».*c’est repris/).waitFor(PATIENCE);
    await page.getByText(/l’accord a été retiré le .*Il reste retiré/).waitFor();
    await admin
      .recordState()
      .filter({ hasText: /^En ligne$/ })
      .waitFor({ timeout: 120_000 });
    expect(await faults()).toEqual([]);
    expect(await page.getByLabel('Comment s’inscrire').inputValue()).toBe(howToJoin);
    const record = await world.editor.read('association', open.association);
    expect(record).toMatchObject({ description: 'Ce que l’office écrit pendant ce temps.', howToJoin });
    const site = await pageOf(open.association);
    expect(site).toContain(howToJoin);
    expect(site).not.toContain(open.email);
  }, 240_000);

  it('puts the entry back from the journal', async () => {
    await openByMenu('Journal');
    const line = page.getByRole('listitem').filter({ hasText: changed.name });
    await line.getByRole('button', { name: /champs? changés?/ }).click();
    await line.locator('ins').first().waitFor();
    expect(await faults()).toEqual([]);
    await line.getByRole('button', { name: /^Remettre dans l’état d’avant/ }).click();
    const asked = page.getByRole('dialog');
    // What the line itself changed is ticked, beside what stands today.
    await asked.getByRole('checkbox', { name: 'Présentation courte', checked: true }).waitFor();
    expect(await faults()).toEqual([]);
    await asked.getByRole('button', { name: /^Remettre .*publier$/ }).click();
    await admin.notification(/dans l’état d’avant/).waitFor();
    const record = await world.editor.read('association', changed.association);
    expect(record['summary']).not.toBe(RETOUCHED);
  });

  it('saves the board for a spreadsheet, and the letters for whom no mail reaches', async () => {
    await openByMenu('Campagne');
    const csv = await download('Tableau de suivi (CSV)');
    expect(csv.name).toMatch(/\.csv$/);
    expect(csv.bytes.toString('utf8')).toContain(changed.name);
    // Most associations of the demonstration have no postal address: that is said before paper is printed.
    await page.getByRole('button', { name: 'Lettres à poster (PDF)' }).click();
    await page.getByText(/enveloppes? à regarder sur/).waitFor();
    await page
      .getByText(/pas d’adresse postale\s: aux bons soins de la mairie/)
      .first()
      .waitFor();
    const letters = await download('Imprimer quand même');
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

  it('shows the work that runs by itself, leads to what failed twice, and runs it by hand', async () => {
    for (const minutes of [70, 5]) {
      await write(
        `insert into trame_job_runs (job, state, since, started_at, ended_at, failure, technical)
         select 'job-runs', 'failed', at, at, at, 'Le disque du serveur est plein.', 'Error [ENOSPC]: no space left'
           from (select now() - make_interval(mins => $1) as at) moment`,
        [minutes],
      );
    }
    await admin.openHome();
    await page.getByRole('link', { name: /^Regarder la tâche «\s+Historique des tâches\s+»/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Tâches' }).waitFor();
    const failing = page.getByRole('region', { name: 'Historique des tâches' });
    await failing.getByText(/^A échoué 2 fois de suite/).waitFor();
    await failing.getByText('Error [ENOSPC]: no space left').first().waitFor();
    await failing.getByRole('button', { name: 'Derniers passages' }).click();
    await failing
      .getByRole('grid')
      .getByText(/disque du serveur est plein/)
      .first()
      .waitFor();
    expect(await faults()).toEqual([]);
    await failing.getByRole('button', { name: /^Lancer maintenant/ }).click();
    await failing.getByText(/^Passée /).waitFor();
    expect(
      await failing
        .getByRole('grid')
        .getByText(/Lancée par/)
        .count(),
    ).toBe(1);
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

describe('finding, from any page', () => {
  const search = () => page.getByRole('dialog', { name: 'Rechercher dans tout l’annuaire' });
  const field = () => search().getByRole('combobox', { name: 'Recherche' });
  const found = () => search().getByRole('option');
  const ofList = /\/content-manager\/collection-types\/api::association\.association(\?|$)/;

  /** An association of the demonstration with a telephone number, as it is stored. */
  async function withPhone(): Promise<{ documentId: string; name: string; phone: string }> {
    const client = new pg.Client({ connectionString: world.databaseUrl });
    await client.connect();
    const { rows } = await client.query<{ documentId: string; name: string; phone: string }>(
      `select a.document_id as "documentId", a.name, c.phone from associations a
         join associations_cmps j on j.entity_id = a.id and j.field = 'contacts'
         join components_contact_contacts c on c.id = j.cmp_id
        where a.published_at is null and c.phone like '+33%'
          and (select count(*) from components_contact_contacts o where o.phone = c.phone) = 2
        order by a.name limit 1`,
    );
    await client.end();
    if (!rows[0]) throw new Error('No association of the demonstration has a number of its own');
    return rows[0];
  }

  it('opens the form of whose telephone number it is, without a click', async () => {
    const { documentId, name, phone } = await withPhone();
    await openByMenu('Réponses');
    await page.keyboard.press('Control+k');
    await field().waitFor();
    await page.keyboard.type(phone.slice(-6));
    await found().filter({ hasText: name }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/${documentId}`);
    await page.getByRole('heading', { level: 1, name }).waitFor();
  });

  it('is a combobox in a dialog: arrows move, the way to the site is told, Échap goes back to the page', async () => {
    await page.getByRole('search').getByRole('button').click();
    await field().fill('comite');
    await found().nth(1).waitFor();
    expect(await faults()).toEqual([]);
    const active = async () =>
      page.locator(`[id="${await field().getAttribute('aria-activedescendant')}"]`).textContent();
    const [first, second] = await found().allTextContents();
    expect(await active()).toBe(first);
    await page.keyboard.press('ArrowDown');
    expect(await active()).toBe(second);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await active()).toBe((await found().allTextContents()).at(-1));
    await field().fill('zzzz introuvable');
    await search().getByText('Rien ne répond à').waitFor();
    expect(await faults()).toEqual([]);
    await page.keyboard.press('Escape');
    await search().waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Rechercher');
  });

  it('leads to the site as well', async () => {
    await page.keyboard.press('Control+k');
    await field().fill(changed.name);
    await found().filter({ hasText: changed.name }).first().waitFor();
    const link = search().getByRole('link', { name: /^Ouvrir sur le site/ });
    await link.waitFor();
    expect(await link.getAttribute('href')).toMatch(/\/associations\/[a-z0-9-]+\/$/);
    await page.keyboard.press('Escape');
  });

  it('opens « Contenu » on associations, and no filter of yesterday hides half of them', async () => {
    await page.setViewportSize({ width: 1024, height: 768 });
    await openByMenu('Contenu');
    await page.waitForURL(ofList);
    const all = await page.getByText(/^\d+ fiches$/).textContent();
    await page.goto(
      `${admin.url}/admin/content-manager/collection-types/api::association.association?filters[$and][0][name][$contains]=club&sort=name:DESC`,
    );
    await expect.poll(() => page.getByText(/^\d+ fiches?$/).textContent(), PATIENCE).not.toBe(all);
    await admin.openHome();
    await openByMenu('Contenu');
    await page.waitForURL(ofList);
    await expect.poll(() => page.getByText(/^\d+ fiches?$/).textContent(), PATIENCE).toBe(all);
    expect(page.url()).not.toContain('filters');
  });

  it('keeps a list for the office, counted on the home page, which fits 1024 pixels', async () => {
    await openByMenu('Listes');
    await page.getByRole('heading', { level: 1, name: 'Listes' }).waitFor();
    expect(await faults()).toEqual([]);
    await page.getByLabel('Contient').fill('comite');
    await page.getByRole('button', { name: 'Enregistrer cette liste' }).click();
    await page.getByLabel(/^Nom de la liste/).fill('Comités à relire');
    expect(await faults()).toEqual([]);
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await page.getByRole('heading', { level: 2, name: 'Comités à relire' }).waitFor();
    await admin.openHome();
    const line = page.getByRole('link', { name: /^Comités à relire\s:\s\d+$/ });
    await line.waitFor();
    const clipped = await page.evaluate(() =>
      [...document.querySelectorAll('section[data-strapi-widget-id^="plugin::trame."] main')]
        .filter(
          ({ scrollHeight, clientHeight, scrollWidth, clientWidth }) =>
            scrollHeight > clientHeight + 1 || scrollWidth > clientWidth + 1,
        )
        .map(({ textContent }) => textContent),
    );
    expect(clipped).toEqual([]);
    await line.click();
    await page.getByRole('heading', { level: 2, name: 'Comités à relire' }).waitFor();
    await page.getByRole('grid', { name: 'Fiches de la liste' }).getByRole('link').first().waitFor();
  });

  it('warns of look-alikes beside a new record of Strapi’s own form', async () => {
    const [venue] = await world.editor.list('venue');
    if (!venue) throw new Error('The demonstration has no venue');
    const name = String(venue['name']);
    await admin.openNewRecord('api::venue.venue');
    await admin.fill('Nom', name);
    const panel = page.getByRole('link', { name });
    await panel.waitFor();
    expect(await panel.getAttribute('target')).toBe('_blank');
  });
});

describe('signing in with a second factor', () => {
  const account = { email: 'camille.exemple@example.org', password: 'Un-mot-de-passe-8' };
  let secret: string;
  let recoveryCodes: readonly string[];
  let visitor: BrowserContext;

  /** What the admin's own requests answer. */
  const ask = async <T>(by: Editor, method: string, path: string, body?: unknown): Promise<T> => {
    const response = await by.fetch(method, path, body);
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };

  beforeAll(async () => {
    const { data: roles } = await ask<{ data: { id: number; name: string }[] }>(world.editor, 'GET', '/admin/roles');
    const { data: invited } = await ask<{ data: { registrationToken: string } }>(world.editor, 'POST', '/admin/users', {
      email: account.email,
      firstname: 'Camille',
      lastname: 'Exemple',
      roles: roles.filter(({ name }) => name === 'Éditeur·rice').map(({ id }) => id),
    });
    await ask(world.editor, 'POST', '/admin/register', {
      registrationToken: invited.registrationToken,
      userInfo: { firstname: 'Camille', lastname: 'Exemple', password: account.password },
    });
    const own = await Editor.signIn(world.environment.cmsUrl, account);
    const begun = await ask<{ key: string }>(own, 'POST', '/trame/second-factor/begin', { password: account.password });
    secret = begun.key.replaceAll(' ', '');
    // The code of the step before: the one of now is left for the sign-in, for each lets in once.
    ({ recoveryCodes } = await ask<{ recoveryCodes: string[] }>(own, 'POST', '/trame/second-factor/confirm', {
      code: codeAt(secret, new Date(Date.now() - 30_000)),
    }));
    visitor = await browser.newContext({ viewport: { width: 1024, height: 800 }, locale: 'fr-FR' });
  });
  afterAll(() => visitor?.close());

  it('asks in a dialog, says that a code is wrong, and lets in by the telephone, then by a recovery code', async () => {
    const tab = await visitor.newPage();
    const login = new AdminPage(tab, world.environment.cmsUrl);
    const dialog = tab.getByRole('dialog', { name: 'Le code de votre téléphone' });
    const give = async (code: string) => {
      await dialog.getByRole('textbox', { name: /^Code/ }).fill(code);
      await dialog.getByRole('button', { name: 'Entrer' }).click();
    };
    const wrong = /n’est pas le bon, ou a déjà servi/;
    const signOut = async () => {
      await visitor.clearCookies();
      await tab.evaluate(() => localStorage.clear());
    };
    const isIn = () => tab.getByRole('heading', { name: /^Bonjour/ }).waitFor();

    // A wrong password tells nobody that there is a second factor.
    await login.sendCredentials({ ...account, password: 'Un-mot-de-passe-faux' });
    await tab.getByText('n’est pas le bon').waitFor();
    expect(await dialog.count()).toBe(0);

    await login.sendCredentials(account);
    await dialog.waitFor();
    expect(await tab.evaluate(() => document.activeElement?.getAttribute('autocomplete'))).toBe('one-time-code');
    expect((await violations(tab)).filter((line) => !/^(region|landmark|page-has-heading)/.test(line))).toEqual([]);
    await give('000000');
    await dialog.getByText(wrong).waitFor();
    await give(codeAt(secret, new Date()));
    await isIn();

    // Another day, without the telephone. A code lets in once.
    for (const codes of [
      [recoveryCodes[0]],
      [recoveryCodes[0], recoveryCodes[1]?.toUpperCase().replaceAll('-', ' ')],
    ]) {
      await signOut();
      await login.sendCredentials(account);
      await dialog.waitFor();
      for (const [index, code] of codes.entries()) {
        if (index > 0) await dialog.getByText(wrong).waitFor();
        await give(code ?? '');
      }
      await isIn();
    }

    // Whoever closes the dialog is where they were, and nobody is in.
    await signOut();
    await login.sendCredentials(account);
    await dialog.getByRole('button', { name: 'Annuler' }).click();
    await tab.getByRole('button', { name: 'Se connecter' }).waitFor();
    expect(await dialog.count()).toBe(0);
    await tab.goto(`${world.environment.cmsUrl}/admin/`);
    await tab.getByRole('button', { name: 'Se connecter' }).waitFor();
  });
});

describe('two editors on one record, each in a browser of their own', () => {
  const THEME = 'api::theme.theme';
  let other: AdminPage;
  let theme: Record<string, unknown> & { documentId: string; name: string };
  const field = (name: string) => `Ce que dit le champ ${name}`;
  const stands = async () => (await world.editor.read('theme', theme.documentId)) as Record<string, unknown>;
  const open = (who: AdminPage) => who.openRecord(THEME, theme.name);
  /** Does it, and waits for what the server says to the save: a notification of the save before may still be on the screen. */
  const saving = async (who: AdminPage, act: () => Promise<void>): Promise<number> => {
    const [answer] = await Promise.all([
      who.page.waitForResponse(
        (response) => response.request().method() === 'PUT' && response.url().includes(`/${THEME}/`),
      ),
      act(),
    ]);
    return answer.status();
  };
  const press = (who: AdminPage) =>
    saving(who, () => who.page.getByRole('button', { name: 'Enregistrer', exact: true }).first().click());

  beforeAll(async () => {
    const context = await browser.newContext({ viewport: { width: 1024, height: 800 } });
    other = new AdminPage(await context.newPage(), world.environment.cmsUrl);
    await other.logIn(world.account);
    const [first] = await world.editor.list('theme');
    if (!first) throw new Error('The demonstration has no theme');
    theme = first as typeof theme;
  });

  it('who change different fields lose nothing, and the second one reads what was taken over', async () => {
    await open(admin);
    await open(other);
    await admin.fill('Description', field('Description'));
    expect(await press(admin)).toBe(200);
    await other.fill('Codes RNA', '011000');
    await press(other);
    await other.notification(/a modifié «\sDescription\s» pendant ce temps\s: c’est repris/).waitFor();
    expect(await stands()).toMatchObject({ description: field('Description'), rnaCodes: '011000' });
    // The form shows it too.
    await other.page.waitForFunction(
      (text) => [...document.querySelectorAll('textarea')].some(({ value }) => value === text),
      field('Description'),
    );
  });

  it('who change the same field choose side by side; what was typed stays until then, and is saved at once', async () => {
    await open(admin);
    await open(other);
    await admin.fill('Description', 'La première version.');
    expect(await press(admin)).toBe(200);
    await other.fill('Description', 'La seconde version.');
    await press(other);
    const dialog = other.page.getByRole('dialog', { name: 'Quelqu’un a modifié le même champ que vous' });
    await dialog.waitFor();
    expect(await dialog.textContent()).toMatch(
      /Description.*Modifié par .* aujourd’hui à .*Garder la mienne.*La seconde version\..*Prendre la sienne.*La première version\./,
    );
    expect((await violations(other.page)).filter((line) => !/^(region|landmark|page-has-heading)/.test(line))).toEqual(
      [],
    );
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await dialog.getByText('Un champ n’est pas encore choisi.').waitFor();
    // By keyboard: back to the form, which still holds it, and once more.
    await other.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await other.notification(/Rien n’a été enregistré/).waitFor();
    expect(await other.field('Description').inputValue()).toBe('La seconde version.');
    await press(other);
    await dialog.getByRole('radio', { name: 'Garder la mienne' }).focus();
    await other.page.keyboard.press('Space');
    expect(await saving(other, () => dialog.getByRole('button', { name: 'Enregistrer' }).click())).toBe(200);
    await dialog.waitFor({ state: 'hidden' });
    expect(await stands()).toMatchObject({ description: 'La seconde version.', rnaCodes: '011000' });
  });
});

describe('what an editor reads and hears', () => {
  let walker: Page;
  let rest: Rest;
  let known: ReadonlySet<string>;
  const hasNewParts = newParts();

  beforeAll(async () => {
    known = await frenchWords(world.databaseUrl);
    const context = await browser.newContext({
      baseURL: world.environment.cmsUrl,
      viewport: { width: 1280, height: 900 },
      locale: 'fr-FR',
    });
    await rememberPainted(context);
    await bringAxe(context);
    walker = await context.newPage();
    walker.setDefaultTimeout(30_000);
    rest = new Rest(walker);
  });
  afterAll(() => walker?.context().close());

  /** What is wrong in the state that is open. */
  async function faultsOf(state: string): Promise<string[]> {
    await rest.come();
    const words = (await paintedSince(walker)).flatMap(({ text, where }) =>
      strangers(text, known).map((word) => `${state}: « ${word} » in ${where} “${text.slice(0, 80)}”`),
    );
    const grievous = (await hasNewParts(walker)) ? await grave(walker) : [];
    return [...words, ...grievous.map((fault) => `${state}: ${fault}`)];
  }

  it('is watched: words of no French list are found wherever they stand', async () => {
    await walker.goto('/admin/auth/login');
    await walker.getByRole('button', { name: 'Se connecter' }).waitFor();
    await paintedSince(walker);
    await walker.evaluate(() => {
      const planted = document.createElement('p');
      planted.innerHTML =
        'Invalid credentials<button title="Vider time" aria-label="Draft version"></button><input placeholder="Search">' +
        '<img alt="Choose date" width="9" height="9"><span>NaN h</span>';
      document.body.append(planted);
      // Gone after two frames, as a notification or a loader is.
      requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => planted.remove())));
    });
    const found = (await paintedSince(walker)).flatMap(({ text }) => strangers(text, known));
    await expect
      .poll(async () => {
        found.push(...(await paintedSince(walker)).flatMap(({ text }) => strangers(text, known)));
        return [...new Set(found)].sort();
      }, PATIENCE)
      .toEqual(['choose', 'credentials', 'draft', 'invalid', 'nan', 'search', 'time']);
  });

  it('is French, and axe finds nothing grave, at the doors', async () => {
    const found: string[] = [];
    for (const { name, reach } of doors) {
      await reach(walker);
      found.push(...(await faultsOf(name)));
    }
    expect(found).toEqual([]);
  });

  it('gives a new password to who forgot it, by a letter, and lets them in', async () => {
    const email = 'oublieuse@example.org';
    const roles = (await (await world.editor.fetch('GET', '/admin/roles')).json()) as {
      data: { id: number; code: string }[];
    };
    const role = roles.data.find(({ code }) => code === 'strapi-editor');
    await world.editor.fetch('POST', '/admin/users', {
      firstname: 'Camille',
      lastname: 'Exemple',
      email,
      roles: [role?.id],
    });
    await write('update admin_users set is_active = true, registration_token = null where email = $1', [email]);

    await walker.goto('/admin/auth/login');
    await walker.getByRole('link', { name: 'Mot de passe oublié' }).click();
    await walker.getByLabel(/^Adresse électronique/).fill(email);
    await walker.getByRole('button', { name: 'Envoyer le courriel' }).click();
    await walker.waitForURL('**/forgot-password-success');
    const found = await faultsOf('letter sent');
    await expect.poll(async () => (await lettersTo(email, /mot de passe/)).length, PATIENCE).toBe(1);
    const [letter] = await lettersTo(email, /mot de passe/);
    const link = /http\S+reset-password\?code=[\da-f]{40}/.exec(letter?.text ?? '')?.[0] ?? '';
    await walker.goto(link);
    await walker.getByLabel(/^Confirmation du mot de passe/).waitFor();
    for (const field of await walker.locator('input[type="password"]').all()) await field.fill('Un-mot-de-passe-8');
    await walker.locator('button[type="submit"]').click();
    await walker.getByRole('heading', { name: /^Bonjour/ }).waitFor();
    expect([...found, ...(await faultsOf('home of an editor'))]).toEqual([]);
  });

  it('is French, and axe finds nothing grave, on every page and in every state', async () => {
    await walker.context().clearCookies();
    await new AdminPage(walker, world.environment.cmsUrl).logIn(world.account);
    const records: Record<string, string> = {};
    for (const type of WALKED_TYPES) records[type] = (await world.editor.list(type, 1))[0]?.documentId ?? '';
    const shown = async () => (await walker.getByRole('main').last().textContent()) ?? '';
    await go(walker, NOWHERE.path);
    await rest.come();
    const nothing = await shown();
    expect(nothing).not.toBe('');
    const found: string[] = [];
    for (const { name, path, states } of places(records)) {
      await go(walker, path);
      found.push(...(await faultsOf(name)));
      if (name !== NOWHERE.name && (await shown()) === nothing) found.push(`${name}: ${path} is no page`);
      for (const { name: state, reach, leave } of states ?? []) {
        await reach(walker);
        found.push(...(await faultsOf(`${name}, ${state}`)));
        await leave?.(walker);
      }
    }
    await walker.context().setOffline(true);
    await go(walker, '/content-manager/collection-types/api::theme.theme?page=1&pageSize=20');
    await walker.getByText('Vérifiez votre connexion').first().waitFor();
    found.push(...(await faultsOf('no network')));
    expect(found).toEqual([]);
  }, 900_000);
});

describe('the page of an association', () => {
  const open = (name: string) => admin.openRecord('api::association.association', name);
  const stateIs = (state: RegExp) => admin.recordState().filter({ hasText: state }).waitFor(PATIENCE);
  const focused = () => page.evaluate(() => document.activeElement?.id ?? '');
  let name: string;

  it('is where Strapi’s list leads, and publishes from the keyboard until residents see it', async () => {
    const found = (await world.editor.list('association', 100)).find(({ status }) => status === 'published');
    if (!found) throw new Error('No association is online');
    name = String(found['name']);
    await open(name);
    expect(page.url()).toMatch(/\/admin\/trame\/associations\/[a-z0-9]+$/);
    await stateIs(/^En ligne$/);
    expect(await faults()).toEqual([]);
    await page.getByLabel('Présentation longue').fill('Ce que l’on tape au clavier.');
    await stateIs(/modifications non publiées/);
    await page.keyboard.press('Control+s');
    await admin.notification(/Le site montre encore la version d’avant/).waitFor();
    expect(await focused()).toBe('entry-description');
    await page.keyboard.press('Control+Enter');
    await stateIs(/^En ligne$/);
    expect(await focused()).toBe('entry-description');
    const slug = await page.getByLabel('Adresse de la page').first().inputValue();
    expect(await (await world.get(`/associations/${slug}/`)).text()).toContain('Ce que l’on tape au clavier.');
  });

  it('gives back what was typed when the tab was closed, and nothing once it is given up', async () => {
    await page.getByLabel('Comment s’inscrire').fill('Tapé, jamais enregistré.');
    await page.waitForTimeout(600);
    page.once('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await page.getByText(/Ce que vous aviez tapé/).waitFor();
    expect(await page.getByLabel('Comment s’inscrire').inputValue()).toBe('Tapé, jamais enregistré.');
    await page.getByRole('button', { name: 'Revenir à ce qui est enregistré' }).click();
    expect(await page.getByLabel('Comment s’inscrire').inputValue()).not.toContain('jamais enregistré');
    await page.reload();
    await stateIs(/^En ligne$/);
    expect(await page.getByText(/Ce que vous aviez tapé/).count()).toBe(0);
  });

  it('keeps what is typed without a network, over a closed tab, and saves it once it is back', async () => {
    const said = 'Tapé dans le train, sous un tunnel.';
    const address = page.url();
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'fr-FR' });
    const tab = await context.newPage();
    await new AdminPage(tab, world.environment.cmsUrl).logIn(world.account);
    await tab.goto(address);
    await tab.getByLabel('Comment s’inscrire').waitFor();
    await context.setOffline(true);
    await tab.getByText(/^Pas de connexion\. Ce que vous tapez est gardé sur cet appareil/).waitFor();
    await tab.getByLabel('Comment s’inscrire').fill(said);
    await tab.keyboard.press('Control+s');
    await tab.getByText(/Ce que vous avez tapé reste gardé sur cet appareil/).waitFor();
    await tab.close();
    await context.setOffline(false);

    const again = await context.newPage();
    await again.goto(address);
    await again.getByText(/Ce que vous aviez tapé/).waitFor(PATIENCE);
    expect(await again.getByLabel('Comment s’inscrire').inputValue()).toBe(said);
    await again.keyboard.press('Control+s');
    await again.getByText(/Le site montre encore la version d’avant/).waitFor();
    await again.reload();
    await again.getByLabel('Comment s’inscrire').waitFor();
    expect(await again.getByText(/Ce que vous aviez tapé/).count()).toBe(0);
    expect(await again.getByLabel('Comment s’inscrire').inputValue()).toBe(said);
    await context.close();
    await page.reload();
  });

  it('tells of a number that is typed into a text, leads to it, and refuses nothing', async () => {
    const said = page.locator('[data-said-in-texts]');
    await page.getByRole('textbox', { name: /^Bénévoles/ }).fill('Appelez le 05 36 49 00 98.');
    await said.getByText('05 36 49 00 98').waitFor();
    await page.getByRole('heading', { level: 1 }).click();
    await said.getByRole('link', { name: /^Bénévoles/ }).click();
    expect(await focused()).toBe('entry-volunteersNote');
    // And at the moment that counts, once: before it is published.
    await page.keyboard.press('Control+Enter');
    const question = page.getByRole('alertdialog', { name: /Publier ces coordonnées/ });
    await question.getByText('05 36 49 00 98').waitFor();
    await question.getByRole('button', { name: 'Publier quand même' }).waitFor();
    expect(await faults()).toEqual([]);
    await question.getByRole('link', { name: /^Aller au texte/ }).click();
    expect(await focused()).toBe('entry-volunteersNote');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await said.waitFor({ state: 'detached' });
  });

  it('warns before it is left', async () => {
    await page.getByLabel('Sigle').fill('PARTI');
    await page.getByRole('link', { name: 'Associations', exact: true }).first().click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Annuler' }).click();
    expect(await page.getByLabel('Sigle').inputValue()).toBe('PARTI');
    await page.getByLabel('Sigle').fill('');
  });

  it('leads to what is wrong, opens the row that it is in, and closes no other', async () => {
    await page.getByLabel('Téléphone').first().fill('12');
    await page
      .getByRole('button', { name: /^Replier/ })
      .last()
      .click();
    await page.keyboard.press('Control+Enter');
    await stateIs(/^Refusée$/);
    const opened = await page.getByRole('button', { name: /^Replier/ }).count();
    await page.getByRole('button', { name: '1 à corriger' }).click();
    await expect.poll(focused).toBe('entry-contacts-0-phone');
    expect(await page.getByRole('button', { name: /^Replier/ }).count()).toBeGreaterThanOrEqual(opened);
    expect(await faults()).toEqual([]);
    await page.reload();
    await page.getByRole('button', { name: 'Revenir à ce qui est enregistré' }).click();
  });

  it('is planned: refused by field, in sight until it is done by itself, given up in two clicks', async () => {
    const dialog = page.getByRole('dialog');
    const moment = async (act: string, day: string, hour: string) => {
      const fields = dialog.getByRole('group', { name: act });
      await fields.getByRole('textbox', { name: 'Jour' }).fill(day);
      await fields.getByRole('textbox', { name: 'Heure' }).fill(hour);
    };
    const open = async () => {
      await page.getByRole('button', { name: 'Autres actions' }).click();
      await page.getByRole('menuitem', { name: 'Programmer…' }).click();
    };
    const plan = () => dialog.getByRole('button', { name: 'Programmer', exact: true }).click();
    const slug = await page.getByLabel('Adresse de la page').first().inputValue();
    await page.getByLabel('Présentation longue').fill('Paru à l’heure dite.');
    await open();
    await moment('Publier', 'demain', '8h');
    await moment('Retirer du site', 'hier', '8h');
    await plan();
    await dialog.getByText(/^Ce jour est passé/).waitFor();
    expect(await faults()).toEqual([]);
    await moment('Retirer du site', '', '');
    await plan();
    await page.getByText(/^Les modifications paraîtront le .* à 8.h\.$/).waitFor();
    // Behind a dialog that is still fading out, the page is judged through its shade.
    await dialog.waitFor({ state: 'detached' });
    expect(await faults()).toEqual([]);

    await write(`update trame_schedules set publish_at = now() - interval '1 minute'`);
    await world.editor.fetch('POST', '/trame/jobs/schedules/run', {});
    await expect
      .poll(async () => (await world.get(`/associations/${slug}/`)).text(), PATIENCE)
      .toContain('Paru à l’heure dite.');
    await page.reload();
    await stateIs(/^En ligne$/);

    await open();
    await moment('Retirer du site', 'demain', '18h');
    await plan();
    await page.getByText(/^Quittera le site .* à 18.h\.$/).waitFor();
    const address = page.url();
    await admin.openList('api::association.association', name);
    await page.getByText(/^Retrait le .*\sà\s18\sh$/).waitFor();
    await page.goto(address);
    await admin.confirm(page.getByRole('button', { name: 'Abandonner' }), 'Abandonner');
    await admin.notification('La programmation est abandonnée.').waitFor();
    expect(await page.getByText(/^Quittera le site/).count()).toBe(0);
  });

  it('shows the page as the site will, before anything is saved', async () => {
    await page.getByLabel('Présentation courte').fill('Une présentation que personne n’a encore lue.');
    await page.getByRole('button', { name: 'Aperçu' }).click();
    const frame = page.frameLocator('iframe');
    const shown = frame.getByText('Une présentation que personne n’a encore lue.').first();
    await shown.waitFor({ timeout: 20_000 }).catch(async () => {
      // The test before publishes: a preview that meets the switch of a release is asked for again, as an editor would.
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Aperçu' }).click();
      await shown.waitFor(PATIENCE);
    });
    expect(await frame.locator('h1').textContent()).toContain(name);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Aperçu');
    await page.getByLabel('Présentation courte').fill('');
  });

  it('makes a new association from nothing within three minutes of a person, each refusal met once', async () => {
    await page.goto(
      `${world.environment.cmsUrl}/admin/content-manager/collection-types/api::association.association/create`,
    );
    await page.getByLabel('Nom de l’association').waitFor();
    await admin.countEfforts();
    const write = async (field: Locator, text: string) => {
      await field.click();
      await page.keyboard.press('Control+a');
      await page.keyboard.type(text);
    };
    const label = (name: string | RegExp) => page.getByLabel(name).first();
    const website = page.getByRole('textbox', { name: 'Site internet', exact: true });
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    /** Asks for publication, and reads what is refused. */
    const refusals = async (): Promise<string[]> => {
      await page.keyboard.press('Control+Enter');
      await stateIs(/^Refusée$/);
      return page
        .locator('main li a[href^="#"]')
        .evaluateAll((links) => [
          ...new Set(links.map((link) => link.getAttribute('href') ?? '').filter((path) => path !== '#')),
        ]);
    };
    expect(await refusals()).toEqual(['#name', '#summary', '#themes']);
    await write(label('Nom de l’association'), name);
    await page.getByText(/fiche ressemble|fiches ressemblent/).waitFor(PATIENCE);
    await write(label('Nom de l’association'), 'Les Veilleurs du soir');
    await write(label('Présentation courte'), 'Des veillées et des contes, une fois par mois.');
    // A list bears no id: its fault leads to it all the same.
    await page.locator('main li a[href="#themes"]').first().click();
    const themes = page.getByRole('combobox', { name: 'Thèmes' });
    expect(await themes.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type('gym');
    await page.keyboard.press('Tab');
    expect(await refusals()).toEqual(['#themes']); // typed, and not chosen
    await themes.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Retirer Gym/ }).waitFor();
    await press('Ajouter une activité');
    await page.keyboard.type('Veillée');
    await press('Ajouter un jour');
    const hours = page.getByRole('textbox', { name: 'Heures' });
    await write(hours, '20h30-19h');
    await press('Ajouter un contact');
    await page.keyboard.type('Accueil');
    await write(label('Téléphone'), '12');
    await page.getByRole('checkbox', { name: 'site internet' }).first().click();
    await write(website, 'les veilleurs');
    expect(await refusals()).toEqual(
      expect.arrayContaining(['#activities.0.slots.0.end', '#contacts.0.phone', '#website']),
    );
    await page
      .getByRole('link', { name: /finit .* avant d’avoir commencé/ })
      .first()
      .click();
    expect(await hours.getAttribute('aria-invalid')).toBe('true');
    await write(hours, '19h-20h30');
    await write(label('Téléphone'), '05 36 49 00 97');
    await write(website, 'https://example.org');
    expect(await refusals()).toEqual(['#contacts.0.consentSource']);
    await page.getByRole('combobox', { name: /^Accord recueilli par/ }).click();
    await page.getByRole('option', { name: 'téléphone' }).click();
    await page.keyboard.press('Control+Enter');
    await stateIs(/^En ligne$/);
    const site = await (await world.get('/associations/les-veilleurs-du-soir/')).text();
    expect(site).toContain('05\u00a036\u00a049\u00a000\u00a097');
    expect(page.url()).toMatch(/\/trame\/associations\/(?!create)[a-z0-9]+$/);
    // By the keystroke-level model (Card, Moran, Newell 1980): to think, point and press, and a key of an average typist.
    const { clicks, keys } = await admin.efforts();
    const seconds = clicks * (1.35 + 1.1 + 0.2) + keys * 0.28;
    console.info(`a new association: ${clicks} clicks, ${keys} keys, ${Math.round(seconds)} s`);
    expect(seconds).toBeLessThan(180);
  });

  it('fits a screen of 1024 pixels, as do events, lists and the home page: nothing is out of sight to the right', async () => {
    const [event] = await world.editor.list('event', 1);
    await page.setViewportSize({ width: 1024, height: 800 });
    const rest = new Rest(page);
    const list = (type: string) => `/content-manager/collection-types/api::${type}.${type}?page=1&pageSize=20`;
    const wide: string[] = [];
    for (const path of [
      new URL(page.url()).pathname.replace('/admin', ''),
      `/trame/events/${event?.documentId}`,
      list('association'),
      list('event'),
      '/trame/listes',
      '/',
    ]) {
      await go(page, path);
      await rest.come();
      wide.push(
        ...(await page.evaluate(
          (at) =>
            [...document.querySelectorAll('html, html *')]
              .filter((element) => element.scrollWidth > element.clientWidth + 1)
              .filter(
                (element) => element.tagName === 'HTML' || /auto|scroll/.test(getComputedStyle(element).overflowX),
              )
              .map(({ tagName, scrollWidth, clientWidth }) => `${at}: ${tagName} ${scrollWidth} > ${clientWidth}`),
          path,
        )),
      );
    }
    expect(wide).toEqual([]);
  });
});

describe('two entries that are one', () => {
  const name = 'Les Compagnons du Moron';
  const contact = {
    ...{ role: 'Présidence', name: 'Anne Martin', phone: '05 36 49 21 07', email: 'compagnons@example.org' },
    ...{ web: true, print: true, professionals: false, openData: false },
    ...{ consentDate: '2026-01-02', consentSource: 'courriel' },
  };
  /** A published entry of that name, and where it stands on the site. */
  async function make(more: object): Promise<string> {
    const [[theme], [commune]] = [await world.editor.list('theme', 1), await world.editor.list('commune', 1)];
    const path = '/content-manager/collection-types/api::association.association/actions/publish';
    const answer = await world.editor.fetch('POST', path, {
      ...{ name, contacts: [contact], ...more },
      themes: { connect: [{ documentId: theme?.documentId }] },
      commune: { connect: [{ documentId: commune?.documentId }] },
    });
    if (!answer.ok) throw new Error(await answer.text());
    return `/associations/${((await answer.json()) as { data: { slug: string } }).data.slug}/`;
  }
  const said = async (address: string): Promise<string> => (await world.get(address)).text();

  it('are found, merged from the keyboard and parted again; meanwhile the printed address of the other leads on', async () => {
    await page.setViewportSize({ width: 1024, height: 900 });
    const to = await make({ summary: 'Chants de marins, une fois par semaine.' });
    const from = await make({ summary: 'Chanter ensemble.', acronym: 'CDM' });
    await world.until(async () => (await world.get(from)).status === 200, 120_000);

    await admin.openHome();
    await page.getByRole('link', { name: /qui n’en sont peut-être qu’une/ }).waitFor();
    await openByMenu('Doublons');
    const pair = page.getByRole('link', { name: new RegExp(`^Comparer.*${name}`) });
    await pair.waitFor();
    expect(await faults()).toEqual([]);
    await pair.press('Enter');
    const summary = page.getByRole('group', { name: 'Présentation courte' });
    await summary.getByRole('radio', { name: 'Seconde fiche' }).press('Space');
    expect(await faults()).toEqual([]);
    await page.getByRole('button', { name: 'Réunir ces deux fiches' }).press('Enter');
    await page.getByText(/est une seule fiche/).waitFor();
    expect(await faults()).toEqual([]);

    await world.until(async () => (await said(from)).includes('http-equiv="refresh"'), 120_000);
    const reader = await browser.newPage();
    await reader.goto(`${world.environment.siteUrl}${from}`);
    await reader.waitForURL(`**${to}`);
    expect(await reader.getByRole('main').textContent()).toContain('Chanter ensemble.');
    await reader.close();

    await page.getByRole('link', { name: 'Voir les autres doublons' }).click();
    await page.getByRole('button', { name: /^Annuler la réunion/ }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Annuler la réunion' }).click();
    await admin.notification(/de nouveau là/).waitFor();
    await world.until(async () => !(await said(from)).includes('http-equiv="refresh"'), 120_000);
    await page.getByRole('button', { name: /^Deux fiches différentes/ }).click();
    await page.getByRole('button', { name: /^Les proposer de nouveau/ }).waitFor();
    expect(await faults()).toEqual([]);
  });
});
