/** What the home page says of the publication, in plain words. Pure: the widget only draws it. */
import type { PublicationReport } from '../../domain/contract/desk/publication-report.ts';
import type { PublicationState } from '../../domain/contract/desk/publication-state.ts';
import { formatMoment } from '../kit/words.ts';

/** The report of the CMS, or null when the CMS itself did not answer. */
export type Publication = PublicationReport | null;

export interface PublicationWords {
  /** Decides colour and icon; never the only bearer of the meaning. */
  tone: 'success' | 'working' | 'warning' | 'danger';
  headline: string;
  /** What else there is to know, and what to do about it. */
  details: string[];
  /** Whether the editor can do something by asking for a new publication. */
  canRelaunch: boolean;
  /** Whether it waits for somebody to say that so many pages disappear on purpose. */
  canAcceptLoss?: boolean;
}

/** The state of the publication as sentences for an editor. */
export function publicationWords(report: Publication, now: Date): PublicationWords {
  if (report === null || report.state === null) {
    return {
      tone: 'warning',
      headline: 'La mise en ligne ne répond pas',
      details: [
        report?.problem ?? 'L’administration n’a pas pu lire son état\u00a0: vérifiez votre connexion.',
        'Si cela dure plus de dix minutes, prévenez la personne qui s’occupe du site.',
      ],
      canRelaunch: false,
    };
  }
  const { state } = report;
  const online = state.live && `En ligne depuis ${formatMoment(state.live.since, now)}`;
  const next = state.pending ? ['Une autre modification attend\u00a0: elle partira juste après.'] : [];

  if (state.building) {
    return {
      tone: 'working',
      headline: `Publication en cours… (${state.building.step})`,
      details: [...next, ...(state.live ? ['En attendant, le site montre la version précédente.'] : [])],
      canRelaunch: false,
    };
  }
  if (state.failure?.held) {
    return {
      tone: 'warning',
      headline: 'En attente de votre accord',
      details: [state.failure.message],
      canRelaunch: false,
    };
  }
  if (state.failure?.loss) {
    return {
      tone: 'warning',
      headline: state.failure.message,
      details: [
        'Après une suppression, un import annulé ou un grand nettoyage, c’est normal\u00a0: confirmez-le ci-dessous. Sinon, ne confirmez pas, et remettez les fiches depuis la corbeille ou le journal.',
      ],
      canRelaunch: false,
      canAcceptLoss: true,
    };
  }
  if (state.failure) {
    return {
      tone: 'danger',
      headline: `Échec\u00a0: ${state.failure.message}`,
      details: [
        `C’était ${formatMoment(state.failure.at, now)}. ` +
          (state.live
            ? `Le site n’a pas bougé\u00a0: il montre la version mise en ligne ${formatMoment(state.live.since, now)}.`
            : 'Le site n’est pas encore en ligne.'),
        'Corrigez ce qui est indiqué et publiez de nouveau, ou relancez la publication. Si l’échec se répète, prévenez la personne qui s’occupe du site.',
      ],
      canRelaunch: true,
    };
  }
  if (state.pending) {
    return {
      tone: 'working',
      headline: 'En attente\u00a0: la publication va commencer',
      details: online ? [`${online}.`] : [],
      canRelaunch: false,
    };
  }
  if (!online) {
    return {
      tone: 'warning',
      headline: 'Rien n’est encore en ligne',
      details: ['Publiez une fiche, ou lancez une première publication.'],
      canRelaunch: true,
    };
  }
  return {
    tone: state.booklet?.failure ? 'warning' : 'success',
    headline: online,
    details: bookletDetails(state.booklet, now),
    canRelaunch: true,
  };
}

/** What is said of the printable guide beside a site that is online. */
function bookletDetails(booklet: PublicationState['booklet'], now: Date): string[] {
  if (booklet?.failure)
    return [
      booklet.failure.message,
      'Un nouvel essai se fait tout seul. Si cela dure, prévenez la personne qui s’occupe du site.',
    ];
  const all = 'Tout ce qui est publié est sur le site.';
  if (!booklet) return [all];
  return [
    all,
    booklet.builtAt === null
      ? 'L’annuaire PDF suit dans un instant\u00a0: l’ancien n’est plus en ligne, car quelque chose en a été retiré ou corrigé.'
      : `L’annuaire PDF suit dans un instant\u00a0: celui qui est en ligne a été fait ${formatMoment(booklet.builtAt, now)}.`,
  ];
}

/** How long to wait before asking again, in milliseconds: often while something moves, seldom otherwise. */
export function pollingDelay(report: Publication): number {
  const state = report?.state;
  return state && (state.building !== null || state.pending || state.booklet?.making === true) ? 1_500 : 8_000;
}
