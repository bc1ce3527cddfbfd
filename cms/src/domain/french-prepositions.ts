/**
 * « de », « à », « par », « que » before a name that the program does not know beforehand: elided before a vowel, contracted with an
 * article; with the article that a public body is said with.
 */
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

/** Public bodies are said with an article that their name is not written with: "Office de tourisme …", "l’Office de tourisme …". */
const BODIES: Readonly<Record<'le' | 'la' | 'l’', readonly string[]>> = {
  le: ['bureau', 'département', 'pays', 'pôle', 'service', 'syndicat'],
  la: ['commune', 'communauté', 'mairie', 'maison', 'métropole', 'région', 'ville'],
  'l’': ['agence', 'office'],
};
/** What stands after the noun of such a name: of what, or of what kind. "Pays'n co" is no "Pays". */
const OF_WHAT =
  /^(?:\s+(?:de|du|des|et|(?:inter)?communale?|municipale?|urbaine|départementale?|régionale?)(?!\p{L})|\s+d['’]|\s*$)/iu;

function bodyArticle(name: string): 'le' | 'la' | 'l’' | null {
  const [, noun = '', after = ''] = /^(\p{L}+)(.*)$/su.exec(name.trim()) ?? [];
  const [article] =
    Object.entries(BODIES).find(([, nouns]) => nouns.includes(noun.toLowerCase().normalize('NFC'))) ?? [];
  // A word alone is a name as good as any: "Ville", a group.
  return article !== undefined && after.trim() !== '' && OF_WHAT.test(after) ? (article as 'le' | 'la' | 'l’') : null;
}

/** A name as it stands after « par » or « chez »: "l’Office de tourisme de Loches", "Loches", "Les Amis du livre". */
function withArticle(name: string): string {
  const article = bodyArticle(name);
  if (article === null) return name;
  return article === 'l’' ? `l’${name.trim()}` : `${article} ${name.trim()}`;
}

/** "Les Amis du livre" → ["les", "Amis du livre"], "Pays de Blaye" → ["le", "Pays de Blaye"]: « de » and « à » melt with the article. */
function articleOf(name: string): readonly [article: 'le' | 'les', rest: string] | null {
  const match = /^(Les?)\s+(\S.*)$/su.exec(name.trim());
  if (match) return [match[1] === 'Le' ? 'le' : 'les', match[2] ?? ''];
  return bodyArticle(name) === 'le' ? ['le', name.trim()] : null;
}

/**
 * "de Loches", "d’Addictions", "du Petit Théâtre" of "Le Petit Théâtre", "des Amis du livre" of "Les Amis du livre",
 * "de l’Office de tourisme de Loches" of "Office de tourisme de Loches".
 */
export function of(name: string): string {
  const article = articleOf(name);
  if (article) return `${article[0] === 'le' ? 'du' : 'des'} ${article[1]}`;
  if (bodyArticle(name) !== null) return `de ${withArticle(name)}`;
  return isElided(name) ? `d’${name}` : `de ${name}`;
}

/** "à Loches", "au Petit Théâtre" of "Le Petit Théâtre", "aux Amis du livre" of "Les Amis du livre", "à la Mairie de Loches". */
export function to(name: string): string {
  const article = articleOf(name);
  return article ? `${article[0] === 'le' ? 'au' : 'aux'} ${article[1]}` : `à ${withArticle(name)}`;
}

/** "par Loches", "par Les Amis du livre", "par l’Office de tourisme de Loches". */
export const by = (name: string): string => `par ${withArticle(name)}`;

/** "que Loches", "qu’Addictions", "que l’Office de tourisme de Loches". */
export const that = (name: string): string =>
  bodyArticle(name) === null && isElided(name) ? `qu’${name}` : `que ${withArticle(name)}`;

const BLANK = /(?:(?<![\p{L}\p{N}])(de|à|par|que|De|À|Par|Que) )?\{([^{}\s]+)\}/gu;
const BEFORE: Readonly<Record<string, (name: string) => string>> = { de: of, à: to, par: by, que: that };

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
