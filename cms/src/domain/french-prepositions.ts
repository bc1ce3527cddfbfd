/** « de », « à », « que » before a name that the program does not know beforehand: elided before a vowel, contracted with an article. */
import { withoutAccents } from './french.ts';

/** What is said with an aspirated h, or as if there were one, among what names of associations, places and themes begin with. */
const NOT_ELIDED =
  /^(?:onz|oui(?!e)|ouistiti|uhlan|yaourt|yacht|yoga|yole|yourt|yeti|yucca|hach|haie|haill|haine|haiti|hall|halt|hamac|hameau|hamster|hand|hangar|hanneton|hans|harceleme|hard|harem|hareng|haricot|harnais|harpe|hasard|hauban|hauss|haut|havr|hayon|heavy|henn|heris|heron|heros(?!t)|herse|hetre|heurt|hibou|hideu|hierarch|hip|hobby|hochet|hockey|hollande|homard|hongr|honte|hoquet|hors|hotte|houb|houe|houill|houle|housse|houx|hublot|huguenot|huit|hurl|hussard|hutte)/;

/** The y that is a consonant is not elided ("de Yoga"), the one before a consonant is ("d’Yvetot"); a lone letter is a name of its own. */
const ELIDED = /^(?:[aeiou](?!$)|y(?![aeiou])|h)/;

/** Whether « de » becomes « d’ » before it. A digit is read as a number: "de 11 h" and "de 8 ans" keep theirs. */
function isElided(name: string): boolean {
  const start = withoutAccents(name.trim().replace(/^["“«\s]+/u, '')).toLowerCase();
  // An acronym that begins by H is spelled, and its first letter is « ache ».
  if (/^\w+:|^www\./.test(start)) return false; // an address is read as it stands
  const isSpelled = /^H[B-DF-HJ-NP-TV-Z]/.test(name.trim());
  return ELIDED.test(start) && (isSpelled || !NOT_ELIDED.test(start));
}

/** "Les Amis du livre" → ["Les", "Amis du livre"], when « de » and « à » melt with the article. */
const articleOf = (name: string): readonly [article: 'le' | 'les', rest: string] | null => {
  const match = /^(Les?)\s+(\S.*)$/su.exec(name.trim());
  return match ? [match[1] === 'Le' ? 'le' : 'les', match[2] ?? ''] : null;
};

/** "de Loches", "d’Addictions", "du Petit Théâtre" of "Le Petit Théâtre", "des Amis du livre" of "Les Amis du livre". */
export function of(name: string): string {
  const article = articleOf(name);
  if (article) return `${article[0] === 'le' ? 'du' : 'des'} ${article[1]}`;
  return isElided(name) ? `d’${name}` : `de ${name}`;
}

/** "à Loches", "au Petit Théâtre" of "Le Petit Théâtre", "aux Amis du livre" of "Les Amis du livre". */
export function to(name: string): string {
  const article = articleOf(name);
  return article ? `${article[0] === 'le' ? 'au' : 'aux'} ${article[1]}` : `à ${name}`;
}

/** "que Loches", "qu’Addictions". */
export const that = (name: string): string => (isElided(name) ? `qu’${name}` : `que ${name}`);

const BLANK = /(?:(?<![\p{L}\p{N}])(de|à|que|De|À|Que) )?\{([^{}\s]+)\}/gu;
const BEFORE: Readonly<Record<string, (name: string) => string>> = { de: of, à: to, que: that };

/**
 * A sentence with its `{blanks}` filled, and what stands before each made to agree: "la fiche de {association}" → "la fiche
 * d’Addictions". A number is left as it is.
 * @param valueOf what a blank becomes; null leaves it as it stands
 */
export function fillFrench(sentence: string, valueOf: (name: string) => string | number | null): string {
  return sentence.replace(BLANK, (whole, word: string | undefined, name: string) => {
    const value = valueOf(name);
    if (value === null) return whole;
    if (word === undefined) return String(value);
    const agree = BEFORE[word.toLowerCase()];
    if (typeof value === 'number' || !agree) return `${word} ${value}`;
    const said = agree(value);
    return word === word.toLowerCase() ? said : said.charAt(0).toUpperCase() + said.slice(1);
  });
}
