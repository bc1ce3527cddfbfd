import type { SecretLink } from '../../links/secret-link.ts';
import type { LetterParts, Office } from './layout.ts';

export interface DecisionText {
  /** Name of the association, or title of the proposed event or guide. */
  readonly subject: string;
  readonly office: Office;
  readonly withdrawalLink: SecretLink | null;
}

const words = {
  acceptedSubject: (name: string) => `C’est publié : ${name}`,
  accepted: (name: string) => `Ce que vous nous avez envoyé pour ${name} est relu et publié. Merci !`,
  retouched:
    'Nous avons retouché quelques mots avant de publier : relisez, et écrivez-nous si quelque chose ne va pas.',
  see: 'Voir la page',
  minute: 'La page se met à jour dans la minute.',
  refusedSubject: (name: string) => `Votre envoi pour ${name} n’a pas pu être publié`,
  refused: (name: string) =>
    `Nous avons relu ce que vous nous avez envoyé pour ${name}, et nous ne pouvons pas le publier tel quel. Voici pourquoi :`,
  unchanged: 'La fiche en ligne n’a pas changé. Vous pouvez corriger et envoyer une nouvelle version :',
  again: 'Corriger et renvoyer',
  answer: 'Une question ? Répondez simplement à ce message.',
  why: (name: string) => `Vous recevez ce message parce que cette adresse a servi à nous écrire pour « ${name} ».`,
};

/** @param page address of the published page; null when it has none; `retouched`: the editor changed something */
export function acceptedLetter(
  { subject, office, withdrawalLink }: DecisionText,
  { page, retouched }: { readonly page: string | null; readonly retouched: boolean },
): LetterParts {
  return {
    subject: words.acceptedSubject(subject),
    paragraphs: [
      'Bonjour,',
      words.accepted(subject),
      ...(retouched ? [words.retouched] : []),
      ...(page ? [{ label: words.see, link: { url: page, code: null } }, words.minute] : []),
      words.answer,
    ],
    office,
    why: words.why(subject),
    withdrawalLink,
  };
}

/** @param reason the editor's own words; `link`: the form with what is published now, null when its link is closed */
export function refusedLetter(
  { subject, office, withdrawalLink }: DecisionText,
  { reason, link }: { readonly reason: string; readonly link: SecretLink | null },
): LetterParts {
  return {
    subject: words.refusedSubject(subject),
    paragraphs: [
      'Bonjour,',
      words.refused(subject),
      reason.trim(),
      ...(link ? [words.unchanged, { label: words.again, link }] : []),
      words.answer,
    ],
    office,
    why: words.why(subject),
    withdrawalLink,
  };
}
