/** What the way by which an association answered says about its agreement and about who checked the entry. */
import type { AnswerChannel } from '../domain/vocabulary/answer-channels.ts';
import type { ConsentSource } from '../domain/vocabulary/consent-sources.ts';
import type { VerificationSource } from '../domain/vocabulary/verification-sources.ts';

/** How a box that is ticked in an answer was agreed to. */
export const consentSourceOf: Readonly<Record<AnswerChannel, ConsentSource>> = {
  lien: 'formulaire en ligne',
  espace: 'formulaire en ligne',
  téléphone: 'téléphone',
  courrier: 'bulletin papier',
  'formulaire public': 'formulaire en ligne',
};

/** How the entry was checked. Nobody proved to be of the association who used the public form. */
export const verificationOf: Readonly<Record<AnswerChannel, VerificationSource>> = {
  lien: 'lien',
  espace: 'lien',
  téléphone: 'téléphone',
  courrier: 'courrier',
  'formulaire public': 'autre source',
};
