/** The other pages where associations write: declaring one, withdrawing a contact, the space of an account. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { overflow, violations } from './support/axe.ts';
import { launchBrowser } from './support/browser.ts';
import { sitemapPaths } from './support/pages.ts';
import type { Served } from './support/serve.ts';
import { openServicePage, serveWithPolicy } from './support/service-pages.ts';
import { samplePixel, sampleToken } from './support/stand-in-samples.ts';
import { startStandIn, type StandIn } from './support/stand-in.ts';

const { folder, cmsPort } = inject('site');
const cmsUrl = `http://127.0.0.1:${cmsPort}`;

let site: Served;
let origin: string;
let browser: Browser;
let cms: StandIn;
let context: BrowserContext;
let page: Page;
let errors: string[];

beforeAll(async () => {
  browser = await launchBrowser();
  site = await serveWithPolicy(folder, cmsUrl);
  ({ origin } = site);
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
/** How far above the button that was pressed its refusal ends, in pixels; both are in sight. */
const distance = async (refusal: string, name: string | RegExp): Promise<number> => {
  const [said, pressed] = [await page.locator(refusal).boundingBox(), await button(name).boundingBox()];
  const height = page.viewportSize()?.height ?? 0;
  if (!said || !pressed || said.y < 0 || pressed.y + pressed.height > height + 1) return Infinity;
  return pressed.y - (said.y + said.height);
};
const sound = async () => expect([...(await violations(page)), await overflow(page)]).toEqual([0]);

describe('declaring an association', () => {
  const describeIt = async () => {
    await page.locator('#rubrique-presentation').click();
    await page.getByLabel('Présentation courte').fill('On chante au lavoir, le mardi soir, sans audition.');
    await page.locator('#rubrique-themes').click();
    await page.locator('.chapter summary').first().click();
    await page.locator('.chapter input').first().check();
    await page.locator('#rubrique-contacts').click();
    await button('Ajouter un contact').click();
    await page.getByLabel('Adresse électronique').fill('chorale@example.org');
    await button('Relire avant d’envoyer').click();
    await page.getByLabel('Votre adresse électronique').waitFor();
  };

  it('looks for it first, and goes on when it is another one', async () => {
    cms.state.lookAlikes = [
      { name: 'Chorale du Lavoir', commune: 'Cavignac', pageUrl: `${origin}/associations/`, why: 'name' },
    ];
    await page.goto(`${origin}/declarer/`);
    await page.getByLabel('Nom de l’association').fill('Chorale lavoir');
    await page.getByLabel('Forme juridique').selectOption({ label: 'Association de fait' });
    await button('Continuer').click();
    await heading(/Est-ce l’une/).waitFor();
    await sound();
    await button('Non, la nôtre n’y est pas').click();
    await describeIt();
    await sound();
    await button('Envoyer').click();
    await heading(/Merci/).waitFor();
    const [sent] = cms.bodies('/api/declarer') as [Record<string, unknown>];
    expect(sent).toMatchObject({
      senderEmail: 'chorale@example.org',
      knowsLookAlikes: true,
      website2: '',
      legalForm: 'non déclarée',
      entry: {
        name: 'Chorale lavoir',
        contacts: [{ web: false, print: false, professionals: false, openData: false }],
      },
    });
    expect(sent['seconds']).toBeGreaterThan(0);
  });

  it('asks again when the name has changed since', async () => {
    await page.goto(`${origin}/declarer/`);
    await page.getByLabel('Nom de l’association').fill('Chorale');
    await button('Continuer').click();
    await heading('Présenter l’association').waitFor();
    await page.locator('#rubrique-identity').click();
    await page.getByLabel('Nom de l’association').fill('Chorale du lavoir');
    await describeIt();
    cms.state.lookAlikes = [{ name: 'Chorale du lavoir', commune: null, pageUrl: null, why: 'name' }];
    await button('Envoyer').click();
    await heading(/Est-ce l’une/).waitFor();
    expect(cms.bodies('/api/declarer')).toEqual([]);
    await button('Non, la nôtre n’y est pas').click();
    await button('Envoyer').click();
    await heading(/Merci/).waitFor();
    expect(cms.bodies('/api/declarer')).toHaveLength(1);
  });

  it('tells a wrong number of the register where it is typed, and forgets nothing of that screen', async () => {
    await page.goto(`${origin}/declarer/`);
    await page.getByLabel('Nom de l’association').fill('Chorale');
    await page.getByLabel('Numéro RNA').fill('W33');
    await button('Continuer').click();
    await page.getByText('n’est pas un numéro RNA').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('champ-rnaId');
    expect(cms.calls).toEqual([]);
    await sound();
    await page.getByLabel('Numéro RNA').fill('W332001234');
    await page.getByLabel('Forme juridique').selectOption({ label: 'Association de fait' });
    await page.reload();
    await button('Reprendre ma saisie').click();
    await describeIt();
    await button('Envoyer').click();
    await heading(/Merci/).waitFor();
    expect(cms.bodies('/api/declarer')).toMatchObject([{ rnaId: 'W332001234', legalForm: 'non déclarée' }]);
  });

  it('keeps a field that only machines fill away from everybody else', async () => {
    await page.goto(`${origin}/declarer/`);
    await page.getByLabel('Nom de l’association').fill('Chorale');
    await button('Continuer').click();
    await describeIt();
    expect(await page.getByRole('textbox').count()).toBe(1);
    expect(await page.locator('input[name=website2]').getAttribute('tabindex')).toBe('-1');
  });
});

describe('withdrawing a contact', () => {
  it('is one press on a page that changes nothing by being opened', async () => {
    await page.goto(`${origin}/retrait/#${sampleToken}`);
    await button('Retirer ce contact').waitFor();
    expect(cms.calls.map(({ path }) => path)).toEqual(['/api/retrait/ouvrir']);
    expect(page.url()).toBe(`${origin}/retrait/`);
    await sound();
    await button('Retirer ce contact').click();
    await heading('C’est fait').waitFor();
    await page.getByText('Annuaire 2026-2027').waitFor();
    await sound();
  });

  it('by the code of the letter, when its link did not arrive, is the same', async () => {
    await page.goto(`${origin}/retrait/`);
    await page.getByLabel('Code').fill('K7QF-29XM-TWDA');
    await sound();
    await button('Continuer').click();
    await button('Retirer ce contact').waitFor();
    expect(cms.bodies('/api/retrait/ouvrir')).toEqual([{ token: sampleToken }]);
  });

  it('by a link that is spent leads to the office', async () => {
    cms.state.refuse = { code: 'link-expired' };
    await page.goto(`${origin}/retrait/#${sampleToken}`);
    await heading('Ce lien n’est plus valable').waitFor();
    expect(await page.locator('.office a').count()).toBe(2);
  });
});

describe('the letters of the office', () => {
  it('stop by one button, not by opening the page, and come again by the same link', async () => {
    await page.goto(`${origin}/desinscription/#${sampleToken}`);
    await button('Ne plus recevoir ces lettres').waitFor();
    expect(cms.calls.map(({ path }) => path)).toEqual(['/api/desinscription/ouvrir']);
    expect(page.url()).toBe(`${origin}/desinscription/`);
    await sound();
    await button('Ne plus recevoir ces lettres').click();
    await heading('C’est fait').waitFor();
    await sound();
    await button('Me réinscrire').click();
    await heading('Votre adresse est de nouveau inscrite').waitFor();
    expect(cms.bodies('/api/desinscription/confirmer')).toEqual([{ token: sampleToken }]);
    expect(cms.bodies('/api/desinscription/reprendre')).toEqual([{ token: sampleToken }]);
  });

  it('stop by a link that a mail program moved, and by the code', async () => {
    await page.goto(`${origin}/desinscription/%23${sampleToken}`);
    await button('Ne plus recevoir ces lettres').waitFor();
    await page.evaluate(() => sessionStorage.clear());
    await page.goto(`${origin}/desinscription/`);
    await page.getByLabel('Code').fill('K7QF-29XM-TWDA');
    await button('Continuer').click();
    await button('Ne plus recevoir ces lettres').waitFor();
  });
});

describe('an alert', () => {
  it('is asked for with the search that the page was opened with, from the results', async () => {
    await page.goto(`${origin}/recherche/?q=judo&jour=mercredi`);
    await page.getByRole('link', { name: 'Prévenez-moi des nouveautés' }).click();
    await page.getByText('« judo », le mercredi').waitFor();
    await sound();
    expect(await page.getByLabel('Votre recherche').isVisible()).toBe(false);
    await page.route(`${cmsUrl}/api/prevenez-moi`, (route) =>
      route.fulfill({ status: 303, headers: { location: `${origin}/prevenez-moi/#alerte-demandee` } }),
    );
    await page.getByLabel('Votre adresse électronique').fill('claire@example.org');
    const [request] = await Promise.all([
      page.waitForRequest(`${cmsUrl}/api/prevenez-moi`),
      button('Recevoir le message de confirmation').click(),
    ]);
    expect(request.headers()['origin']).toBe(origin);
    expect(Object.fromEntries(new URLSearchParams(request.postData() ?? ''))).toEqual({
      recherche: 'q=judo&jour=mercredi',
      q: '',
      email: 'claire@example.org',
      website2: '',
    });
    await page.getByText('Regardez vos messages').waitFor();
    expect(await button('Recevoir le message de confirmation').isVisible()).toBe(false);
    await sound();
  });

  it('is asked for in words by a browser without scripts', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const bare = await plain.newPage();
    await bare.goto(`${origin}/prevenez-moi/`);
    expect(await bare.getByLabel('Votre recherche').isVisible()).toBe(true);
    await plain.close();
  });

  it('is confirmed and stopped by a button each, not by opening its page', async () => {
    await page.goto(`${origin}/alerte/#${sampleToken}`);
    await button('Recevoir ces lettres').waitFor();
    expect(cms.calls.map(({ path }) => path)).toEqual(['/api/alerte/ouvrir']);
    await sound();
    await button('Recevoir ces lettres').click();
    await heading('Votre alerte est confirmée').waitFor();
    await sound();
    await button('Ne plus recevoir ces lettres').click();
    await heading('C’est fait').waitFor();
    await sound();
    expect(cms.bodies('/api/alerte/arreter')).toEqual([{ token: sampleToken }]);
  });
});

describe('the space', () => {
  const enter = async () => {
    await page.goto(`${origin}/espace/`);
    await page.getByRole('heading', { name: 'Chorale du lavoir' }).waitFor();
  };

  it('is entered by a link, spent by a press and by nothing else', async () => {
    cms.state.signedIn = false;
    await page.goto(`${origin}/espace/`);
    await heading('Se connecter').waitFor();
    await page.getByLabel('Votre adresse électronique').fill('Anne@Example.org');
    await button('Recevoir mon lien').click();
    await heading('Regardez vos courriels').waitFor();
    expect(cms.bodies('/api/session/lien')).toEqual([{ email: 'Anne@example.org' }]);
    await page.goto('about:blank');
    await page.goto(`${origin}/connexion/#${sampleToken}`);
    await button('Entrer dans mon espace').waitFor();
    expect(cms.bodies('/api/session/ouvrir')).toEqual([]);
    await button('Entrer dans mon espace').click();
    await page.getByRole('heading', { name: 'Chorale du lavoir' }).waitFor();
    await sound();
    const kept = await page.evaluate(() =>
      JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
    );
    expect(kept).toBe('[[],[]]');
  });

  it('does not call a link spent that a full hall has to wait for', async () => {
    cms.state.refuse = {
      code: 'too-many',
      path: '/session/ouvrir',
      message: 'Trop de demandes : réessayez dans une minute.',
    };
    await page.goto(`${origin}/connexion/#${sampleToken}`);
    await button('Entrer dans mon espace').click();
    await page.getByText('réessayez dans une minute').waitFor();
    cms.state.refuse = null;
    await button('Entrer dans mon espace').click();
    await page.getByRole('heading', { name: 'Chorale du lavoir' }).waitFor();
  });

  it('opens by the code of a letter whose link a mail program cut, and asks for another letter', async () => {
    await page.goto(`${origin}/connexion/%23${sampleToken.slice(9)}`);
    await heading('Votre messagerie a coupé le lien').waitFor();
    await sound();
    await button('Demander un autre lien').click();
    await page.getByLabel('Votre adresse électronique').fill('marie@example.org');
    await button('Recevoir mon lien').click();
    await heading('Regardez vos courriels').waitFor();
    await sound();
    await page.getByLabel('Code').fill('k7qf29xmtwda');
    await button('Entrer dans mon espace').click();
    await heading('Votre espace')
      .or(page.getByRole('heading', { name: 'Chorale du lavoir' }))
      .first()
      .waitFor();
    expect(cms.bodies('/api/session/code')).toEqual([{ code: 'K7QF29XMTWDA' }]);
  });

  it('that an address opens no more leads to the office, and offers no other link', async () => {
    cms.state.refuse = {
      code: 'link-revoked',
      message: 'Cette adresse ne gère plus aucune fiche\u00a0: appelez l’office.',
    };
    await page.goto(`${origin}/connexion/#${sampleToken}`);
    await button('Entrer dans mon espace').click();
    await heading('Votre accès est fermé').waitFor();
    await page.getByText('Cette adresse ne gère plus aucune fiche').waitFor();
    expect(await page.locator('.office a').count()).toBe(2);
    expect(await page.locator('#service').getByRole('button').count()).toBe(0);
    await sound();
  });

  it('says what became of each proposal', async () => {
    await enter();
    const text = (await page.locator('.answers').textContent()) ?? '';
    expect(text).toContain('Acceptée');
    expect(text).toContain('Le texte parle d’une marque');
  });

  it('lets managers invite and remove each other, and asks twice', async () => {
    await enter();
    await button('Inviter une personne').click();
    await page.getByLabel('Son adresse électronique').fill('zoe@example.org');
    await button('Envoyer l’invitation').click();
    await page.getByText('invitation envoyée').waitFor();
    await button('Retirer paul@example.org').click();
    expect(cms.calls.some(({ path }) => path.endsWith('/retirer'))).toBe(false);
    await sound();
    await button('Oui, retirer').click();
    await page.getByText('paul@example.org ne gère plus').waitFor();
    expect(cms.bodies('/api/espace/associations/chorale/retirer')).toEqual([{ manager: 'paul' }]);
  });

  it('proposes an event, checked before it leaves', async () => {
    await enter();
    await button('Proposer un événement').click();
    await button('Envoyer à l’office').click();
    await page.getByText('3 points sont à corriger').waitFor();
    await sound();
    await page.getByLabel('Titre').fill('Concert d’automne');
    await page.getByLabel('De quoi s’agit-il').fill('Deux heures de chansons au lavoir.');
    await page.getByLabel('Jour').fill('2099-10-10');
    await page.getByLabel('C’est gratuit').check();
    await button('Envoyer à l’office').click();
    await heading('C’est envoyé').waitFor();
    expect(cms.bodies('/api/espace/associations/chorale/evenement')).toMatchObject([
      {
        title: 'Concert d’automne',
        dates: [{ day: '2099-10-10', lastDay: '', begin: '', end: '' }],
        free: true,
        corrects: null,
      },
    ]);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  it('proposes several dates, a span and a poster, and loses none of it with the network or the tab', async () => {
    await enter();
    await button('Proposer un événement').click();
    // The commune of the association is chosen already, when it is one of the territory's.
    const commune = page.getByLabel('Commune');
    const chosen = await commune.locator('option').nth(1).getAttribute('value');
    cms.state.space = {
      ...cms.state.space,
      associations: cms.state.space.associations.map((one) => ({ ...one, commune: chosen })),
    };
    await page.reload();
    await button('Proposer un événement').click();
    expect(await page.getByLabel('Commune').inputValue()).toBe(chosen);

    await page.getByLabel('Titre').fill('Concert d’automne');
    await page.getByLabel('De quoi s’agit-il').fill('Deux heures de chansons au lavoir.');
    await page.getByLabel('Jour').fill('2099-10-10');
    await page.getByLabel('Début').fill('20:30');
    await button('Ajouter une date').click();
    const second = page.getByRole('group', { name: 'Date 2' });
    expect(await second.getByLabel('Début').inputValue()).toBe('20\u00a0h\u00a030');
    await second.getByLabel('Jour').fill('2099-10-17');
    await second.getByLabel('Jusqu’au').fill('2099-10-18');
    await second.getByLabel('Fin').fill('18:00');
    await page.locator('input[type=file]').setInputFiles({
      name: 'affiche.png',
      mimeType: 'image/png',
      buffer: Buffer.from(samplePixel.split(',')[1] ?? '', 'base64'),
    });
    await page.getByLabel('Description de l’image').fill('Affiche : un chœur devant le lavoir');
    await sound();

    cms.state.down = true;
    await button('Envoyer à l’office').click();
    await page.getByText('La connexion est coupée').waitFor();
    expect(await distance('.refusal', 'Envoyer à l’office')).toBeLessThan(100);
    cms.state.down = false;
    await page.goto('about:blank');
    await enter();
    await button('Proposer un événement').click();
    await page.getByText('Votre saisie du').waitFor();
    expect(await page.locator('.picture-frame img').getAttribute('src')).toBe(samplePixel);
    await sound();
    await button('Envoyer à l’office').click();
    await heading('C’est envoyé').waitFor();
    expect(cms.bodies('/api/espace/associations/chorale/evenement')).toMatchObject([
      {
        dates: [
          { day: '2099-10-10', begin: '20:30' },
          { day: '2099-10-17', lastDay: '2099-10-18', begin: '20:30', end: '18:00' },
        ],
        commune: chosen,
        picture: { choice: 'new', alt: 'Affiche : un chœur devant le lavoir' },
      },
    ]);
  });

  it('corrects, takes back and cancels what one proposed, and asks twice', async () => {
    await enter();
    const row = (title: string) => page.locator('.answers > li').filter({ hasText: title });
    await row('Loto d’hiver').getByRole('button', { name: 'Retirer cet envoi' }).click();
    await sound();
    cms.state.down = true;
    await button('Oui, retirer cet envoi').click();
    await row('Loto d’hiver').getByText('La connexion est coupée').waitFor();
    cms.state.down = false;
    await button('Oui, retirer cet envoi').click();
    await page.getByText('Votre envoi est retiré').waitFor();
    expect(cms.bodies('/api/espace/associations/chorale/reprendre')).toEqual([{ answer: 'loto' }]);
    await row('Bal de printemps').getByRole('button', { name: 'Annuler l’événement' }).click();
    await button('Oui, demander l’annulation').click();
    await page.getByText('Votre demande est envoyée').waitFor();
    expect(cms.bodies('/api/espace/associations/chorale/evenement/annuler')).toEqual([{ answer: 'bal' }]);

    await row('Bal de printemps').getByRole('button', { name: 'Corriger' }).click();
    await heading('Corriger l’événement').waitFor();
    expect(await page.getByLabel('Titre').inputValue()).toBe('Bal de printemps');
    await page.getByText('D’ici là, l’agenda montre l’événement tel qu’il est').waitFor();
    await page.getByLabel('Lieu').fill('Salle des fêtes');
    await sound();
    await button('Envoyer la correction').click();
    await heading('C’est envoyé').waitFor();
    expect(cms.bodies('/api/espace/associations/chorale/evenement')).toMatchObject([
      { place: 'Salle des fêtes', picture: { choice: 'keep' }, corrects: 'bal' },
    ]);
  });

  it('proposes a guide, and a change of the entry with the same form as the link', async () => {
    await enter();
    await button('Raconter une expérience').click();
    await page.getByLabel('Titre').fill('Louer un piano');
    await page.getByLabel('En deux phrases').fill('Comment nous avons fait venir un piano.');
    await page.getByLabel('Votre texte').fill('Nous avons demandé à la commune voisine, qui en prête un.');
    await button('Envoyer à l’office').click();
    await button('Retour à mon espace').click();
    await button('Relire ou modifier la fiche').click();
    await button('Modifier ma fiche').click();
    await page.locator('#rubrique-volunteers').click();
    await page.getByLabel('Nous cherchons des bénévoles').check();
    await button('Relire avant d’envoyer').click();
    await button('Envoyer mes changements').click();
    await heading(/Merci/).waitFor();
    expect(cms.bodies('/api/espace/associations/chorale/guide')).toHaveLength(1);
    expect(cms.bodies('/api/espace/associations/chorale/proposer')).toMatchObject([{ version: 'version-1' }]);
    await button('Retour à mon espace').click();
    await button('Se déconnecter').click();
    await heading('Se connecter').waitFor();
    expect(cms.state.signedIn).toBe(false);
  });
});

describe('without a network', () => {
  const pages: [where: string, path: string, pressed: string, before: () => Promise<void>][] = [
    ['declaring', '/declarer/', 'Continuer', () => page.getByLabel('Nom de l’association').fill('Chorale')],
    [
      'signing in',
      '/espace/',
      'Recevoir mon lien',
      () => page.getByLabel('Votre adresse électronique').fill('a@example.org'),
    ],
    ['signing in by a link', `/connexion/#${sampleToken}`, 'Entrer dans mon espace', () => Promise.resolve()],
    [
      'asking for one’s data',
      '/mes-donnees/',
      'Recevoir',
      () => page.getByLabel('Votre adresse électronique').fill('a@example.org'),
    ],
    ['withdrawing', `/retrait/#${sampleToken}`, 'Retirer ce contact', () => button('Retirer ce contact').waitFor()],
    ['withdrawing by a code', '/retrait/', 'Continuer', () => page.getByLabel('Code').fill('K7QF-29XM-TWDA')],
    ['answering', `/ma-fiche/#${sampleToken}`, 'Rien n’a changé', () => button('Rien n’a changé').waitFor()],
  ];
  it.each(pages)('%s is told right above the button that was pressed', async (_where, path, pressed, before) => {
    if (path === '/espace/') cms.state.signedIn = false;
    await page.goto(`${origin}${path}`);
    await before();
    cms.state.down = true;
    const name = new RegExp(`^${pressed}`);
    await button(name).first().click();
    await page.locator('.refusal').getByText('La connexion est coupée').waitFor();
    // A line of when the campaign closes may stand between.
    expect(await distance('.refusal', name)).toBeLessThan(100);
    await sound();
  });
});

it('the sitemap names the pages for everybody, and none that only a letter leads to', async () => {
  const paths = await sitemapPaths(folder);
  expect(paths).toEqual(expect.arrayContaining(['/declarer/', '/fiabilite/']));
  expect(paths.filter((path) => /^\/(ma-fiche|retrait|connexion|espace)\//.test(path))).toEqual([]);
});

describe('a message by the page of an association', () => {
  it('is read and answered once, and the address of who wrote comes with the answer', async () => {
    await page.goto(`${origin}/repondre/#${sampleToken}`);
    await button('Envoyer la réponse').waitFor();
    expect(page.url()).toBe(`${origin}/repondre/`);
    expect(await page.getByText('claire@example.org').count()).toBe(0);
    await sound();
    await page.getByLabel('Votre réponse').fill('Avec joie : venez mercredi à 20 h.');
    await button('Envoyer la réponse').click();
    await heading('Votre réponse est partie').waitFor();
    await page.getByRole('link', { name: 'claire@example.org' }).waitFor();
    await sound();
    expect(cms.bodies('/api/repondre/envoyer')).toEqual([
      { token: sampleToken, answer: 'Avec joie : venez mercredi à 20 h.' },
    ]);
  });
});

describe('what an association says for a time', () => {
  it('is put up in two presses from its own page, and taken off in one', async () => {
    await page.goto(`${origin}/ma-fiche/#${sampleToken}`);
    await button('Complet').click();
    await sound();
    await button('Afficher cet avis').click();
    await page.getByText('Votre avis est enregistré').waitFor();
    await page.getByText(/^Complet jusqu’au 31 août/).waitFor();
    await button('Ôter cet avis').click();
    await button('Complet').waitFor();
    expect(cms.bodies('/api/ma-fiche/avis')).toMatchObject([
      { notice: { kind: 'complet', until: expect.stringMatching(/^\d{4}-08-31$/) as string, note: '' } },
      { notice: null },
    ]);
  });

  it('lets people write to it, by one press', async () => {
    await page.goto(`${origin}/ma-fiche/#${sampleToken}`);
    await button('Accepter les messages').click();
    await button('Ne plus en recevoir').waitFor();
    expect(cms.bodies('/api/ma-fiche/messages')).toEqual([{ token: sampleToken, takesMessages: true }]);
  });
});

describe('the forms of an entry, in a browser without scripts', () => {
  const entry = '/associations/le-tournevis-partage/';
  const done = (path: string, fragment: string) =>
    page.route(`${cmsUrl}${path}`, (route) =>
      route.fulfill({ status: 303, headers: { location: `${origin}${entry}#${fragment}` } }),
    );

  beforeEach(async () => {
    await context.close();
    context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
    page = await context.newPage();
  });

  it('report an error, and come back to the words that say so', async () => {
    await done('/api/signaler', 'erreur-signalee');
    await page.goto(`${origin}${entry}`);
    expect(await page.locator('#erreur-signalee').isVisible()).toBe(false);
    await page.getByText('Signaler une erreur sur cette fiche').click();
    await page.getByLabel('Qu’est-ce qui ne va pas ?').fill('Le café-réparation a changé de salle.');
    expect(await page.getByLabel('Laissez ce champ vide').first().isVisible()).toBe(false);
    const [request] = await Promise.all([
      page.waitForRequest(`${cmsUrl}/api/signaler`),
      page.locator('.trust').getByRole('button', { name: 'Envoyer' }).click(),
    ]);
    expect(request.headers()['content-type']).toBe('application/x-www-form-urlencoded');
    expect(request.headers()['origin']).toBe(origin);
    expect(Object.fromEntries(new URLSearchParams(request.postData() ?? ''))).toEqual({
      association: expect.any(String) as string,
      message: 'Le café-réparation a changé de salle.',
      email: '',
      website2: '',
    });
    await page.waitForURL(`${origin}${entry}#erreur-signalee`);
    await page.getByText('votre signalement est arrivé').waitFor();
  });

  it('write to the association, which is off where it did not want it', async () => {
    await done('/api/ecrire', 'message-envoye');
    await page.goto(`${origin}${entry}`);
    await page.getByText('Écrire à l’association').click();
    await page.getByLabel('Votre nom').fill('Claire Exemple');
    const panel = page.locator('.contact-panel');
    await panel.getByLabel('Votre adresse électronique').fill('claire@example.org');
    await panel.getByLabel('Votre message').fill('Réparez-vous les machines à coudre ?');
    await panel.getByRole('button', { name: 'Envoyer' }).click();
    await page.getByText('Votre message est parti').waitFor();
    await page.goto(`${origin}/associations/ping-pong-gabaye/`);
    expect(await page.getByText('Écrire à l’association').count()).toBe(0);
  });
});
