/** Every French word of the preflight: titles, measures, places. */

export const decimal = (value: number, digits = 1): string =>
  value.toLocaleString('fr-FR', { maximumFractionDigits: digits });

/** "1 page", "12 pages": French is singular below two. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('fr-FR')}\u00a0${count < 2 ? one : many}`;

export const millimetres = (points: number): string => `${decimal((points * 25.4) / 72)}\u00a0mm`;

export const words = {
  readable: { id: 'readable', title: 'Le fichier se lit, sans mot de passe' },
  version: { id: 'pdfx-version', title: 'Le fichier se déclare à la bonne norme' },
  metadata: { id: 'metadata', title: 'Titre, dates et identité concordent' },
  outputIntent: { id: 'output-intent', title: 'Le profil de la presse est joint' },
  trimBox: { id: 'trim-box', title: 'Format fini (TrimBox)' },
  bleedBox: { id: 'bleed-box', title: 'Fond perdu (BleedBox)' },
  sheet: { id: 'media-box', title: 'Feuille (MediaBox)' },
  pageSizes: { id: 'page-sizes', title: 'Pages simples, toutes du même format' },
  pageCount: { id: 'page-count', title: 'Nombre de pages' },
  rgb: { id: 'rgb-objects', title: 'Aucun objet en RVB' },
  grey: { id: 'grey-outside-k', title: 'Les gris sont imprimés à l’encre noire' },
  profiles: { id: 'embedded-profiles', title: 'Aucun objet n’a de profil à lui' },
  spots: { id: 'spot-colours', title: 'Aucun ton direct' },
  black: { id: 'text-black-k-only', title: 'Le texte noir n’utilise que l’encre noire' },
  pictureBlack: { id: 'image-black-k-only', title: 'Le noir des dessins n’utilise que l’encre noire' },
  totalInk: { id: 'total-ink', title: 'Encrage total' },
  fonts: { id: 'fonts-embedded', title: 'Polices incorporées' },
  unicode: { id: 'fonts-unicode', title: 'Le texte peut être relu et corrigé' },
  missing: { id: 'missing-glyph', title: 'Aucun caractère remplacé par une case vide' },
  transparency: { id: 'transparency', title: 'Transparence' },
  screenParts: { id: 'no-annotations-or-actions', title: 'Ni lien, ni formulaire, ni action, ni calque' },
  resolution: { id: 'images-resolution', title: 'Résolution des images' },
  hairlines: { id: 'hairlines', title: 'Épaisseur des filets' },
  cropMarks: { id: 'crop-marks', title: 'Traits de coupe' },
  outsideTrim: { id: 'marks-outside-trim', title: 'Rien que les repères autour du fond perdu' },
  bleedReaches: { id: 'bleed-reaches', title: 'Les aplats qui touchent le bord vont jusqu’au fond perdu' },
  safety: { id: 'text-in-safety', title: 'Texte à l’écart de la coupe' },
  emptyPages: { id: 'empty-pages', title: 'Aucune page ne semble vide' },
} as const;

/** Said when a check itself fails: nothing is known of the file then. */
export const brokeOff =
  'le contrôle s’est arrêté sur une erreur du programme, sans qu’un défaut du fichier soit constaté\u00a0: prévenez la personne qui s’occupe du serveur, son journal en dit la cause';
