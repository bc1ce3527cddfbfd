/** The French sentences about previews: editors read them beside the form. */
export const messages = {
  notUnderstood: 'Requête non comprise.',
  tooLarge: 'Cette fiche et ses images pèsent trop pour un aperçu : enregistrez-la, puis réessayez.',
  busy: 'Plusieurs aperçus sont déjà en préparation : réessayez dans quelques secondes.',
  failed: 'L’aperçu n’a pas pu être fait. Réessayez, puis prévenez la personne qui s’occupe du serveur.',
  notPrinted: 'L’annuaire en préparation n’imprime pas cette fiche.',
} as const;
