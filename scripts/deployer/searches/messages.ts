/** The French sentences about saved searches: editors read them under « Tâches ». */
export const messages = {
  notUnderstood: 'Requête non comprise.',
  busy: 'Le service de publication répond déjà à d’autres recherches : réessayez dans quelques secondes.',
  failed:
    'Le service de publication n’a pas pu chercher dans le site en ligne. Si cela dure, prévenez la personne qui s’occupe du serveur.',
  noSite: 'Le site n’est pas encore en ligne : il n’y a rien où chercher.',
} as const;
