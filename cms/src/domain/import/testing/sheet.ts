/** Tables for tests, as a reader of files gives them. */
import { ChoiceIndex } from '../cells/choose-names.ts';
import type { Lists } from '../recognise.ts';
import type { TerritoryCommune } from '../territory.ts';
import type { Cell, Sheet } from '../workbook.ts';

/** @param rows texts, or cells with what is behind them; the first is line 1 */
export const sheetOf = (rows: readonly (readonly (string | Cell)[])[], name = 'Feuille 1'): Sheet => ({
  name,
  hidden: false,
  hiddenColumns: [],
  rows: rows
    .map((cells, rank) => ({
      line: rank + 1,
      hidden: false,
      cells: cells.map((cell): Cell => (typeof cell === 'string' ? { text: cell } : cell)),
    }))
    .filter(({ cells }) => cells.some(({ text }) => text !== '')),
});

const choice = (id: string, name: string, ...aliases: string[]) => ({ id, name, aliases });

/** Its communes, with their codes; two share a postal code. */
export const communes: readonly TerritoryCommune[] = [
  { id: 'c-savin', name: 'Saint-Savin', inseeCode: '33473', postalCodes: ['33920'], aliases: ['Sainte-Fictive'] },
  { id: 'c-cavignac', name: 'Cavignac', inseeCode: '33114', postalCodes: ['33620'], aliases: [] },
  { id: 'c-cezac', name: 'Cézac', inseeCode: '33123', postalCodes: ['33620'], aliases: [] },
  { id: 'c-yzan', name: 'Saint-Yzan-de-Soudiac', inseeCode: '33492', postalCodes: ['33910'], aliases: [] },
];

/** A small territory. */
export const lists: Lists = {
  themes: new ChoiceIndex('aucun thème', [
    choice('t-sport', 'Sport et bien-être', 'Sports'),
    choice('t-culture', 'Culture et loisirs'),
    choice('t-musique', 'Musique'),
    choice('t-social', 'Solidarité'),
  ]),
  audiences: new ChoiceIndex('aucun public', [choice('p-enfants', 'Enfants'), choice('p-seniors', 'Seniors')]),
  communes: new ChoiceIndex('aucune commune', [
    choice('c-savin', 'Saint-Savin', '33473'),
    choice('c-cavignac', 'Cavignac', '33114'),
    choice('c-cezac', 'Cézac', '33123'),
  ]),
};
