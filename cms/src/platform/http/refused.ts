import type { ConcernedRecord, Refusal } from '../../domain/contract/refusal.ts';

export type RefusalCode = Refusal['error']['code'];
type Faults = readonly {
  readonly path: string;
  readonly message: string;
  /** Only to an editor: other records that it is about. */
  readonly records?: readonly ConcernedRecord[];
}[];

const STATUS: Readonly<Record<RefusalCode, number>> = {
  invalid: 400,
  unknown: 404,
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

interface More {
  /** When it is not the one of the code. */
  readonly status?: number;
  /** What there is now, for a page that asked about what there was: the answer compared anew. */
  readonly current?: unknown;
  /** Seconds until it may be asked again. */
  readonly retryAfter?: number;
  /** What went wrong inside: for the log, never for the answer. */
  readonly cause?: unknown;
}

/**
 * Why something is not done: a code for programs, a French sentence for the person who asked, an HTTP status. Every route of
 * ours answers it in the shape of `Refusal`; the public ones through `public-guard.ts`, the admin's through `admin-route.ts`.
 */
export class Refused extends Error {
  readonly code: RefusalCode;
  readonly faults: Faults;
  readonly status: number;
  readonly current: unknown;
  readonly retryAfter: number | undefined;

  constructor(code: RefusalCode, message: string, faults: Faults = [], more: More = {}) {
    super(message, { cause: more.cause });
    this.name = 'Refused';
    this.code = code;
    this.faults = faults;
    this.status = more.status ?? STATUS[code];
    this.current = more.current;
    this.retryAfter = more.retryAfter;
  }

  /** The body of the answer. */
  get body(): Refusal & { current?: unknown } {
    const error = { code: this.code, message: this.message, faults: [...this.faults] };
    return this.current === undefined ? { error } : { error, current: this.current };
  }
}

/** Sentences of the desk and of the campaign, in one place. */
export const refusals = {
  unknownRecord: () =>
    new Refused('unknown', 'Cette fiche n’existe pas, ou a été supprimée. Cherchez-la dans la liste.'),
  unknownAnswer: () => new Refused('unknown', 'Cette réponse n’existe pas, ou plus.'),
  unknownCampaign: () => new Refused('unknown', 'Cette campagne n’existe pas.'),
  unknownRequest: () => new Refused('unknown', 'Cette demande n’est pas de cette campagne.'),
  unknownLine: () => new Refused('unknown', 'Cette ligne du journal n’existe pas.'),
  decided: (by: string | null, state: string) =>
    new Refused('conflict', `Cette réponse est déjà ${state}${by ? ` (${by})` : ''}.`),
  gone: () =>
    new Refused(
      'conflict',
      'Cette association n’est plus sur le site\u00a0: sa fiche a été retirée ou supprimée. Republiez-la, ou refusez la réponse.',
    ),
  notListed: () => new Refused('closed', 'Cette association n’est pas, ou plus, dans l’annuaire.'),
  moved: () =>
    new Refused(
      'conflict',
      'La fiche a changé depuis que vous l’avez ouverte. Relisez les différences\u00a0: rien n’a été enregistré.',
    ),
  movedForAssociation: () =>
    new Refused(
      'conflict',
      'Votre fiche a changé depuis que vous avez ouvert cette page. Rechargez-la pour répondre sur la fiche d’aujourd’hui\u00a0; ce que vous avez écrit est gardé.',
    ),
  draft: () =>
    new Refused(
      'conflict',
      'Un brouillon de cette fiche attend d’être publié, et dit autre chose que le site. Publiez-le ou abandonnez-le d’abord\u00a0: il serait perdu.',
    ),
  invalid: (faults: Faults) =>
    new Refused('invalid', faults.length === 1 ? 'Un point est à corriger.' : 'Des points sont à corriger.', faults),
  foreignLogo: () =>
    new Refused('invalid', 'Le logo n’est pas arrivé jusqu’à nous\u00a0: envoyez-le à nouveau.', [
      { path: 'logo', message: 'Envoyez le logo à nouveau.' },
    ]),
  eventGone: () =>
    new Refused(
      'conflict',
      'Cet événement n’est plus dans l’agenda\u00a0: il a été supprimé. Il n’y a plus rien à corriger.',
    ),
  eventMoved: () =>
    new Refused(
      'conflict',
      'L’événement a changé depuis que vous l’avez ouvert. Relisez les différences\u00a0: rien n’a été enregistré.',
    ),
  notCorrectable: () =>
    new Refused(
      'conflict',
      'Cet envoi ne peut plus être corrigé\u00a0: il a été repris, remplacé ou effacé. Proposez l’événement à nouveau, ou appelez l’office.',
    ),
  notWithdrawable: () =>
    new Refused('conflict', 'L’office a déjà décidé\u00a0: cet envoi ne peut plus être repris. Rechargez la page.'),
  notAllowed: () => new Refused('forbidden', 'Votre compte ne permet pas de faire cela.'),
  broken: (cause: unknown) =>
    new Refused(
      'unavailable',
      'Le service a rencontré un problème\u00a0: rien n’a été enregistré. Réessayez, puis prévenez la personne qui s’occupe du site.',
      [],
      { status: 500, cause },
    ),
  notUnderstood: () => new Refused('invalid', 'La demande est mal formée\u00a0: rechargez la page et recommencez.'),
  foreignRequest: () => new Refused('forbidden', 'Ce lien n’est pas celui de cette association.'),
  revoked: () =>
    new Refused('link-revoked', 'Ce lien a été annulé. Demandez-en un autre à l’office qui vous l’a envoyé.'),
  closed: () => new Refused('closed', 'La campagne est close\u00a0: elle ne prend plus de réponse.'),
  notRevertible: () =>
    new Refused('conflict', 'Cette ligne ne dit pas dans quel état la fiche était\u00a0: on ne peut pas y revenir.'),
  unreadableAnswer: () =>
    new Refused(
      'conflict',
      'Ce que dit cette réponse ne peut pas être relu\u00a0: elle est abîmée, ou vient d’une autre version de Trame. Elle est gardée telle quelle, et rien ne peut en être décidé. Prévenez la personne qui s’occupe du serveur\u00a0: une mise à jour ou une sauvegarde la rendra lisible, et le journal du serveur dit ce qui manque.',
    ),
  unreadableLine: () =>
    new Refused(
      'conflict',
      'L’état de la fiche que garde cette ligne ne peut pas être relu\u00a0: il est abîmé, ou vient d’une autre version de Trame. Il est gardé tel quel, et on ne peut pas y revenir. Prévenez la personne qui s’occupe du serveur.',
    ),
  unknownJob: () => new Refused('unknown', 'Cette tâche n’existe pas.'),
  jobUnderWay: () => new Refused('conflict', 'Cette tâche est déjà en cours, ou va commencer.'),
  /** @param why what keeps it from being put back; null when it says so already */
  sameAlready: (why: string | null = null) => new Refused('conflict', why ?? 'La fiche est déjà dans cet état.'),
} as const;
