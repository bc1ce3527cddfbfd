/** What a commune can set from its own page. The names stand in style sheets that nobody looks at again: they never change. */

export const EMBED_VARIABLES = [
  '--trame-couleur',
  '--trame-texte',
  '--trame-fond',
  '--trame-bordure',
  '--trame-police',
  '--trame-arrondi',
  '--trame-espace',
] as const;
export type EmbedVariable = (typeof EMBED_VARIABLES)[number];

export const EMBED_PARTS = [
  'recherche',
  'compte',
  'liste',
  'fiche',
  'nom',
  'ou',
  'resume',
  'detail',
  'activite',
  'contact',
  'lien',
  'suite',
  'source',
] as const;
export type EmbedPart = (typeof EMBED_PARTS)[number];
