/** « Lecture facile »: the field in which an editor writes a record so that everybody understands it, of whichever type it is. */

/** As the rules for FALC (« facile à lire et à comprendre », Inclusion Europe) ask, in the words of the field's help. */
export const easyText = {
  label: 'Lecture facile',
  help: 'Le même texte, pour tout le monde\u00a0: une idée par phrase, une phrase par ligne, des mots de tous les jours, des exemples. Pas de sigle, pas d’image de style. Faites-le relire par une personne concernée.',
} as const;
