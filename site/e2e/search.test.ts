/** The search page as its visitors use it. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from './support/browser.ts';
import { serve } from './support/serve.ts';

const { folder, origin } = inject('site');
/** What a first search may download at the size of the demo: the engine, the list of records and one part of the index. */
const FIRST_SEARCH_BYTES = 150_000;

let browser: Browser;
let context: BrowserContext;
let page: Page;
let errors: string[];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  context.setDefaultTimeout(20_000);
  page = await context.newPage();
  errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
});
afterEach(() => context.close());

const open = (query = '') => page.goto(`${origin}/recherche/${query}`);
const summary = () => page.getByRole('heading', { level: 2 }).first();
const results = () => page.locator('.search-results > li');
const titles = () => page.locator('.search-results h3').allTextContents();
const box = () => page.getByRole('searchbox', { name: 'Que cherchez-vous' });
const facet = (name: RegExp) => page.getByRole('checkbox', { name });
const settled = () => page.locator('.search-results[aria-busy="false"]').waitFor({ state: 'attached' });
const query = () => decodeURIComponent(new URL(page.url()).search);

describe('a question', () => {
  it('is answered as it is typed, and stands in the URL', async () => {
    await open();
    await box().pressSequentially('danse', { delay: 40 });
    // Who types slowly is answered before the last letter.
    await expect.poll(query).toBe('?q=danse');
    await settled();
    expect((await titles()).length).toBeGreaterThan(0);
    expect(await page.locator('.search-results mark').first().textContent()).toMatch(/^dans/i);
    expect(await page.title()).toContain('danse');
    expect(errors).toEqual([]);
  });

  it('is answered by its last words, however late the first ones are', async () => {
    await open();
    await box().focus();
    await page.waitForLoadState('networkidle');
    let held = 0;
    await page.route('**/*.pf_index', async (route) => {
      held += 1;
      if (held === 1) await new Promise((later) => setTimeout(later, 1500));
      await route.continue();
    });
    await box().fill('vélo');
    await page.waitForTimeout(400);
    await box().fill('zzzzzz');
    await page.getByText('Rien dans l’annuaire sur « zzzzzz »').waitFor();
    await page.waitForTimeout(1800);
    expect(await summary().textContent()).toBe('Aucun résultat');
    expect(await results().count()).toBe(0);
  });

  it.each(['amitié', 'AMITIE', 'l’amitié', "l'amitie"])('about %s is answered alike', async (q) => {
    await open(`?q=${encodeURIComponent('amitié')}`);
    await settled();
    const expected = await titles();
    await open(`?q=${encodeURIComponent(q)}`);
    await settled();
    expect(await titles()).toEqual(expected);
    expect(expected.length).toBeGreaterThan(0);
  });

  it('about a choir is answered with or without its ligature', async () => {
    await open('?q=choeur');
    await settled();
    const without = await titles();
    await open(`?q=${encodeURIComponent('chœur')}`);
    await settled();
    expect(await titles()).toEqual(without);
    expect(without.length).toBeGreaterThan(0);
  });

  it('in a sentence is understood, and what was understood can be taken off', async () => {
    await open(`?q=${encodeURIComponent('judo pour mon fils de 8 ans à Cavignac')}`);
    await settled();
    expect((await titles())[0]).toMatch(/judo/i);
    const chip = (label: string) => page.getByRole('button', { name: `Retirer le critère ${label}` });
    await chip('8 ans').waitFor();
    await chip('Cavignac').click();
    await page.waitForURL(/q=judo\+pour\+mon\+fils\+de\+8\+ans$/);
    expect(await box().inputValue()).toBe('judo pour mon fils de 8 ans');
    expect(await chip('8 ans').isVisible()).toBe(true);
  });

  it('with a typing error is read as it was meant, with the way back', async () => {
    await open('?q=biblioteque');
    await settled();
    // Playwright reads every kind of space as one: what is set as French has narrow ones.
    await page.locator('#recherche-notes').getByText('« bibliothèque » au lieu de « biblioteque »').waitFor();
    expect((await titles()).length).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Chercher exactement' }).click();
    await page.waitForURL(/exact=oui/);
    await page.getByText('Rien dans l’annuaire sur « biblioteque »').waitFor();
  });

  it('downloads little before its first answer', async () => {
    // Counted by the server: the browser's tools do not see what a worker fetches.
    let bytes = 0;
    const answers: string[] = [];
    const counting = await serve(folder, (path, sent) => {
      bytes += sent;
      answers.push(`${path} ${sent}`);
    });
    // What the device keeps for later is not what an answer waits for.
    const alone = await browser.newContext({ serviceWorkers: 'block' });
    const first = await alone.newPage();
    await first.goto(`${counting.origin}/recherche/`);
    await first.waitForLoadState('networkidle');
    bytes = 0;
    answers.length = 0;
    await first.getByRole('searchbox', { name: 'Que cherchez-vous' }).fill('danse');
    await first.locator('.search-results > li').first().waitFor();
    await first.waitForLoadState('networkidle');
    await alone.close();
    await counting.close();
    console.log(`first search: ${bytes} bytes`);
    expect(bytes).toBeGreaterThan(60_000); // the engine was really counted
    expect(bytes, answers.join('\n')).toBeLessThan(FIRST_SEARCH_BYTES);
  });
});

describe('words that are words of JavaScript', () => {
  it.each(['constructor', '__proto__', 'toString ans', 'a.b(c[d', '<b>x</b>'])(
    '%s is asked like any other',
    async (q) => {
      await open(`?q=${encodeURIComponent(q)}`);
      await settled();
      expect(await page.getByText('La recherche n’a pas pu se charger').count()).toBe(0);
      expect(errors).toEqual([]);
    },
  );
});

describe('criteria', () => {
  it('live in the URL, survive a reload, and follow the back and forward buttons', async () => {
    await open('?q=danse');
    await settled();
    await facet(/^Mercredi/).check();
    await page.waitForURL(/jour=mercredi/);
    await facet(/^Samedi/).check();
    await page.waitForURL(/jour=mercredi,samedi/);
    await settled();
    const found = await titles();

    await page.reload();
    await settled();
    expect(await titles()).toEqual(found);
    expect(await facet(/^Samedi/).isChecked()).toBe(true);

    await page.goBack();
    await page.waitForURL(/jour=mercredi$/);
    expect(await facet(/^Samedi/).isChecked()).toBe(false);
    await page.goBack();
    await page.waitForURL(/\?q=danse$/);
    expect(await facet(/^Mercredi/).isChecked()).toBe(false);
    await page.goForward();
    await page.waitForURL(/jour=mercredi$/);
    expect(await facet(/^Mercredi/).isChecked()).toBe(true);
    expect(await box().inputValue()).toBe('danse');
  });

  it('hold for one and the same activity', async () => {
    await open('?age=8&jour=mercredi');
    await results().first().waitFor();
    const facts = await page.locator('.search-result-activities .search-result-facts').allTextContents();
    expect(facts.length).toBeGreaterThan(0);
    expect(facts.filter((line) => !/mercredi/i.test(line))).toEqual([]);
    const ranges = facts.flatMap((line) =>
      [...line.matchAll(/de (\d+) à (\d+)\sans/g)].map(([, min, max]) => [Number(min), Number(max)]),
    );
    expect(ranges.length).toBeGreaterThan(0);
    expect(ranges.filter(([min = 0, max = 0]) => min > 8 || max < 8)).toEqual([]);
  });

  it('show an association once, and its activities lead to their place on its page', async () => {
    await open('?jour=mercredi,samedi,lundi,mardi,jeudi,vendredi');
    await results().first().waitFor();
    const all = await titles();
    expect(new Set(all).size).toBe(all.length);
    const link = page.locator('.search-result-activities a').first();
    const label = await link.textContent();
    await link.click();
    await page.waitForURL(/#activite-\d+$/);
    expect(await page.locator(':target').textContent()).toContain(label);
  });

  it('give the number of results of each value, and are removed one by one', async () => {
    await open('?q=danse');
    await settled();
    const label = page.locator('.facet-value', { hasText: 'Samedi' });
    await label.getByText(/\(\d+\)/).waitFor();
    const count = Number(/\((\d+)\)/.exec((await label.textContent()) ?? '')?.[1]);
    await facet(/^Samedi/).check();
    await page.waitForURL(/jour=samedi/);
    await page.getByRole('button', { name: 'Retirer le critère le samedi' }).waitFor();
    await page.waitForFunction(
      (n) => document.getElementById('recherche-bilan')?.textContent?.startsWith(String(n)) ?? false,
      count,
    );
    await page.getByRole('button', { name: 'Retirer le critère le samedi' }).click();
    await page.waitForURL(/\?q=danse$/);
    expect(await facet(/^Samedi/).isChecked()).toBe(false);
  });

  it('that nothing meets bring what comes closest, each with its reason', async () => {
    await open('?q=danse&age=8&jour=dimanche&commune=donnezac');
    await page.getByRole('heading', { name: 'Aucun résultat exact' }).waitFor();
    const reasons = await page.locator('.search-results--near > li .search-result-misses').allTextContents();
    expect(reasons.length).toBeGreaterThan(0);
    expect(
      reasons.every((reason) => /\d km|ailleurs|le (?:lundi|mardi|mercredi|jeudi|vendredi|samedi)|ans/.test(reason)),
    ).toBe(true);
  });

  it('ignore what a URL makes up', async () => {
    await open('?jour=dredi&age=900&commune=paris&theme=%3Cscript%3E');
    await settled();
    expect(await summary().textContent()).toContain('Écrivez un mot');
    expect(query()).toBe('');
    expect(errors).toEqual([]);
  });
});

describe('without a mouse or a screen', () => {
  it('goes from the skip link to a result by keyboard alone', async () => {
    await open();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Aller au contenu');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await box().evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type('danse');
    await page.keyboard.press('Enter');
    await results().first().waitFor();
    await page.waitForFunction(() => document.activeElement?.id === 'recherche-bilan');
    const first = (await titles())[0];
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(first);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/(?:associations|agenda|guides|ressources|plan-d-actions)\/.+/);
  });

  it('clears the question with Escape', async () => {
    await open('?q=danse');
    await settled();
    await box().press('Escape');
    expect(await box().inputValue()).toBe('');
    await page.waitForURL(/\/recherche\/$/);
  });

  it('says how many results there are, once the typing stops', async () => {
    await open();
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      const live = document.querySelector('#recherche-annonce');
      if (live)
        new MutationObserver(() => {
          if (live.textContent) heard.push(live.textContent);
        }).observe(live, {
          childList: true,
          characterData: true,
          subtree: true,
        });
    });
    await box().pressSequentially('danse', { delay: 120 });
    await page.waitForFunction(() =>
      (window as unknown as { heard: string[] }).heard.some((sentence) => sentence.includes('résultat')),
    );
    await page.waitForTimeout(1200);
    const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    expect(heard.at(-1)).toMatch(/^\d+ résultats?$/);
    expect(heard.length).toBeLessThanOrEqual(2);
  });

  it('names its form, its groups and its results', async () => {
    await open('?q=danse&jour=mercredi');
    await settled();
    expect(await page.getByRole('search').count()).toBe(1);
    expect(await page.getByRole('group', { name: 'Jour', exact: true }).getByRole('checkbox').count()).toBe(7);
    expect(
      await page
        .getByRole('region', { name: /résultat/ })
        .getByRole('list')
        .count(),
    ).toBeGreaterThan(0);
  });

  it('shows more results and goes to the first of them', async () => {
    await open('?type=associations');
    await results().first().waitFor();
    const before = await results().count();
    await page.getByRole('button', { name: 'Afficher plus' }).press('Enter');
    await page.waitForFunction((n) => document.querySelectorAll('.search-results > li').length > n, before);
    const focused = await page.evaluate(() => document.activeElement?.textContent);
    expect(focused).toBe((await titles())[before]);
  });
});

describe('a question that nothing answers', () => {
  /** As when somebody goes to another page, or puts the phone away. */
  const leave = () =>
    page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
  const kept = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('sans-reponse')));

  it('is told to nobody and counted nowhere where the territory did not choose it', async () => {
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'GET' || new URL(request.url()).origin !== origin) asked.push(request.url());
    });
    await open('?q=cornemuse');
    await settled();
    await page.waitForTimeout(3500);
    await leave();
    await page.waitForTimeout(300);
    expect(asked).toEqual([]);
    expect(await kept()).toEqual([]);
    // Nor could it be: the page itself forbids it.
    const refused = page.evaluate((url) => fetch(url).then(String, () => 'refused'), 'http://127.0.0.1:9/');
    expect(await refused).toBe('refused');
    expect(await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')).toBe(
      "connect-src 'self'",
    );
  });

  it('is told without its asker where the territory did, once a day, and not on a device that said no', async () => {
    const door = `${origin}/api/questions-sans-reponse`;
    const bodies: unknown[] = [];
    await page.route(door, async (route) => {
      expect(route.request().headers()['cookie']).toBeUndefined();
      bodies.push(route.request().postDataJSON());
      await route.fulfill({ status: 202 });
    });
    await page.route(/\/recherche\/(\?|$)/, async (route) => {
      const answer = await route.fetch();
      const html = (await answer.text()).replace('"unanswered":null', `"unanswered":"${door}"`);
      await route.fulfill({ response: answer, body: html });
    });
    const ask = async (q: string) => {
      await open(`?q=${encodeURIComponent(q)}`);
      await settled();
      await page.waitForTimeout(300);
      await leave();
      await page.waitForTimeout(300);
    };
    await ask('cornemuse pour mon fils de 8 ans le mercredi à Cavignac');
    const told = { format: 'trame-unanswered/1', questions: [{ question: 'cornemuse', missing: 'cornemuse' }] };
    expect(bodies).toEqual([told]);
    await ask('cornemuse pour ma fille');
    await ask('cornemuse avec Sophie Exemple');
    await ask('judo');
    expect(bodies).toEqual([told]);
    await page.evaluate(() => localStorage.setItem('trame-sans-reponse-non', 'non'));
    await ask('balafon');
    expect(bodies).toEqual([told]);
    expect(errors).toEqual([]);
  });
});

describe('on the way back from a page', () => {
  it('the place is where it was left', async () => {
    await open('?q=enfant');
    await results().nth(8).waitFor();
    await results().nth(8).scrollIntoViewIfNeeded();
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(300);
    // Where the result stood in the window: what is above it may be set in another font by now.
    const top = (): Promise<number> =>
      results()
        .nth(8)
        .evaluate((result) => Math.round(result.getBoundingClientRect().top));
    const before = await top();
    await results().nth(8).getByRole('link').first().click();
    await page.waitForURL(/\/(?:associations|agenda|guides|ressources)\/.+/);
    await page.goBack();
    await results().nth(8).waitFor();
    await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(40);
  });

  it('the list is as long as it was left', async () => {
    await open('?type=associations');
    await results().first().waitFor();
    await page.getByRole('button', { name: 'Afficher plus' }).click();
    await page.waitForFunction(() => document.querySelectorAll('#recherche-resultats > li').length === 20);
    await results().nth(15).getByRole('link').first().click();
    await page.waitForURL(/\/associations\/.+/);
    await page.goBack();
    await page.waitForFunction(() => document.querySelectorAll('#recherche-resultats > li').length === 20);
  });
});

describe('when something is missing', () => {
  it('says so without JavaScript, and leads to the listings', async () => {
    const bare = await browser.newContext({ javaScriptEnabled: false });
    const plain = await bare.newPage();
    await plain.goto(`${origin}/recherche/?q=danse`);
    expect(await plain.locator('noscript p').isVisible()).toBe(true);
    expect(await plain.locator('noscript p').textContent()).toContain('a besoin de JavaScript');
    expect(await plain.getByRole('search').isVisible()).toBe(false);
    for (const name of ['Par thème', 'Par commune'])
      expect(await plain.getByRole('link', { name }).isVisible()).toBe(true);
    expect(
      await plain
        .getByRole('link', { name: /\(PDF\)/ })
        .first()
        .isVisible(),
    ).toBe(true);
    await bare.close();
  });

  it('says so when the index cannot be fetched, and tries again when asked', async () => {
    await page.route('**/pagefind/**', (route) => route.abort());
    await open('?q=danse');
    await page.getByText('La recherche n’a pas pu se charger').waitFor();
    await page.unroute('**/pagefind/**');
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await results().first().waitFor();
  });

  it('answers the questions of the home page', async () => {
    await page.goto(`${origin}/`);
    const question = page.locator('main a[href^="/recherche/?"]').first();
    await question.click();
    await page.waitForURL(/\/recherche\/\?/);
    await results().first().waitFor();
  });

  it('keeps its criteria in a drawer on a phone', async () => {
    await page.setViewportSize({ width: 360, height: 780 });
    await open();
    expect(await facet(/^Mercredi/).isVisible()).toBe(false);
    await page.getByText('Filtres').click();
    await facet(/^Mercredi/).check();
    await page.waitForURL(/jour=mercredi/);
    await results().first().waitFor();
    expect(await facet(/^Mercredi/).isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Voir les résultats' }).click();
    expect(await facet(/^Mercredi/).isVisible()).toBe(false);
    expect(await page.locator('#recherche-criteres-titre').textContent()).toBe('Filtres (1)');
    // The first answer stands in the upper two thirds of the screen.
    await page.evaluate(() => scrollTo(0, 0));
    const first = await results().first().boundingBox();
    expect(first?.y).toBeLessThan(520);
  });

  it('leaves no blank under a short answer, and moves nothing that stood there', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.addInitScript(() => {
      const shifts = { sum: 0 };
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.sum += (entry as unknown as { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await open('?q=zzzzz');
    await page.locator('.search-answer--here').waitFor();
    const end = await page
      .locator('.search-answer > *')
      .evaluateAll((parts) => Math.max(...parts.map((part) => part.getBoundingClientRect().bottom)));
    const below = await page.locator('.search-below').boundingBox();
    expect(below!.y - end).toBeLessThan(160);
    const moved = await page.evaluate(() => (window as unknown as { shifts: { sum: number } }).shifts.sum);
    expect(moved).toBeLessThan(0.005);
  });

  it('leaves no blank where nothing is asked', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await open();
    await page.locator('.search-answer--here').waitFor();
    const examples = await page.locator('.search-examples').boundingBox();
    const below = await page.locator('.search-below').boundingBox();
    expect(below!.y - (examples!.y + examples!.height)).toBeLessThan(160);
  });

  it('on paper says of what it is, and of which day', async () => {
    await open('?q=judo');
    await settled();
    await page.emulateMedia({ media: 'print' });
    const paper = page.locator('.search-paper');
    expect(await paper.isVisible()).toBe(true);
    // What invites to write is for who can.
    expect(await page.locator('.page-head .lead').isVisible()).toBe(false);
    expect(await paper.textContent()).toMatch(/^Latitude Nord Gironde \(démonstration\), imprimé le \d.+ 20\d\d\. /);
    await page.emulateMedia({ media: null });
    expect(await paper.isVisible()).toBe(false);
  });
});
