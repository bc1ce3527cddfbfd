/** The French sentences of `pnpm seed`. */
export const messages = {
  help: `Usage : pnpm seed [--demo] [--associations N] [--seed S]

Remplit la base de Trame.

  --demo              le territoire de démonstration, avec ses images (une seule fois)
  --associations N    ajoute N associations inventées, de 0 à 11000
  --seed S            le numéro du tirage : le même numéro donne les mêmes associations (1 si absent)
  --help              cette aide

Une association qui est déjà là n’est pas ajoutée une deuxième fois.
`,
  nothingToDo: 'Rien à faire : indiquez --demo, --associations N, ou les deux (--help pour l’aide).',
  badNumber: (option: string, value: string) =>
    `L’option ${option} attend un nombre entier, 0 ou plus ; « ${value} » n’en est pas un.`,
  tooMany: (most: number) => `L’option --associations ne dépasse pas ${most}.`,
  badOption: (detail: string) => `Option inconnue ou incomplète : ${detail}. Voyez --help.`,
  noBuild: 'Le CMS n’est pas encore construit. Lancez d’abord « npx pnpm@12 start ».',
  vocabularyMissing: (slugs: string[]) =>
    `Les associations inventées ont besoin des thèmes, publics et communes de la démonstration, et il en manque (${slugs.join(', ')}). Ajoutez --demo.`,
  rnaTaken: (seed: number) =>
    `Une autre association porte déjà l’un des numéros RNA du tirage ${seed}. Choisissez un autre numéro avec --seed.`,
  notEmpty: (what: string) =>
    `La base contient déjà ${what} : la démonstration ne s’installe que sur une base où personne n’a encore travaillé.`,
  demoDone: (seconds: string) => `Démonstration installée en ${seconds} s.`,
  demoAlready: 'La démonstration est déjà installée.',
  associationsDone: (added: number, present: number, seconds: string) =>
    `${added} associations ajoutées en ${seconds} s` + (present > 0 ? ` (${present} étaient déjà là).` : '.'),
} as const;
