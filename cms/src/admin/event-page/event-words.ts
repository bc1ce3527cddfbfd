/** What the page of an event says besides the names of its fields (`domain/records/event-fields.ts`). */
export const eventWords = {
  fresh: 'Nouvel événement',
  list: 'Événements',
  thisOne: 'cet événement',
  choose: 'Choisir…',
  sections: {
    what: 'L’événement',
    when: 'Dates',
    where: 'Lieu',
    who: 'Organisation',
    coming: 'Venir',
    image: 'Image',
    office: 'Pour l’équipe',
  },
  registration: {
    legend: 'Inscription, renseignements',
    label: 'Numéro, adresse électronique ou page',
    hint: 'Un seul par ligne\u00a0: 05 36 49 00 00, contact@example.org ou une page web.',
    add: 'Ajouter un moyen de s’inscrire',
    remove: 'Retirer ce moyen',
    numbered: (rank: number) => `Moyen ${rank}`,
  },
  accessibility: 'Accessibilité, si elle diffère de celle du lieu',
  accessibilityNote: 'Précisions',
  previews: {
    page: 'Page du site',
    pageHelp: 'La page telle que les habitants la verront.',
  },
} as const;
