/** What the form of an entry says besides its fields, whose words are those of the catalogue (`asked.ts`), wherever the form is shown. */
import { limitOf } from '@trame/cms/domain/entry/fields';
import { PRINTED_SUMMARY_LENGTH } from '@trame/cms/domain/print-length';
import { typeset } from '../service/typeset.ts';

export const words = typeset({
  section: {
    modified: 'Modifié',
    filled: 'Rempli',
    faulty: 'À corriger',
    empty: 'Rien pour le moment',
    next: (title: string) => `Continuer : ${title}`,
    close: 'Refermer',
  },
  logo: {
    none: 'Aucun logo pour le moment.',
    current: 'Le logo actuel de l’association',
    remove: 'Retirer le logo',
    removed: 'Le logo sera retiré.',
    restore: 'Garder le logo actuel',
  },
  presentation: {
    count: (length: number) =>
      length <= PRINTED_SUMMARY_LENGTH
        ? `${length} caractères sur ${PRINTED_SUMMARY_LENGTH}`
        : `${length} caractères : ${length - PRINTED_SUMMARY_LENGTH} de trop`,
  },
  themes: {
    chosen: 'Vos thèmes, dans l’ordre',
    first: 'thème principal',
    makeFirst: 'Mettre en premier',
    remove: 'Retirer',
    full: `Vous avez choisi ${limitOf('themes')} thèmes, le maximum. Retirez-en un pour en choisir un autre.`,
    inChapter: (count: number) => `${count} choisi${count > 1 ? 's' : ''}`,
    whole: (chapter: string) => `${chapter} (en général)`,
  },
  activities: {
    none: 'Aucune activité pour le moment.',
    add: 'Ajouter une activité',
    full: `Vous avez ${limitOf('activities')} activités, le maximum.`,
    unnamed: 'Activité sans nom',
    edit: 'Modifier',
    done: 'C’est bon',
    copy: 'Copier',
    remove: 'Supprimer',
    removed: (name: string) => `« ${name} » est supprimé.`,
    copied: (name: string) => `« ${name} » est copié. Corrigez ce qui change.`,
    undo: 'Annuler la suppression',
    ages: 'Âges',
    agesHelp: 'Laissez vide si tous les âges sont bienvenus.',
    addSlot: 'Ajouter un jour',
    removeSlot: (slot: string) => `Supprimer : ${slot}`,
    removedSlot: (slot: string) => `${slot} est supprimé.`,
    anyCommune: 'Partout où agit l’association',
  },
  places: {
    noCommune: 'Hors du territoire, ou je ne sais pas',
  },
  contacts: {
    none: 'Aucun contact pour le moment.',
    add: 'Ajouter un contact',
    full: `Vous avez ${limitOf('contacts')} contacts, le maximum.`,
    numbered: (rank: number) => `Contact ${rank}`,
    where: 'Où peut-on publier ce contact ?',
    whereHelp:
      'Cochez avec l’accord de la personne. Cet accord se retire à tout moment : par le lien de chaque lettre, ou en le demandant à l’office.',
    office: 'Pour l’instant, ce contact reste à l’office : il n’est publié nulle part.',
    remove: 'Supprimer ce contact',
    removed: (name: string) => `${name} est supprimé.`,
    addNetwork: 'Ajouter un réseau',
    removeNetwork: (label: string) => `Supprimer ${label}`,
  },
  review: {
    before: 'Avant',
    after: 'Après',
    nothing: '(rien)',
  },
});
