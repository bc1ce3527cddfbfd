/// <reference lib="dom" />
/// <reference lib="dom.iterable" /> — what runs inside the page; the scripts that import this know no DOM otherwise
/**
 * Every text that a page shows or tells a screen reader, as long as it is painted once: a notification that goes by itself and
 * the words of a loader count too, and no step of a walk has to be quick enough to see them.
 */
import type { BrowserContext, Page } from 'playwright-core';

/** A text, and the kind of place where it was first seen: `text`, `title of the page`, or the attribute. */
export interface Painted {
  readonly text: string;
  readonly where: string;
}

type Watched = Window & { paintedTexts?: () => Painted[] };

/** Runs in the page before anything of its own. */
function watchPaintedTexts(): void {
  if (window.top !== window) return; // the preview holds a page of the site, which has tests of its own
  const seen = new Map<string, string>();
  let fresh: Painted[] = [];
  const note = (text: string | null | undefined, where: string): void => {
    const said = text?.trim() ?? '';
    if (said === '' || seen.has(said)) return;
    seen.set(said, where);
    fresh.push({ text: said, where });
  };
  const SAID = [
    'aria-label',
    'aria-description',
    'aria-roledescription',
    'aria-valuetext',
    'title',
    'placeholder',
    'alt',
  ];
  const SILENT = 'script, style, noscript, template, [aria-hidden="true"] svg';
  const isPainted = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });

  const noteElement = (element: Element): void => {
    if (element.matches(SILENT) || !(isPainted(element) || element.tagName === 'OPTION')) return;
    for (const name of SAID) note(element.getAttribute(name), name);
    if (element instanceof HTMLInputElement) {
      const isChoice = element.getAttribute('role') === 'combobox' || element.readOnly;
      if (isChoice || ['button', 'submit', 'reset'].includes(element.type)) note(element.value, 'value');
    }
    for (const child of element.childNodes) if (child.nodeType === Node.TEXT_NODE) note(child.nodeValue, 'text');
  };
  const noteTree = (root: Element): void => {
    noteElement(root);
    for (const element of root.querySelectorAll('*')) noteElement(element);
  };

  const changed = new Set<Node>();
  const flush = (): void => {
    note(document.title, 'title of the page');
    for (const node of changed) {
      const element = node instanceof Element ? node : node.parentElement;
      if (element?.isConnected) noteTree(element);
    }
    changed.clear();
  };
  const onChange = (records: MutationRecord[]): void => {
    if (changed.size === 0) requestAnimationFrame(flush); // what is replaced before it is painted was never there
    for (const { type, target, addedNodes } of records) {
      if (type === 'childList') addedNodes.forEach((node) => changed.add(node));
      else changed.add(target);
    }
  };
  new MutationObserver(onChange).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: [...SAID, 'hidden', 'style', 'class', 'data-state'],
  });
  (window as Watched).paintedTexts = () => {
    noteTree(document.documentElement);
    note(document.title, 'title of the page');
    const found = fresh;
    fresh = [];
    return found;
  };
}

/** Has every page of the context, from its next load on, remember what it paints. */
export const rememberPainted = (context: BrowserContext): Promise<unknown> => context.addInitScript(watchPaintedTexts);

/** What was painted since the last question; since the page was loaded, the first time. */
export const paintedSince = (page: Page): Promise<Painted[]> =>
  page.evaluate(() => (window as Watched).paintedTexts?.() ?? []);
