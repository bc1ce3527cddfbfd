/** Ids that the page of the selection and its script agree on. */
export const ids = {
  config: 'selection-mots',
  notes: 'selection-notes',
  actions: 'selection-gestes',
  week: 'selection-semaine',
  entries: 'selection-fiches',
  paper: 'selection-papier',
  live: 'selection-annonce',
} as const;
