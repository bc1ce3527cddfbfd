/**
 * The few English words that Strapi, its design system and its notifications write into their screens without any translation
 * key. They are replaced where they appear, before the browser paints them.
 */
import { attendTo } from '../kit/attend-to.ts';

type Words = Readonly<Record<string, string>>;

/** Heads of the table of « Publier les fiches ». */
const HEADS: Words = {
  name: 'Nom',
  status: 'État',
  'Publication status': 'Publication',
};

const FILTERS: Words = { createdAt: 'Date d’ajout', updatedAt: 'Dernière modification' };

/** Nothing of an editor's is exactly this. */
const ANYWHERE: Words = {
  'Loading content.': 'Chargement…',
  'Loading content': 'Chargement…',
  Loading: 'Chargement…',
  'Close modal': 'Fermer',
  documentId: 'Identifiant',
};

/** What stands in an element of the design system, by where it may be; the first that fits is taken. */
const PLACES = [
  { selector: '[role="dialog"] th', words: HEADS },
  { selector: '[role="option"], [role="combobox"]', words: FILTERS },
] as const;

/** Spoken words: names of buttons and parts. */
const SPOKEN: Readonly<Record<string, Words>> = {
  'aria-label': {
    Search: 'Rechercher',
    search: 'Rechercher',
    Clear: 'Vider',
    'Vider date': 'Vider la date',
    'Vider time': 'Vider l’heure',
    'clear date': 'Vider la date',
    'clear time': 'Vider l’heure',
    'Choose date': 'Choisir une date',
    'Choose time': 'Choisir une heure',
    Close: 'Fermer',
    'Close modal': 'Fermer',
    'Notifications alt+T': 'Messages',
    // The state of a record is read beside it in French.
    draft: 'Brouillon',
    published: 'En ligne',
    modified: 'Modifications non publiées',
  },
  'aria-roledescription': { carousel: 'images', slide: 'image', draggable: 'à déplacer' },
};

function replaceTexts(element: Element, words: Words): void {
  for (const node of element.childNodes) {
    const french = node.nodeType === Node.TEXT_NODE ? words[node.nodeValue ?? ''] : undefined;
    if (french !== undefined) node.nodeValue = french;
  }
}

/** Replaces them in one element: its own texts and its attributes. */
export function replaceHardCodedWords(element: Element): void {
  replaceTexts(element, ANYWHERE);
  for (const { selector, words } of PLACES) if (element.closest(selector)) replaceTexts(element, words);
  for (const [attribute, words] of Object.entries(SPOKEN)) {
    const french = words[element.getAttribute(attribute) ?? ''];
    if (french !== undefined) element.setAttribute(attribute, french);
  }
}

/** Replaces them from now on, wherever and whenever they appear. */
export const watchHardCodedWords = (): void => attendTo(Object.keys(SPOKEN), replaceHardCodedWords);
