import type { EditionStage } from '../../domain/vocabulary/edition-stages.ts';
import type { Fault, Rule, Values } from '../engine/rule.ts';

const FIRST: EditionStage = 'en préparation';
const LAST: EditionStage = 'figée';

const message =
  'Une édition se fige depuis son panneau, une fois l’épreuve contrôlée\u00a0: l’étape, la date et l’empreinte ne se remplissent pas à la main.';

const isFilled = (value: unknown): boolean => value !== null && value !== undefined && value !== '';

/** What a hand may not write: that an edition is frozen, since when, and of which content. */
function forged(data: Values): Fault[] {
  const fields = ['frozenAt', 'fingerprint'].filter((field) => isFilled(data[field]));
  return [...(data['stage'] === LAST ? ['stage'] : []), ...fields].map((field) => ({ path: [field], message }));
}

/**
 * How far an edition is, is written by printing and freezing (`editions/edition-progress.ts`), which go around these rules.
 * A form may well send back an older stage than the one that a proof has meanwhile written: it is left out. A copy, even of a
 * frozen edition, starts anew.
 */
export const editionStagesRule: Rule = {
  appliesTo: ['api::edition.edition'],
  onSave({ action, data }) {
    const faults = action === 'clone' ? [] : forged(data);
    for (const field of ['stage', 'frozenAt', 'fingerprint']) delete data[field];
    if (action !== 'update') Object.assign(data, { stage: FIRST, frozenAt: null, fingerprint: null });
    return faults;
  },
};
