/** What signing in and the space refuse, in one place. */
import { Refused } from '../../platform/http/refused.ts';

export const sessionRefusals = {
  /** 401, and the code on which a page leads to the sign-in. */
  signedOut: () =>
    new Refused('forbidden', 'Votre session est terminée\u00a0: demandez un nouveau lien.', [], { status: 401 }),
  unknown: () =>
    new Refused('link-unknown', 'Ce lien ne fonctionne pas\u00a0: demandez-en un autre avec votre adresse.'),
  used: () => new Refused('link-used', 'Ce lien a déjà servi\u00a0: demandez-en un autre avec votre adresse.'),
  expired: () =>
    new Refused('link-expired', 'Ce lien n’est plus valable\u00a0: demandez-en un autre avec votre adresse.'),
  opensNothing: () => new Refused('link-revoked', 'Cette adresse ne gère plus aucune fiche\u00a0: appelez l’office.'),
  notYours: () => new Refused('forbidden', 'Vous ne gérez pas, ou plus, la fiche de cette association.'),
  takenOutByOffice: () =>
    new Refused('conflict', 'L’office a retiré l’accès de cette personne\u00a0: appelez-le pour le lui rendre.'),
  enoughManagers: (most: number) =>
    new Refused('conflict', `Une fiche a ${most} gestionnaires au plus\u00a0: retirez d’abord quelqu’un.`),
  managerGone: () => new Refused('conflict', 'Cette personne ne gère déjà plus la fiche.'),
} as const;
