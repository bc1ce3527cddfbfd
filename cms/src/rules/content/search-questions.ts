import { parsed, refused } from '../../domain/parsed.ts';
import { wellFormed } from '../engine/well-formed.ts';

/** The search behind a question of the home page is what follows `?` on the search page; a whole address is cut down to it. */
export const searchQuestions = wellFormed([{ uid: 'api::home.home', field: 'questions.*.query' }], (input) => {
  const query = input
    .trim()
    .replace(/^[^?]*\?/, '')
    .replace(/#.*$/, '')
    .replace(/ /g, '+');
  return /^[^\s?#]+$/.test(query)
    ? parsed(query)
    : refused(
        'Faites la recherche sur le site, puis copiez ici ce qui suit le point d’interrogation dans l’adresse de la page.',
      );
});
