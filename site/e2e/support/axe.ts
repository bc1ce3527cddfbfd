/// <reference lib="dom" /> — what runs inside the page; the scripts that import this know no DOM otherwise
/** axe over a page: the rules that RGAA and WCAG 2.1 AA name, and axe's own advice. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';

type Axe = typeof axe;

const TAGS = ['RGAAv4', 'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

/** One line for each violation, with the first element at fault. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (tags) => {
    const { axe } = window as unknown as { axe: Axe };
    const { violations } = await axe.run(document, {
      runOnly: { type: 'tag', values: tags },
      resultTypes: ['violations'],
    });
    return violations.map(
      ({ id, help, nodes }) => `${id}: ${help} (${nodes.length}×, ${nodes[0]?.html.slice(0, 200)})`,
    );
  }, TAGS);
}

/** Pixels by which the page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
