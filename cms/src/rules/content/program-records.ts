import type { Rule } from '../engine/rule.ts';

const MESSAGE: Readonly<Record<string, string>> = {
  'api::update-request.update-request':
    'Les demandes sont tenues par la campagne\u00a0: passez par sa page pour renvoyer ou révoquer un lien.',
  'api::submission.submission':
    'Une réponse se décide sur le bureau de relecture, en l’acceptant ou en la refusant\u00a0; elle ne se modifie pas à la main.',
  'api::journal-entry.journal-entry':
    'Le journal ne se modifie pas et ne s’efface pas\u00a0: il garde la trace de chaque décision.',
};

const refuse = ({ uid }: { readonly uid: string }) => [{ path: [], message: MESSAGE[uid] ?? '' }];

/**
 * Letters, answers and journal are written by the program alone, through the database layer. The document service, which is
 * all that the admin and its API have, refuses every change of them, whoever asks.
 */
export const programRecords: Rule = { appliesTo: Object.keys(MESSAGE), onSave: refuse, onRemove: refuse };
