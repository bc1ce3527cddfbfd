/** Ages as people say them without a number, after the school and the habits of French town halls. */
import type { AgeRange } from '@trame/cms/domain/ages';

const years = (ageMin: number | null, ageMax: number | null): AgeRange => ({ ageMin, ageMax });

/** Words without accents, a pattern each; the first that matches counts. `keep`: they also are the subject ("club des aînés"). */
export const ageWords: readonly { readonly pattern: string; readonly range: AgeRange; readonly keep?: true }[] = [
  { pattern: 'nouveaux? nes?|nourrissons?', range: { ageMin: 0, ageMax: 12, ageMaxUnit: 'mois' }, keep: true },
  { pattern: 'bebes?', range: years(0, 2), keep: true },
  { pattern: 'tout petits?|touts petits|toute petite', range: years(0, 3) },
  { pattern: '(?:en |a la )?maternelle', range: years(3, 5) },
  { pattern: 'petits enfants', range: years(3, 8) },
  { pattern: '(?:en |au )?cp|(?:a la |en |l )?ecole primaire|primaires?|ecoliers?|ecolieres?', range: years(6, 10) },
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
  { pattern: 'enfants?|gamine?s?|gosses?|mioches?|minots?|kids?|drole|droles|loulous?', range: years(3, 12) },
];
