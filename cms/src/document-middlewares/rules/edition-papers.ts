import type { Rule } from '../engine/rule.ts';

/** What most booklets of this kind are printed on: coated, 115 g inside and 250 g around. */
const USUAL = {
  interiorPaper: { name: 'couché mat', grammage: 115, bulk: 0.9 },
  coverPaper: { name: 'couché mat', grammage: 250, bulk: 0.9 },
};

/** A new edition asks for a year and a title only: who does not know the paper yet gets the usual one. */
export const editionPapers: Rule = {
  appliesTo: ['api::edition.edition'],
  onSave({ action, data }) {
    if (action === 'clone') return [];
    for (const [field, paper] of Object.entries(USUAL)) {
      const isMissing = action === 'create' && (data[field] === undefined || data[field] === null);
      const isEmptied = field in data && data[field] === null;
      if (isMissing || isEmptied) data[field] = { ...paper };
    }
    return [];
  },
};
