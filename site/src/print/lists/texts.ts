/** Every French sentence of labels and sheets that no editor wrote. */
import { formatDay } from '@trame/cms/domain/dates';
import { plural, typography } from '@trame/cms/domain/french';

const say = typography;

export const listTexts = {
  labelsTitle: (count: number) => say(plural(count, 'étiquette')),
  sheetsTitle: (count: number) => say(plural(count, 'fiche')),
  /** At the foot of a page whose record has more to say. */
  more: say('La suite ne tient pas sur une page : ouvrez la fiche dans l’administration.'),
  foot: (office: string, day: string) => say(`${office}, le ${formatDay(day)}`),
  page: (page: number, pages: number) => say(`Fiche ${page} sur ${pages}`),
} as const;

/** Names of what a text comes from, for warnings. */
export const listFields = { label: 'l’étiquette', sheet: 'la fiche' } as const;

export const failures = {
  labels: (faults: string) => say(`Les étiquettes n’ont pas pu être mises en page : ${faults}`),
  sheets: (faults: string) => say(`Les fiches n’ont pas pu être mises en page : ${faults}`),
};
