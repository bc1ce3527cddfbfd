/**
 * What stays of a French word when number, gender and the commonest endings of verbs are left aside, so that "randonnées" meets
 * "randonnée" and "danser" meets "danse". After the minimal stemmer for French of J. Savoy (A stemming procedure and stopword
 * list for general French corpora, JASIS 50, 1999), on words without accents, because people type none. It is gentler than
 * Snowball’s, which makes one stem of words that have nothing in common; what it misses, the lexicon joins.
 */

const SHORTEST_PLURAL = 4;
const SHORTEST_INFINITIVE = 5;
const SHORTEST_FEMININE = 5;
const SHORTEST_DOUBLE = 6;
const SHORTEST_AUX = 6;

/** What is written with care tells a market from a walk: a word that ends in "é" meets none that ends in "e". @param word as it is written */
export function writtenStem(word: string, plain: string): string {
  return /és?$/iu.test(word.normalize('NFC')) ? `${stem(plain)}é` : stem(plain);
}

/** What would be cut to another word: who hangs about ("traîner") takes no train. */
const OTHERWISE: Readonly<Record<string, string>> = { trainer: 'traine', traine: 'traine', trainent: 'traine' };

/** @param word lower case, without accents */
export function stem(word: string): string {
  if (Object.hasOwn(OTHERWISE, word)) return OTHERWISE[word]!;
  if (/\d/.test(word)) return word;
  let rest = word;
  const cut = (ending: RegExp, shortest: number): void => {
    if (rest.length >= shortest && ending.test(rest)) rest = rest.slice(0, -1);
  };
  if (rest.length >= SHORTEST_AUX && rest.endsWith('aux')) return `${rest.slice(0, -2)}l`;
  // "jeux", "chevaux"; "prix" and "paix" have no other number.
  cut(/s$|(?<=u)x$/, SHORTEST_PLURAL);
  cut(/e[rz]$/, SHORTEST_INFINITIVE);
  // "boxe" is no "box".
  cut(/(?<!x)e$/, SHORTEST_FEMININE);
  cut(/(?<!x)e$/, SHORTEST_FEMININE);
  cut(/([a-z])\1$/, SHORTEST_DOUBLE);
  return rest;
}
