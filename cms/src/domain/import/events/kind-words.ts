/** The kind of an event, guessed from what sources call it: an editor sees it, and corrects it. */
import type { EventKind } from '../../vocabulary/event-kinds.ts';
import { plainWords } from '../cells/words.ts';

/** Beginnings of words, without accents; the first kind of which one is found stands. What is said in a title comes first. */
const WORDS: readonly (readonly [EventKind, readonly string[]])[] = [
  ['forum', ['forum']],
  ['réunion', ['reunion publique', 'assemblee generale', 'conseil municipal', 'reunion']],
  ['formation', ['formation', 'stage', 'cours']],
  ['atelier', ['atelier', 'initiation', 'repair cafe']],
  [
    'compétition',
    ['tournoi', 'championnat', 'competition', 'marathon', 'trail', 'course', 'concours', 'match', 'loto'],
  ],
  [
    'sortie',
    ['randonnee', 'balade', 'visite', 'sortie', 'excursion', 'promenade', 'marche nordique', 'patrimoine', 'nature'],
  ],
  [
    'fête',
    [
      'fete',
      'festival',
      'carnaval',
      'marche',
      'brocante',
      'vide grenier',
      'bal',
      'kermesse',
      'foire',
      'repas',
      'bourse',
    ],
  ],
  [
    'spectacle',
    [
      'concert',
      'spectacle',
      'theatre',
      'exposition',
      'cinema',
      'projection',
      'danse',
      'musique',
      'cirque',
      'conte',
      'chorale',
    ],
  ],
  ['rencontre', ['rencontre', 'conference', 'debat', 'cafe', 'dedicace', 'lecture', 'club', 'jeux', 'permanence']],
  ['compétition', ['sport']],
  ['spectacle', ['culture']],
];

const found = (text: string): EventKind | null => {
  const plain = ` ${plainWords(text)}`;
  return WORDS.find(([, starts]) => starts.some((start) => plain.includes(` ${start}`)))?.[0] ?? null;
};

/** @returns `autre` when no word tells */
export function guessKind(title: string, keywords: readonly string[]): EventKind {
  return found(title) ?? found(keywords.join(' ')) ?? 'autre';
}
