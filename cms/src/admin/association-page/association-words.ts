/** What the page of an association says, besides the labels of the fields. */
import { formatDay } from '../../domain/dates.ts';
import { listInWords } from '../../domain/french.ts';
import type { OfficeForm } from '../../domain/entry/office-form.ts';
import { verificationSources } from '../../domain/vocabulary/verification-sources.ts';
import type { EntryCriterion } from '../../domain/entry/difference.ts';

/** What an editor is told of what is missing; an association is spoken to otherwise (`domain/entry/difference.ts`). */
export const advice: Readonly<Record<EntryCriterion, string>> = {
  summary: 'Présenter l’association en une ou deux phrases complètes.',
  description: 'Raconter ce qu’elle fait, dans la présentation longue.',
  activities: 'Ajouter ses activités\u00a0: c’est ce que les habitants cherchent.',
  slots: 'Indiquer les jours et les heures.',
  ages: 'Préciser les âges.',
  price: 'Donner un ordre de prix.',
  contact: 'Avoir l’accord d’un contact pour paraître.',
  howToJoin: 'Dire comment s’inscrire.',
  logo: 'Ajouter le logo.',
};

export const pageWords = {
  fresh: 'Nouvelle association',
  list: 'Associations',
  loading: 'Chargement de la fiche',
  sections: { photos: 'Photos', forNow: 'Pour le moment', office: 'Pour l’office' },
  noNotice: 'Aucun',
  wordsHelp:
    'Un par ligne\u00a0: ce qu’un habitant tape quand il cherche cette association, et que la fiche ne dit pas. La recherche du site les reconnaît\u00a0; ils ne paraissent sur aucune page.',
  noticeHelp:
    'En tête de la fiche et dans les listes, jusqu’au jour dit. L’association peut le poser et l’ôter elle-même.',
  noticeUntilHelp: 'Ce jour compris\u00a0: ensuite, l’avis disparaît de lui-même.',
  takesMessagesHelp:
    'Un formulaire paraît sur la fiche\u00a0; les messages vont à son adresse, qui n’est pas montrée. À cocher seulement si elle le demande.',
  agreement: {
    today: 'Aujourd’hui',
    legend: 'Son accord',
    none: 'Choisir…',
  },
  unknownForm: 'On ne sait pas',
  notVerified: 'Pas encore',
  inPrint: 'Paraît dans l’annuaire imprimé',
  coordinatesHelp: 'En degrés, comme 45,0812\u00a0; facultatif.',
  slugHelp: 'Vide\u00a0: elle est faite avec le nom. La changer casse les liens déjà partagés et les codes imprimés.',
  photosHelp: 'Vérifiez l’accord des personnes reconnaissables.',
  verifiedToday: 'Vérifiée aujourd’hui',
  waiting: 'Une réponse de l’association attend d’être relue',
  readAnswer: 'La relire',
  stoppedLetters: (addresses: readonly string[]) =>
    `${listInWords(addresses)} ${addresses.length === 1 ? 'ne veut' : 'ne veulent'} plus recevoir les lettres à plusieurs associations`,
  stoppedLettersMeaning:
    'La demande de mise à jour de l’année et vos réponses lui parviennent toujours. Seule la personne qui lit cette adresse peut la réinscrire, par le lien de la lettre.',
  lookAlikes: (count: number) =>
    count === 1 ? 'Une fiche ressemble à celle-ci' : `${count} fiches ressemblent à celle-ci`,
  lookAlikesHelp: 'Est-ce la même association\u202f? Ouvrez sa fiche plutôt que d’en créer une deuxième.',
  sameRna: 'même numéro RNA',
  previews: {
    print: 'Annuaire imprimé',
    printHelp: 'La fiche telle que l’annuaire l’imprimera.',
  },
} as const;

export const officialWords = {
  /** @param asOf the day of the register's file; null when it did not say */
  locked: (asOf: string | null) =>
    `Vient du Répertoire national${asOf === null ? '' : `, mis à jour le ${formatDay(asOf)}`}.`,
  unlock: 'Modifier quand même',
  unlocked:
    'Le prochain fichier du Répertoire national proposera de nouveau ce qu’il sait. Votre changement est noté au journal.',
} as const;

/** "Vérifiée le 3 juin 2026 par téléphone." */
export function verifiedWords({ verifiedOn, verifiedBy }: Pick<OfficeForm, 'verifiedOn' | 'verifiedBy'>): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(verifiedOn)) return 'Cette fiche n’a jamais été vérifiée avec l’association.';
  return `Vérifiée le ${formatDay(verifiedOn)}${verifiedBy === '' ? '' : ` ${verificationSources.label(verifiedBy)}`}.`;
}
