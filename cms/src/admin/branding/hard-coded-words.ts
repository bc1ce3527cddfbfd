/**
 * The few English words that Strapi writes into its screens without any translation key: the heads of the table of
 * « Publier les fiches », and the search and filters of the media picker. They are replaced where they appear.
 */
const HEADS: Readonly<Record<string, string>> = {
  documentId: 'Identifiant',
  name: 'Nom',
  status: 'État',
  'Publication status': 'Publication',
};
const LABELS: Readonly<Record<string, string>> = { Search: 'Rechercher', search: 'rechercher' };

const FILTERS: Readonly<Record<string, string>> = { createdAt: 'Date d’ajout', updatedAt: 'Dernière modification' };

/** Where each of them appears. */
const PLACES = [
  { selector: '[role="dialog"] th', words: HEADS },
  { selector: '[role="option"], [role="combobox"]', words: FILTERS },
];

/** Replaces them once, in what is on the screen now. */
export function replaceHardCodedWords(root: ParentNode): void {
  for (const { selector, words } of PLACES) {
    for (const element of root.querySelectorAll(selector)) replaceTexts(element, words);
  }
  for (const [english, french] of Object.entries(LABELS)) {
    for (const element of root.querySelectorAll(`[role="dialog"] [aria-label="${english}"]`)) {
      element.setAttribute('aria-label', french);
    }
  }
}

function replaceTexts(element: Element, words: Readonly<Record<string, string>>): void {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const french = words[text.nodeValue ?? ''];
    if (french !== undefined) text.nodeValue = french;
  }
}

/** Replaces them whenever a dialog opens or changes. */
export function watchHardCodedWords(): void {
  new MutationObserver(() => replaceHardCodedWords(document)).observe(document.body, {
    childList: true,
    subtree: true,
  });
}
