/** What the doors themselves refuse, in one place; what is wrong with an answer is said in `platform/http/refused.ts`. */
import { waitInWords } from '../../domain/french.ts';
import { Refused } from './refused.ts';

export const publicRefusals = {
  foreign: () => new Refused('forbidden', 'Cette demande ne vient pas du site de l’annuaire : rien n’a été fait.'),
  method: () =>
    new Refused('invalid', 'Cette adresse ne s’ouvre pas ainsi : passez par le site de l’annuaire.', [], {
      status: 405,
    }),
  nothingHere: () => new Refused('unknown', 'Il n’y a rien à cette adresse.'),
  unsized: () =>
    new Refused('invalid', 'La demande ne dit pas combien elle pèse : rechargez la page.', [], { status: 411 }),
  wrongType: () =>
    new Refused('invalid', 'La demande est mal formée : rechargez la page et recommencez.', [], { status: 415 }),
  tooLarge: () =>
    new Refused('too-large', 'C’est trop long pour être envoyé : raccourcissez vos textes et recommencez.'),
  fileTooLarge: () =>
    new Refused('too-large', 'Ce fichier est trop lourd : 5 Mo au plus. Choisissez une image plus petite.'),
  /** The wait may be others’ doing: a hall, or a carrier, is one address. */
  tooMany: (seconds: number) =>
    new Refused(
      'too-many',
      `Trop de demandes à la suite, de vous ou de la même connexion internet\u00a0: réessayez ${waitInWords(seconds)}. Rien n’est perdu.`,
      [],
      {
        retryAfter: seconds,
      },
    ),
  unavailable: () =>
    new Refused('unavailable', 'Le service a rencontré un problème. Rien n’est perdu : réessayez dans un instant.'),
};
