/** The version of the files and of the API, the rule by which it changes, and the licence. */

/** First number: that of the address (`/api/v1/`). Second: raised when something is added. */
export const VERSION = '1.0.0';
export const API = '/api/v1';
export const FILES = '/donnees';

/** Licence Ouverte 2.0 of Etalab: the one that French public bodies give open data under (CRPA, D323-2-1). */
export const LICENCE = {
  nom: 'Licence Ouverte 2.0',
  url: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
} as const;
/** How registers of licences call it (SPDX). */
export const LICENCE_ID = 'etalab-2.0';

/** Shown on the page and in the description of the API. */
export const DEPRECATION_RULE: readonly string[] = [
  'La version 1 ne change que par ajout\u00a0: un champ, un fichier, une valeur possible de plus. Ignorez ce que vous ne connaissez pas.',
  'Retirer ou renommer un champ, en changer le sens ou la forme, demande une version 2, à une autre adresse (/api/v2/, fichiers en -v2).',
  'La version 1 reste alors en ligne et à jour douze mois au moins. Sa fin est annoncée dès l’ouverture de la version 2\u00a0: sur cette page, dans /api/v1/index.json (champs «\u00a0obsolete\u00a0» et «\u00a0fin\u00a0») et dans sa description OpenAPI («\u00a0deprecated\u00a0»).',
  'L’identifiant d’une fiche ne change jamais et n’est jamais repris par une autre. L’adresse d’une fiche qui quitte l’annuaire répond 404.',
];

/** Set when a later version opens: `fin` is a day, `YYYY-MM-DD`, twelve months later at least. */
export const END_OF_LIFE: { readonly obsolete: boolean; readonly fin: string | null } = { obsolete: false, fin: null };
