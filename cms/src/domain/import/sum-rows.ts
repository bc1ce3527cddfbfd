/** Rows in which a spreadsheet counts the others: « Total », « Sous-total Sport », « Nombre d’associations ». */
import { plainWords, tidyLine } from './cells/words.ts';
import type { Lists } from './recognise.ts';
import type { SheetRow } from './workbook.ts';

/** What is counted. */
const COUNTED =
  '(?:associations?|clubs?|structures?|fiches?|lignes?|adherente?s?|membres?|licencie(?:e?s)?|inscrit(?:e?s)?|benevoles?|personnes?|enfants?|adultes?|jeunes?|subventions?|cotisations?|montants?|heures?|euros?)';
const SUM = new RegExp(
  `^(?:(?:(?:grand |sous )?tota(?:l|ux)|somme|cumul|moyenne)(?: (?:general|generale|generaux|partiel|cumule|annuel|effectif))?(?: (?:(?:de|des|du|d|en) )?(?:l )?${COUNTED})?|(?:sous|s) tota(?:l|ux)(?: .{1,80})?|(?:nombre|nb|nbre)(?: total)? (?:de |des |d )?${COUNTED}|\\d{1,6} ${COUNTED})(?: (?:\\d{1,9}|${COUNTED})){0,3}$`,
);
/** A count, an amount, a share; ten figures are a telephone number. */
const NUMBER = /^[+-]?\d{1,3}(?:[ \u00a0\u202f.,]?\d{1,3}){0,3}\s?(?:€|%|euros?)?$/i;
const PHONE = /^0\d(?:[ .-]?\d\d){4}$/;

const isNumber = (text: string): boolean => NUMBER.test(text) && !PHONE.test(text);

/** « Total Sport », « Total Cavignac »: of a theme or a commune. */
function isOfList(plain: string, { themes, audiences, communes }: Lists): boolean {
  const of = /^tota(?:l|ux) (?:(?:de|des|du|d|pour|commune de|theme) )?(.{2,80})$/.exec(plain)?.[1];
  return of !== undefined && [themes, audiences, communes].some((list) => list.find(of) !== undefined);
}

/** Does the row say nothing but a sum: one text that names it, and numbers? */
export function isSumRow({ cells }: SheetRow, lists: Lists): boolean {
  const texts = cells.map(({ text }) => tidyLine(text)).filter((text) => text !== '' && !isNumber(text));
  const names = new Set(texts.map((text) => plainWords(text)));
  const [name] = names;
  if (name === undefined || names.size > 1) return false;
  return SUM.test(name) || isOfList(name, lists);
}
