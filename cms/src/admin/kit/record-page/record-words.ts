/** What the page of a record says, in plain words. Pure: the page only draws it. */
import { dayOf } from '../../../domain/dates.ts';
import { holdsVersion } from '../../../domain/content-version.ts';
import type { OpenRecord } from '../../../domain/contract/desk/record.ts';
import type { PublicationReport } from '../../../domain/contract/desk/publication-report.ts';
import { listInWords, plural, typography } from '../../../domain/french.ts';
import { formatMoment, type Tone } from '../words.ts';
import type { KindWords } from './record-kind.ts';

/** A publication that was asked for on this page, until the site shows it. */
export interface Asked {
  /** Of all content with the publication in it. */
  readonly contentVersion: string;
  /** By the clock of the server. */
  readonly at: string;
}

export type Online =
  | { readonly kind: 'waiting'; readonly step: string | null }
  | { readonly kind: 'online'; readonly since: string }
  | { readonly kind: 'refused'; readonly reason: string }
  /** Nobody can say: the deployer, or the admin, does not answer. */
  | { readonly kind: 'unknown'; readonly reason: string };

const words = {
  silent: 'La mise en ligne ne répond pas.',
};

/** What keeps a published record off the site as it was published; null when nothing does. */
export const leftOutReason = (report: PublicationReport, uid: string, documentId: string): string | null => {
  const found = [...report.leftOut, ...report.cleared].find((one) => one.uid === uid && one.documentId === documentId);
  return found === undefined ? null : found.reasons.join(' ');
};

/**
 * What became of a publication: `online` only once the release that residents see was made of a content that holds it.
 * @param report of the CMS; null when it did not answer
 */
export function onlineOf(
  report: PublicationReport | null,
  { contentVersion, at }: Asked,
  { uid, documentId }: { readonly uid: string; readonly documentId: string },
): Online {
  if (report === null || report.state === null) return { kind: 'unknown', reason: report?.problem ?? words.silent };
  const { failure, building } = report.state;
  if (report.liveVersion !== null && holdsVersion(report.liveVersion, contentVersion)) {
    const reason = leftOutReason(report, uid, documentId);
    return reason === null ? { kind: 'online', since: at } : { kind: 'refused', reason };
  }
  // A failure of before says nothing about this publication.
  if (failure && failure.at > at && building === null) return { kind: 'refused', reason: failure.message };
  return { kind: 'waiting', step: building?.step ?? null };
}

/** What is known of the page when its state is put into words. */
export interface Known {
  readonly record: Pick<OpenRecord, 'standing' | 'publishedAt' | 'savedAt' | 'may'>;
  /** Something is typed that is not saved. */
  readonly dirty: boolean;
  readonly underWay: 'sending' | 'saving' | 'publishing' | null;
  /** Since publication was last asked for here. */
  readonly online: Online | null;
  /** What was asked for and not done, until something changes: so many points to mend. */
  readonly refused: number;
  /** Why the published record is not on the site as it was published. */
  readonly leftOut: string | null;
  /** Seconds from asking to online, of the last publications from this device; null before the first. */
  readonly usualSeconds: number | null;
}

export interface StateWords {
  readonly tone: Tone;
  /** « En ligne » */
  readonly state: string;
  /** What will happen, or what to do. */
  readonly next: string | null;
}

const participle = (root: string, { feminine }: KindWords) => (feminine ? `${root}e` : root);

const soon = (seconds: number | null): string =>
  seconds === null ? 'en ligne dans quelques secondes' : `en ligne dans ${seconds}\u00a0s`;

const standingWords = (standing: OpenRecord['standing'], dirty: boolean, kind: KindWords): string => {
  switch (standing) {
    case 'new':
      return `Pas encore ${participle('enregistré', kind)}`;
    case 'draft':
      return `Brouillon, jamais ${participle('publié', kind)}`;
    case 'offline':
      return 'Hors ligne';
    case 'modified':
      return 'En ligne, modifications non publiées';
    case 'published':
      return dirty ? 'En ligne, modifications non publiées' : 'En ligne';
  }
};

/** The state of the record, true at this moment, and what publishing will do. */
export function stateWords(
  { record, dirty, underWay, online, refused, leftOut, usualSeconds }: Known,
  kind: KindWords,
  now: Date,
): StateWords {
  const { standing, may } = record;
  if (underWay === 'sending') return { tone: 'working', state: 'Envoi des fichiers…', next: null };
  if (underWay === 'saving') return { tone: 'working', state: 'Enregistrement…', next: null };
  if (underWay === 'publishing') return { tone: 'working', state: 'Publication…', next: soon(usualSeconds) };
  if (refused > 0)
    return { tone: 'danger', state: 'Refusée'.replace(/e$/, kind.feminine ? 'e' : ''), next: toMend(refused) };
  if (online !== null && !dirty) {
    if (online.kind === 'waiting')
      return { tone: 'working', state: cap(participle('publié', kind)), next: soon(usualSeconds) };
    if (online.kind === 'online')
      return { tone: 'success', state: 'En ligne', next: `depuis ${sinceWords(online.since, now)}` };
    if (online.kind === 'refused')
      return { tone: 'danger', state: cap(participle('refusé', kind)), next: typography(online.reason) };
    return { tone: 'warning', state: cap(participle('publié', kind)), next: typography(online.reason) };
  }
  if (leftOut !== null && !dirty && standing === 'published')
    return { tone: 'danger', state: cap(participle('refusé', kind)), next: typography(leftOut) };
  const willPublish = may.publish ? typography(`Publier : ${soon(usualSeconds)}`) : null;
  const typed = dirty && standing !== 'new' ? 'à enregistrer' : null;
  const tone: Tone =
    standing === 'published' && !dirty ? 'success' : standing === 'modified' || dirty ? 'warning' : 'neutral';
  return {
    tone,
    state: standingWords(standing, dirty, kind),
    next:
      standing === 'published' && !dirty
        ? record.publishedAt && `depuis ${sinceWords(record.publishedAt, now)}`
        : [typed, willPublish].filter((part) => part !== null).join(' · ') || null,
  };
}

const cap = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "aujourd’hui à 14 h 32", "le 21 novembre à 14 h 32" */
const sinceWords = (instant: string, now: Date): string => formatMoment(instant, now);

/** "3 points à corriger" */
export const toMend = (count: number): string => plural(count, 'point à corriger', 'points à corriger');

/** "3 à corriger": a button that leads to the next one. */
export const toMendShort = (count: number): string => `${count} à corriger`;

/** "Camille Duval modifie aussi cette fiche." */
export const alsoHere = (names: readonly string[], { thisOne }: KindWords): string =>
  typography(`${listInWords(names)} ${names.length === 1 ? 'modifie' : 'modifient'} aussi ${thisOne}.`);

/** Of what came back from the device. */
export const restored = (at: number, now: Date): string => {
  const moment = formatMoment(new Date(at).toISOString(), now);
  return typography(`Ce que vous aviez tapé ${moment}, sans l’enregistrer, est remis ici.`);
};

/** Today, as rules ask for it. */
export const today = (now: Date): string => dayOf(now);

export const pageWords = {
  loading: 'Chargement',
  outline: 'Sommaire',
  save: 'Enregistrer',
  publish: 'Publier',
  preview: 'Aperçu',
  history: 'Historique',
  more: 'Autres actions',
  site: 'Voir la page sur le site',
  offline: 'Retirer du site',
  discard: 'Abandonner les modifications',
  remove: 'Supprimer',
  close: 'Fermer',
  understood: 'C’est lu',
  faults: (count: number) => (count === 1 ? 'Un point est à corriger' : `${count} points sont à corriger`),
  missing: 'À compléter',
  nextStep: 'Prochaine étape\u00a0: ',
  complete: (percent: number, { feminine }: Pick<KindWords, 'feminine'>) =>
    `${feminine ? 'Complète' : 'Complet'} à ${percent}\u00a0%`,
  notSent: 'Un fichier n’a pas pu être envoyé\u00a0: rien n’est enregistré. La raison est dite à côté de lui.',
  undescribed: (count: number) =>
    typography(
      count === 1
        ? 'Une image attend encore sa description : elle n’est pas enregistrée avec le reste.'
        : `${count} images attendent encore leur description : elles ne sont pas enregistrées avec le reste.`,
    ),
  nothingToSave: 'Tout est déjà enregistré.',
  nothingToPublish: 'Tout est déjà en ligne.',
  saved: ({ feminine }: KindWords) =>
    `Brouillon enregistré. ${feminine ? 'Elle' : 'Il'} ne paraît qu’une fois ${feminine ? 'publiée' : 'publié'}.`,
  savedModified: 'Enregistré. Le site montre encore la version d’avant\u00a0: elle change quand vous publiez.',
  kept: 'Ce que vous avez tapé reste gardé sur cet appareil.',
  notKept:
    'Cet appareil ne peut pas garder ce que vous tapez (mémoire pleine, ou navigation privée)\u00a0: enregistrez souvent.',
  cutOff: 'Pas de connexion. Ce que vous tapez est gardé sur cet appareil\u00a0; enregistrez quand elle revient.',
  restart: 'Revenir à ce qui est enregistré',
  restoredElsewhere: 'La fiche a changé depuis\u00a0: à l’enregistrement, les deux versions seront comparées.',
  confirmOffline: {
    title: 'Retirer du site\u202f?',
    meaning: (title: string) =>
      typography(
        `« ${title} » ne sera plus sur le site dans quelques secondes. Le brouillon reste ici : vous pourrez republier.`,
      ),
    done: 'Hors du site dans quelques secondes.',
  },
  confirmDiscard: {
    title: 'Abandonner les modifications\u202f?',
    meaning: 'Le brouillon redeviendra ce qui est en ligne. Ce qui a été enregistré sans être publié sera perdu.',
    done: 'Le brouillon dit de nouveau ce qui est en ligne.',
  },
  confirmRemove: {
    title: 'Supprimer\u202f?',
    meaning: (title: string) =>
      typography(
        `« ${title} » quitte le site et va dans la corbeille, brouillon compris. Pendant 30 jours, on peut l’en remettre.`,
      ),
    done: 'Dans la corbeille.',
  },
} as const;

/** « Historique » */
export const historyWords = {
  loading: 'Chargement de l’historique',
  noHistory: 'Rien n’a encore été décidé pour cette fiche.',
  allHistory: 'Tout le journal de cette fiche',
  putBack: 'Remettre l’état d’avant…',
  changes: (labels: readonly string[]) =>
    typography(`${plural(labels.length, 'champ changé', 'champs changés')} : ${labels.join(', ')}`),
} as const;
