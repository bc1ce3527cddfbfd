/** The French words of the package for a layout program. */

export const names = {
  readMe: 'LISEZ-MOI.txt',
  xml: 'textes/annuaire.xml',
  /** Every cell as it is: for a data merge. */
  merge: 'fusion',
  /** The same tables, in which a spreadsheet runs nothing. */
  spreadsheet: 'tableur',
  associations: 'associations.csv',
  activities: 'activites.csv',
  contacts: 'contacts.csv',
  fonts: 'polices.txt',
  images: 'images',
} as const;

export const columns = {
  associations: [
    'identifiant',
    'chapitre',
    'rang',
    'nom',
    'sigle',
    'commune',
    'communes d’activité',
    'thèmes',
    'publics',
    'résumé',
    'adresse',
    'site internet',
    'réseaux',
    'cherche des bénévoles',
    'précision sur les bénévoles',
    'accessibilité',
    'vérifiée le',
    'logo',
  ],
  activities: ['identifiant', 'association', 'activité', 'description', 'âges', 'horaires', 'tarif', 'lieu', 'saison'],
  contacts: ['identifiant', 'association', 'rôle', 'nom', 'téléphone', 'e-mail'],
} as const;

export const words = {
  yes: 'oui',
  no: 'non',
  seeks: 'Cherche des bénévoles',
} as const;

export const readMe = (title: string, year: number, entries: number): string => `${title} (${year})
Textes et images pour une autre mise en page : InDesign, Scribus, Affinity Publisher…
${entries} associations, dans l’ordre du livret.

CE QUE CONTIENT CE DOSSIER

  textes/annuaire.xml       tous les textes, balisés, en UTF-8
  fusion/                   associations.csv, activites.csv, contacts.csv : une ligne par association, par activité,
                            par contact ; les valeurs exactes, pour une fusion de données
  tableur/                  les mêmes tableaux, à ouvrir dans Excel ou LibreOffice
  images/                   les images d’origine, telles que l’éditeur les a déposées (non converties en CMJN)
  polices.txt               les polices du livret de Trame, toutes libres

Seules les coordonnées des personnes qui ont accepté de paraître sur papier se trouvent ici. Ne complétez pas une fiche
avec un numéro trouvé ailleurs : il n’y a pas d’accord pour lui.

DANS INDESIGN

  1. Affichage > Structure > Afficher la structure.
  2. Fichier > Importer du code XML, choisissez textes/annuaire.xml ; cochez « Fusionner le contenu » et
     « Ne pas importer le contenu des éléments contenant uniquement des espaces ».
  3. Panneau Balises > Mapper les balises sur les styles : un style de paragraphe par balise (nom, resume, activite…).
  4. Faites glisser l’élément « annuaire » de la structure dans un bloc de texte.
  Les logos sont liés par leur attribut href, relatif au dossier « textes ».

DANS SCRIBUS

  Script > « Importer un fichier CSV », ou un script de fusion, avec fusion/associations.csv (UTF-8, point-virgule).

POUR UNE FUSION DE DONNÉES

  Prenez les fichiers du dossier « fusion » (UTF-8 avec marque d’ordre, séparateur point-virgule) : un numéro de téléphone y
  commence bien par +, un nom par @. Ne les ouvrez pas dans un tableur, qui pourrait prendre une telle valeur pour une formule.

LES BALISES

  annuaire            attributs : titre, annee
    editorial         paragraphe, signature
    chapitre          attribut : nom
      titre-chapitre
      presentation    s’il y en a une
      association     attributs : id (stable d’une année à l’autre), rang
        logo          attribut href ; vide
        nom, sigle, lieu, specialite, publics, resume
        activite      libelle, description, ages, horaire (une balise par créneau), tarif, endroit, saison
        contact       role, personne, telephone, courriel
        adresse       ligne (une balise par ligne)
        site, reseau  attribut « sur » pour le réseau
        benevoles     attribut « cherche » ; le texte précise ce qui est cherché
        accessibilite
        verifiee
    numeros-utiles
      numero          intitule, appel, note

Chaque balise de texte est un paragraphe. Une balise sans contenu n’est pas écrite. Ce format ne change pas sans que
l’attribut « format » de la balise « annuaire » (aujourd’hui trame-mise-en-page/1) ne change aussi.

DANS UN TABLEUR

Les fichiers du dossier « tableur » s’ouvrent tels quels (UTF-8 avec marque d’ordre, séparateur point-virgule). Une
apostrophe y a été placée devant les valeurs qu’un tableur prendrait pour une formule (elles commencent par =, +, - ou @) :
n’en faites pas une fusion, elle s’imprimerait.
`;

export const fontsList = (families: readonly string[]): string =>
  `Polices du livret, libres (SIL Open Font License 1.1), à télécharger sur fonts.google.com :\n\n${families
    .map((family) => `  ${family}`)
    .join('\n')}\n`;
