/** What the page of a guide says besides the names of its fields (`domain/records/guide-fields.ts`). */
export const guideWords = {
  fresh: 'Nouveau guide',
  list: 'Guides',
  thisOne: 'ce guide',
  choose: 'Choisir…',
  sections: {
    what: 'Le guide',
    body: 'Texte',
    files: 'Image et documents',
    source: 'Source',
    links: 'À rattacher à',
    address: 'Adresse de la page',
  },
  sourceLabel: 'Nom de la source',
  sourceUrl: 'Son adresse sur le web',
} as const;
