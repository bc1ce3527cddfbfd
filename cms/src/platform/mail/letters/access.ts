import type { SecretLink } from '../../links/secret-link.ts';
import type { LetterParts, Office } from './layout.ts';
import { of } from '../../../domain/french-prepositions.ts';

const words = {
  signIn: {
    subject: 'Votre lien pour entrer dans l’espace des associations',
    text: 'Voici le lien que vous avez demandé. Il remplace un mot de passe : ne le transmettez à personne.',
    button: 'Entrer dans l’espace',
    limits: (minutes: number) =>
      `Il ne sert qu’une fois, dans les ${minutes} minutes. Passé ce délai, demandez-en un autre.`,
    mistake: 'Vous n’avez rien demandé ? Ne faites rien : sans ce lien, personne n’entre.',
    why: 'Vous recevez ce message parce que quelqu’un a demandé un lien de connexion pour cette adresse.',
  },
  password: {
    subject: 'Choisir un nouveau mot de passe pour l’administration de l’annuaire',
    text: 'Voici le lien que vous avez demandé pour choisir un nouveau mot de passe.',
    button: 'Choisir un mot de passe',
    limits: (minutes: number) =>
      `Il ne sert qu’une fois, dans les ${minutes} minutes, et remplace ceux d’avant : seul le dernier lien reçu s’ouvre.`,
    mistake:
      'Vous n’avez rien demandé ? Ne faites rien : votre mot de passe reste le même. Ne transmettez ce lien à personne.',
    why: 'Vous recevez ce message parce que vous avez un compte dans l’administration de l’annuaire.',
  },
  editor: {
    subject: 'Votre compte dans l’administration de l’annuaire',
    text: (name: string) =>
      `Bonjour${name === '' ? '' : ` ${name}`}, un compte vous attend dans l’administration de l’annuaire des associations.`,
    button: 'Choisir mon mot de passe',
    limits: 'Il ne sert qu’une fois, et n’est que pour vous : ne le transmettez à personne.',
    mistake: 'Vous n’attendez rien de tel ? Ne faites rien : sans mot de passe, ce compte n’ouvre rien.',
    why: 'Vous recevez ce message parce que la personne qui gère les comptes de l’annuaire a donné cette adresse.',
  },
  manager: {
    subject: (name: string) => `${name} vous confie sa fiche dans l’annuaire`,
    text: (by: string, name: string) =>
      `${by} vous invite à gérer avec elle, ou avec lui, la fiche ${of(name)} dans l’annuaire des associations.`,
    can: 'Vous pourrez proposer des changements, des dates pour l’agenda et des actualités. Rien n’est publié sans relecture.',
    button: 'Accepter l’invitation',
    limits: (days: number) => `Le lien est valable ${days} jours. Sans réponse de votre part, il ne se passe rien.`,
    why: (name: string) =>
      `Vous recevez ce message parce que cette adresse a été donnée par une personne qui gère « ${name} ».`,
  },
};

/** @param minutes how long the link opens */
export function signInLetter(link: SecretLink, minutes: number, office: Office): LetterParts {
  const { subject, text, button, limits, mistake, why } = words.signIn;
  return {
    subject,
    paragraphs: ['Bonjour,', text, { label: button, link }, limits(minutes), mistake],
    office,
    why,
    withdrawalLink: null,
  };
}

/** For an account of the admin. @param minutes how long the link opens */
export function newPasswordLetter(link: string, minutes: number, office: Office): LetterParts {
  const { subject, text, button, limits, mistake, why } = words.password;
  return {
    subject,
    paragraphs: ['Bonjour,', text, { label: button, link: { url: link, code: null } }, limits(minutes), mistake],
    office,
    why,
    withdrawalLink: null,
  };
}

/** For who was invited to the admin. @param name as people call them; empty when it is not known */
export function editorInvitationLetter(link: string, name: string, office: Office): LetterParts {
  const { subject, text, button, limits, mistake, why } = words.editor;
  return {
    subject,
    paragraphs: [text(name), { label: button, link: { url: link, code: null } }, limits, mistake],
    office,
    why,
    withdrawalLink: null,
  };
}

/** @param invitation `by`: the manager who invites, as people know them; `days`: how long the link opens */
export function managerInvitationLetter(
  invitation: { readonly association: string; readonly by: string; readonly link: SecretLink; readonly days: number },
  office: Office,
): LetterParts {
  const { subject, text, can, button, limits, why } = words.manager;
  return {
    subject: subject(invitation.association),
    paragraphs: [
      'Bonjour,',
      text(invitation.by, invitation.association),
      can,
      { label: button, link: invitation.link },
      limits(invitation.days),
    ],
    office,
    why: why(invitation.association),
    withdrawalLink: null,
  };
}
