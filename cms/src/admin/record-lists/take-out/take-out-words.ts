/** What is said where a whole list is taken out, or changed. Pure. */
import type { BulkChange, BulkPlan } from '../../../domain/contract/desk/bulk-edit.ts';
import type { ListLetterLook, SentListLetter } from '../../../domain/contract/desk/list-letter.ts';
import type {
  AddressesAnswer,
  LabelsLook,
  LeftOutReason,
  ListOutLook,
} from '../../../domain/contract/desk/lists-out.ts';
import { plural, typography } from '../../../domain/french.ts';
import { cutWords, isCut, type EnvelopeFault } from '../../kit/envelope-cuts.ts';

export const words = {
  region: 'Faire quelque chose de ces fiches',
  tick: (title: string) => typography(`Cocher « ${title} »`),
  tickHead: 'Cocher',
  tickPage: 'Tout cocher sur cette page',
  untick: 'Tout décocher',
  cancel: 'Annuler',
  close: 'Fermer',
  reading: 'Lecture de la liste',

  table: 'Télécharger',
  tableTitle: 'Télécharger cette liste',
  destination: 'Pour qui\u202f?',
  format: 'Quel fichier\u202f?',
  columns: 'Quelles colonnes\u202f?',
  columnsHint: 'Votre choix est retenu pour la prochaine fois.',
  allColumns: 'Toutes',
  noColumns: 'Aucune',
  reason: 'Pour quelle raison\u202f?',
  reasonHint: 'Le journal garde qui a téléchargé quelle liste, et pourquoi.',
  choose: 'Choisir…',
  own: 'Précisions',
  ownNeeded: 'Dites en quelques mots pourquoi.',
  reasonNeeded: 'Choisissez une raison\u00a0: le journal la garde.',
  columnNeeded: 'Choisissez au moins une colonne.',
  download: 'Télécharger le fichier',
  downloaded: 'Fichier téléchargé.',

  labels: 'Étiquettes',
  labelsTitle: 'Étiquettes pour écrire à ces associations',
  sheet: 'Quelle planche\u202f?',
  first: 'Première étiquette libre',
  firstHint: (most: number) =>
    `De 1 à ${most}, de gauche à droite puis de haut en bas\u00a0: pour finir une planche entamée.`,
  firstFault: (most: number) => `Écrivez un nombre de 1 à ${most}.`,
  townHalls: 'Sans adresse, passer par la mairie de la commune',
  printWhole: 'Imprimez à 100\u00a0%, sans «\u00a0ajuster à la page\u00a0»\u00a0: les étiquettes tomberaient à côté.',
  makeLabels: 'Télécharger les étiquettes',

  mailing: 'Lettres sur papier',
  mailingTitle: 'Une lettre sur papier à chaque association',
  mailingMeaning:
    'Un PDF à imprimer, une lettre par association, l’adresse à la place de la fenêtre d’une enveloppe longue (DL) ou C5.',
  paperHint:
    '{association} devient le nom de l’association, {office} le vôtre. Une ligne vide sépare deux paragraphes. L’adresse, la date et votre en-tête s’ajoutent tout seuls.',
  makeMailing: 'Télécharger les lettres',

  sheets: 'Fiches PDF',
  sheetsTitle: 'Une fiche d’une page par association',
  makeSheets: 'Télécharger les fiches',

  addresses: 'Adresses électroniques',
  addressesTitle: 'Copier les adresses de ces associations',
  addressesMeaning:
    'Une adresse par association, pour lui écrire au sujet de sa fiche ou de ce que l’office fait pour elle. Pour une nouvelle qui ne concerne pas sa fiche, préférez «\u00a0Écrire à ces associations\u00a0»\u00a0: chaque lettre y porte de quoi ne plus en recevoir.',
  addressesCopy:
    'Collez-les dans «\u00a0Cci\u00a0» (copie cachée)\u00a0: ainsi, aucune association ne voit l’adresse des autres.',
  addressesField: 'Adresses',
  prepare: 'Voir les adresses',
  copyOutlook: 'Copier pour Outlook',
  copyOthers: 'Copier pour un autre logiciel',
  copied: 'Adresses copiées.',
  notCopied: 'Le navigateur n’a pas laissé copier\u00a0: sélectionnez les adresses et copiez-les vous-même.',
  withoutAddress: 'Ne reçoivent rien\u00a0:',
  why: {
    'no-address': 'pas d’adresse électronique',
    nowhere: 'a demandé à ne plus paraître',
    stopped: 'ne veut plus recevoir ces lettres',
  } satisfies Record<LeftOutReason, string>,

  letter: 'Écrire à ces associations',
  letterTitle: 'Écrire à ces associations',
  letterMeaning:
    'Une lettre par adresse, que chaque association reçoit seule. Elle porte un lien pour ne plus recevoir ces lettres.',
  subject: 'Objet',
  body: 'Lettre',
  bodyHint:
    '{association} devient le nom de l’association, {office} le vôtre. Une ligne vide sépare deux paragraphes. Le lien pour ne plus recevoir ces lettres s’ajoute tout seul.',
  sample: 'M’envoyer un essai',
  next: 'Relire et envoyer',
  back: 'Modifier',
  checkMeaning:
    'Une lettre partie ne se rattrape pas\u00a0: relisez-la une dernière fois, telle que la recevra la première association de la liste.',
  sent: 'C’est en file',

  bulk: 'Modifier ensemble',
  bulkTitle: 'Modifier ces fiches ensemble',
  what: 'Que changer\u202f?',
  which: { theme: 'Quel thème\u202f?', commune: 'Quelle commune\u202f?' },
  whichNeeded: 'Choisissez dans la liste.',
  look: 'Voir ce qui changera',
  planCaption: 'Ce qui changera',
  planHeads: ['Fiche', 'Avant', 'Après', 'À savoir'],
  again: 'Changer autre chose',
  undoable: 'Vous pourrez l’annuler pendant 90\u00a0jours, en entier ou fiche par fiche.',
  see: 'Voir ce qui a été fait, ou l’annuler',
  edits: 'Modifications faites ensemble',
  editsMeaning: 'Ouvrez-en une pour l’annuler, en entier ou fiche par fiche.',
  editLine: (name: string, when: string, who: string) => `${name}, ${when}, par ${who}`,
};

/** « Toute la liste : 340 fiches », « 3 fiches cochées » */
export const takenWords = (ticked: number, total: number): string =>
  ticked === 0
    ? typography(`Toute la liste : ${plural(total, 'fiche')}`)
    : plural(ticked, 'fiche cochée', 'fiches cochées');

/** What a file would hold, and what it would not. */
export function lookWords({ count, notOnline, withoutContact }: ListOutLook): string[] {
  return [
    count === 0 ? 'Aucune fiche ne serait dans ce fichier.' : `${plural(count, 'fiche')} dans ce fichier.`,
    ...(notOnline === 0
      ? []
      : [`${plural(notOnline, 'fiche n’y est pas, faute d’être', 'fiches n’y sont pas, faute d’être')} en ligne.`]),
    ...(withoutContact === 0
      ? []
      : [
          `${plural(withoutContact, 'association', 'associations')} sans téléphone ni adresse électronique pour ce lecteur.`,
        ]),
  ];
}

/** « 12 lettres pour 13 associations. 2 autres ne reçoivent rien. » */
export function letterLookWords({ letters, reached, leftOut, others }: ListLetterLook): string {
  return [
    letters === 0
      ? 'Aucune association de cette liste ne peut recevoir cette lettre.'
      : `${plural(letters, 'lettre')} pour ${plural(reached, 'association')}.`,
    ...(leftOut.length === 0
      ? []
      : [`${plural(leftOut.length, 'association ne reçoit', 'associations ne reçoivent')} rien.`]),
    ...(others === 0
      ? []
      : [`${plural(others, 'fiche n’est pas une association', 'fiches ne sont pas des associations')}.`]),
  ].join(' ');
}

export const sendWords = (letters: number): string => `Envoyer ${plural(letters, 'lettre')}`;

export const sampleSentWords = (to: string): string => typography(`Essai envoyé à ${to} : relisez-le avant d’envoyer.`);

/** What became of it: letters leave one after the other, or wait. */
export const sentWords = ({ queued, leave }: SentListLetter): string =>
  typography(
    `${plural(queued, 'lettre est', 'lettres sont')} en file. ${
      leave
        ? 'Le programme les envoie l’une après l’autre : vous pouvez fermer cette page.'
        : 'L’envoi est arrêté pour le moment : elles partiront dès qu’il reprendra.'
    }`,
  );

/** « 12 adresses pour 13 associations. » */
export const addressesWords = ({ addresses, reached, others }: AddressesAnswer): string =>
  [
    `${plural(addresses.length, 'adresse')} pour ${plural(reached, 'association')}.`,
    ...(others === 0
      ? []
      : [`${plural(others, 'fiche d’un autre type est laissée', 'fiches d’un autre type sont laissées')}.`]),
  ].join(' ');

/** What is to be known of postal addresses, as a title; null when nothing is. */
export function addressesToSee({ faults }: LabelsLook): string | null {
  const named = new Set(faults.map(({ association }) => association)).size;
  return named === 0 ? null : `${plural(named, 'adresse à regarder', 'adresses à regarder')} avant d’imprimer`;
}

/** The sentence of one fault, after the name of its association. */
export function labelFault(fault: EnvelopeFault, townHalls: boolean): string {
  if (isCut(fault)) return cutWords(fault);
  if (fault.part === 'absent') return 'ni adresse postale ni commune\u00a0: rien n’est imprimé';
  return townHalls
    ? `pas d’adresse postale\u00a0: aux bons soins de la mairie (${fault.becomes})`
    : 'pas d’adresse postale\u00a0: rien n’est imprimé';
}

/** How many would be printed, and what of the list would not. */
const printedWords = (
  { count, others, faults }: LabelsLook,
  townHalls: boolean,
  forms: readonly [one: string, many: string],
): string => {
  const without = faults.filter(({ part }) => part === 'absent' || (!townHalls && part === 'town-hall')).length;
  const made = plural(count - without, ...forms);
  return others === 0
    ? `${made}.`
    : `${made}. ${plural(others, 'fiche d’un autre type est laissée', 'fiches d’un autre type sont laissées')}.`;
};

export const labelsWords = (look: LabelsLook, townHalls: boolean): string =>
  printedWords(look, townHalls, ['étiquette', 'étiquettes']);
export const mailingWords = (look: LabelsLook, townHalls: boolean): string =>
  printedWords(look, townHalls, ['lettre', 'lettres']);

type Kind = `${BulkChange['what']}${'' | ':oui' | ':non'}`;

/** The changes as an editor chooses them. */
export const bulkKinds = [
  { value: 'add-theme', label: 'Ajouter un thème', choice: 'theme' },
  { value: 'remove-theme', label: 'Retirer un thème', choice: 'theme' },
  { value: 'commune', label: 'Changer de commune', choice: 'commune' },
  { value: 'in-print:oui', label: 'Mettre les associations dans l’annuaire imprimé', choice: null },
  { value: 'in-print:non', label: 'Retirer les associations de l’annuaire imprimé', choice: null },
  { value: 'online:oui', label: 'Les mettre en ligne', choice: null },
  { value: 'online:non', label: 'Les mettre hors ligne', choice: null },
] as const satisfies readonly { value: Kind; label: string; choice: 'theme' | 'commune' | null }[];
export type BulkKind = (typeof bulkKinds)[number]['value'];

/** Null while what it needs is not chosen. */
export function bulkChange(kind: BulkKind, id: string | null): BulkChange | null {
  switch (kind) {
    case 'add-theme':
    case 'remove-theme':
    case 'commune':
      return id === null ? null : { what: kind, id };
    case 'in-print:oui':
    case 'in-print:non':
      return { what: 'in-print', value: kind === 'in-print:oui' };
    case 'online:oui':
    case 'online:non':
      return { what: 'online', value: kind === 'online:oui' };
  }
}

const EVENT = 'api::event.event';
/** Types that a list mixes with associations. */
const OTHER_NOUNS: ReadonlyMap<string, readonly [one: string, many: string]> = new Map([
  [EVENT, ['événement', 'événements']],
  ['api::resource.resource', ['ressource', 'ressources']],
  ['api::guide.guide', ['guide', 'guides']],
  ['api::action.action', ['fiche action', 'fiches action']],
]);

/** Why records of a type have not what a change is about (`domain/contract/desk/bulk-types.ts`), and where it is changed. */
function whyNot(uid: string, what: BulkChange['what']): string {
  if (what === 'in-print') return 'seules les associations portent «\u00a0Dans l’annuaire imprimé\u00a0»';
  if (what === 'commune')
    return uid === EVENT
      ? 'un événement est dans la commune de son lieu, qui se change dans sa fiche'
      : 'ce type de fiche n’a pas de commune';
  return what === 'online' ? 'ce type de fiche se publie un par un' : 'ce type de fiche n’a pas de thème à changer ici';
}

/** What a plan would do, sentence by sentence. */
export function planWords({ changed, same, left, otherTypes }: BulkPlan, what: BulkChange['what']): string[] {
  return [
    changed === 0 ? 'Aucune fiche ne changera.' : `${plural(changed, 'fiche changera', 'fiches changeront')}.`,
    ...(same === 0 ? [] : [`${plural(same, 'fiche l’est', 'fiches le sont')} déjà.`]),
    ...(left === 0 ? [] : [`${plural(left, 'fiche restera telle quelle', 'fiches resteront telles quelles')}.`]),
    ...otherTypes.map(({ uid, count }) => {
      const [one, many] = OTHER_NOUNS.get(uid) ?? ['autre fiche', 'autres fiches'];
      return `${plural(count, `${one} ne changera`, `${many} ne changeront`)} pas\u00a0: ${whyNot(uid, what)}.`;
    }),
  ];
}

export const applyLabel = (changed: number): string => `Modifier ${plural(changed, 'fiche')}`;
export const underWayWords = (done: number, total: number): string =>
  total === 0
    ? 'Modification en cours…'
    : `Modification en cours\u00a0: ${done.toLocaleString('fr-FR')} sur ${total.toLocaleString('fr-FR')}`;
