import { defineVocabulary } from './vocabulary.ts';

/** What an association says for a time; each reads with its last day (`domain/notice.ts`). */
export const noticeKinds = defineVocabulary([
  { value: 'fermé', label: 'Fermé' },
  { value: 'suspendu', label: 'Activités suspendues' },
  { value: 'complet', label: 'Complet', description: 'On ne prend plus personne avant cette date.' },
  { value: 'inscriptions', label: 'Inscriptions ouvertes' },
  { value: 'autre', label: 'Autre information', description: 'Ce que dit la précision, et rien d’autre.' },
]);

export type NoticeKind = (typeof noticeKinds.values)[number];
