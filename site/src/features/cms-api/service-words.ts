/** Sentences that all pages that talk to the CMS share. */
import { typeset } from './typeset.ts';

export const serviceWords = typeset({
  retry: 'Réessayer',
  help: 'Besoin d’aide ?',
  contact: (office: string) => `${office} vous répond :`,
  loading: 'Un instant…',
  sending: 'Envoi en cours…',
  leave: 'Retour à mon espace',
});
