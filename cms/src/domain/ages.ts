import { refused, parsed, type Parsed } from './parsed.ts';

/** Whole years, both ends included; null is open. */
export interface AgeRange {
  readonly ageMin: number | null;
  readonly ageMax: number | null;
}

export const OLDEST_AGE = 120;

/** Checks an age range as an editor fills it. */
export function checkAges({ ageMin, ageMax }: AgeRange): Parsed<AgeRange> {
  for (const age of [ageMin, ageMax]) {
    if (age !== null && (!Number.isInteger(age) || age < 0 || age > OLDEST_AGE)) {
      return refused(`L’âge s’écrit en années entières, de 0 à ${OLDEST_AGE} : « ${age} » ne convient pas.`);
    }
  }
  if (ageMin !== null && ageMax !== null && ageMin > ageMax) {
    return refused(`L’âge minimum (${ageMin} ans) dépasse l’âge maximum (${ageMax} ans) : inversez-les.`);
  }
  return parsed({ ageMin, ageMax });
}

const years = (age: number): string => `${age}\u00a0${age > 1 ? 'ans' : 'an'}`;

/** "de 6 à 12 ans", "dès 6 ans", "jusqu’à 3 ans", "8 ans"; null when the range is open at both ends. */
export function formatAges({ ageMin, ageMax }: AgeRange): string | null {
  const from = ageMin === 0 && ageMax !== null ? null : ageMin;
  if (from === null && ageMax === null) return null;
  if (ageMax === null) return from === 0 ? 'dès la naissance' : `dès ${years(from ?? 0)}`;
  if (from === null) return `jusqu’à ${years(ageMax)}`;
  return from === ageMax ? years(from) : `de ${from} à ${years(ageMax)}`;
}

/** Is a person of that age welcome? */
export function includesAge({ ageMin, ageMax }: AgeRange, age: number): boolean {
  return (ageMin ?? 0) <= age && age <= (ageMax ?? OLDEST_AGE);
}
