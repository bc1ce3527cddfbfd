/** Ages as people say them without a number, after the school and the habits of French town halls. */
import type { AgeRange } from '@trame/cms/domain/ages';

const years = (ageMin: number | null, ageMax: number | null): AgeRange => ({ ageMin, ageMax });

const IN_CLASS = '(?:(?:en|au|de) )?';
const IN_LARGE_CLASS = 'en ';

/** Words without accents, a pattern each; the first that matches counts. `keep`: they also are the subject ("club des aînés"). */
export const ageWords: readonly { readonly pattern: string; readonly range: AgeRange; readonly keep?: true }[] = [
  { pattern: 'nouveaux? nes?|nourrissons?', range: { ageMin: 0, ageMax: 12, ageMaxUnit: 'mois' }, keep: true },
  { pattern: 'bebes?', range: years(0, 2), keep: true },
  { pattern: 'tout petits?|touts petits|toute petite|bouts? de choux?', range: years(0, 3) },
  // A class is an age, the year of those who stay down with it.
  { pattern: `${IN_CLASS}(?:toute )?petite section`, range: years(3, 4) },
  { pattern: `${IN_CLASS}moyenne section`, range: years(4, 5) },
  { pattern: `${IN_CLASS}grande section`, range: years(5, 6) },
  { pattern: `${IN_CLASS}ce1`, range: years(7, 8) },
  { pattern: `${IN_CLASS}ce2`, range: years(8, 9) },
  { pattern: `${IN_CLASS}cm1`, range: years(9, 10) },
  { pattern: `${IN_CLASS}cm2`, range: years(10, 11) },
  // "La quatrième fois" and "de seconde main" are no classes.
  { pattern: `${IN_LARGE_CLASS}(?:6e|6 e|6eme|6 eme|sixieme)`, range: years(11, 12) },
  { pattern: `${IN_LARGE_CLASS}(?:5e|5 e|5eme|5 eme|cinquieme)`, range: years(12, 13) },
  { pattern: `${IN_LARGE_CLASS}(?:4e|4 e|4eme|4 eme|quatrieme)(?! age)`, range: years(13, 14) },
  { pattern: `${IN_LARGE_CLASS}(?:3e|3 e|3eme|3 eme|troisieme)(?! age)`, range: years(14, 15) },
  { pattern: `${IN_LARGE_CLASS}seconde(?! main)`, range: years(15, 16) },
  { pattern: `${IN_LARGE_CLASS}terminale`, range: years(17, 18) },
  { pattern: '(?:en |a la )?maternelle', range: years(3, 5) },
  { pattern: 'petits enfants', range: years(3, 8) },
  {
    pattern: '(?:en |au |son )?cp|(?:a la |en |l )?ecole primaire|primaires?|ecoliers?|ecolieres?',
    range: years(6, 10),
  },
  { pattern: 'collegiens?|collegiennes?', range: years(11, 15) },
  { pattern: 'lyceens?|lyceennes?', range: years(15, 18) },
  { pattern: 'pre ?ados?', range: years(10, 13) },
  { pattern: 'ados?|adolescents?|adolescentes?|teenagers?', range: years(12, 17) },
  { pattern: 'etudiants?|etudiantes?', range: years(18, 25) },
  { pattern: 'jeunes', range: years(11, 25) },
  { pattern: 'adultes?|grandes personnes', range: years(18, null) },
  { pattern: 'seniors?|aines|ainees|retraites|retraitees', range: years(60, null), keep: true },
  { pattern: '(?:3e|3 e|3eme|3 eme|troisieme|4e|4 e|quatrieme) age', range: years(60, null), keep: true },
  {
    pattern: '(?:personnes?|gens|dames?|messieurs|monsieur) agee?s?|vieillards?|petits vieux|les vieux',
    range: years(65, null),
    keep: true,
  },
  { pattern: 'mamies?|papis?|papys?|grands? meres?|grands? peres?|grands? parents', range: years(60, null) },
  { pattern: '(?:jeune )?retraitee?', range: years(60, null) },
  {
    pattern:
      'enfants?|gamine?s?|gosses?|mioches?|minots?|kids?|droles?|drolesses?|loulous?|loupiots?|bambins?|marmots?|marmailles?|pitchouns?|ma puce',
    range: years(3, 12),
  },
];
