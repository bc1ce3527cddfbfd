/**
 * In a page in another language: what its scripts say is told apart as the build tells it apart (`mark-french.ts`). They say their
 * sentences with marks; everything else is what somebody wrote in French.
 */
import { teach } from '../../i18n/foreign-words.ts';
import { hasMarks, runsOf, withoutMarks } from '../../i18n/frame.ts';
import { isForeign, readLanguageFrom } from '../../i18n/language.ts';
import { leadFrom } from '../addresses.ts';
import { WORDS_ID } from './page-words.ts';
import { saidAgain } from './said-again.ts';

const { documentElement: page } = document;
const language = page.lang;
const words = document.getElementById(WORDS_ID)?.textContent;

if (isForeign(language) && words !== undefined) {
  const isRightToLeft = page.dir === 'rtl';
  teach(language, new Map(Object.entries(JSON.parse(words) as Record<string, string>)));
  readLanguageFrom(() => language);

  const NAMES = ['aria-label', 'title', 'placeholder'];
  /** Lines of facts: what the search found says days, hours and ages as the index has them, in French. */
  const FACTS = '.search-result-facts';
  const LETTER = /\p{L}/u;
  /** What a text may hold besides words, and stay one text. */
  const INLINE = new Set(['A', 'BR', 'EM', 'MARK', 'SPAN', 'STRONG']);

  const isTold = (holder: Element): boolean =>
    holder.closest('[lang]') !== page || ['TITLE', 'SCRIPT', 'STYLE', 'OPTION'].includes(holder.tagName);

  const markText = (text: Text): void => {
    const holder = text.parentElement;
    const said = text.data;
    if (holder === null || !LETTER.test(said)) return;
    if (isTold(holder)) {
      if (hasMarks(said)) text.data = withoutMarks(said);
      return;
    }
    text.replaceWith(
      ...runsOf(said).map(({ isFrame, text: run }) => {
        if (isFrame || !LETTER.test(run)) return document.createTextNode(run);
        const piece = document.createElement('span');
        piece.lang = 'fr';
        if (isRightToLeft) piece.dir = 'ltr';
        piece.textContent = run;
        return piece;
      }),
    );
  };

  const sayAgain = (line: Element): void => {
    const walk = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const text = walk.currentNode as Text;
      text.data = saidAgain(text.data) ?? text.data;
    }
  };

  /** One text, all of it French: it gets its language as a whole, or the words of a name would change their order. */
  const isFrenchText = (element: Element): boolean => {
    const said = element.textContent;
    return (
      LETTER.test(said) &&
      !hasMarks(said) &&
      [...element.querySelectorAll('*')].every(({ tagName }) => INLINE.has(tagName))
    );
  };

  const markElement = (element: Element): void => {
    for (const name of NAMES) {
      const value = element.getAttribute(name);
      if (value !== null && hasMarks(value)) element.setAttribute(name, withoutMarks(value));
    }
    const lead = element instanceof HTMLAnchorElement ? leadFrom(language, element.getAttribute('href') ?? '') : null;
    if (lead?.isFrench) element.setAttribute('hreflang', 'fr');
    else if (lead) element.setAttribute('href', lead.href);
  };

  const mark = (node: Node): void => {
    if (node instanceof Text) return markText(node);
    if (!(node instanceof HTMLElement)) return;
    if (node.matches(FACTS)) sayAgain(node);
    markElement(node);
    if (!isTold(node) && isFrenchText(node)) {
      node.lang = 'fr';
      for (const inside of node.querySelectorAll('a')) markElement(inside);
    } else for (const child of [...node.childNodes]) mark(child);
  };

  // Frame or not, a text that is set is looked at before anybody sees it: this runs before the page is painted.
  const observer = new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes)
      if (type === 'attributes') markElement(target as Element);
      else if (type === 'characterData') mark(target);
      else for (const node of addedNodes) if (node.isConnected) mark(node);
    // What was just set has lost its marks: looked at again, all of it would be told to be French.
    observer.takeRecords();
  });
  observer.observe(page, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: NAMES,
  });
}
