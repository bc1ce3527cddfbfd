import { of } from '../../../domain/french-prepositions.ts';
import type { LetterParts, Office } from './layout.ts';

const words = {
  doneSubject: (name: string) => `C’est corrigé : la fiche ${of(name)}`,
  done: (name: string) =>
    `Vous nous avez signalé une erreur sur la fiche ${of(name)}. Nous avons vérifié et corrigé ce qui devait l’être. Merci : c’est grâce à vous que l’annuaire dit vrai.`,
  answeredSubject: (name: string) => `Votre signalement sur la fiche ${of(name)}`,
  answered: (name: string) => `Vous nous avez signalé une erreur sur la fiche ${of(name)}. Voici notre réponse :`,
  question: 'Une question ? Répondez simplement à ce message.',
  why: 'Vous recevez ce message parce que cette adresse a servi à signaler une erreur dans l’annuaire.',
};

const letter = (subject: string, paragraphs: readonly string[], office: Office): LetterParts => ({
  subject,
  paragraphs: ['Bonjour,', ...paragraphs, words.question],
  office,
  why: words.why,
  withdrawalLink: null,
});

/** @param name of the association that the entry is of */
export const reportDoneLetter = (name: string, office: Office): LetterParts =>
  letter(words.doneSubject(name), [words.done(name)], office);

/** @param answer the editor's own words */
export const reportAnsweredLetter = (name: string, answer: string, office: Office): LetterParts =>
  letter(words.answeredSubject(name), [words.answered(name), answer.trim()], office);
