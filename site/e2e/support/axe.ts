/// <reference lib="dom" />
/// <reference lib="dom.iterable" /> — what runs inside the page; the scripts that import this know no DOM otherwise
/** axe over a page: the rules that RGAA and WCAG 2.1 AA name, and axe's own advice. */
import axe, { type RunOnly } from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';

type Axe = typeof axe;

const TAGS = ['RGAAv4', 'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

/**
 * Gives every page of the context axe as it opens, for who looks at hundreds: handing half a megabyte of source to a page
 * that is open takes longer than its check.
 */
export const bringAxe = (context: BrowserContext): Promise<unknown> => context.addInitScript({ content: axe.source });

/** Waits for transitions and animations that end: a colour half way between two is none that anybody reads. */
const atRest = (page: Page): Promise<unknown> =>
  page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
        .map(({ finished }) => finished),
    ).then(() => null),
  );

/** One line for each violation, with the first element at fault. */
export const violations = (page: Page): Promise<string[]> => run(page, { type: 'tag', values: TAGS });

/** The same of contrasts alone: what another scheme of colours can change. */
export const contrast = (page: Page): Promise<string[]> => run(page, { type: 'rule', values: ['color-contrast'] });

/** Of all that axe finds, what it calls critical or serious; and a page inside of a page, which it calls moderate. */
export const grave = (page: Page): Promise<string[]> =>
  run(page, { type: 'tag', values: TAGS }, ['critical', 'serious'], ['landmark-no-duplicate-main']);

/** @param impacts those that count, besides the `rules` that always do; all of them when absent */
async function run(
  page: Page,
  runOnly: RunOnly,
  impacts: readonly string[] | null = null,
  rules: readonly string[] = [],
): Promise<string[]> {
  await atRest(page);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async ({ runOnly, impacts, rules }) => {
      const { axe } = window as unknown as { axe: Axe };
      // What lies behind an open menu or dialog is out of reach, and has its turn when that is closed: what scrolls, too.
      const isBehind = document.querySelector('[inert]') !== null;
      const { violations } = await axe.run(
        { include: [document], exclude: [['[inert]']] },
        { runOnly, resultTypes: ['violations'], rules: { 'scrollable-region-focusable': { enabled: !isBehind } } },
      );
      return violations
        .filter(({ id, impact }) => impacts === null || impacts.includes(impact ?? '') || rules.includes(id))
        .map(({ id, help, nodes }) => `${id}: ${help} (${nodes.length}×, ${nodes[0]?.html.slice(0, 200)})`);
    },
    { runOnly, impacts, rules },
  );
}

/** Pixels by which the page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/**
 * The parts that a page is made of, each once: an element with its classes, the names of its attributes, the values that
 * decide how it is read or coloured, whether it has words, and its parent; and the parts of `body` and `main` in their order.
 */
function parts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const VALUES = ['type', 'role', 'style', 'lang', 'inputmode'];
    const kind = ({ localName, classList }: Element) => [localName, ...classList].join('.');
    const described = (element: Element) => {
      const attributes = element
        .getAttributeNames()
        .filter((name) => name !== 'class')
        .sort()
        .map((name) => (VALUES.includes(name) ? `${name}=${element.getAttribute(name)}` : name));
      const words = [...element.childNodes].some(({ nodeType, nodeValue }) => nodeType === 3 && nodeValue?.trim());
      return `${kind(element)}[${attributes.join(' ')}]${words ? ' words' : ''}`;
    };
    const found = new Set<string>();
    for (const element of document.querySelectorAll('body, body *:not(svg *)'))
      found.add(`${element.parentElement ? kind(element.parentElement) : ''} > ${described(element)}`);
    for (const whole of document.querySelectorAll('body, main'))
      found.add(`${kind(whole)}: ${[...new Set([...whole.children].map(kind))].join(' + ')}`);
    return [...found];
  });
}

/**
 * Remembers the parts of the pages that it is asked about. What axe finds lies in such parts and in how they stand together, and
 * records of one kind are made of the same ones: a page without a new part has nothing new to find.
 * @returns whether a page holds something that no page before held
 */
export function newParts(): (page: Page) => Promise<boolean> {
  const known = new Set<string>();
  return async (page) => {
    const found = (await parts(page)).filter((part) => !known.has(part));
    for (const part of found) known.add(part);
    return found.length > 0;
  };
}
