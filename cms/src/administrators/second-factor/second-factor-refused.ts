import { errors } from '@strapi/utils';
import type { SecondFactorProblem } from '../../domain/contract/desk/second-factor.ts';
import { waitInWords } from '../../domain/french.ts';

const messages: Readonly<Record<SecondFactorProblem, (wait: number) => string>> = {
  required: () => 'Indiquez le code que montre votre application.',
  wrong: () =>
    'Ce code n’est pas le bon, ou a déjà servi. Attendez le suivant, et vérifiez que l’heure de votre téléphone est juste.',
  unreadable: () =>
    'Le code du téléphone ne peut plus être vérifié\u00a0: la clé de chiffrement du serveur a changé. Utilisez un code de secours, et prévenez la personne qui s’occupe du serveur.',
  'too-many': (wait) => `Trop de codes faux\u00a0: réessayez ${waitInWords(wait)}.`,
};

/** The code under which Strapi's sign-in hands an error on as it is; of any other it says nothing. */
const HANDED_ON = 'LOGIN_NOT_ALLOWED';

/** Why a right password does not let in yet: the page reads `SecondFactorAsked` of it. */
export class SecondFactorRefused extends errors.ApplicationError {
  readonly problem: SecondFactorProblem;

  constructor(problem: SecondFactorProblem, wait = 0) {
    super(messages[problem](wait), { code: HANDED_ON, secondFactor: problem });
    this.problem = problem;
  }
}
