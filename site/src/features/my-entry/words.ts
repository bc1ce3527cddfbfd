import { typeset } from '../service/typeset.ts';
import { of } from '@trame/cms/domain/french-prepositions';

/** Sentences of the visit of one's own entry. */
export const words = typeset({
  loadingTitle: 'Votre fiche',
  signIn: 'Demander un lien de connexion',
  /** Where the link of the letter did not arrive. */
  code: {
    help: 'Dix lettres et chiffres, comme K7QF2-9XMTW : sous le bouton du message ou, sur papier, à côté du carré à scanner. Majuscules et tirets ne comptent pas.',
    send: 'Ouvrir ma fiche',
    noLetter: 'Vous n’avez plus la lettre ?',
    askLetter: 'Recevez un lien à l’adresse que l’office connaît',
  },
  home: {
    lead: 'Voici ce que nous publions. Est-ce toujours exact ?',
    published: 'Votre fiche aujourd’hui',
    verified: (day: string) => `Vérifiée le ${day}.`,
    neverVerified: 'Elle n’a pas encore été vérifiée par vous.',
    seePage: 'Voir votre page sur le site',
    printed: 'Dans l’annuaire imprimé',
    printedAlt: (name: string) => `Aperçu de la fiche imprimée ${of(name)}`,
    pictureComes: 'L’aperçu se prépare…',
    noPicture: 'L’aperçu de la fiche imprimée n’est pas prêt : rechargez la page dans une minute.',
    notPrinted: 'Aucune édition papier n’est en préparation avec votre fiche.',
    until: (day: string) => `Répondez avant le ${day}.`,
    unchanged: 'Rien n’a changé',
    change: 'Modifier ma fiche',
    choice: 'Votre réponse',
    answered: {
      waiting: (when: string) =>
        `Vous avez répondu le ${when}. L’office va relire votre réponse ; une nouvelle réponse remplacera celle-ci.`,
      /** Said of changes that wait. */
      goOn: 'Un oubli ? « Modifier ma fiche » reprend ce que vous avez envoyé.',
      accepted: (when: string) =>
        `Vous avez répondu le ${when}, et l’office a accepté votre réponse. Quelque chose a encore changé ? Répondez à nouveau.`,
      refused: (when: string) => `Votre envoi du ${when} n’a pas été publié`,
      again:
        'La fiche ci-dessous est celle d’avant. « Modifier ma fiche » reprend ce que vous aviez envoyé : corrigez, puis renvoyez.',
      erased: 'La fiche ci-dessous est celle d’avant. Corrigez-la, puis envoyez à nouveau.',
    },
    conflict: 'Votre fiche a changé depuis que vous l’avez ouverte. La voici à jour : relisez-la, puis répondez.',
  },
  /** Asked before « Rien n’a changé » while changes of one’s own wait. */
  abandon: {
    titleSent: 'Annuler les changements que vous avez envoyés ?',
    titleTyped: 'Effacer ce que vous aviez commencé ?',
    sent: (when: string) => `Le ${when}, vous avez envoyé des changements que l’office n’a pas encore relus.`,
    fields: (fields: string) => `Ils concernent : ${fields}.`,
    typed: (when: string) => `La saisie commencée le ${when} n’a pas été envoyée.`,
    lost: 'Si vous répondez « Rien n’a changé », ces changements seront perdus : votre fiche restera telle qu’elle est publiée aujourd’hui.',
    keep: 'Garder mes changements',
    abandon: 'Tout annuler : rien n’a changé',
  },
  draft: {
    title: (when: string) => `Vous aviez commencé une saisie le ${when}.`,
    moved: 'La fiche publiée a changé depuis : vos changements seront reportés sur la nouvelle version.',
    resume: 'Reprendre ma saisie',
    erase: 'L’effacer',
    erased: 'Votre saisie est effacée.',
  },
  form: {
    title: 'Modifier ma fiche',
    lead: 'Ouvrez la rubrique qui a changé. Les autres restent comme elles sont.',
    kept: 'Ce que vous écrivez est gardé sur cet appareil jusqu’à l’envoi.',
    notKept: 'Cet appareil ne garde pas la saisie : ne fermez pas la page avant l’envoi.',
    review: 'Relire avant d’envoyer',
    checking: 'Vérification…',
    offline:
      'La connexion est coupée : la vérification n’a pas pu se faire. Votre saisie est gardée ; réessayez dans un instant.',
    back: 'Retour à ma fiche',
  },
  review: {
    title: 'Relire avant d’envoyer',
    lead: 'L’office relit vos changements avant de les publier. Votre fiche actuelle reste en ligne en attendant.',
    nothing: 'Vous n’avez rien changé. Vous pouvez confirmer votre fiche telle qu’elle est, ou revenir la modifier.',
    send: 'Envoyer mes changements',
    atOnce: {
      title: 'Un accord retiré ici attend la relecture de l’office',
      someone: 'ce contact',
      stays: (who: string, channels: string) => `${who} reste visible (${channels}) jusque-là.`,
      act: (who: string) => `Retirer tout de suite : ${who}`,
      meaning:
        'Le retrait immédiat enlève la personne de partout, en une minute, sans relecture. Il s’ouvre dans un nouvel onglet ; votre saisie reste ici.',
    },
    nothingWhileWaiting: (when: string) =>
      `Votre fiche est telle que nous la publions. Si vous la confirmez, les changements que vous avez envoyés le ${when} seront perdus.`,
    confirm: 'Confirmer : rien n’a changé',
    back: 'Revenir au formulaire',
    failed: 'L’envoi n’a pas abouti',
    conflictTitle: 'Votre fiche a changé entre-temps',
    conflict:
      'L’office l’a mise à jour pendant votre saisie. Vos changements sont reportés sur cette nouvelle version.',
    conflictFields: (fields: string) =>
      `Vous avez tous les deux modifié : ${fields}. C’est votre version qui est proposée ci-dessous ; vérifiez-la.`,
    link: 'Votre saisie est gardée sur cet appareil. Appelez l’office : un nouveau lien vous permettra de la reprendre.',
  },
  thanks: {
    title: 'Merci !',
    unchanged: 'Vous avez confirmé votre fiche : rien n’a changé.',
    changed:
      'Vos changements sont bien arrivés. L’office les relit, puis les publie ; votre fiche actuelle reste en ligne en attendant.',
    receipt: (address: string) => `Un accusé de réception part à l’adresse ${address}.`,
    noReceipt: 'Aucune adresse électronique n’est connue pour un accusé de réception : notez la date de ce jour.',
    scoreFull: 'Votre fiche est complète. Bravo !',
    score: (points: number) => `Votre fiche est complète à ${points} %`,
    advice: 'Pour que les habitants vous trouvent mieux :',
    improve: 'Compléter ma fiche',
    again: 'Une erreur ? Ouvrez de nouveau votre lien : la nouvelle réponse remplace la précédente.',
    close: 'Vous pouvez fermer cette page.',
  },
});
