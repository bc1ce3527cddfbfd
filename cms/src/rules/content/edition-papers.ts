import type { Rule, Values } from '../engine/rule.ts';
import { isValues } from '../../domain/visit.ts';

/** What most booklets of this kind are printed on: coated, 115 g inside and 250 g around. */
const USUAL: Readonly<Record<string, Values>> = {
  interiorPaper: { name: 'couché mat', grammage: 115, bulk: 0.9 },
  coverPaper: { name: 'couché mat', grammage: 250, bulk: 0.9 },
};

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

/** A new edition asks for a year and a title only: who does not know the paper yet gets the usual one, field by field. */
export const editionPapers: Rule = {
  appliesTo: ['api::edition.edition'],
  onSave({ action, data }) {
    if (action === 'clone') return [];
    for (const [field, usual] of Object.entries(USUAL)) {
      if (action === 'update' && !(field in data)) continue;
      const given = data[field];
      if (isEmpty(given)) data[field] = { ...usual };
      if (!isValues(given)) continue;
      // an entry with an id is an update of that entry: what it does not name stays
      const missing = Object.keys(usual).filter((key) => isEmpty(given[key]) && (key in given || !('id' in given)));
      for (const key of missing) given[key] = usual[key];
    }
    return [];
  },
};
