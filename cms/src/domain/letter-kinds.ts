/** What letters there are, by their names in the queue; each has its text in `platform/mail/letters/`. One of it, and several. */
const NAMES = {
  invitation: ['invitation de campagne', 'invitations de campagne'],
  reminder: ['relance', 'relances'],
  receipt: ['accusé de réception', 'accusés de réception'],
  accepted: ['avis de réponse acceptée', 'avis de réponses acceptées'],
  refused: ['avis de réponse refusée', 'avis de réponses refusées'],
  'sign-in': ['lien de connexion', 'liens de connexion'],
  'new-password': ['lien de nouveau mot de passe', 'liens de nouveau mot de passe'],
  'editor-invitation': ['invitation dans l’administration', 'invitations dans l’administration'],
  'manager-invitation': ['invitation à gérer une fiche', 'invitations à gérer une fiche'],
  'withdrawal-done': ['confirmation de retrait', 'confirmations de retrait'],
  'withdrawal-notice': ['avis de retrait à l’office', 'avis de retrait à l’office'],
  'own-data': ['lien vers ses propres données', 'liens vers ses propres données'],
  'offline-warning': ['avertissement avant retrait du site', 'avertissements avant retrait du site'],
  'job-failure': ['alerte sur une tâche', 'alertes sur des tâches'],
  alarm: ['alerte sur le programme', 'alertes sur le programme'],
  'list-letter': ['lettre à une liste', 'lettres à des listes'],
  message: ['message relayé à une association', 'messages relayés à des associations'],
  'message-answer': ['réponse d’une association', 'réponses d’associations'],
  'message-copy': ['copie d’une réponse d’association', 'copies de réponses d’associations'],
  'alert-confirmation': ['confirmation d’alerte', 'confirmations d’alertes'],
  alert: ['lettre d’alerte', 'lettres d’alerte'],
  sample: ['lettre d’essai', 'lettres d’essai'],
} as const satisfies Readonly<Record<string, readonly [one: string, several: string]>>;

export type LetterKind = keyof typeof NAMES;

/** One letter of the kind, and several; one of another release of the program is a letter all the same. */
export const letterNames = (kind: string): readonly [one: string, several: string] =>
  Object.hasOwn(NAMES, kind) ? NAMES[kind as LetterKind] : ['lettre', 'lettres'];

/** The name of one letter, at the beginning of a line. */
export function letterName(kind: string): string {
  const [one] = letterNames(kind);
  return one.charAt(0).toUpperCase() + one.slice(1);
}
