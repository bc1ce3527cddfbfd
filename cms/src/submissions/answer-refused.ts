import type { Refusal } from '../domain/contract/my-entry.ts';

export type RefusalCode = Refusal['error']['code'];
type Faults = readonly { readonly path: string; readonly message: string }[];

const STATUS: Readonly<Record<RefusalCode, number>> = {
  invalid: 400,
  'link-unknown': 404,
  'link-expired': 410,
  'link-revoked': 410,
  'link-used': 410,
  'too-many': 429,
  'too-large': 413,
  conflict: 409,
  closed: 409,
  forbidden: 403,
  unavailable: 503,
};

/** Why an answer, or a decision on one, is not taken: said in French to whoever asked. Routes answer it in the `Refusal` shape. */
export class AnswerRefused extends Error {
  readonly code: RefusalCode;
  readonly faults: Faults;

  constructor(code: RefusalCode, message: string, faults: Faults = []) {
    super(message);
    this.name = 'AnswerRefused';
    this.code = code;
    this.faults = faults;
  }

  get status(): number {
    return STATUS[this.code];
  }

  /** The body of the answer. */
  get body(): Refusal {
    return { error: { code: this.code, message: this.message, faults: [...this.faults] } };
  }
}

/** Sentences of the desk and of the campaign, in one place. */
export const refusals = {
  unknownAnswer: () => new AnswerRefused('link-unknown', 'Cette réponse n’existe pas, ou plus.'),
  unknownCampaign: () => new AnswerRefused('link-unknown', 'Cette campagne n’existe pas.'),
  unknownRequest: () => new AnswerRefused('link-unknown', 'Cette demande n’est pas de cette campagne.'),
  unknownLine: () => new AnswerRefused('link-unknown', 'Cette ligne du journal n’existe pas.'),
  decided: (by: string | null, state: string) =>
    new AnswerRefused('conflict', `Cette réponse est déjà ${state}${by ? ` (${by})` : ''}.`),
  gone: () =>
    new AnswerRefused(
      'conflict',
      'Cette association n’est plus sur le site\u00a0: sa fiche a été retirée ou supprimée. Republiez-la, ou refusez la réponse.',
    ),
  notListed: () => new AnswerRefused('closed', 'Cette association n’est pas, ou plus, dans l’annuaire.'),
  moved: () =>
    new AnswerRefused(
      'conflict',
      'La fiche a changé depuis que vous l’avez ouverte. Relisez les différences\u00a0: rien n’a été enregistré.',
    ),
  movedForAssociation: () =>
    new AnswerRefused(
      'conflict',
      'Votre fiche a changé depuis que vous avez ouvert cette page. Rechargez-la pour répondre sur la fiche d’aujourd’hui\u00a0; ce que vous avez écrit est gardé.',
    ),
  draft: () =>
    new AnswerRefused(
      'conflict',
      'Un brouillon de cette fiche attend d’être publié, et dit autre chose que le site. Publiez-le ou abandonnez-le d’abord\u00a0: il serait perdu.',
    ),
  invalid: (faults: Faults) =>
    new AnswerRefused(
      'invalid',
      faults.length === 1 ? 'Un point est à corriger.' : 'Des points sont à corriger.',
      faults,
    ),
  foreignLogo: () =>
    new AnswerRefused('invalid', 'Le logo n’est pas arrivé jusqu’à nous\u00a0: envoyez-le à nouveau.', [
      { path: 'logo', message: 'Envoyez le logo à nouveau.' },
    ]),
  notUnderstood: () =>
    new AnswerRefused('invalid', 'La demande est mal formée\u00a0: rechargez la page et recommencez.'),
  foreignRequest: () => new AnswerRefused('forbidden', 'Ce lien n’est pas celui de cette association.'),
  revoked: () =>
    new AnswerRefused('link-revoked', 'Ce lien a été annulé. Demandez-en un autre à l’office qui vous l’a envoyé.'),
  closed: () => new AnswerRefused('closed', 'La campagne est close\u00a0: elle ne prend plus de réponse.'),
  notRevertible: () =>
    new AnswerRefused(
      'conflict',
      'Cette ligne ne dit pas dans quel état la fiche était\u00a0: on ne peut pas y revenir.',
    ),
  sameAlready: () => new AnswerRefused('conflict', 'La fiche est déjà dans cet état.'),
} as const;
