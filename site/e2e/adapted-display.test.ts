/** Pages as some people have them shown: text spaced out, the keyboard alone, no movement, colours of the system's own (RGAA 10.7, 10.12, 12.9, 13.8). */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { overflow } from './support/axe.ts';
import { launchBrowser } from './support/browser.ts';
import { fullest, samples, sitemapPaths } from './support/pages.ts';

const { folder, origin } = inject('site');
const PHONE = { width: 360, height: 740 };
/** What the criterion lets a reader set (WCAG 1.4.12). */
const SPACED =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }';

let browser: Browser;
let paths: string[];
beforeAll(async () => {
  browser = await launchBrowser();
  // The pages where somebody writes stand in no sitemap.
  paths = [...samples(await sitemapPaths(folder), 1), '/ma-fiche/', '/declarer/', '/connexion/', '/recherche/?q=danse'];
});
afterAll(() => browser.close());

/** One line for each fault that is seen on a page. */
async function lookAtAll(
  options: BrowserContextOptions,
  look: (page: Page) => Promise<readonly string[]>,
  these: readonly string[] = paths,
) {
  const context = await browser.newContext({ viewport: PHONE, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  for (const path of these) {
    await page.goto(origin + path);
    if (path.includes('?q=')) await page.locator('.search-result').first().waitFor();
    for (const fault of await look(page)) faults.push(`${path} ${fault}`);
  }
  await context.close();
  return faults;
}

/** Texts that their own box cuts. */
const cutTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => {
        const { overflowX, overflowY, display, clipPath, position, webkitLineClamp } = getComputedStyle(element);
        // The beginning of a text that stands whole where its link leads.
        if (webkitLineClamp !== 'none') return false;
        const isForReaders = position === 'absolute' && clipPath !== 'none';
        if (display === 'inline' || isForReaders || element.clientWidth < 2) return false;
        const hides = (value: string): boolean => value === 'hidden' || value === 'clip';
        return (
          (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
          (hides(overflowY) && element.scrollHeight > element.clientHeight + 1)
        );
      })
      .filter((element) => element.innerText.trim() !== '')
      .map((element) => `cuts ${element.outerHTML.slice(0, 120)}`),
  );

interface Focus {
  readonly what: string;
  readonly seen: boolean;
}

/** Texts that run out of the page's sides, unless their own box scrolls. */
const textsOutside = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *, header *, footer *')]
      .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim() !== ''))
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        if (width < 2 || (left >= -1 && right <= innerWidth + 1)) return false;
        for (let box: Element | null = element; box !== null; box = box.parentElement) {
          const { overflowX, position, clipPath } = getComputedStyle(box);
          const isForReaders = position === 'absolute' && clipPath !== 'none';
          if (isForReaders || overflowX === 'auto' || overflowX === 'scroll') return false;
          // What nobody is meant to see or to fill in.
          if (box.getAttribute('aria-hidden') === 'true') return false;
        }
        return true;
      })
      .map((element) => `runs out at ${element.outerHTML.slice(0, 120)}`),
  );

/** What has the focus, and whether that shows: as an outline, a shadow or a border of its own, on it or around it. */
const focused = (page: Page): Promise<Focus | null> =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return null;
    const marks = (one: Element): boolean => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return outlineStyle === 'auto' || (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2);
    };
    const around = element.closest('label, li, summary, .search-form-field') ?? element;
    const box = element.getBoundingClientRect();
    const isOnScreen = box.width > 0 && box.bottom > 0 && box.top < innerHeight;
    return { what: element.outerHTML.slice(0, 140), seen: isOnScreen && (marks(element) || marks(around)) };
  });

/** The whole directory on one page: its thousand links are those of the other pages. */
const LONGEST = '/annuaire/';

/** Every stop of the Tab key, until it leaves the page: sooner or later than the page has stops. */
async function walk(page: Page): Promise<{ readonly stops: Focus[]; readonly left: boolean }> {
  const most = await page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
    const stopsIn = (root: Document | ShadowRoot): number =>
      [...root.querySelectorAll('*')].reduce(
        (sum, one) => sum + (one.shadowRoot ? stopsIn(one.shadowRoot) : 0),
        root.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]').length,
      );
    // What a script brings meanwhile has stops, too.
    return stopsIn(document) + 60;
  });
  const stops: Focus[] = [];
  for (let key = 0; key < most; key += 1) {
    await page.keyboard.press('Tab');
    const here = await focused(page);
    // The browser's own controls stand between the last stop and the first.
    if (here === null) return { stops, left: true };
    stops.push(here);
  }
  return { stops, left: false };
}

describe('a page', () => {
  it('cuts nothing when the reader spaces the text', async () => {
    const found = await lookAtAll({ reducedMotion: 'reduce' }, async (page) => {
      const before = new Set(await cutTexts(page));
      await page.addStyleTag({ content: SPACED });
      const pixels = await overflow(page);
      const cut = (await cutTexts(page)).filter((fault) => !before.has(fault));
      return [...cut, ...(pixels > 0 ? [`is ${pixels} px too wide`] : [])];
    });
    expect(found).toEqual([]);
  });

  it(
    'cuts nothing at twice the size of letters, and leaves the way to the menu whole',
    { timeout: 300_000 },
    async () => {
      const full = await fullest(folder, await sitemapPaths(folder));
      for (const width of [390, 320]) {
        const phone = { viewport: { width, height: 844 }, reducedMotion: 'reduce' } as const;
        const found = await lookAtAll(
          phone,
          async (page) => {
            const before = new Set(await cutTexts(page));
            await page.addStyleTag({ content: 'html { font-size: 200% !important }' });
            const cut = (await cutTexts(page)).filter((fault) => !before.has(fault));
            const pixels = await overflow(page);
            const menu = await page.locator('.site-header > .page > .menu-button').boundingBox();
            const isMenuCut = menu === null || menu.x < 0 || menu.x + menu.width > width;
            return [
              ...cut,
              ...(await textsOutside(page)),
              ...(pixels > 0 ? [`is ${pixels} px too wide at ${width}`] : []),
              ...(isMenuCut ? ['cuts the way to the menu'] : []),
            ];
          },
          [...paths, ...full.filter((path) => !paths.includes(path))],
        );
        expect(found).toEqual([]);
      }
    },
  );

  it('shows where the keyboard is on everything that it reaches, and lets it out', { timeout: 300_000 }, async () => {
    let stops = 0;
    const found = await lookAtAll({ reducedMotion: 'reduce' }, async (page) => {
      if (new URL(page.url()).pathname === LONGEST) return [];
      const walked = await walk(page);
      stops += walked.stops.length;
      const unseen = [...new Set(walked.stops.filter(({ seen }) => !seen).map(({ what }) => `does not show ${what}`))];
      return [...unseen, ...(walked.left ? [] : ['holds the keyboard'])];
    });
    expect(found).toEqual([]);
    expect(stops).toBeGreaterThan(paths.length * 10);
  });

  it.each([
    [PHONE, 0],
    [{ width: 1280, height: 800 }, 2],
  ])('of %o asks for %i fonts of ours', async (viewport, fonts) => {
    const context = await browser.newContext({ viewport });
    const page = await context.newPage();
    const asked = new Set<string>();
    page.on('request', (request) => {
      if (request.resourceType() === 'font') asked.add(request.url());
    });
    for (const path of ['/', '/recherche/?q=danse']) await page.goto(origin + path, { waitUntil: 'networkidle' });
    await context.close();
    expect(asked.size).toBe(fonts);
  });

  it('moves nothing by itself, and nothing at all for who asked so', async () => {
    const moving = (page: Page) =>
      page.evaluate(() =>
        document
          .getAnimations()
          .filter(({ effect }) => !Number.isFinite(effect?.getComputedTiming().endTime))
          .map(() => 'moves without an end'),
      );
    expect(await lookAtAll({}, moving)).toEqual([]);
    const anyMovement = (page: Page) =>
      page.evaluate(() => {
        const slow = (value: string) => value.split(',').some((part) => parseFloat(part) > 0.01);
        return [...document.querySelectorAll('body *')]
          .filter((element) => {
            const { animationName, animationDuration, transitionDuration } = getComputedStyle(element);
            return (animationName !== 'none' && slow(animationDuration)) || slow(transitionDuration);
          })
          .map((element) => `moves ${element.outerHTML.slice(0, 120)}`)
          .slice(0, 3);
      });
    expect(await lookAtAll({ reducedMotion: 'reduce' }, anyMovement)).toEqual([]);
  });

  it('shows nothing on hover alone', async () => {
    const found = await lookAtAll({}, (page) =>
      page.evaluate(() => {
        const revealing = /^(?:display|visibility|clip-path|content-visibility)$/;
        const rules = (list: CSSRuleList): CSSStyleRule[] =>
          [...list].flatMap((rule) => [
            ...(rule instanceof CSSStyleRule ? [rule] : []),
            ...('cssRules' in rule ? rules((rule as CSSGroupingRule).cssRules) : []),
          ]);
        return [...document.styleSheets]
          .flatMap(({ cssRules }) => rules(cssRules))
          .filter(
            ({ selectorText, style }) =>
              selectorText.includes(':hover') && [...style].some((name) => revealing.test(name)),
          )
          .map(({ selectorText }) => `reveals by ${selectorText}`);
      }),
    );
    expect(found).toEqual([]);
  });

  it('keeps its controls apart from its text in the colours of the system', async () => {
    const found = await lookAtAll({ forcedColors: 'active' }, (page) =>
      page.evaluate(() =>
        // Backgrounds are taken away there: what is a button by its background alone is one no more.
        [...document.querySelectorAll<HTMLElement>('.button, button, input, select, textarea')]
          .filter(
            (control) =>
              control.offsetParent !== null &&
              !(control instanceof HTMLInputElement && /radio|checkbox|file|range/.test(control.type)),
          )
          .filter((control) => {
            const isMarked = (one: Element | null): boolean => {
              if (one === null) return false;
              const { borderStyle, borderWidth, textDecorationLine, outlineStyle } = getComputedStyle(one);
              const hasBorder = borderStyle !== 'none' && parseFloat(borderWidth) > 0;
              return hasBorder || outlineStyle !== 'none' || textDecorationLine.includes('underline');
            };
            // A frame around it, of which it fills a part, does as well.
            return !isMarked(control) && !isMarked(control.parentElement);
          })
          .map((control) => `loses ${control.outerHTML.slice(0, 120)}`)
          .slice(0, 3),
      ),
    );
    expect(found).toEqual([]);
  });
});

describe('the checks themselves', () => {
  it('see a cut text, one that runs out, a focus that does not show and a trap', async () => {
    const page = await browser.newPage({ viewport: PHONE });
    await page.setContent('<p style="height:1em;overflow:hidden">un texte<br>de deux lignes</p>');
    expect(await cutTexts(page)).toHaveLength(1);
    await page.setContent(
      '<main><span style="white-space:nowrap;font-size:5em">14 h 30 – 17 h 30, le samedi</span></main>',
    );
    expect(await textsOutside(page)).toHaveLength(1);
    await page.setContent('<a href="/" style="outline:none">A</a><a href="/">B</a>');
    const { stops } = await walk(page);
    expect(stops.map(({ seen }) => seen)).toEqual([false, true]);
    await page.setContent('<a href="/" onkeydown="event.preventDefault()">A</a><a href="/">B</a>');
    expect((await walk(page)).left).toBe(false);
    await page.close();
  });
});
