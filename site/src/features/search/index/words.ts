/** The words of a page as the index holds them, part by part: where a word stands tells how much it says. */
import { indexedText, APART } from '../../../view/indexed-text.ts';
import { folded } from '../question.ts';
import { stem, writtenStem } from '../stem.ts';
import type { IndexedPage } from './records.ts';
import type { FamiliesOfText } from '../bundle/lexicon.ts';
import { familyToken, hintToken, tokenOf } from '../bundle/tokens.ts';

/** Tokens, in order: of the name, of each row, of the rest, of what is spoken of in passing. */
export interface Words {
  readonly name: readonly string[];
  readonly rows: readonly { readonly label: readonly string[]; readonly text: readonly string[] }[];
  readonly rest: readonly string[];
  readonly mentions: readonly string[];
}

export interface Indexed extends Words {
  /** Everything in order, as Pagefind is given it. */
  readonly content: string;
  /** Words as they are written, for « Vouliez-vous dire ». */
  readonly written: readonly string[];
}

/** Where a text stands: a name says what there is, a text what is done, a mention what is spoken of too. */
type Standing = 'name' | 'text' | 'mention';

/** Words with which a text begins. */
const BEGINNING = 5;

/** @param familiesOf families of which a sequence of stems tells */
export function wordsOfPage(page: IndexedPage, familiesOf: (stems: readonly string[]) => FamiliesOfText): Indexed {
  const written: string[] = [];
  /** Words by which people ask for a family prove something where they name what there is; what is only mentioned proves less. */
  const tokens = (texts: readonly string[], standing: Standing): string[] => {
    const found: string[] = [];
    const ofPart = new Set<string>();
    for (const text of texts) {
      // A summary and a theme that tell the same tell it twice: it is what is done here above all.
      const families = standing === 'text' ? new Set<string>() : ofPart;
      const words = indexedText([text])
        .split(' ')
        .filter((word) => word !== '' && word !== APART);
      written.push(...words);
      const stems = words.map((word) => stem(folded(word)));
      const asWritten = words.map((word) => writtenStem(word, folded(word)));
      // What a text begins with is what it is about: "Ressourcerie : collecte, tri et vente".
      if (standing === 'text')
        for (const family of familiesOf(asWritten.slice(0, BEGINNING)).told) found.push(familyToken(family));
      found.push(...stems.map(tokenOf));
      const { told, hinted } = familiesOf(asWritten);
      for (const family of told) families.add(standing === 'mention' ? hintToken(family) : familyToken(family));
      if (standing === 'name') for (const family of hinted) families.add(hintToken(family));
      if (standing === 'text') found.push(...families);
    }
    return [...found, ...ofPart];
  };
  const name = tokens(page.names, 'name');
  const rows = page.rows.map(({ label, text, where }) => ({
    label: tokens(label, 'name'),
    text: [
      ...tokens(text, 'text'),
      ...where.flatMap((place) => tokens([place], place.includes(' ') ? 'mention' : 'text')),
    ],
  }));
  const rest = tokens(page.text, 'text');
  const mentions = tokens(page.mentions, 'mention');
  return {
    name,
    rows,
    rest,
    mentions,
    written,
    content: [name, ...rows.flatMap(({ label, text }) => [label, text]), rest, mentions].flat().join(' '),
  };
}
