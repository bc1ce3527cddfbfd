/** What the doors themselves refuse, in one place; what is wrong with an answer is said in `submissions/answer-refused.ts`. */
import { AnswerRefused } from '../submissions/answer-refused.ts';

/** A refusal whose status is not the one of its code. */
export class DoorRefused extends AnswerRefused {
  readonly #status: number;

  constructor(status: number, ...said: ConstructorParameters<typeof AnswerRefused>) {
    super(...said);
    this.#status = status;
  }

  override get status(): number {
    return this.#status;
  }
}

const waiting = (seconds: number): string =>
  seconds < 90 ? 'dans une minute' : seconds < 3000 ? `dans ${Math.ceil(seconds / 60)} minutes` : 'dans une heure';

export const doorRefusals = {
  foreign: () =>
    new AnswerRefused('forbidden', 'Cette demande ne vient pas du site de l’annuaire : rien n’a été fait.'),
  method: () =>
    new DoorRefused(405, 'invalid', 'Cette adresse ne s’ouvre pas ainsi : passez par le site de l’annuaire.'),
  nothingHere: () => new DoorRefused(404, 'invalid', 'Il n’y a rien à cette adresse.'),
  unsized: () => new DoorRefused(411, 'invalid', 'La demande ne dit pas combien elle pèse : rechargez la page.'),
  wrongType: () => new DoorRefused(415, 'invalid', 'La demande est mal formée : rechargez la page et recommencez.'),
  tooLarge: () =>
    new AnswerRefused('too-large', 'C’est trop long pour être envoyé : raccourcissez vos textes et recommencez.'),
  fileTooLarge: () =>
    new AnswerRefused('too-large', 'Ce fichier est trop lourd : 5 Mo au plus. Choisissez une image plus petite.'),
  tooMany: (seconds: number) =>
    new AnswerRefused('too-many', `Trop de demandes à la suite : réessayez ${waiting(seconds)}.`),
  unavailable: () =>
    new AnswerRefused(
      'unavailable',
      'Le service a rencontré un problème. Rien n’est perdu : réessayez dans un instant.',
    ),
};
