/** Sentences that all pages that talk to the CMS share. */
import { to } from '@trame/cms/domain/french-prepositions';
import { typeset } from './typeset.ts';

export const serviceWords = typeset({
  retry: 'Réessayer',
  help: 'Besoin d’aide ?',
  contact: (office: string) => `Adressez-vous ${to(office)} :`,
  loading: 'Un instant…',
  sending: 'Envoi en cours…',
  leave: 'Retour à mon espace',
  optional: 'facultatif',
  /** Of a letter. */
  code: {
    title: 'Le code de votre lettre',
    label: 'Code',
    help: 'Douze lettres et chiffres, comme K7QF-29XM-TWDA, écrits sous le bouton du message. Majuscules et tirets ne comptent pas.',
    cut: 'Votre messagerie a coupé le lien',
    cutHelp:
      'Certaines messageries modifient les liens pour les vérifier. Rien n’est perdu : la lettre porte aussi un code, qui ouvre la même page.',
  },
  faults: {
    title: (count: number) => (count === 1 ? 'Un point est à corriger' : `${count} points sont à corriger`),
    help: 'Touchez une ligne pour aller au champ concerné.',
  },
});
