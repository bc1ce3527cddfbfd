import { of, to } from '../../../domain/french-prepositions.ts';
import type { SecretLink } from '../../links/secret-link.ts';
import { oneLine } from '../message.ts';
import type { LetterParts, Office } from './layout.ts';

interface Written {
  readonly association: string;
  /** Who wrote, by the name that they gave. */
  readonly from: string;
  readonly text: string;
  readonly office: Office;
}

const words = {
  subject: (from: string) => `Un message par l’annuaire, de ${from}`,
  text: (from: string, association: string) =>
    `${from} vous écrit depuis la page ${of(association)}. Cette personne ne voit pas votre adresse, et vous verrez la sienne quand vous lui aurez répondu :`,
  button: 'Lire et répondre',
  howToAnswer: (days: number) =>
    `Ne répondez pas à ce courriel : il irait à l’office. Le bouton ouvre une page où écrire votre réponse, pendant ${days} jours.`,
  close: 'Vous ne voulez plus de ces messages ? « Pour le moment », dans votre espace, les arrête aussitôt.',
  why: (association: string) =>
    `Vous recevez ce message parce que cette adresse est celle que l’annuaire connaît pour « ${association} », qui accepte qu’on lui écrive.`,
  answerSubject: (association: string) => `Réponse à votre message ${to(association)}`,
  answered: (association: string) => `Vous avez écrit ${to(association)}. Voici sa réponse :`,
  yours: 'Votre message :',
  goOn: 'Cette association a maintenant votre adresse, et peut vous écrire directement. Pour lui écrire de nouveau, passez par sa page :',
  page: 'Voir la page',
  whyAnswer: 'Vous recevez ce message parce que cette adresse a servi à écrire à une association de l’annuaire.',
  copySubject: (from: string) => `Votre réponse à ${from}`,
  copied: (from: string, sender: string) =>
    `Votre réponse est partie. Pour poursuivre, répondez simplement à ce courriel : il ira directement à ${from} (${sender}), qui verra alors l’adresse d’où vous écrivez.`,
  answer: 'Votre réponse :',
  theirs: 'Le message reçu :',
};

const quoted = (title: string, text: string): string => `${title}\n${text}`;

/** What a resident wrote, for the association: neither knows the address of the other. @param days that it can be answered */
export function messageLetter({
  association,
  from,
  text,
  office,
  link,
  days,
}: Written & { readonly link: SecretLink; readonly days: number }): LetterParts {
  return {
    subject: words.subject(oneLine(from)),
    paragraphs: [
      'Bonjour,',
      words.text(from, association),
      text,
      { label: words.button, link },
      words.howToAnswer(days),
      words.close,
    ],
    office,
    why: words.why(association),
    withdrawalLink: null,
  };
}

/** The association's answer, for who wrote. @param page of the association; null when it has left the site since */
export function messageAnswerLetter({
  association,
  text,
  office,
  answer,
  page,
}: Written & { readonly answer: string; readonly page: string | null }): LetterParts {
  return {
    subject: words.answerSubject(oneLine(association)),
    paragraphs: [
      'Bonjour,',
      words.answered(association),
      answer,
      quoted(words.yours, text),
      ...(page === null ? [] : [words.goOn, { label: words.page, link: { url: page, code: null } }]),
    ],
    office,
    why: words.whyAnswer,
    withdrawalLink: null,
  };
}

/** The same for the association: a reply to this letter goes to who wrote. */
export function messageCopyLetter({
  association,
  from,
  text,
  office,
  answer,
  sender,
}: Written & { readonly answer: string; readonly sender: string }): LetterParts {
  return {
    subject: words.copySubject(oneLine(from)),
    paragraphs: ['Bonjour,', words.copied(from, sender), quoted(words.answer, answer), quoted(words.theirs, text)],
    office,
    why: words.why(association),
    withdrawalLink: null,
  };
}
