/** What the doors of the admin say to whom they do not let in. */
import { errors } from '@strapi/utils';
import { waitInWords } from '../../domain/french.ts';

const words = {
  address: (wait: number) =>
    `Trop d’essais depuis votre connexion internet\u00a0: rien n’est perdu. Réessayez ${waitInWords(wait)}.`,
  account: (wait: number) =>
    `Trop d’essais pour ce compte\u00a0: réessayez ${waitInWords(wait)}, ou depuis un navigateur où vous vous êtes déjà connecté, ou demandez un nouveau mot de passe avec «\u00a0Mot de passe oublié\u00a0».`,
  credentials: 'L’adresse électronique ou le mot de passe n’est pas le bon.',
  link: 'Ce lien n’est plus valable\u00a0: il a déjà servi, ou a plus d’une heure. Demandez-en un autre avec «\u00a0Mot de passe oublié\u00a0».',
  lettersHeld:
    'Les courriels de l’annuaire ne partent pas en ce moment. Si cette adresse a un compte, sa lettre attend\u00a0: elle partira dès que l’envoi sera réparé, et son lien s’ouvre pendant une heure. Sans attendre\u00a0: demandez à la personne qui gère les comptes de l’équipe un nouveau mot de passe («\u00a0Réglages\u00a0», «\u00a0Utilisateurs\u00a0»).',
} as const;

export const WRONG_CREDENTIALS = words.credentials;

export const tooMany = {
  fromAddress: (wait: number) => new errors.RateLimitError(words.address(wait)),
  forAccount: (wait: number) => new errors.RateLimitError(words.account(wait)),
};

export const linkOver = () => new errors.ApplicationError(words.link);

/** A letter is promised to nobody while none leaves. */
export const lettersHeld = () => new errors.ApplicationError(words.lettersHeld);
