/**
 * Questions that the directory could not answer, as a device tells them and as the CMS takes them: a few words, and never
 * anybody's (decision 0070). The device and the door hold to this one rule.
 */
import { collectContacts, noContacts } from './contacts-in-text.ts';
import { wordsOf } from './search/words.ts';
import { givenNames } from './vocabulary/people/given-names.ts';

/** Where they are sent. */
export const unansweredPath = '/api/questions-sans-reponse';

/** A question is a few words: what is longer is somebody's story. */
const MOST_WORDS = 8;
const LONGEST_WORD = 24;
export const LONGEST_QUESTION = 80;
/** In one sending. */
export const MOST_QUESTIONS = 10;

/** Who writes one of these speaks of one person. */
const TITLES = new Set('monsieur madame mademoiselle messieurs mesdames mr mme mlle docteur dr maitre abbe'.split(' '));

/**
 * May these words leave a device? Only letters and spaces, few and short; no number, no address, nobody's title or given name.
 * What somebody is called otherwise nobody can know from a word: so a question is shown to nobody before it was asked
 * `LEAST_TIMES` times.
 * @param words lower case, without accents, one space between two words
 */
export function mayBeTold(words: string): boolean {
  const all = words.split(' ');
  if (!/^[a-z]+(?: [a-z]+)*$/.test(words) || words.length > LONGEST_QUESTION || all.length > MOST_WORDS) return false;
  if (all.some((word) => word.length > LONGEST_WORD || givenNames.has(word) || TITLES.has(word))) return false;
  const found = noContacts();
  collectContacts(words, found);
  return found.emails.size === 0 && found.phones.size === 0;
}

/** Folded as the CMS keeps them: « Cours d’Oud » → "cours d oud". */
export const foldedWords = (text: string): string => wordsOf(text).join(' ');

/** Shown to editors once this many devices or days said it: what one person typed once stays unseen. */
export const LEAST_TIMES = 3;

/** What is told of one question. */
export interface UnansweredQuestion {
  /** What was looked for, without ages, places, days and small talk. */
  readonly question: string;
  /** The words of it that nobody answered. */
  readonly missing: string;
}

/** May it be told, and are the missing words words of it? */
export const isTellable = ({ question, missing }: UnansweredQuestion): boolean => {
  const all = question.split(' ');
  return mayBeTold(question) && mayBeTold(missing) && missing.split(' ').every((word) => all.includes(word));
};

/** Of what a device sends. */
export const UNANSWERED_FORMAT = 'trame-unanswered/1';
