/**
 * The yearly update, end to end: letters leave, associations answer on a telephone, an editor decides, and what was decided is on
 * the site and on paper. Nothing stands in for anything: real CMS, database, deployer, site, mail server and browser.
 */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { OpenedEntry } from '@trame/cms/domain/contract/associations/my-entry';
import { CampaignBoard, CampaignRequest } from '@trame/cms/domain/contract/desk/campaign';
import { Refusal } from '@trame/cms/domain/contract/refusal';
import { EditionState } from '@trame/cms/domain/contract/press/edition-state';
import {
  AcceptedTogether,
  Desk,
  JournalLine,
  OpenAnswer,
  type QueuedAnswer,
} from '@trame/cms/domain/contract/desk/review';
import { dayOf, formatMonth } from '@trame/cms/domain/dates';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '@trame/site/testing/browser';
import { readPdf } from '@trame/site/testing/read-pdf';
import { openReleases } from '../deployer/releases.ts';
import type { Entry } from './testing/editor.ts';
import type { CaughtLetter } from '../mail-catcher/letter-folder.ts';
import { linksIn, Mailbox, tokenIn } from './testing/mailbox.ts';
import { Phone } from './testing/phone.ts';
import { createWorld, type World } from './testing/world.ts';

/** They answer; of numbers, those that ARCEP keeps for fiction. */
const UNCHANGED = 'racines-et-branches';
const CHANGED = 'hip-hop-du-rail';
const REFUSED = 'memoire-gabaye';
const WITHDRAWN = 'les-godillots-du-jeudi';
const REVOKED = 'pages-et-cie';
const ON_PAPER = { typed: '05.36.49.00.77', shown: '05 36 49 00 77', stored: '+33536490077' };
const ALSO_UNCHANGED = [
  'fil-a-fil',
  'foulees-d-automne',
  'la-recre-du-rail',
  'echiquier-nord-girondin',
  'nature-en-latitude',
  'cirque-tournevent',
  'les-belles-chromees',
  'les-ailes-du-moulin',
  'yoga-du-vallon',
  'secours-des-coteaux',
];
/** Fields of the changed entry, in the order of the form. */
const CHANGES = ['Logo', 'Comment s’inscrire', 'Activités', 'Contacts'];
const REASON = 'Le nouveau nom n’est pas celui que la préfecture a enregistré : envoyez-nous le récépissé.';

let world: World;
let mailbox: Mailbox;
let browser: Browser;
let phone: Phone;
let edition: Entry;
let campaign: CampaignBoard['campaign'];
let associations: Map<string, Entry>;

beforeAll(async () => {
  process.env['MAIL_PER_SECOND'] = '100';
  world = await createWorld();
  delete process.env['MAIL_PER_SECOND'];
  mailbox = new Mailbox(world.mailbox);
  await world.startDeployer();
  await world.until(async () => (await world.get('/status.json')).ok, 180_000);
  const [first] = await world.editor.list('edition');
  if (!first) throw new Error('The demo has no edition');
  edition = first;
  associations = new Map((await world.editor.list('association', 100)).map((one) => [String(one['slug']), one]));
  ({ campaign } = await asked<{ campaign: CampaignBoard['campaign'] }>('GET', '/trame/campaigns/current'));
  browser = await launchBrowser();
}, 600_000);
afterAll(async () => {
  await browser?.close();
  await world?.end();
}, 60_000);
beforeEach(async () => {
  phone = await Phone.pickUp(browser);
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await phone.picture(`failed-${task.name.slice(0, 40)}`).catch(() => undefined);
  await phone.putDown();
  expect(phone.errors).toEqual([]);
});

/** What a page of the admin is answered. */
async function asked<T>(method: string, door: string, body?: unknown): Promise<T> {
  const response = await world.editor.fetch(method, door, body);
  const text = await response.text();
  expect(response.ok, `${method} ${door}: ${text.slice(0, 500)}`).toBe(true);
  return JSON.parse(text) as T;
}

const association = (slug: string): Entry => {
  const found = associations.get(slug);
  if (!found) throw new Error(`The demo has no association ${slug}`);
  return found;
};
const nameOf = (slug: string) => String(association(slug)['name']);
const desk = async () => Desk.parse(await asked('GET', '/trame/desk'));
const board = async () => CampaignBoard.parse(await asked('GET', `/trame/campaigns/${campaign.id}/board`));
const journal = async (slug?: string) =>
  JournalLine.array().parse(
    await asked('GET', `/trame/journal${slug ? `?association=${association(slug).documentId}` : ''}`),
  );
const waitingFor = async (title: string): Promise<QueuedAnswer> => {
  const found = (await desk()).answers.find((answer) => answer.title === title);
  if (!found) throw new Error(`Nothing of ${title} is on the desk`);
  return found;
};
const openOnDesk = async (title: string) =>
  OpenAnswer.parse(await asked('GET', `/trame/desk/${(await waitingFor(title)).id}`));
const accept = async ({ answer, version }: OpenAnswer) =>
  asked('POST', `/trame/desk/${answer.id}/accept`, { version, entry: null });

const invitation = async (slug: string) => {
  const letters = await mailbox.letters(`${nameOf(slug)}`);
  const found = letters.find(({ subject }) => subject.includes('votre fiche dans l’annuaire'));
  if (!found) throw new Error(`No letter to ${slug}`);
  return found;
};
/** Follows the link of the letter of an association, as somebody does who reads it on a telephone. */
async function openLetter(slug: string): Promise<void> {
  const letter = await phone.readLetter(mailbox, (await invitation(slug)).subject);
  await phone.follow(letter.getByRole('link').first());
}
/** The newest letter whose subject begins so, once it has come. */
async function letterAbout(beginning: string, to = '') {
  const found = async () => (await mailbox.letters(to)).find(({ subject }) => plain(subject).startsWith(beginning));
  await world.until(async () => (await found()) !== undefined, 20_000);
  return (await found()) as CaughtLetter;
}

const plain = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, ' ');
const pageOf = async (slug: string) => plain(await (await world.get(`/associations/${slug}/`)).text());
/** By what they say: a booklet that follows its pages is one more release of the same content. */
const contents = async () =>
  new Set((await openReleases(world.dataDir).list()).map(({ contentVersion }) => contentVersion));
/** Waits until everything that was asked for is built, the booklet too. */
const settled = () =>
  world.until(async () => {
    const { building, pending, booklet } = await world.state();
    return building === null && !pending && booklet === undefined;
  });
/** How many contents an act publishes, once `shown` is there to be seen. */
async function releasesOf(act: () => Promise<unknown>, shown: () => Promise<boolean>): Promise<number> {
  await settled();
  const before = await contents();
  await act();
  await world.until(shown);
  await new Promise((resolve) => setTimeout(resolve, 2000));
  await settled();
  return [...(await contents())].filter((version) => !before.has(version)).length;
}
async function wordsOf(pdf: Response): Promise<string> {
  expect(pdf.status).toBe(200);
  const file = path.join(world.dataDir, 'read.pdf');
  await writeFile(file, Buffer.from(await pdf.arrayBuffer()));
  return plain((await readPdf(file)).pages.join('\n'));
}
/** What programs that guard mailboxes do: they open every link of every letter. @returns how many */
async function scan(letters: readonly CaughtLetter[]): Promise<number> {
  const links = new Set(letters.flatMap(linksIn));
  for (const link of links) {
    for (const method of ['GET', 'HEAD']) expect((await fetch(link, { method })).status, link).toBe(200);
  }
  return links.size;
}
/** An answer without a browser. */
const knock = (door: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${world.environment.cmsUrl}${door}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: world.environment.siteUrl, ...headers },
    body: JSON.stringify(body),
  });
const refusal = async (response: Response) => Refusal.parse(await response.json()).error;
const open = async (token: string) => {
  const response = await knock('/api/ma-fiche/ouvrir', { token });
  expect(response.status).toBe(200);
  return OpenedEntry.parse(await response.json());
};

describe('the campaign', () => {
  it('is opened once, and every association with an address has one letter', async () => {
    const before = await contents();
    const opened = await asked<{ asked: number; letters: number; withoutAddress: number }>(
      'POST',
      `/trame/campaigns/${campaign.id}/open`,
      {},
    );
    expect(opened.asked).toBe(associations.size);
    expect(opened.letters + opened.withoutAddress).toBe(opened.asked);
    await asked('POST', `/trame/campaigns/${campaign.id}/open`, {});
    await world.until(async () => (await board()).sending.sent === opened.letters);
    // The requests follow their letters by a job of its own.
    await world.until(async () => (await board()).totals['envoyée'] === opened.letters, 20_000);
    const letters = await mailbox.letters();
    expect(letters).toHaveLength(opened.letters);
    expect(new Set(letters.map((letter) => tokenIn(letter, 'ma-fiche'))).size).toBe(opened.letters);
    expect((await board()).totals).toMatchObject({ envoyée: opened.letters, 'sans adresse': opened.withoutAddress });
    await settled();
    expect(await contents()).toEqual(before);
  });

  it('has letters that a scanner may open: every link by GET and HEAD, and one in a browser, change nothing', async () => {
    const requests = () => asked<unknown[]>('GET', `/trame/campaigns/${campaign.id}/requests`);
    const state = async () => [await requests(), await desk(), await journal(), (await mailbox.letters()).length];
    const before = await state();
    expect(await scan(await mailbox.letters())).toBeGreaterThan(100);
    for (const link of linksIn(await invitation(WITHDRAWN))) {
      await phone.page.goto(link);
      await phone.page.waitForLoadState('networkidle');
    }
    expect(await state()).toEqual(before);
  });
});

describe('an association on its telephone', () => {
  it('reads its letter, follows its link and says that nothing changed', async () => {
    await phone.page.goto(mailbox.page());
    expect(await phone.faults()).toEqual([]);
    await phone.picture('01-mailbox');
    await phone.readLetter(mailbox, (await invitation(UNCHANGED)).subject);
    await phone.picture('02-letter');
    await openLetter(UNCHANGED);
    await phone.screen(nameOf(UNCHANGED));
    expect(phone.page.url()).toBe(`${world.environment.siteUrl}/ma-fiche/`);
    await phone.page.locator('.printed').waitFor();
    expect(await phone.faults()).toEqual([]);
    await phone.picture('03-my-entry');
    await phone.press('Rien n’a changé');
    await phone.screen('Merci');
    expect(await phone.faults()).toEqual([]);
    await phone.picture('04-thanks-unchanged');

    const receipt = await letterAbout(`Bien reçu : la fiche de ${nameOf(UNCHANGED)}`);
    expect(receipt.to).toBe((await invitation(UNCHANGED)).to);
    expect(await waitingFor(nameOf(UNCHANGED))).toMatchObject({ kind: 'rien n’a changé', channel: 'lien' });
  });

  it('sees its entry as it is printed', async () => {
    await openLetter(CHANGED);
    const picture = phone.page.locator('.printed-picture img');
    await picture.waitFor();
    expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(200);
    await phone.picture('05-printed');
  });

  it('changes its hours, adds an activity and a contact for paper alone, and sends a logo', async () => {
    await openLetter(CHANGED);
    await phone.press('Modifier ma fiche');
    await phone.screen('Modifier ma fiche');
    await phone.picture('06-form');

    const section = (id: string) => phone.page.locator(`#rubrique-${id}`);
    await section('identity').tap();
    const drawing = sharp({ create: { width: 640, height: 640, channels: 3, background: '#1d5c4d' } });
    await phone.page
      .locator('input[type=file]')
      .setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: await drawing.png().toBuffer() });
    await phone.page.getByLabel('Que voit-on sur ce logo').fill('Un carré vert');
    await phone.picture('07-logo');
    await section('identity').tap();

    await section('activities').tap();
    await phone
      .button(/^Modifier : /)
      .first()
      .tap();
    await phone.page.getByLabel('De', { exact: true }).first().fill('18:45');
    await phone.page.getByLabel('À', { exact: true }).first().fill('20:15');
    await phone.picture('08-activity');
    await phone.press(/^C’est bon/);
    await phone.press('Ajouter une activité');
    await phone.page.getByLabel('Nom de l’activité').fill('Initiation au popping');
    await phone.press('Ajouter un jour');
    await phone.page.getByLabel('Jour').selectOption('samedi');
    await phone.page.getByLabel('De', { exact: true }).fill('10:00');
    await phone.page.getByLabel('À', { exact: true }).fill('11:30');
    await section('activities').tap();

    await section('contacts').tap();
    await phone.press('Ajouter un contact');
    const contact = phone.page.locator('.row').last();
    await contact.getByLabel('Rôle').fill('Inscriptions');
    await contact.getByLabel('Téléphone').fill(ON_PAPER.typed);
    await contact.getByRole('checkbox', { name: 'Dans l’annuaire imprimé' }).check();
    await phone.picture('09-contact');
    expect(await phone.faults()).toEqual([]);

    await phone.press('Relire avant d’envoyer');
    await phone.screen('Relire avant d’envoyer');
    expect(await phone.page.locator('.changes dt').allTextContents()).toEqual(['Logo', 'Activités', 'Contacts']);
    expect(await phone.faults()).toEqual([]);
    await phone.picture('10-review');
    await phone.press('Envoyer mes changements');
    await phone.screen('Merci');
    await phone.picture('11-thanks-changed');

    const receipt = await letterAbout(`Bien reçu : vos changements pour ${nameOf(CHANGED)}`);
    for (const changed of ['Logo', 'Activités', 'Contacts']) expect(receipt.text).toContain(`– ${changed}`);
    expect(await pageOf(CHANGED)).not.toContain('Initiation au popping');
  });

  it('goes on from what it sent when it forgot something, logo included', async () => {
    await openLetter(CHANGED);
    expect(plain((await phone.page.locator('.notice').textContent()) ?? '')).toContain('Un oubli ?');
    await phone.press('Modifier ma fiche');
    await phone.page.locator('#rubrique-presentation').tap();
    await phone.page.getByLabel('Comment s’inscrire').fill('Sur place, le jour même.');
    await phone.press('Relire avant d’envoyer');
    await phone.screen('Relire avant d’envoyer');
    expect(await phone.page.locator('.changes dt').allTextContents()).toEqual(CHANGES);
    await phone.press('Envoyer mes changements');
    await phone.screen('Merci');
    expect((await desk()).counts).toMatchObject({ changed: 1 });
  });
});

describe('the desk', () => {
  it('has both answers, and accepts what is unchanged in one act, of which one build follows', async () => {
    for (const slug of ALSO_UNCHANGED) {
      const token = tokenIn(await invitation(slug), 'ma-fiche');
      const { version } = await open(token);
      expect((await knock('/api/ma-fiche/confirmer', { token, version })).status).toBe(201);
    }
    expect((await desk()).counts).toEqual({ unchanged: 11, changed: 1, new: 0, proposals: 0, reports: 0 });

    const today = formatMonth(dayOf(new Date()));
    const built = await releasesOf(
      async () => {
        const together = AcceptedTogether.parse(await asked('POST', '/trame/desk/accept-unchanged'));
        expect(together).toEqual({ accepted: 11, left: [] });
      },
      async () => (await pageOf(UNCHANGED)).includes(`vérifiée en ${today}`),
    );
    expect(built).toBe(1);
    expect((await desk()).counts).toEqual({ unchanged: 0, changed: 1, new: 0, proposals: 0, reports: 0 });
  });

  it('shows the difference line by line, publishes it, and the site follows', async () => {
    const opened = await openOnDesk(nameOf(CHANGED));
    expect(opened.faults).toEqual([]);
    expect(opened.differences.map(({ label }) => label)).toEqual(CHANGES);
    const said = (field: string) => {
      const found = opened.differences.find((one) => one.field === field);
      return [plain(found?.before.join('\n') ?? ''), plain(found?.after.join('\n') ?? '')] as const;
    };
    expect(said('activities')[0]).not.toContain('18 h 45');
    expect(said('activities')[1]).toMatch(/18 h 45.*20 h 15.*Initiation au popping/);
    expect(said('contacts')[1]).toContain(ON_PAPER.shown);
    expect(opened.logo).toMatch(/^data:image\//);

    const built = await releasesOf(
      () => accept(opened),
      async () => (await pageOf(CHANGED)).includes('Initiation au popping'),
    );
    expect(built).toBe(1);
    const page = await pageOf(CHANGED);
    expect(page).toContain('18 h 45');
    expect(page).toContain(`vérifiée en ${formatMonth(dayOf(new Date()))}`);
    expect(page).toContain('Un carré vert');
    expect(page).not.toContain(ON_PAPER.shown);
    expect(page).not.toContain(ON_PAPER.stored);
    const accepted = await letterAbout(`C’est publié : ${nameOf(CHANGED)}`);
    expect(linksIn(accepted)).toContain(`${world.environment.siteUrl}/associations/${CHANGED}/`);
    expect(await accept(opened).catch(() => 'refused')).toBe('refused');
  });

  it('is followed by the booklet of the site, and the press file has what is for paper alone', async () => {
    await settled();
    const booklet = await wordsOf(await world.get('/annuaire.pdf'));
    expect(booklet).toContain('18 h 45');
    expect(booklet).not.toContain(ON_PAPER.shown);

    const door = `/trame/editions/${edition.documentId}`;
    await asked('POST', `${door}/proof`);
    const state = async () => EditionState.parse(await asked('GET', door));
    await world.until(async () => (await state()).printing === null, 120_000);
    const { proof, failure } = await state();
    expect(failure).toBeNull();
    let press = '';
    for (const { name } of proof?.files ?? [])
      if (name.endsWith('.pdf')) press += await wordsOf(await world.editor.fetch('GET', `${door}/files/proof/${name}`));
    expect(press).toContain(ON_PAPER.shown);
    expect(press).toContain('18 h 45');
  });

  it('puts an entry back to what it was, by the journal', async () => {
    const [line] = (await journal(CHANGED)).filter(({ revertible }) => revertible);
    expect(line?.differences.map(({ label }) => label)).toEqual(CHANGES);
    await asked('POST', `/trame/journal/${line?.id}/revert`);
    await world.until(async () => !(await pageOf(CHANGED)).includes('Initiation au popping'));
    expect(await pageOf(CHANGED)).not.toContain('18 h 45');
    expect((await journal(CHANGED))[0]).toMatchObject({ subject: nameOf(CHANGED) });
  });

  it('refuses with a reason that the association reads', async () => {
    const token = tokenIn(await invitation(REFUSED), 'ma-fiche');
    const { entry, version } = await open(token);
    const sent = await knock('/api/ma-fiche/proposer', { token, version, entry: { ...entry, name: 'Un autre nom' } });
    expect(sent.status).toBe(201);
    const { id } = await waitingFor(nameOf(REFUSED));
    await asked('POST', `/trame/desk/${id}/refuse`, { reason: REASON });
    const letter = await letterAbout(`Votre envoi pour ${nameOf(REFUSED)}`);
    expect(plain(letter.text)).toContain(REASON);
    expect(tokenIn(letter, 'ma-fiche')).toBe(token);
    expect(await pageOf(REFUSED)).toContain(nameOf(REFUSED));
    const read = await phone.readLetter(mailbox, letter.subject);
    await phone.picture('12-refusal');
    await phone.follow(read.getByRole('link', { name: 'Corriger et renvoyer' }));
    await phone.screen(nameOf(REFUSED));
    expect(plain((await phone.page.locator('.notice').textContent()) ?? '')).toContain(REASON);
    expect(await phone.faults()).toEqual([]);
    await phone.picture('13-after-refusal');
    await phone.press('Modifier ma fiche');
    await phone.page.locator('#rubrique-identity').tap();
    expect(await phone.page.getByLabel('Nom de l’association').inputValue()).toBe('Un autre nom');
  });
});

describe('a contact', () => {
  it('takes itself off the site by the foot of its letter, within a minute', async () => {
    const letter = await invitation(WITHDRAWN);
    expect(await pageOf(WITHDRAWN)).toContain(letter.to);
    const read = await phone.readLetter(mailbox, letter.subject);
    await phone.follow(read.getByRole('link').last());
    await phone.button('Retirer ce contact').waitFor();
    expect(await phone.faults()).toEqual([]);
    await phone.picture('14-withdrawal');
    const begun = performance.now();
    await phone.press('Retirer ce contact');
    await phone.screen('C’est fait');
    expect(await phone.faults()).toEqual([]);
    await phone.picture('15-withdrawn');
    await world.until(async () => !(await pageOf(WITHDRAWN)).includes(letter.to));
    expect(performance.now() - begun).toBeLessThan(60_000);
    console.info(`withdrawal → off the site: ${Math.round(performance.now() - begun)} ms`);
    await settled();
    expect(await wordsOf(await world.get('/annuaire.pdf'))).not.toContain(letter.to);
    expect((await journal(WITHDRAWN))[0]?.what).toMatch(/retiré/i);
  });
});

describe('who means harm', () => {
  it('can do nothing to another association with the link of one', async () => {
    const [mine, other] = [await invitation(UNCHANGED), await invitation(CHANGED)];
    const token = tokenIn(mine, 'ma-fiche');
    const { entry, version, association: me } = await open(token);
    const theirs = await open(tokenIn(other, 'ma-fiche'));
    const before = [await desk(), await pageOf(CHANGED)];
    for (const body of [
      { token, version, entry, association: theirs.association.id },
      { token, version, entry: { ...entry, id: theirs.association.id } },
      { token, version, entry: { ...entry, publishedAt: null } },
    ]) {
      const answer = await knock('/api/ma-fiche/proposer', body);
      expect([answer.status, (await refusal(answer)).code]).toEqual([400, 'invalid']);
    }
    const moved = await knock('/api/ma-fiche/proposer', { token, version: theirs.version, entry: theirs.entry });
    expect([moved.status, (await refusal(moved)).code]).toEqual([409, 'conflict']);
    expect([await desk(), await pageOf(CHANGED)]).toEqual(before);
    // Whatever is said goes to the association of the link.
    const sent = await knock('/api/ma-fiche/proposer', {
      token,
      version,
      entry: { ...theirs.entry, logo: entry.logo },
    });
    expect(sent.status).toBe(201);
    expect((await desk()).answers.map((answer) => answer.association)).toEqual([me.id]);
    const foreign = await knock('/api/ma-fiche/ouvrir', { token }, { origin: 'https://evil.example' });
    expect(foreign.status).toBe(403);
  });

  it('is told no more by a revoked link than by a guessed one', async () => {
    const requests = CampaignRequest.array().parse(await asked('GET', `/trame/campaigns/${campaign.id}/requests`));
    const { request } = requests.find((one) => one.association === association(REVOKED).documentId)!;
    await asked('POST', `/trame/campaigns/${campaign.id}/requests/${request}/revoke`, {});
    await openLetter(REVOKED);
    await phone.screen('Ce lien ne fonctionne pas');
    expect(await phone.faults()).toEqual([]);
    await phone.picture('16-revoked');
    const token = tokenIn(await invitation(REVOKED), 'ma-fiche');
    const [old, guessed] = [
      await knock('/api/ma-fiche/ouvrir', { token }),
      await knock('/api/ma-fiche/ouvrir', { token: 'A'.repeat(43) }),
    ];
    expect([old.status, await old.text()]).toEqual([guessed.status, await guessed.text()]);
  });
});

describe('an association that is not listed', () => {
  it('is declared, after a look at those that look like it, and is online once accepted', async () => {
    await phone.page.goto(`${world.environment.siteUrl}/declarer/`);
    const begun = Date.now();
    await phone.screen('Déclarer une association');
    expect(await phone.faults()).toEqual([]);
    await phone.picture('20-declare');
    await phone.page.getByLabel('Nom de l’association').fill('Hip-hop du Rail');
    await phone.press('Continuer');
    await phone.screen(/Est-ce l’une/);
    expect(await phone.page.locator('.row-title').allTextContents()).toEqual([nameOf(CHANGED)]);
    expect(await phone.faults()).toEqual([]);
    await phone.picture('21-look-alikes');
    await phone.press('Changer le nom');
    await phone.page.getByLabel('Nom de l’association').fill('Les Tricoteuses du Clair de Lune');
    await phone.page.getByLabel('Commune du siège').selectOption({ index: 3 });
    await phone.press('Continuer');
    await phone.screen('Présenter l’association');
    await phone.picture('22-describe');
    const section = (id: string) => phone.page.locator(`#rubrique-${id}`);
    await section('presentation').tap();
    await phone.page
      .getByLabel('Présentation courte')
      .fill('On tricote ensemble les soirs de pleine lune, au chaud, débutants bienvenus.');
    await section('themes').tap();
    await phone.page.locator('.chapter summary').first().tap();
    await phone.page.locator('.chapter input').first().check();
    await phone.picture('23-themes');
    await section('contacts').tap();
    await phone.press('Ajouter un contact');
    await phone.page.getByLabel('Adresse électronique').fill('tricot@example.org');
    await phone.page.getByRole('checkbox', { name: 'Sur le site internet' }).check();
    await phone.press('Relire avant d’envoyer');
    await phone.screen('Relire avant d’envoyer');
    expect(await phone.faults()).toEqual([]);
    await phone.picture('24-declare-review');
    // Nobody fills in a form in two seconds, and who does is taken for a program.
    await phone.page.waitForTimeout(Math.max(0, begun + 5000 - Date.now()));
    await phone.press('Envoyer');
    await phone.screen('Merci');
    await phone.picture('25-declared');
    expect((await letterAbout('Bien reçu : votre demande pour Les Tricoteuses')).to).toBe('tricot@example.org');

    const opened = await openOnDesk('Les Tricoteuses du Clair de Lune');
    expect(opened.answer.kind).toBe('nouvelle association');
    expect(opened.faults).toEqual([]);
    await accept(opened);
    const page = '/associations/les-tricoteuses-du-clair-de-lune/';
    await world.until(async () => (await world.get(page)).ok);
    expect(await (await world.get(page)).text()).toContain('pleine lune');
    expect(linksIn(await letterAbout('C’est publié : Les Tricoteuses'))).toContain(
      `${world.environment.siteUrl}${page}`,
    );
  });
});

describe('the rest of the year', () => {
  it('an association signs in by a letter, and proposes an event and a change', async () => {
    const { to } = await invitation(UNCHANGED);
    await phone.page.goto(`${world.environment.siteUrl}/connexion/`);
    await phone.screen('Se connecter');
    await phone.picture('30-sign-in');
    await phone.page.getByLabel('Votre adresse électronique').fill(to);
    await phone.press('Recevoir mon lien');
    await phone.screen('Regardez vos courriels');
    await phone.picture('31-sent');
    const letter = await letterAbout('Votre lien pour entrer', to);
    await scan([letter]);
    await phone.page.goto(linksIn(letter)[0] ?? '');
    await phone.button('Entrer dans mon espace').waitFor();
    const read = await phone.readLetter(mailbox, letter.subject);
    await phone.picture('32-sign-in-letter');
    await phone.follow(read.getByRole('link').first());
    await phone.press('Entrer dans mon espace');
    await phone.page.getByRole('heading', { name: nameOf(UNCHANGED) }).waitFor();
    expect(await phone.faults()).toEqual([]);
    await phone.picture('33-space');

    await phone.press('Proposer un événement');
    await phone.page.getByLabel('Titre').fill('Bourse aux graines');
    await phone.page
      .getByLabel('De quoi s’agit-il')
      .fill('On échange des graines et des conseils, à la salle des fêtes.');
    await phone.page.getByLabel('Jour').fill(dayOf(new Date(Date.now() + 10 * 86_400_000)));
    await phone.page.getByLabel('Début').fill('14:00');
    await phone.page.getByLabel('Lieu').fill('Salle des fêtes');
    await phone.page.getByLabel('Commune').selectOption({ index: 3 });
    await phone.page.getByLabel('C’est gratuit').check();
    await phone.picture('34-event');
    await phone.press('Envoyer à l’office');
    await phone.screen('C’est envoyé');
    await phone.picture('35-event-sent');
    expect(await waitingFor('Bourse aux graines')).toMatchObject({ kind: 'événement', channel: 'espace' });
    await phone.press('Retour à mon espace');
    await phone.page.getByText('Bourse aux graines').first().waitFor();

    await phone.press('Relire ou modifier la fiche');
    await phone.press('Modifier ma fiche');
    await phone.page.locator('#rubrique-volunteers').tap();
    await phone.page.getByLabel('Nous cherchons des bénévoles').check();
    await phone.press('Relire avant d’envoyer');
    await phone.press('Envoyer mes changements');
    await phone.screen('Merci');
    const [event, change] = [await openOnDesk('Bourse aux graines'), await openOnDesk(nameOf(UNCHANGED))];
    expect(change.answer).toMatchObject({ kind: 'modification', channel: 'espace' });
    await accept(event);
    await accept(change);
    await world.until(async () => plain(await (await world.get('/agenda/')).text()).includes('Bourse aux graines'));

    // No other site renews the session, and the link is spent.
    for (const origin of ['https://evil.example', 'null']) {
      expect((await knock('/api/session/rafraichir', {}, { origin })).status).toBe(403);
    }
    const again = await phone.readLetter(mailbox, letter.subject);
    await phone.follow(again.getByRole('link').first());
    await phone.press('Entrer dans mon espace');
    await phone.screen('Ce lien ne fonctionne plus');
  });
});

describe('the closing', () => {
  it('shuts every link, kindly', async () => {
    await asked('POST', `/trame/campaigns/${campaign.id}/close`, {});
    await openLetter(REFUSED);
    await phone.screen('La mise à jour annuelle est terminée');
    expect(await phone.faults()).toEqual([]);
    await phone.picture('40-closed');
    const token = tokenIn(await invitation(UNCHANGED), 'ma-fiche');
    const late = await knock('/api/ma-fiche/confirmer', { token, version: 'x' });
    expect((await refusal(late)).code).toBe('closed');
  });
});
