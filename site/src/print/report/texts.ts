/** The French words of the report on a printing. */
import { plural, typography } from '@trame/cms/domain/french';

/** The title, with the year when it does not say it already. */
export const editionName = ({ title, year }: { readonly title: string; readonly year: number }): string =>
  typography(title.includes(String(year)) ? title : `${title} ${year}`);

/** "2,7 mm" */
export const mm = (value: number): string => `${value.toFixed(1).replace('.', ',')}\u00a0mm`;
const pages = (count: number) => plural(count, 'page');

export const fileLabels = {
  booklet: 'Livret, couverture comprise',
  interior: 'Intérieur',
  cover: 'Couverture, dos compris',
  layoutPackage: 'Textes et images pour la mise en page',
} as const;

export const ownChecks = {
  binding: {
    title: 'Reliure adaptée au nombre de pages',
    stitchedFits: (count: number) => `${pages(count)} agrafées (de 8 à 48)`,
    stitchedTooThick: (count: number) =>
      `${pages(count)} : au-delà de 48, deux agrafes tiennent mal et le livret reste ouvert. Choisissez « dos carré collé », ou imprimez moins de fiches.`,
    stitchedTooThin: (count: number) => `${pages(count)} : un livret agrafé en a 8 au moins.`,
    gluedFits: (count: number, spine: number) => `${pages(count)} collées, dos de ${mm(spine)}`,
    gluedTooThin: (count: number, spine: number) =>
      `${pages(count)} : le dos de ${mm(spine)} est trop mince pour la colle (48\u00a0pages au moins). Choisissez « agrafé ».`,
  },
  entries: {
    title: 'Toutes les fiches choisies sont imprimées',
    measure: (printed: number, selected: number) =>
      `${plural(printed, 'fiche imprimée', 'fiches imprimées')} sur ${selected}`,
    none: 'Aucune fiche ne correspond à ce que l’édition demande : vérifiez « vérifiées depuis », les communes et les thèmes.',
  },
  twins: {
    title: 'Aucune association n’est imprimée deux fois',
    measure: (count: number) =>
      count === 0
        ? 'pas deux fiches du même nom avec le même contact ou dans la même commune'
        : `${plural(count, 'paire de fiches qui se ressemblent', 'paires de fiches qui se ressemblent')} : gardez-en une, ou dites ce qui les distingue`,
  },
  overset: {
    title: 'Chaque fiche tient sur une page',
    measure: (count: number) =>
      count === 0 ? 'aucune ne déborde' : `${plural(count, 'fiche')} sur plus d’une page : raccourcissez leurs textes`,
  },
  resolution: {
    title: 'Images assez fines pour l’impression',
    measure: (count: number) =>
      count === 0
        ? '300 points par pouce au moins à la taille imprimée'
        : `${plural(count, 'image')} sous 300 points par pouce à la taille imprimée : à remplacer par un fichier plus grand`,
  },
  pictures: {
    title: 'Toutes les images sont là',
    measure: (count: number) =>
      count === 0
        ? 'aucune ne manque'
        : plural(count, 'image introuvable ou illisible', 'images introuvables ou illisibles'),
  },
  texts: {
    title: 'Textes imprimés en entier',
    measure: (shortened: number, lost: number) =>
      shortened + lost === 0
        ? 'aucun n’est raccourci, aucun caractère ne manque'
        : [
            ...(shortened === 0 ? [] : [plural(shortened, 'texte raccourci', 'textes raccourcis')]),
            ...(lost === 0 ? [] : [plural(lost, 'texte', 'textes') + ' avec des caractères que les polices n’ont pas']),
          ].join(', '),
  },
  consent: {
    title: 'Chaque fiche a un contact qui accepte de paraître sur papier',
    measure: (without: number, all: number) =>
      without === 0
        ? `${plural(all, 'fiche')} sur ${all}`
        : `${plural(without, 'fiche')} sur ${all} sans contact imprimé`,
  },
} as const;

export const noticeTexts = {
  missingConsent:
    'aucun contact ne paraît sur papier : personne n’en a donné l’accord. Demandez-le à l’association, ou laissez sa fiche sans contact.',
  unreadablePrevious:
    'son fichier ne peut pas être relu : les arrivées, les départs et les changements ne sont pas listés. Prévenez la personne qui administre la machine, la dernière sauvegarde le contient.',
  twin: (other: string, why: 'contact' | 'commune') =>
    typography(
      `semble la même que « ${other} » : même nom${why === 'contact' ? ' et même contact' : ' dans la même commune'}. Gardez-en une et supprimez l’autre ; si ce sont bien deux associations, dites dans leur nom ce qui les distingue.`,
    ),
  overset:
    'la fiche est plus haute qu’une page et continue sur la suivante ; raccourcissez ses textes ou ses activités.',
} as const;

export const changedFields = {
  name: 'nom',
  officialName: 'nom officiel',
  acronym: 'sigle',
  summary: 'résumé',
  themes: 'thèmes',
  audiences: 'publics',
  commune: 'commune',
  communesOfActivity: 'communes d’activité',
  activities: 'activités',
  contacts: 'contacts',
  address: 'adresse',
  website: 'site internet',
  networks: 'réseaux sociaux',
  logo: 'logo',
  seeksVolunteers: 'recherche de bénévoles',
  volunteersNote: 'précision sur les bénévoles',
  accessibility: 'accessibilité',
} as const;

export const pageTexts = {
  title: (edition: string) => `Contrôle avant impression\u00a0: ${edition}`,
  over: 'Contrôle avant impression',
  printedAt: (day: string, clock: string) => `Épreuve du ${day} à ${clock}`,
  verdicts: {
    failed: (count: number) =>
      count === 1
        ? 'Un point bloque l’impression : corrigez-le, puis tirez une nouvelle épreuve.'
        : `${count}\u00a0points bloquent l’impression : corrigez-les, puis tirez une nouvelle épreuve.`,
    warning: (count: number) =>
      count === 1
        ? 'Rien ne bloque l’impression. Un point est à regarder avant de figer.'
        : `Rien ne bloque l’impression. ${count}\u00a0points sont à regarder avant de figer.`,
    passed: 'Tout est conforme : l’édition peut être figée.',
  },
  groups: {
    failed: 'Ce qui bloque',
    warning: 'À regarder',
    passed: 'Conforme',
  },
  failedLead: 'L’imprimeur refuserait ces fichiers. L’édition ne peut pas être figée.',
  warningLead: 'À vous de juger : l’imprimeur prendra ces fichiers tels quels.',
  figures: {
    pages: 'pages',
    entries: 'fiches',
    notes: 'pages de notes',
    spine: 'épaisseur du dos',
    standard: 'norme',
    profile: 'profil de couleurs',
  },
  places: 'Où',
  colon: '\u00a0: ',
  records: 'Fiche par fiche',
  recordsLead: 'Ce que chaque fiche a perdu, ou ce qui lui manque, sur le papier.',
  noNotices: 'Rien à signaler : toutes les fiches sont imprimées telles qu’elles ont été écrites.',
  recordsCaption: (count: number) => plural(count, 'remarque'),
  headRecord: 'Fiche',
  headNotice: 'Remarque',
  headPage: 'Page',
  kinds: {
    shortened: 'Texte raccourci',
    'missing-character': 'Caractère manquant',
    'missing-image': 'Image manquante',
    'low-resolution': 'Image trop petite',
    'missing-consent': 'Sans contact',
    other: 'À vérifier',
  },
  changes: (since: string) => `Depuis l’édition précédente (${since})`,
  came: (count: number) => plural(count, 'nouvelle fiche', 'nouvelles fiches'),
  left: (count: number) => plural(count, 'fiche retirée', 'fiches retirées'),
  changed: (count: number) => plural(count, 'fiche modifiée', 'fiches modifiées'),
  noChanges: 'Les fiches sont les mêmes.',
  files: 'Fichiers',
  fileLine: (name: string, label: string) => `${label} (${name})`,
  software: (typst: string, trame: string) => `Composé par Trame ${trame} avec ${typst}.`,
} as const;
