/** The French sentences of `pnpm backup` and `pnpm restore`. */
export const messages = {
  backupHelp: `Met tout ce qu’il faut garder dans un seul fichier : la base de données, les images et documents, les éditions imprimées, les clés de cette installation.

  pnpm backup [fichier.tar.gz]

Trame peut rester en marche. Ce fichier donne accès à tout : rangez-le comme un trousseau de clés.`,
  restoreHelp: `Remet Trame dans l’état d’une sauvegarde. Ce qui s’y trouve maintenant est remplacé.

  pnpm restore fichier.tar.gz --yes

Trame doit être arrêté.`,
  saved: (file: string, rows: number, size: string, duration: string) =>
    `Sauvegarde faite en ${duration} : ${file} (${rows} lignes, ${size}).`,
  restored: (rows: number, duration: string) =>
    `Sauvegarde remise en place en ${duration} (${rows} lignes). Lancez maintenant « npx pnpm@12 start ».`,
  notNow:
    'La remise en place ne peut pas être interrompue maintenant : arrêtée au milieu, elle mélangerait deux états de Trame. Elle va à son terme, patientez.',
  needsFile: 'Indiquez le fichier de sauvegarde : pnpm restore fichier.tar.gz --yes',
  needsYes:
    'La base de données, les images et les éditions actuelles seront remplacées. Pour le confirmer, ajoutez --yes à la commande.',
  noFile: (file: string) => `Le fichier ${file} n’existe pas ou n’est pas lisible.`,
  noBackup: (file: string) => `${file} n’est pas une sauvegarde de Trame.`,
  running: (pid: number) => `Trame est en marche (processus ${pid}). Arrêtez-le avec Ctrl-C, puis recommencez.`,
  otherVersion: (detail: string) =>
    `Cette sauvegarde vient d’une autre version de Trame (${detail}). Restaurez-la avec la version qui l’a faite, puis mettez Trame à jour.`,
  tarFailed: (detail: string) => `Le programme « tar » a échoué : ${detail}`,
  needsSuperuser:
    'Le compte de DATABASE_URL n’a pas le droit de suspendre les contrôles entre tables pendant la restauration. Utilisez un compte administrateur de PostgreSQL.',
} as const;
