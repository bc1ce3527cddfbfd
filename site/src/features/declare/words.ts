import { typeset } from '../service/typeset.ts';

/** Sentences of « Déclarer une association ». */
export const words = typeset({
  first: {
    title: 'Déclarer une association',
    lead: 'Votre association n’est pas encore dans l’annuaire ? Présentez-la en quelques minutes. C’est gratuit et sans compte.',
    help: 'Commençons par vérifier qu’elle n’y est pas déjà.',
    noCommune: 'Hors du territoire, ou je ne sais pas',
    unknownForm: 'Je ne sais pas',
    rnaId: 'Numéro RNA',
    rnaHelp: 'Un W suivi de neuf chiffres ou lettres, sur le récépissé de la préfecture.',
    next: 'Continuer',
    checking: 'Recherche…',
    needName: 'Indiquez le nom de l’association.',
  },
  alike: {
    title: 'Est-ce l’une de celles-ci ?',
    lead: 'Elles sont déjà dans l’annuaire. Si la vôtre y est, demandez à l’office un lien pour corriger sa fiche.',
    sameRna: 'même numéro RNA',
    sameName: 'nom proche',
    see: 'Voir sa fiche',
    seeOf: (name: string) => ` : ${name} (nouvel onglet)`,
    none: 'Non, la nôtre n’y est pas',
    back: 'Changer le nom',
  },
  form: {
    title: 'Présenter l’association',
    lead: 'Ouvrez les rubriques une à une et remplissez ce que vous savez : l’office complète avec vous ce qui manque.',
    kept: 'Ce que vous écrivez est gardé sur cet appareil jusqu’à l’envoi.',
    notKept: 'Cet appareil ne garde pas la saisie : ne fermez pas la page avant l’envoi.',
    review: 'Relire avant d’envoyer',
    checking: 'Vérification…',
    offline:
      'La connexion est coupée : la vérification n’a pas pu se faire. Votre saisie est gardée ; réessayez dans un instant.',
    back: 'Retour',
  },
  draft: {
    title: (when: string) => `Vous aviez commencé une saisie le ${when}.`,
    resume: 'Reprendre ma saisie',
    erase: 'L’effacer',
  },
  review: {
    title: 'Relire avant d’envoyer',
    lead: 'L’office vérifie chaque nouvelle association avant de la publier.',
    email: 'Votre adresse électronique',
    emailHelp: 'Pour vous répondre. Elle n’est pas publiée.',
    website2: 'Laissez ce champ vide',
    send: 'Envoyer',
    back: 'Revenir au formulaire',
    failed: 'L’envoi n’a pas abouti',
  },
  thanks: {
    title: 'Merci !',
    lead: 'Votre association est bien arrivée. L’office la vérifie, puis la publie.',
    receipt: (address: string) => `Un accusé de réception part à l’adresse ${address}.`,
    home: 'Retour à l’accueil',
  },
});
