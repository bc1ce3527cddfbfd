/** Everything that the routes of an edition say to an editor. */
export const words = {
  unreachable:
    'Le service d’impression ne répond pas\u00a0: votre édition est gardée telle quelle. Réessayez dans une minute\u00a0; si cela dure, prévenez la personne qui s’occupe du serveur.',
  refused:
    'Le service d’impression refuse le CMS\u00a0: TRAME_WEBHOOK_SECRET n’est pas le même des deux côtés. Prévenez la personne qui s’occupe du serveur.',
  unreadable:
    'Le service d’impression répond autrement que prévu\u00a0: les deux programmes ne sont sans doute pas de la même version. Prévenez la personne qui s’occupe du serveur.',
  noEdition: 'Cette édition n’existe pas, ou a été supprimée.',
  noFile: 'Ce fichier n’existe pas dans cette édition.',
  badLink: 'Indiquez à qui ce lien est destiné, et pour combien de jours (de 1 à 90).',
  forbidden: 'Votre compte ne permet pas d’imprimer les éditions.',
};
