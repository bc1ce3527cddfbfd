/** What the desk says, in plain words. Pure: the pages only draw it. */
import type { AcceptedTogether, Desk, OpenAnswer, QueuedAnswer } from '../../domain/contract/desk/review.ts';
import { dayOf } from '../../domain/dates.ts';
import { eventFieldLabels } from '../../domain/event/event-proposal.ts';
import { entrySections, type EntryField } from '../../domain/entry/fields.ts';
import { plural, sortByName, typography } from '../../domain/french.ts';
import { answerChannels } from '../../domain/vocabulary/answer-channels.ts';
import type { SubmissionKind } from '../../domain/vocabulary/submission-kinds.ts';
import { saidContacts } from '../../domain/said-contacts.ts';
import { saidWords } from '../kit/said-words.ts';
import { formatMoment, type Tone } from '../kit/words.ts';

/** A part of the queue: what is read in the same way. */
export type Group = 'all' | keyof Desk['counts'];

const KINDS: Readonly<Record<keyof Desk['counts'], readonly SubmissionKind[]>> = {
  unchanged: ['rien n’a changé'],
  changed: ['modification'],
  new: ['nouvelle association'],
  proposals: ['événement', 'guide'],
  reports: ['signalement'],
};

const GROUP_LABELS: Readonly<Record<Group, string>> = {
  all: 'Toutes',
  unchanged: 'Inchangées',
  changed: 'Modifiées',
  new: 'Nouvelles',
  proposals: 'Propositions',
  reports: 'Erreurs signalées',
};

export const totalOf = ({ counts }: Pick<Desk, 'counts'>): number =>
  counts.unchanged + counts.changed + counts.new + counts.proposals + counts.reports;

/** The tabs with how many wait in each. */
export function groups(desk: Pick<Desk, 'counts'>): { value: Group; label: string; count: number }[] {
  return (Object.keys(GROUP_LABELS) as Group[]).map((value) => ({
    value,
    label: GROUP_LABELS[value],
    count: value === 'all' ? totalOf(desk) : desk.counts[value],
  }));
}

/** Ages to filter by, in days. */
export const ages = [
  { value: 0, label: 'Reçues à tout moment' },
  { value: 3, label: 'Depuis plus de 3\u00a0jours' },
  { value: 7, label: 'Depuis plus d’une semaine' },
  { value: 30, label: 'Depuis plus d’un mois' },
] as const;

export interface Filters {
  readonly group: Group;
  /** By name; empty: all of them. */
  readonly commune: string;
  /** Waiting for longer than that many days; 0: all of them. */
  readonly olderThan: number;
}

const isGroup = (value: string | null): value is Group => value !== null && Object.hasOwn(GROUP_LABELS, value);

/** The filters as the address of the page holds them: a decision comes back to the same list. */
export function readFilters(search: URLSearchParams): Filters {
  const group = search.get('groupe');
  const days = Number(search.get('jours'));
  return {
    group: isGroup(group) ? group : 'all',
    commune: search.get('commune') ?? '',
    olderThan: ages.some(({ value }) => value === days) ? days : 0,
  };
}

/** `?groupe=changed&commune=Campan`, empty when nothing is filtered. */
export function filterQuery({ group, commune, olderThan }: Filters): string {
  const search = new URLSearchParams();
  if (group !== 'all') search.set('groupe', group);
  if (commune !== '') search.set('commune', commune);
  if (olderThan !== 0) search.set('jours', String(olderThan));
  const query = search.toString();
  return query === '' ? '' : `?${query}`;
}

const DAY_MS = 86_400_000;

const waitedDays = (sentAt: string, now: Date): number =>
  Math.round((Date.parse(dayOf(now)) - Date.parse(dayOf(sentAt))) / DAY_MS);

/** The part of the queue that the filters leave, in its order: the oldest first. */
export function filterAnswers(answers: readonly QueuedAnswer[], filters: Filters, now: Date): QueuedAnswer[] {
  return answers.filter(
    ({ kind, commune, sentAt }) =>
      (filters.group === 'all' || KINDS[filters.group].includes(kind)) &&
      (filters.commune === '' || commune === filters.commune) &&
      (filters.olderThan === 0 || waitedDays(sentAt, now) > filters.olderThan),
  );
}

/** The communes that something waits from, by name. */
export function communesOf(answers: readonly QueuedAnswer[]): string[] {
  return sortByName([...new Set(answers.flatMap(({ commune }) => commune ?? []))], (name) => name);
}

/**
 * The answer to look at after `id`: the one that followed it, else the first that is left.
 * @param before the queue in which `id` was chosen
 * @param after the queue as it is now
 */
export function nextAnswer(id: string, before: readonly QueuedAnswer[], after: readonly QueuedAnswer[]): string | null {
  const left = new Set(after.map((answer) => answer.id));
  left.delete(id);
  const rank = before.findIndex((answer) => answer.id === id);
  const following = before.slice(rank + 1).find((answer) => left.has(answer.id));
  return following?.id ?? after.find((answer) => answer.id !== id)?.id ?? null;
}

/** "aujourd’hui", "hier", "il y a 12 jours" */
export function age(sentAt: string, now: Date): string {
  const days = waitedDays(sentAt, now);
  if (days <= 0) return 'aujourd’hui';
  return days === 1 ? 'hier' : `il y a ${plural(days, 'jour')}`;
}

/** What an answer says, for its line of the queue. */
export function summary({ kind, changes }: Pick<QueuedAnswer, 'kind' | 'changes'>): string {
  switch (kind) {
    case 'rien n’a changé':
      return 'Rien n’a changé';
    case 'nouvelle association':
      return 'Demande à entrer dans l’annuaire';
    case 'événement':
      if (changes.includes(eventFieldLabels.cancelled)) return 'Demande d’annoncer que l’événement est annulé';
      return changes.length === 0
        ? 'Propose un événement pour l’agenda'
        : `Corrige un événement\u00a0: ${listed(changes)}`;
    case 'guide':
      return 'Propose une page pour les guides';
    case 'signalement':
      return 'Une erreur signalée par un habitant';
    case 'modification':
      return listed(changes);
  }
}

/** The first fields by name, the others by number. */
function listed(changes: readonly string[]): string {
  const shown = changes.slice(0, 3).join(', ');
  return changes.length > 3 ? `${shown} et ${plural(changes.length - 3, 'autre champ', 'autres champs')}` : shown;
}

/** An answer whose stored words cannot be read; the server's sentence says what to do. */
export const unreadableWords = {
  short: 'Ne peut pas être relue',
  title: 'Cette réponse ne peut pas être relue',
};

/** How the kind of an answer is coloured; the word is always said too. */
export const kindTone: Readonly<Record<SubmissionKind, 'success' | 'primary' | 'secondary' | 'alternative'>> = {
  'rien n’a changé': 'success',
  modification: 'primary',
  'nouvelle association': 'secondary',
  événement: 'alternative',
  guide: 'alternative',
  signalement: 'secondary',
};

/** Where an answer comes from: "Par téléphone, aujourd’hui à 14 h 32, de contact@exemple.org" */
export function originWords({ answer, sender }: Pick<OpenAnswer, 'answer' | 'sender'>, now: Date): string {
  const by = answerChannels.label(answer.channel);
  const from = sender === null ? '' : `, de ${sender}`;
  return `${by}, ${formatMoment(answer.sentAt, now)}${from}`;
}

/** Of the act that accepts all unchanged answers: it says how many, and that filters do not count. */
export const acceptAllWords = (count: number, filtered: boolean) => ({
  button:
    count === 1 ? 'Accepter la réponse inchangée' : `Accepter les ${count.toLocaleString('fr-FR')} réponses inchangées`,
  title:
    count === 1
      ? 'Accepter la réponse inchangée\u202f?'
      : `Accepter ${count.toLocaleString('fr-FR')}\u00a0réponses d’un coup\u202f?`,
  meaning:
    (count === 1
      ? 'Une association confirme que sa fiche est juste. Elle sera marquée comme vérifiée, à la date de sa réponse. '
      : `${count.toLocaleString('fr-FR')} associations confirment que leur fiche est juste. Chacune sera marquée comme vérifiée, à la date de sa réponse. `) +
    'Aucun texte ne change sur le site. Une fiche qui a été modifiée depuis la réponse sera laissée de côté, pour que vous la relisiez.' +
    (filtered ? ' Cela vaut pour toutes les réponses inchangées, au-delà de la liste filtrée.' : ''),
});

/** What became of the unchanged answers. */
export function acceptedTogetherWords({ accepted, left }: AcceptedTogether): { tone: Tone; headline: string } {
  const done = `${plural(accepted, 'fiche confirmée', 'fiches confirmées')}`;
  if (left.length === 0) {
    return { tone: 'success', headline: accepted === 0 ? 'Il ne restait aucune réponse inchangée' : `${done}` };
  }
  return { tone: 'warning', headline: `${done}, ${plural(left.length, 'laissée', 'laissées')} à relire` };
}

export interface SectionOfDifferences {
  readonly title: string;
  readonly differences: OpenAnswer['differences'];
}

/** The fields that differ under the titles of the association’s own form; what has no section there stands first. */
export function differencesBySection({ answer, differences, corrects }: OpenAnswer): SectionOfDifferences[] {
  if (answer.kind === 'signalement') return differences.length === 0 ? [] : [{ title: 'Le signalement', differences }];
  if (answer.kind === 'événement' || answer.kind === 'guide') {
    return [
      {
        title:
          answer.kind === 'guide'
            ? 'La page proposée'
            : corrects
              ? 'Ce que la correction change'
              : 'L’événement proposé',
        differences,
      },
    ];
  }
  return entrySections
    .map(({ title, fields }) => ({
      title,
      differences: differences.filter(({ field }) => (fields as readonly EntryField[]).includes(field as EntryField)),
    }))
    .filter((section) => section.differences.length > 0);
}

/** Fields that are there for being reached; in all others a number stands beside what each person agreed to. */
const FOR_REACHING: ReadonlySet<string> = new Set(['contacts', 'contact', 'website', 'networks', 'registration']);

/** And those that say where something is: a postal address is what they are for. */
const PLACES: ReadonlySet<string> = new Set(['address', 'activities', 'place', 'commune']);

/** Numbers and addresses that the answer writes into texts, when it does. */
function saidNotice({ differences }: OpenAnswer): { tone: Tone; title: string; text: string }[] {
  const said = saidContacts(
    differences
      .filter(({ field }) => !FOR_REACHING.has(field))
      .map(({ field, label, before, after }) => ({
        label,
        text: after.join('\n'),
        before: before.join('\n'),
        isPlace: PLACES.has(field),
      })),
  );
  return said.length === 0 ? [] : [{ tone: 'warning', title: saidWords.title, text: saidWords.text(said) }];
}

/** What to know before deciding; null when there is nothing. */
export function openAnswerNotices(open: OpenAnswer): { tone: Tone; title: string; text: string }[] {
  const notices: { tone: Tone; title: string; text: string }[] = [];
  const { openedBy, state, kind, unreadable } = open.answer;
  if (unreadable !== null) return notices; // said by itself: nothing was compared
  if (state !== 'à relire') {
    notices.push({
      tone: 'neutral',
      title: `Cette réponse est ${state}`,
      text: 'Une décision a été prise\u00a0: il n’y a plus rien à faire ici.',
    });
  } else if (openedBy !== null) {
    notices.push({
      tone: 'warning',
      title: `Ouverte aussi par ${openedBy}`,
      text: 'Mettez-vous d’accord avant de décider\u00a0: la première décision compte, l’autre sera refusée.',
    });
  }
  const conflicts = open.differences.filter(({ conflict }) => conflict !== null);
  if (conflicts.length > 0) {
    notices.push({
      tone: 'warning',
      title: 'La fiche a changé depuis que l’association a répondu',
      text: typography(
        `À regarder de près : ${conflicts.map(({ label }) => label).join(', ')}. La troisième colonne montre ce que disait la fiche quand l’association a répondu. Accepter publie la colonne « Proposé ».`,
      ),
    });
  }
  if (kind === 'signalement' && state === 'à relire') {
    notices.push({
      tone: 'neutral',
      title: 'Corrigez d’abord la fiche elle-même',
      text: 'Puis «\u00a0C’est corrigé\u00a0» remercie la personne, si elle a laissé une adresse. «\u00a0Répondre sans corriger\u00a0» lui envoie vos propres mots.',
    });
  } else if (state === 'à relire') notices.push(...saidNotice(open));
  if (kind === 'rien n’a changé' && conflicts.length === 0 && state === 'à relire') {
    notices.push({
      tone: 'success',
      title: 'Rien n’a changé',
      text: 'L’association a relu sa fiche et la confirme. Accepter la marque comme vérifiée.',
    });
  }
  return notices;
}

/** Of the button that accepts: an event becomes a draft when it is not complete, and a guide always does. */
export function acceptLabel(kind: SubmissionKind, cancels = false): string {
  switch (kind) {
    case 'événement':
      return cancels ? 'Accepter et annoncer l’annulation' : 'Accepter et publier';
    case 'rien n’a changé':
      return 'Accepter';
    case 'guide':
      return 'Accepter et préparer la page';
    case 'signalement':
      return 'C’est corrigé';
    default:
      return 'Accepter et publier';
  }
}

/** What is said once an answer was accepted. */
export function acceptedWords(
  title: string,
  accepted: { draft: { published: boolean } | null },
  kind: SubmissionKind,
): string {
  if (kind === 'rien n’a changé') return typography(`« ${title} » : fiche confirmée.`);
  if (kind === 'signalement') return typography(`« ${title} » : signalement traité.`);
  if (accepted.draft && !accepted.draft.published) {
    return typography(`« ${title} » : un brouillon a été préparé. Complétez-le, puis publiez-le.`);
  }
  return typography(`« ${title} » : c’est publié.`);
}

/** Reasons that come up every summer, to pick and to adapt: the association reads them. */
export const readyReasons: readonly { label: string; text: string }[] = [
  {
    label: 'Hors du territoire',
    text: 'Votre association n’agit pas dans les communes de cet annuaire. Nous vous conseillons de vous adresser à l’office de votre territoire.',
  },
  {
    label: 'Texte trop publicitaire',
    text: 'La présentation ressemble à une publicité. L’annuaire présente ce que fait l’association, sans promotion commerciale : pouvez-vous la réécrire dans ce sens ?',
  },
  {
    label: 'Déjà dans l’annuaire',
    text: 'Votre association figure déjà dans l’annuaire. Pour changer sa fiche, utilisez le lien de la lettre que nous lui envoyons, ou appelez-nous.',
  },
  {
    label: 'Informations à préciser',
    text: 'Nous ne pouvons pas publier ces informations telles quelles : il nous manque des précisions. Pouvez-vous compléter et nous renvoyer votre réponse ?',
  },
  {
    label: 'Pas une association',
    text: 'Cet annuaire est réservé aux associations : nous ne pouvons pas y faire paraître une entreprise ou une personne.',
  },
].map(({ label, text }) => ({ label, text: typography(text) }));

/** Of the form that refuses; a report is answered by it. */
export const refusalWordsOf = (kind: SubmissionKind) =>
  kind === 'signalement'
    ? {
        ...refusalWords,
        button: 'Répondre sans corriger',
        title: 'Répondre à ce signalement',
        meaning: (sender: string | null) =>
          sender === null
            ? 'La personne n’a pas laissé d’adresse\u00a0: votre réponse sera gardée dans le journal, mais personne ne la recevra.'
            : `Votre réponse sera envoyée à ${sender}. La fiche ne change pas.`,
        reason: 'Votre réponse, telle que la personne la lira',
        tooShort: 'Répondez en une phrase au moins\u00a0: la personne la lira.',
        act: 'Envoyer la réponse',
        actSilently: 'Clore le signalement',
        done: (title: string) => typography(`« ${title} » : signalement clos.`),
        readyReasons: [],
      }
    : { ...refusalWords, button: 'Refuser', readyReasons };

/** Of the form that refuses an answer of an association. */
const refusalWords = {
  title: 'Refuser cette réponse',
  meaning: (sender: string | null) =>
    sender === null
      ? 'Aucune adresse n’est connue pour cette réponse\u00a0: le motif sera gardé dans le journal, mais personne ne le recevra.'
      : `Le motif sera envoyé à ${sender}. La fiche publiée ne change pas.`,
  ready: 'Motif tout prêt',
  choose: 'Choisir, puis adapter',
  reason: 'Motif, tel que l’association le lira',
  tooShort: 'Dites pourquoi, en une phrase au moins\u00a0: l’association la lira.',
  act: 'Refuser et envoyer le motif',
  actSilently: 'Refuser',
  done: (title: string) => typography(`« ${title} » : réponse refusée.`),
};

/** The shortest reason that says something, the longest that is mailed: those of the contract. */
export const REASON_LENGTH = { least: 5, most: 1000 };

export const isReason = (text: string): boolean =>
  text.trim().length >= REASON_LENGTH.least && text.trim().length <= REASON_LENGTH.most;

/** Said when the server refused to accept because something happened in between. */
export const movedWords = {
  title: 'Rien n’a été enregistré',
  retouches: 'Vos retouches sont gardées, reportées sur la fiche d’aujourd’hui.',
  conflicts: (labels: readonly string[]) =>
    typography(`Vérifiez surtout : ${labels.join(', ')}. Ces champs ont changé des deux côtés.`),
};
