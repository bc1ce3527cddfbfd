/** Says which search the page was opened with, and sends that one. Without a search, its words are typed. */
import { inWords } from '../search/client/sentences.ts';
import { labelsOf } from '../search/labels.ts';
import { readState, writeState } from '../search/state.ts';
import { byId } from '../search/client/dom.ts';
import { ids, type AlertFormConfig } from './page-ids.ts';

const { words, named } = JSON.parse(byId(ids.config, HTMLScriptElement).textContent) as AlertFormConfig;
const { known, labelOf } = labelsOf(words, named);

function show(): void {
  const state = readState(location.search, known);
  const search = writeState(state);
  const isChosen = search !== '';
  byId(ids.search, HTMLInputElement).value = search;
  byId(ids.words, HTMLElement).textContent = inWords(state, words.live, labelOf);
  byId(ids.chosen, HTMLParagraphElement).hidden = !isChosen;
  byId(ids.change, HTMLAnchorElement).href = `/recherche/?${search}`;
  byId(ids.typedField, HTMLParagraphElement).hidden = isChosen;
  // A field that nobody sees is not asked for.
  byId(ids.typed, HTMLInputElement).required = !isChosen;
}

show();
// A browser that goes back may have put its own values into the fields.
addEventListener('pageshow', show);
