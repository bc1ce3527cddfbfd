import { isoInWords } from './date-words.ts';

/** Where Strapi writes a record or a row by the raw value of its first field: folded rows, tables, links, lists. */
const PLACES = 'h1, h2, h3, h4, td, a, li, [role="option"]';

/** Reads the texts of one place that are a day or an instant, and nothing else. */
function readDates(place: Element): void {
  if (place.closest('[contenteditable]') !== null) return; // what is being written is its author's
  const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const french = isoInWords(text.nodeValue ?? '');
    if (french !== null) text.nodeValue = french;
  }
}

/** The places that a change of the page touches: the one that it is in, else those inside of it. */
function placesOf(target: Node): Element[] {
  const element = target instanceof Element ? target : target.parentElement;
  if (!element?.isConnected) return [];
  const around = element.closest(PLACES);
  return around ? [around] : [...element.querySelectorAll(PLACES)];
}

/**
 * Strapi has no way to say how a row is named: it writes what is stored. Texts that are nothing but a day or an instant are
 * read instead, wherever they appear, and again when they change.
 */
export function watchDatesInTitles(): void {
  new MutationObserver((changes) => {
    for (const { target } of changes) placesOf(target).forEach(readDates);
  }).observe(document.body, { childList: true, characterData: true, subtree: true });
}
