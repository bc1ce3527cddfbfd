/** Licence Ouverte 2.0 of Etalab: the one that French public bodies give open data under (CRPA, D323-2-1). */
export const LICENCE = {
  nom: 'Licence Ouverte 2.0',
  url: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
} as const;
