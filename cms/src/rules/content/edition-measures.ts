import type { Fault, Rule } from '../engine/rule.ts';

/** What French print shops ask for, in millimetres. */
const BLEEDS: readonly unknown[] = [3, 5];

/** The bleed is one that print shops know. */
export const editionMeasures: Rule = {
  appliesTo: ['api::edition.edition'],
  onPublish: ({ record }): Fault[] =>
    BLEEDS.includes(record['bleedMm'])
      ? []
      : [{ path: ['bleedMm'], message: 'Le fond perdu est de 3 mm, ou de 5 mm si l’imprimeur le demande.' }],
};
