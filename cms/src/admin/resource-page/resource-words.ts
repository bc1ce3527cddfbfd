/** What the page of a resource says besides the names of its fields (`domain/records/resource-fields.ts`). */
export const resourceWords = {
  fresh: 'Nouvelle ressource',
  list: 'Ressources',
  thisOne: 'cette ressource',
  choose: 'Choisir…',
  sections: {
    what: 'La ressource',
    owner: 'À qui, et où',
    terms: 'Comment l’obtenir',
    files: 'Photos et documents',
    office: 'Pour l’équipe',
  },
} as const;
