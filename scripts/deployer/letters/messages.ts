/** The French sentences about letters and lists on paper: editors read them in the admin. */
export const messages = {
  notUnderstood: 'Requête non comprise.',
  tooLarge: 'Trop de lettres à la fois : choisissez-en moins.',
  busy: 'D’autres pages sont déjà en cours de mise en page : réessayez dans une minute.',
  listTooLarge: 'Trop de fiches à la fois : choisissez-en moins.',
  listFailed:
    'Ces pages n’ont pas pu être mises en page. Réessayez, puis prévenez la personne qui administre la machine.',
  failed:
    'Les lettres n’ont pas pu être mises en page. Réessayez, puis prévenez la personne qui administre la machine.',
} as const;
