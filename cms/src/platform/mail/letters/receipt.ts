import type { SecretLink } from '../../links/secret-link.ts';
import type { LetterParts, Office } from './layout.ts';
import { of, that } from '../../../domain/french-prepositions.ts';

export interface ReceiptText {
  readonly association: string;
  readonly kind: 'unchanged' | 'changed' | 'new' | 'proposal' | 'report';
  /** Labels of the fields that were changed; empty for « rien n’a changé ». */
  readonly changes: readonly string[];
  /** "5 septembre 2026" */
  readonly day: string;
  readonly office: Office;
  readonly withdrawalLink: SecretLink | null;
}

const words = {
  subject: {
    unchanged: (name: string) => `Bien reçu : la fiche ${of(name)} n’a pas changé`,
    changed: (name: string) => `Bien reçu : vos changements pour ${name}`,
    new: (name: string) => `Bien reçu : votre demande pour ${name}`,
    proposal: (name: string) => `Bien reçu : votre proposition pour ${name}`,
    report: (name: string) => `Bien reçu : l’erreur sur la fiche ${of(name)}`,
  },
  received: {
    unchanged: (name: string, day: string) =>
      `Le ${day}, vous avez confirmé que la fiche ${of(name)} est toujours juste. Vous n’avez plus rien à faire.`,
    changed: (name: string, day: string) =>
      `Le ${day}, vous nous avez envoyé des changements pour la fiche ${of(name)}.`,
    new: (name: string, day: string) => `Le ${day}, vous avez demandé ${that(name)} paraisse dans l’annuaire.`,
    proposal: (name: string, day: string) => `Le ${day}, vous nous avez envoyé une proposition au nom ${of(name)}.`,
    report: (name: string, day: string) => `Le ${day}, vous nous avez signalé une erreur sur la fiche ${of(name)}.`,
  },
  changes: 'Vous avez modifié :',
  next: {
    unchanged: 'Merci : c’est grâce à ces réponses que l’annuaire dit vrai.',
    changed:
      'Nous relisons avant de publier. D’ici là, la fiche en ligne reste celle d’avant. Nous vous écrirons dès que c’est fait.',
    new: 'Nous relisons avant de publier, et nous vous écrirons dès que c’est fait.',
    proposal: 'Nous relisons avant de publier, et nous vous écrirons dès que c’est fait.',
    report: 'Nous vérifions auprès de l’association, et nous vous répondrons.',
  },
  mistake: 'Vous n’êtes pas à l’origine de cet envoi ? Répondez à ce message : rien n’est encore publié.',
  mistakeUnchanged: 'Vous n’êtes pas à l’origine de cet envoi ? Répondez à ce message.',
  whyReport: 'Vous recevez ce message parce que cette adresse a servi à signaler une erreur dans l’annuaire.',
  why: (name: string) => `Vous recevez ce message parce que cette adresse a servi à répondre pour « ${name} ».`,
};

/** Says what was received, on the day it was. */
export function receiptLetter({ association, kind, changes, day, office, withdrawalLink }: ReceiptText): LetterParts {
  return {
    subject: words.subject[kind](association),
    paragraphs: [
      'Bonjour,',
      words.received[kind](association, day),
      ...(changes.length > 0 ? [[words.changes, ...changes.map((change) => `– ${change}`)].join('\n')] : []),
      words.next[kind],
      kind === 'unchanged' || kind === 'report' ? words.mistakeUnchanged : words.mistake,
    ],
    office,
    why: kind === 'report' ? words.whyReport : words.why(association),
    withdrawalLink,
  };
}
