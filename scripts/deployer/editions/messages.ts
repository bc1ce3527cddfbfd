/** The French sentences about editions: editors read them in the admin, a print shop on its page. */
import { formatDay } from '@trame/cms/domain/dates';

/** "1,4 Mo", "312 ko": as a file manager says it. */
export function formatBytes(bytes: number): string {
  if (bytes < 1e6) return `${Math.max(1, Math.round(bytes / 1e3))}\u00a0ko`;
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0).replace('.', ',')}\u00a0Mo`;
}

const askForAnother =
  'Demandez un nouveau lien à la personne qui vous l’a envoyé : elle le crée en un instant depuis la page de l’édition.';

export const messages = {
  unreachable: 'Le serveur d’édition ne répond pas : réessayez dans un moment.',
  refusedToken:
    'Le serveur d’édition refuse le jeton du constructeur du site (TRAME_EXPORT_TOKEN). ' +
    'Prévenez la personne qui administre la machine : un redémarrage de Trame remet d’ordinaire les deux en accord.',
  noSuchEdition: 'Cette édition n’existe pas, ou plus.',
  exportFailed: (status: number) =>
    `Le serveur d’édition n’a pas pu fournir le contenu de l’édition (erreur ${status}). Réessayez dans un moment.`,
  unreadable: 'Le contenu reçu du serveur d’édition est illisible. Prévenez la personne qui administre la machine.',
  otherFormat: (received: string) =>
    `Le serveur d’édition et l’imprimerie de Trame ne sont pas de la même version (« ${received} »). ` +
    'Prévenez la personne qui administre la machine : les deux se mettent à jour ensemble.',
  printingFailed: (detail: string | null) =>
    detail ??
    'L’épreuve n’a pas pu être tirée. L’épreuve précédente n’est pas touchée. Si cela se répète, prévenez la personne qui administre la machine.',
  interrupted:
    'L’épreuve a été interrompue par un arrêt de Trame. L’épreuve précédente n’est pas touchée : relancez « Épreuve ».',
  diskFull:
    'Le disque de la machine est plein : l’épreuve n’a pas pu être écrite. Prévenez la personne qui administre la machine.',
  alreadyFrozen:
    'Cette édition est figée : ses fichiers ne changent plus. Pour imprimer autre chose, créez une nouvelle édition.',
  notFrozen: 'Cette édition n’est pas encore figée : l’imprimeur ne reçoit que des fichiers qui ne changeront plus.',
  stillPrinting: 'Une épreuve est en cours : attendez qu’elle soit prête, puis relisez-la avant de figer.',
  noProof: 'Il n’y a pas d’épreuve à figer : tirez-en une, relisez-la, puis figez.',
  failedChecks: (titles: readonly string[]) =>
    `Le contrôle a trouvé ${titles.length > 1 ? `${titles.length} points bloquants` : 'un point bloquant'} ` +
    `(${titles.join(' ; ')}). Corrigez, puis tirez une nouvelle épreuve.`,
  staleProof:
    'Le contenu a changé depuis cette épreuve : ce qui serait figé n’est plus ce qui a été relu. Tirez une nouvelle épreuve, puis figez.',
  damagedProof: (file: string) =>
    `Le fichier ${file} de l’épreuve a été altéré depuis son contrôle. Tirez une nouvelle épreuve, puis figez.`,
  damaged: (file: string) =>
    `Le fichier ${file} ne correspond plus à son empreinte : il a été altéré sur le disque et n’est pas remis. ` +
    'Prévenez la personne qui administre la machine : une sauvegarde le contient.',
  /** @param file its path below the DATA_DIR */
  unreadableFile: (file: string) =>
    file.endsWith('/state.json')
      ? `Le fichier ${file} ne peut pas être relu : il est abîmé, ou vient d’une autre version de Trame. Rien ne l’a remplacé. ` +
        'Il ne dit que si une épreuve est en cours : la personne qui administre la machine peut le supprimer, rien d’autre n’est perdu.'
      : `Le fichier ${file} ne peut pas être relu : il manque, il est abîmé, ou il vient d’une autre version de Trame. ` +
        'Rien ne l’a effacé ni remplacé. Prévenez la personne qui administre la machine : la dernière sauvegarde le contient, ' +
        'et le journal du service de publication dit ce qui le rend illisible.',
  noSuchFile: 'Ce fichier n’existe pas.',
  noSuchLink: 'Ce lien n’existe pas.',
  noSuchEntry: 'Cette association ne figure pas dans l’édition : rien n’est imprimé pour elle.',
  pictureFailed: 'L’aperçu de la fiche n’a pas pu être composé. Réessayez dans un moment.',
  badRequest: 'Requête non comprise.',
  tooMany: 'Trop de téléchargements à la fois : réessayez dans une minute.',

  page: {
    lead: 'Fichiers pour l’impression',
    colon: '\u00a0: ',
    for: (recipient: string, day: string) =>
      `Préparés pour ${recipient}. Ce lien est valable jusqu’au ${formatDay(day)}.`,
    sheet: 'Fiche de fabrication',
    files: 'Fichiers',
    filesLead:
      'Ces fichiers sont figés : ils ne changeront plus. L’empreinte permet de vérifier qu’ils sont arrivés entiers.',
    download: 'Télécharger',
    fingerprint: 'Empreinte SHA-256',
    report: 'Contrôle avant impression',
    reportLink: 'Lire le rapport complet',
    checks: (passed: number, warnings: number) =>
      `${passed}\u00a0point${passed > 1 ? 's' : ''} conforme${passed > 1 ? 's' : ''}, ` +
      (warnings === 0
        ? 'aucun à regarder.'
        : `${warnings}\u00a0à regarder${warnings > 1 ? ', que l’éditeur a acceptés' : ', que l’éditeur a accepté'}.`),
    frozenOn: (day: string) => `Édition figée le ${formatDay(day)}`,
    pages: (pages: number) => `${pages}\u00a0page${pages > 1 ? 's' : ''}`,
    help: 'Une question sur ces fichiers ? Répondez à la personne qui vous a envoyé ce lien.',
    rows: {
      edition: 'Édition',
      format: 'Format fini',
      pages: 'Pages',
      binding: 'Reliure',
      spine: 'Dos',
      interiorPaper: 'Papier intérieur',
      coverPaper: 'Papier de couverture',
      finishing: 'Finition',
      printRun: 'Tirage',
      standard: 'Norme des fichiers',
      profile: 'Profil de couleurs',
      bleed: 'Fonds perdus',
      marks: 'Repères de coupe',
      colours: 'Couleurs',
    },
    millimetres: (value: number) => `${value.toFixed(1).replace('.', ',').replace(',0', '')}\u00a0mm`,
    size: (width: number, height: number) =>
      `${width} × ${height}\u00a0mm, ${width === height ? 'carré' : 'à la française'}`,
    selfCover: (pages: number) => `${pages}, couverture comprise`,
    interiorAndCover: (pages: number) => `${pages} à l’intérieur, plus 4 de couverture`,
    paper: (name: string, grammage: number, bulk: number) =>
      `${name}, ${String(grammage).replace('.', ',')}\u00a0g/m² (main ${String(bulk).replace('.', ',')}\u00a0cm³/g)`,
    copies: (count: number) => `${count.toLocaleString('fr-FR')}\u00a0exemplaires`,
    unknown: 'Non précisé',
    marksOn: 'Oui, avec barre de couleurs',
    marksOff: 'Non',
    process: 'Quadrichromie (CMJN) recto verso',
  },
  refusals: {
    unknown: {
      title: 'Ce lien n’est pas valable',
      text: `Il est peut-être incomplet : vérifiez que l’adresse a été copiée en entier. ${askForAnother}`,
    },
    expired: { title: 'Ce lien a expiré', text: askForAnother },
    revoked: { title: 'Ce lien a été retiré', text: askForAnother },
    file: { title: 'Ce fichier n’existe pas', text: 'Revenez à la page du lien pour y choisir un fichier.' },
    tooMany: { title: 'Trop de demandes', text: 'Réessayez dans quelques minutes.' },
    damaged: {
      title: 'Ce fichier ne peut pas être remis',
      text: `Il a été altéré sur le disque depuis son contrôle. Prévenez la personne qui vous a envoyé ce lien.`,
    },
    unreadable: {
      title: 'Le fichier ne peut pas être relu',
      text:
        'Votre lien est bon, mais un fichier de cette édition ne peut pas être relu sur notre serveur pour le moment. ' +
        'Appelez l’office qui vous a envoyé ce lien : il peut rétablir le fichier depuis sa sauvegarde, et le lien servira de nouveau.',
    },
    broken: {
      title: 'Une erreur est survenue',
      text: 'Réessayez dans quelques minutes. Si cela se répète, prévenez la personne qui vous a envoyé ce lien.',
    },
  },
} as const;

export type Refusal = keyof typeof messages.refusals;
