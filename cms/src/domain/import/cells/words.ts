/** How a cell is compared: no accents, no case, one kind of apostrophe and of space, no outer punctuation. */
import { cleanText } from '../../clean-text.ts';
import { withoutAccents } from '../../french.ts';

/** « Tél. (président) » → "tel president" */
export const plainWords = (text: string): string =>
  withoutAccents(cleanText(text).normalize('NFKC'))
    .toLowerCase()
    .replace(/n\s?[°º]/g, 'numero ')
    .replace(/[^\p{L}\p{N}@+&]+/gu, ' ')
    .trim();

/** What people write into a cell that has nothing to say. */
const NOTHING = new Set([
  '',
  '-',
  '--',
  '/',
  'x',
  'nc',
  'n c',
  'neant',
  'aucun',
  'aucune',
  'ras',
  'sans objet',
  'na',
  'n a',
  'inconnu',
  'non communique',
  'non renseigne',
]);

/** Does the cell say that there is nothing? « NC », « néant », « / ». */
export const saysNothing = (text: string): boolean => NOTHING.has(plainWords(text)) || NOTHING.has(text.trim());

/** A text of a cell as it is kept: cleaned, and one space where a cell had several; line ends stay. */
export const tidyText = (text: string): string =>
  cleanText(text)
    .split('\n')
    .map((line) => line.replace(/[ \t\u00a0\u202f]+/g, ' ').trim())
    .filter((line, rank, lines) => line !== '' || (rank > 0 && lines[rank - 1] !== ''))
    .join('\n')
    .trim();

/** The same in one line. */
export const tidyLine = (text: string): string => tidyText(text).replace(/\s*\n\s*/g, ', ');
