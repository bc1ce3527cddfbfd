/** The association's five minutes, on a phone of 360 pixels, against a stand-in that refuses what the contract does not name. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { overflow, violations } from './support/axe.ts';
import { launchBrowser } from './support/browser.ts';
import type { Served } from './support/serve.ts';
import { openServicePage, PHONE, serveWithPolicy } from './support/service-pages.ts';
import { sampleEntry, samplePixel, sampleToken } from './support/stand-in-samples.ts';
import { startStandIn, type StandIn } from './support/stand-in.ts';

const { folder, cmsPort } = inject('site');
const cmsUrl = `http://127.0.0.1:${cmsPort}`;

/** A picture far taller than it is wide. */
const TALL = `data:image/svg+xml;base64,${Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="200" height="900"><rect width="200" height="900" fill="teal"/></svg>').toString('base64')}`;

let site: Served;
let origin: string;
let link: string;
let browser: Browser;
let cms: StandIn;
let context: BrowserContext;
let page: Page;
let errors: string[];

beforeAll(async () => {
  browser = await launchBrowser();
  site = await serveWithPolicy(folder, cmsUrl);
  ({ origin } = site);
  link = `${origin}/ma-fiche/#${sampleToken}`;
  cms = await startStandIn(origin, cmsPort);
});
afterAll(async () => {
  await browser.close();
  await cms.close();
  await site.close();
});
beforeEach(async () => {
  cms.reset();
  ({ context, page, errors } = await openServicePage(browser));
});
afterEach(async () => {
  await context.close();
  expect(errors).toEqual([]);
  expect(cms.faults).toEqual([]);
});

const button = (name: string | RegExp) => page.getByRole('button', { name });
const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const section = (id: string) => page.locator(`#rubrique-${id}`);
const sound = async () => expect([...(await violations(page)), await overflow(page)]).toEqual([0]);
const openForm = async () => {
  await page.goto(link);
  await button('Modifier ma fiche').click();
  await heading('Modifier ma fiche').waitFor();
};
const focused = () => page.evaluate(() => document.activeElement?.id ?? '');

describe('opening the link', () => {
  it('shows what is published and both answers on the first screen, and changes nothing', async () => {
    await page.goto(link);
    await heading('Chorale du lavoir').waitFor();
    for (const name of ['Rien n’a changé', 'Modifier ma fiche']) {
      const box = await button(name).boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(44);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(PHONE.viewport.height);
    }
    expect(await page.locator('.facts').textContent()).toContain('05\u00a036\u00a049\u00a000\u00a012');
    await page.locator('.printed-picture img').waitFor();
    // However long the entry is, the picture comes before it.
    const [printed, facts] = [page.locator('.printed-picture'), page.locator('.facts')];
    expect((await printed.boundingBox())?.y).toBeLessThan((await facts.boundingBox())?.y ?? 0);
    await sound();
    expect(cms.calls.map(({ path }) => path).sort()).toEqual(['/api/ma-fiche/apercu', '/api/ma-fiche/ouvrir']);
  });

  it('takes the secret out of the address, and survives a reload', async () => {
    await page.goto(link);
    await heading('Chorale du lavoir').waitFor();
    expect(page.url()).toBe(`${origin}/ma-fiche/`);
    await page.reload();
    await heading('Chorale du lavoir').waitFor();
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
    expect(await page.locator('meta[name=referrer]').getAttribute('content')).toBe('no-referrer');
  });

  it.each([
    ['link-unknown', 'Ce lien ne fonctionne pas'],
    ['link-expired', 'Ce lien n’est plus valable'],
    ['closed', 'La mise à jour annuelle est terminée'],
  ] as const)('that is %s says so and whom to call', async (code, title) => {
    cms.state.refuse = { code };
    await page.goto(link);
    await heading(title).waitFor();
    expect(await page.locator('.office a[href^="tel:"]').count()).toBe(1);
    expect(await page.locator('.office a[href^="mailto:"]').count()).toBe(1);
    expect(await button('Réessayer').count()).toBe(0);
    // A link that had its time leads to where one signs in all year round.
    expect(await page.getByRole('link', { name: 'Demander un lien de connexion' }).count()).toBe(
      code === 'link-unknown' ? 0 : 1,
    );
    await sound();
  });

  it('that a mail program cut asks nothing of the CMS, and opens by the code of the letter', async () => {
    await page.goto(`${link.slice(0, -5)}`);
    await heading('Votre messagerie a coupé le lien').waitFor();
    await sound();
    await button('Ouvrir ma fiche').click();
    await page.getByText('Tapez le code écrit dans la lettre').first().waitFor();
    expect(await focused()).toBe('champ-code');
    expect(cms.calls).toEqual([]);

    cms.state.refuse = { code: 'link-unknown', path: '/code', message: 'Ce code n’ouvre rien.' };
    await page.getByLabel('Code').fill('k7qf 29xm twda');
    await button('Ouvrir ma fiche').click();
    await page.getByText('Ce code n’ouvre rien').first().waitFor();
    await sound();
    cms.state.refuse = null;
    await button('Ouvrir ma fiche').click();
    await heading('Chorale du lavoir').waitFor();
    expect(cms.bodies('/api/ma-fiche/code')).toEqual([{ code: 'K7QF29XMTWDA' }]);
    await page.reload();
    await heading('Chorale du lavoir').waitFor();
  });

  // This server shows files and nothing else, as a static host does: the first is led on by its page for what does not exist.
  it.each([
    `/ma-fiche/%23${sampleToken}`,
    `/ma-fiche/?f=${sampleToken}&utm_source=x`,
    `/fr/ma-fiche/=23_${sampleToken}_`,
  ])('that a gateway rewrote opens, and its secret goes nowhere else: %s', async (rewritten) => {
    const referrers: string[] = [];
    page.on('request', (request) => referrers.push(request.headers()['referer'] ?? ''));
    await page.goto(`${origin}${rewritten}`);
    await heading('Chorale du lavoir').waitFor();
    expect(page.url()).toBe(`${origin}/ma-fiche/`);
    expect(referrers.join()).not.toContain(sampleToken);
    await page.goBack({ waitUntil: 'commit' }).catch(() => null);
    expect(page.url()).not.toContain(sampleToken);
  });

  it('without a network offers to try again', async () => {
    cms.state.down = true;
    await page.goto(link);
    await heading('La connexion est coupée').waitFor();
    await sound();
    cms.state.down = false;
    await button('Réessayer').click();
    await heading('Chorale du lavoir').waitFor();
  });
});

describe('nothing changed', () => {
  it('is one press, with a receipt and advice', async () => {
    await page.goto(link);
    await button('Rien n’a changé').click();
    await heading(/Merci/).waitFor();
    expect(cms.bodies('/api/ma-fiche/confirmer')).toEqual([{ token: sampleToken, version: 'version-1' }]);
    const text = await page.locator('main').textContent();
    expect(text).toContain('m…@example.org');
    expect(text).toContain('Ajoutez votre logo.');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await sound();
  });

  it('is not lost with the network', async () => {
    await page.goto(link);
    await button('Rien n’a changé').waitFor();
    cms.state.down = true;
    await button('Rien n’a changé').click();
    await page.getByText('L’envoi n’a pas abouti').waitFor();
    cms.state.down = false;
    await button('Rien n’a changé').click();
    await heading(/Merci/).waitFor();
  });

  it('of an entry that changed meanwhile shows it anew first', async () => {
    await page.goto(link);
    await button('Rien n’a changé').waitFor();
    cms.state.opened = {
      ...cms.state.opened,
      version: 'version-2',
      entry: { ...cms.state.opened.entry, summary: 'Récrit par l’office entre-temps, pour la nouvelle saison.' },
    };
    await button('Rien n’a changé').click();
    await page.getByText('Votre fiche a changé depuis').waitFor();
    await page.getByText('Récrit par l’office').waitFor();
    await button('Rien n’a changé').click();
    await heading(/Merci/).waitFor();
    expect(cms.bodies('/api/ma-fiche/confirmer')).toEqual([{ token: sampleToken, version: 'version-2' }]);
  });
});

describe('nothing changed, while changes of one’s own wait', () => {
  const dialog = () => page.getByRole('dialog');
  const keep = () => dialog().getByRole('button', { name: 'Garder mes changements' });
  const sentChanges = () => {
    const entry = { ...sampleEntry(), acronym: 'CDL', summary: 'Quarante voix, sans audition.' };
    const answered = {
      id: 'r1',
      kind: 'modification',
      state: 'à relire',
      title: 'Chorale du lavoir',
      at: '2026-09-01T09:00:00.000Z',
      decidedAt: null,
      reason: null,
    } as const;
    cms.state.opened = { ...cms.state.opened, answered, sent: { entry, base: sampleEntry(), picture: null } };
  };
  const confirmed = () => cms.bodies('/api/ma-fiche/confirmer').length;

  it('asks once, says what would be lost, and keeps it unless told otherwise', async () => {
    sentChanges();
    await page.goto(link);
    // A screen that opens gives the focus to its title, once it is drawn.
    await page.waitForFunction(() => document.activeElement?.localName === 'h1');
    await button('Rien n’a changé').focus();
    await page.keyboard.press('Enter');
    await dialog().waitFor();
    expect(await dialog().getAttribute('aria-labelledby')).toBe('abandon');
    expect(await page.locator('#abandon').textContent()).toContain('Annuler les changements que vous avez envoyés');
    const said = await page.locator(`#${await dialog().getAttribute('aria-describedby')}`).textContent();
    for (const words of ['1er septembre 2026', 'Sigle', 'Présentation courte', 'seront perdus']) {
      expect(said).toContain(words);
    }
    for (const answer of await dialog().getByRole('button').all()) {
      expect((await answer.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    }
    await sound();
    // The answer that loses nothing has the focus, the page behind cannot be reached, Escape leads back.
    expect(await keep().evaluate((element) => element === document.activeElement)).toBe(true);
    for (let tabs = 0; tabs < 6; tabs += 1) {
      await page.keyboard.press('Tab');
      // Between two rounds the browser's own bar has the focus, and the page says that its body has.
      const stays = () => document.activeElement === document.body || !!document.activeElement?.closest('dialog');
      expect(await page.evaluate(stays)).toBe(true);
    }
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Rien n’a changé');
    await button('Rien n’a changé').click();
    await keep().click();
    await dialog().waitFor({ state: 'hidden' });
    expect(confirmed()).toBe(0);

    cms.state.down = true;
    await button('Rien n’a changé').click();
    await button('Tout annuler : rien n’a changé').click();
    await page.getByText('L’envoi n’a pas abouti').waitFor();
    cms.state.down = false;
    await button('Rien n’a changé').click();
    await heading(/Merci/).waitFor();
    expect(confirmed()).toBe(1);
  });

  it('asks for what was typed and never sent, too', async () => {
    await openForm();
    await section('presentation').click();
    await page.getByLabel('Présentation courte').fill('Quarante voix, sans audition, qui chantent pour le plaisir.');
    await button('Retour à ma fiche').click();
    await button('Rien n’a changé').click();
    await page.getByText('n’a pas été envoyée').waitFor();
    await sound();
    await button('Tout annuler : rien n’a changé').click();
    await heading(/Merci/).waitFor();
    expect(confirmed()).toBe(1);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    // What was let go does not come back by the form.
    await button('Compléter ma fiche').click();
    await section('presentation').click();
    expect(await page.getByLabel('Présentation courte').inputValue()).toBe(sampleEntry().summary);
  });

  it('asks for changes that this very visit sent', async () => {
    await openForm();
    await section('identity').click();
    await page.getByLabel('Sigle').fill('CDL');
    await button('Relire avant d’envoyer').click();
    await button('Envoyer mes changements').click();
    await heading(/Merci/).waitFor();
    await page.goBack();
    await heading('Relire avant d’envoyer').waitFor();
    await page.goBack();
    await heading('Modifier ma fiche').waitFor();
    await page.goBack();
    await button('Rien n’a changé').click();
    expect(await dialog().textContent()).toContain('« Sigle »'.replaceAll(' ', '\u00a0'));
    await keep().click();
    expect(confirmed()).toBe(0);
  });

  it('says so of changes that were undone in the form', async () => {
    sentChanges();
    await openForm();
    await section('identity').click();
    await page.getByLabel('Sigle').fill('');
    await section('presentation').click();
    await page.getByLabel('Présentation courte').fill(sampleEntry().summary);
    await button('Relire avant d’envoyer').click();
    await page.getByText('les changements que vous avez envoyés le 1er septembre 2026').waitFor();
    await button('Confirmer : rien n’a changé').click();
    await heading(/Merci/).waitFor();
    expect(confirmed()).toBe(1);
  });
});

describe('a change', () => {
  it('is said in words before it leaves, and nothing else leaves with it', async () => {
    await openForm();
    await section('activities').click();
    await button(/^Modifier : Chorale adultes/).click();
    expect(await focused()).toBe('champ-activities-0-label');
    await page.getByLabel('Prix').fill('70 € par an');
    await section('contacts').click();
    await page.getByLabel('Téléphone').fill('05.36.49.00.77');
    await page.getByRole('checkbox', { name: 'Dans l’annuaire imprimé' }).uncheck();
    await sound();
    await button('Relire avant d’envoyer').click();
    await heading('Relire avant d’envoyer').waitFor();
    expect(await page.locator('.changes dt').allTextContents()).toEqual(['Activités', 'Contacts']);
    expect(await page.locator('.changes del').first().textContent()).toContain('60');
    await sound();
    await button('Envoyer mes changements').click();
    await heading(/Merci/).waitFor();
    const [activity] = sampleEntry().activities;
    const [contact] = sampleEntry().contacts;
    expect(cms.bodies('/api/ma-fiche/proposer')).toEqual([
      {
        token: sampleToken,
        version: 'version-1',
        entry: {
          ...sampleEntry(),
          logo: { choice: 'none' },
          activities: [{ ...activity, price: '70 € par an' }],
          contacts: [{ ...contact, phone: '+33536490077', print: false }],
        },
      },
    ]);
  });

  it('with faults lists them first, and each leads to its field', async () => {
    await openForm();
    await section('identity').click();
    await page.getByLabel('Nom de l’association').fill('');
    await section('identity').click();
    await section('contacts').click();
    await page.getByLabel('Téléphone').fill('12');
    await button('Relire avant d’envoyer').click();
    await page.getByText('2 points sont à corriger').waitFor();
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'alert');
    await sound();
    await page.getByRole('link', { name: 'Indiquez le nom' }).click();
    expect(await focused()).toBe('champ-name');
    expect(await page.locator('#champ-name').getAttribute('aria-invalid')).toBe('true');
    const described = await page.locator('#champ-contacts-0-phone').getAttribute('aria-describedby');
    expect(await page.locator(`#${described}`).textContent()).toContain('« 12 »'.replaceAll(' ', '\u00a0'));
    expect(cms.bodies('/api/ma-fiche/proposer')).toEqual([]);
  });

  it('counts the summary as it is typed', async () => {
    await openForm();
    await section('presentation').click();
    await page.getByLabel('Présentation courte').fill('é'.repeat(403));
    expect(await page.locator('.field-count').textContent()).toContain('3 de trop');
  });

  it('adds, copies and removes activities, and takes a removal back', async () => {
    await openForm();
    await section('activities').click();
    await button(/^Copier : Chorale adultes/).click();
    expect(await focused()).toBe('champ-activities-1-label');
    await page.getByLabel('Nom de l’activité').fill('Chorale enfants');
    await button('Ajouter un jour').click();
    const slots = page.locator('.slot');
    expect(await slots.count()).toBe(2);
    expect(await slots.nth(1).getByLabel('Jour').inputValue()).toBe('mercredi');
    expect(await slots.nth(1).getByLabel('De', { exact: true }).inputValue()).toBe('20\u00a0h');
    await button(/^Supprimer : Chorale adultes/).click();
    expect(await page.locator('.row-title').allTextContents()).toEqual(['Chorale enfants']);
    await button('Annuler la suppression').click();
    expect(await page.locator('.row-title').allTextContents()).toEqual(['Chorale adultes', 'Chorale enfants']);
    await button('Ajouter une activité').click();
    await page.getByLabel('Nom de l’activité').fill('Concerts');
    await button('Relire avant d’envoyer').click();
    await button('Envoyer mes changements').click();
    await heading(/Merci/).waitFor();
    const [sent] = cms.bodies('/api/ma-fiche/proposer') as [{ entry: ReturnType<typeof sampleEntry> }];
    expect(sent.entry.activities.map(({ label, slots }) => [label, slots.length])).toEqual([
      ['Chorale adultes', 1],
      ['Chorale enfants', 2],
      ['Concerts', 0],
    ]);
  });

  it('of the logo stays in its frame however tall it is, and is seen before it leaves, also after a reload', async () => {
    cms.state.picture = TALL;
    await openForm();
    await section('identity').click();
    const png = Buffer.from(samplePixel.split(',')[1] ?? '', 'base64');
    await page.locator('input[type=file]').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: png });
    await page.getByLabel('Que voit-on sur ce logo').fill('Une clé de sol bleue');
    const inFrame = async () => {
      const frame = (await page.locator('.picture-frame').last().boundingBox())!;
      const shown = (await page.locator('.picture-frame img').last().boundingBox())!;
      expect(shown.height).toBeGreaterThan(50);
      expect(shown.y).toBeGreaterThanOrEqual(frame.y);
      expect(shown.y + shown.height).toBeLessThanOrEqual(frame.y + frame.height);
    };
    await inFrame();
    await sound();
    const review = async () => {
      await button('Relire avant d’envoyer').click();
      await page.locator('.changes').getByRole('img', { name: 'Une clé de sol bleue' }).waitFor();
      await inFrame();
      await sound();
    };
    await review();
    await page.reload();
    await button('Reprendre ma saisie').click();
    await review();
  });

  it('of a HEIC photograph is made a JPEG where the browser reads it, else told what to do on each telephone', async () => {
    const heic = { name: 'IMG_0001.HEIC', mimeType: 'image/heic', buffer: Buffer.from('....ftypheic') };
    await openForm();
    await section('identity').click();
    await page.locator('input[type=file]').setInputFiles(heic);
    await page.getByText('capture d’écran').first().waitFor();
    const said = (await page.locator('.field-fault').textContent()) ?? '';
    for (const word of ['iPhone', 'Samsung', 'Android', 'haute efficacité']) expect(said).toContain(word);
    await sound();
    expect(cms.calls.some(({ path }) => path.endsWith('/logo'))).toBe(false);
    // Safari has a decoder of its own.
    await page.evaluate(() => {
      const canvas = document.createElement('canvas');
      const read = window.createImageBitmap.bind(window);
      window.createImageBitmap = () => read(canvas);
    });
    await page.locator('input[type=file]').setInputFiles(heic);
    await page.getByLabel('Que voit-on sur ce logo').waitFor();
    const [sent] = cms.bodies('/api/ma-fiche/logo') as [{ file: File }];
    expect([sent.file.name, sent.file.type]).toEqual(['IMG_0001.jpg', 'image/jpeg']);
  });

  it('of the logo asks for words, and refuses what is no picture', async () => {
    await openForm();
    await section('identity').click();
    const file = page.locator('input[type=file]');
    await file.setInputFiles({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') });
    await page.getByText('n’est pas une image PNG, JPEG ou WebP').waitFor();
    const png = Buffer.from(samplePixel.split(',')[1] ?? '', 'base64');
    await file.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: png });
    await page.getByLabel('Que voit-on sur ce logo').fill('Une clé de sol bleue');
    await sound();
    await button('Relire avant d’envoyer').click();
    await button('Envoyer mes changements').click();
    await heading(/Merci/).waitFor();
    const [sent] = cms.bodies('/api/ma-fiche/proposer') as [{ entry: ReturnType<typeof sampleEntry> }];
    expect(sent.entry.logo).toEqual({ choice: 'new', upload: 'abcdefghijklmnop1234', alt: 'Une clé de sol bleue' });
  });

  it('survives a closed tab, and is erased once sent', async () => {
    await openForm();
    await section('presentation').click();
    await page.getByLabel('Présentation courte').fill('Quarante voix, sans audition, qui chantent pour le plaisir.');
    await page.close();
    page = await context.newPage();
    await page.goto(link);
    await sound();
    await button('Reprendre ma saisie').click();
    await button('Relire avant d’envoyer').click();
    await page.getByText('Quarante voix, sans audition').waitFor();
    cms.state.down = true;
    await button('Envoyer mes changements').click();
    await page.getByText('L’envoi n’a pas abouti').waitFor();
    cms.state.down = false;
    await button('Envoyer mes changements').click();
    await heading(/Merci/).waitFor();
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  });

  it('of an entry that moved on is carried over, and what both changed is named', async () => {
    await openForm();
    await section('presentation').click();
    await page.getByLabel('Présentation courte').fill('Quarante voix, sans audition, qui chantent pour le plaisir.');
    await button('Relire avant d’envoyer').click();
    await button('Envoyer mes changements').waitFor();
    cms.state.opened = {
      ...cms.state.opened,
      version: 'version-2',
      entry: { ...cms.state.opened.entry, summary: 'Récrit par l’office.', acronym: 'CDL' },
    };
    await button('Envoyer mes changements').click();
    await page.getByText('Votre fiche a changé entre-temps').waitFor();
    expect(await page.locator('.notice').textContent()).toContain('Présentation courte');
    expect(await page.locator('.changes dt').allTextContents()).toEqual(['Présentation courte']);
    await sound();
    await button('Envoyer mes changements').click();
    await heading(/Merci/).waitFor();
    const [sent] = cms.bodies('/api/ma-fiche/proposer') as [{ version: string; entry: ReturnType<typeof sampleEntry> }];
    expect(sent.version).toBe('version-2');
    expect(sent.entry.acronym).toBe('CDL');
    expect(sent.entry.contacts).toEqual(sampleEntry().contacts);
  });

  it('goes on from what was refused, and from what waits', async () => {
    const entry = { ...sampleEntry(), acronym: 'CDL', summary: 'Quarante voix, sans audition.' };
    const answered = {
      id: 'r1',
      kind: 'modification',
      state: 'refusée',
      title: 'Chorale du lavoir',
      at: '2026-09-01T09:00:00.000Z',
      decidedAt: '2026-09-02T09:00:00.000Z',
      reason: 'Ce sigle est celui d’une autre.',
    } as const;
    cms.state.opened = { ...cms.state.opened, answered, sent: { entry, base: sampleEntry(), picture: null } };
    await page.goto(link);
    await page.getByText('Ce sigle est celui d’une autre.').waitFor();
    await sound();
    await button('Modifier ma fiche').click();
    await section('identity').click();
    expect(await page.getByLabel('Sigle').inputValue()).toBe('CDL');
    await page.getByLabel('Sigle').fill('');
    await button('Relire avant d’envoyer').click();
    await button('Envoyer mes changements').click();
    await heading(/Merci/).waitFor();
    const [proposed] = cms.bodies('/api/ma-fiche/proposer') as [{ entry: ReturnType<typeof sampleEntry> }];
    expect(proposed.entry).toEqual({ ...sampleEntry(), summary: 'Quarante voix, sans audition.' });
  });

  it('is kept when the link dies before it is sent', async () => {
    await openForm();
    await section('presentation').click();
    await page.getByLabel('Présentation courte').fill('Quarante voix, sans audition, qui chantent pour le plaisir.');
    await button('Relire avant d’envoyer').click();
    cms.state.refuse = { code: 'link-expired', message: 'Ce lien n’est plus valable.' };
    await button('Envoyer mes changements').click();
    await page.getByText('Votre saisie est gardée sur cet appareil').waitFor();
    expect(await page.locator('.office a[href^="tel:"]').count()).toBe(1);
    expect(await page.evaluate(() => localStorage.length)).toBe(1);
  });

  it('comes back with the back button of the phone, screen by screen', async () => {
    await openForm();
    await section('presentation').click();
    await page.getByLabel('Présentation courte').fill('Quarante voix, sans audition, qui chantent pour le plaisir.');
    await button('Relire avant d’envoyer').click();
    await heading('Relire avant d’envoyer').waitFor();
    await page.goBack();
    await heading('Modifier ma fiche').waitFor();
    await page.goBack();
    await heading('Chorale du lavoir').waitFor();
    await button('Reprendre ma saisie').waitFor();
  });
});

describe('without a mouse', () => {
  it('an answer is given with the keyboard alone', async () => {
    await page.goto(link);
    await button('Modifier ma fiche').waitFor();
    const press = async (name: string) => {
      for (let tabs = 0; tabs < 80; tabs += 1) {
        await page.keyboard.press('Tab');
        const text = await page.evaluate(() => document.activeElement?.textContent ?? '');
        if (text.startsWith(name)) return page.keyboard.press('Enter');
      }
      throw new Error(`not reached: ${name}`);
    };
    await press('Modifier ma fiche');
    await heading('Modifier ma fiche').waitFor();
    await press('Bénévolat');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await press('Relire avant d’envoyer');
    await heading('Relire avant d’envoyer').waitFor();
    await press('Envoyer mes changements');
    await heading(/Merci/).waitFor();
    const [sent] = cms.bodies('/api/ma-fiche/proposer') as [{ entry: ReturnType<typeof sampleEntry> }];
    expect(sent.entry).toEqual({ ...sampleEntry(), seeksVolunteers: true });
  });

  it('every target of the open form is large enough, and nothing scrolls sideways under a strong zoom', async () => {
    await openForm();
    for (const id of ['identity', 'presentation', 'themes', 'activities', 'places', 'contacts', 'volunteers']) {
      await section(id).click();
    }
    await button(/^Modifier : Chorale adultes/).click();
    const small = await page.locator('#service').evaluate((root) =>
      [...root.querySelectorAll('button, a, input, select, textarea, summary')].flatMap((element) => {
        // A box in its line: the line is the target.
        const box = (element.closest('.check-line') ?? element).getBoundingClientRect();
        return box.height > 0 && box.height < 44 ? [`${element.outerHTML.slice(0, 80)} ${box.height}`] : [];
      }),
    );
    expect(small).toEqual([]);
    await page.setViewportSize({ width: 320, height: 400 });
    await sound();
  });
});

it('has no violation on a large screen in the dark', async () => {
  await context.close();
  ({ context, page, errors } = await openServicePage(browser, {
    viewport: { width: 1280, height: 900 },
    colorScheme: 'dark',
    reducedMotion: 'reduce',
  }));
  await page.goto(link);
  await heading('Chorale du lavoir').waitFor();
  await sound();
  await button('Modifier ma fiche').click();
  for (const id of ['themes', 'activities', 'contacts']) await section(id).click();
  await sound();
});
