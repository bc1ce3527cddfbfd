/** The words of a question, each with its place in what was typed, so that what was understood can be taken off again. */
import { withoutAccents } from '@trame/cms/domain/french';
import { stem } from './stem.ts';

export interface QuestionWord {
  /** Lower case, no accents: "Pétanque" → "petanque". */
  readonly text: string;
  readonly stem: string;
  /** Where it stands in the question, the end not included; what is elided before it belongs to it ("d’anglais"). */
  readonly start: number;
  readonly end: number;
}

const PIECE =
  /(?:(?<![\p{L}\p{N}])(?:[cdjlmnst]|qu)\s?['’ʼ`´]\s?)?(?:\p{L}(?:\.\p{L})+\b|\p{N}+(?=(?:ans?|mois|h|heures?|km|kms|euros?)(?![\p{L}\p{N}]))|(?<=\p{N}h)\p{N}{2}(?![\p{L}\p{N}])|(?<=\p{N})h(?=\p{N}{2}(?![\p{L}\p{N}]))|\p{N}+(?=h\p{N}{2}(?![\p{L}\p{N}]))|[\p{L}\p{N}]+)/giu;
const ELIDED = /^(?:[cdjlmnst]|qu)\s?['’ʼ`´]\s?/iu;

/** Lower case without accents, dots of initials or ligatures. */
export const folded = (word: string): string => withoutAccents(word.normalize('NFC')).toLowerCase().replaceAll('.', '');

/** Every word in order. A number parts from its unit ("8ans", "18h30"), and "saint-savin" is two words. */
export function wordsOfQuestion(question: string): QuestionWord[] {
  return [...question.matchAll(PIECE)].map(({ 0: piece, index }) => {
    const text = folded(piece.replace(ELIDED, ''));
    return { text, stem: stem(text), start: index, end: index + piece.length };
  });
}
