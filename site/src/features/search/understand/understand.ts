/** A question in somebody’s own words: what in it is a criterion, and which words are left to look for. */
import { wordsOfQuestion, type QuestionWord } from '../question.ts';
import { readAges } from './ages.ts';
import { readIntents } from './intents.ts';
import type { Understood } from './pieces.ts';
import { readNearMe, readPlaces, type Places } from './places.ts';
import { readPrice } from './price.ts';
import { Reading } from './reading.ts';
import { smallTalk } from './small-talk.ts';
import { readWhen } from './when.ts';

/** "pas de" says more of what is wanted than that: "il n’aime pas le foot", "autre que le judo". */
const NOT_WANTED =
  '(?:aime(?:nt|rait|rais)?|veut|veux|supporte) pas (?:(?:du tout|trop|vraiment|beaucoup) )?(?:(?:faire|le|la|les|l|de|du|des) )*[a-z]+|(?:sauf|hormis|a part|autre que|autre chose que|plutot que) (?:(?:le|la|les|l|de|du|des) )*[a-z]+';

/** "Mon ado passe sa vie sur son téléphone, on cherche une activité": at the end, or with a day or a place behind it. */
const ANYTHING =
  '(?:cherche|cherchons|recherche|voudrais|voudrait|veut|veux|aimerait|aimerais|trouver|faut|faudrait|besoin|envie|propose|proposer|conseille)(?: (?:lui|nous|me|m))?(?: (?:de|d))?(?: (?:une?|des|de|d|quelques))? (?:activites?|occupations?|loisirs?|quelque chose|idees?|trucs?|sorties?)(?: a faire)?';

/** "Papi, veuf, s’ennuie le mercredi": anything would do, as above; what somebody tells before it is who they are. */
const BORED = '(?<!(?:je|m|on|nous) )(?:s )?(?:ennuie|ennuient|embete|embetent)';

/** Of themselves, who gives time: nobody else is retired. */
const RETIRED = '(?:a|apres|depuis|pendant) (?:la|ma) retraite|(?:jeune |nouvelle? )?retraitee?';

/** What somebody does anyway, and a year that says nothing more: "je garde mes petits-enfants", "inscription foot 2026". */
const OF_WHO_ASKS =
  '(?:mon|ma|mes|notre|nos|son|sa|ses) (?:plus )?(?:grande?s?|derniere?s?|cadets?|cadettes?)(?! (?:mere|pere|parents?|oncle|tante|frere|soeur))|(?:je|on|nous) (?:gardent|gardons|gardais|garde)(?= (?:mes|ma|mon|nos|notre|les|des|deux|trois))|(?:je|on|nous) (?:bosse|bossons|travaille|travaillons|taffe)(?: (?:toute|beaucoup|trop))*(?: (?:la|en|le|de|tard|toute))*(?: (?:semaine|journee|jour|soir|nuit))|(?:je|on|nous) (?:suis|est|sommes) (?:libres?|disponibles?|dispo)|20[2-4]\\d';

/** Where it is that somebody has a need: "un hérisson dans mon jardin" asks for no garden. */
const AT_HOME =
  '(?:dans|devant|derriere|sur|sous|pres de|a cote de|chez|pour) (?:mon|ma|mes|notre|nos|le fond du) (?:petite? |grande? |propre |nouvel |nouveau |nouvelle )?(?:jardin|maison|appartement|appart|studio|cour|rue|quartier|immeuble|terrain|toit|salon|chambre|balcon|terrasse|coin|cave|grenier)';

/** How it is to be, and not what. */
const WITHOUT_ADO =
  'sans (?:rendez vous|rdv|inscription|inscriptions|engagement|reservation|reserver|attendre|condition|conditions|limite d age|prise de tete|se prendre la tete|me prendre la tete|obligation|s inscrire|m inscrire|chichi|pression)';

/** What still works is no walk. */
const STILL_WORKS = 'qui (?:marche|marchent) (?:encore|bien|toujours|parfaitement|tres bien)';

export interface Reader {
  readonly places: Places;
  /** `YYYY-MM-DD` in the territory. */
  readonly today: string;
}

export interface UnderstoodQuestion {
  readonly words: readonly QuestionWord[];
  /** In the order of the question. */
  readonly pieces: readonly Understood[];
  /** Ranks of the words that no criterion took, small talk included: a phrase of the lexicon may need it. */
  readonly left: readonly number[];
  /** Ranks of those that are not meant, in no phrase either. */
  readonly aside: ReadonlySet<number>;
}

/** Reads a question of any length; what cannot be understood is left to be looked for. */
export function understand(question: string, { places, today }: Reader): UnderstoodQuestion {
  const words = wordsOfQuestion(question);
  const reading = new Reading(words);
  readPlaces(reading, places);
  readNearMe(reading);
  readIntents(reading);
  // Whoever gives time speaks of the age of others: "bénévole auprès des personnes âgées".
  if (!reading.has('benevolat')) readAges(reading);
  else reading.skip(`${RETIRED}|(?:a |des |de )?\\d{1,2} ans`, 'everywhere');
  readWhen(reading, today);
  readPrice(reading);
  // What was told before somebody says that anything would do is why they ask, and not what for.
  if (reading.found.length > 0) {
    reading.skipBefore(ANYTHING);
    reading.skipBefore(BORED);
  }
  // What somebody does not want is not looked for.
  reading.skip(NOT_WANTED, 'everywhere');
  reading.skip(OF_WHO_ASKS, 'everywhere');
  reading.skip(AT_HOME);
  reading.skip(`${STILL_WORKS}|${WITHOUT_ADO}`, 'everywhere');
  const pieces = [...reading.found].sort((a, b) => a.words[0] - b.words[0]);
  return { words, pieces, left: reading.left, aside: reading.aside };
}

/** Does a word say something that can be looked for? */
export const isTelling = ({ text }: QuestionWord): boolean =>
  !smallTalk.has(text) && (text.length > 1 || /\d/.test(text));

/**
 * The question without the words of one piece, and without the little words that only led to it: taking "à Cézac" off
 * "judo à Cézac" leaves "judo".
 */
export function withoutPiece(question: string, { words, pieces }: UnderstoodQuestion, piece: Understood): string {
  const [from, to] = piece.words;
  const others = new Set(pieces.filter((one) => one !== piece).flatMap(({ words: [a, b] }) => range(a, b)));
  let first = from;
  while (first > 0 && !others.has(first - 1) && LEADS_TO.has(words[first - 1]?.text ?? '')) first -= 1;
  const start = words[first]?.start ?? 0;
  const end = words[to]?.end ?? question.length;
  return `${question.slice(0, start)} ${question.slice(end)}`
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:.!?-]+|[\s,;:-]+$/g, '')
    .replace(/\s+([,.!?])/g, '$1');
}

const LEADS_TO = new Set(
  'a au aux de du d des le la les l en pour dans sur pres vers et ou entre chez ce cet cette'.split(' '),
);
const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, rank) => from + rank);
