/** Said before a text that holds a number or an address is published. */
import { typography } from '../../domain/french.ts';
import type { SaidContacts } from '../../domain/said-contacts.ts';

export const saidWords = {
  /** Beside a form, where each text is a link. */
  inTexts: (said: readonly SaidContacts[]): string =>
    said.length === 1 ? 'Un texte donne des coordonnées' : `${said.length} textes donnent des coordonnées`,
  appear: typography(
    'Tout le monde les lira, quelles que soient les cases cochées. Sans l’accord de la personne, retirez-les.',
  ),
  ask: 'Publier ces coordonnées\u202f?',
  goTo: (label: string) => typography(`Aller au texte : ${label}`),
  back: 'Revenir au formulaire',
  publishAnyway: 'Publier quand même',
  title: 'Des coordonnées sont écrites dans un texte',
  text: (said: readonly SaidContacts[]): string =>
    typography(
      `${said.map(({ label, contacts }) => `${label} : ${contacts.join(', ')}`).join(' ; ')}. Tout le monde les lira, quelles que soient les cases cochées pour cette personne. Si elle n’a pas donné son accord, retirez-les de ce texte.`,
    ),
};
