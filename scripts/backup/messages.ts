/** The French sentences of `pnpm backup` and `pnpm restore`. */
import { maskSecrets } from '@trame/cms/domain/mask-secrets';
import type { PgDumped } from './pg-dump.ts';

export const messages = {
  backupHelp: `Met tout ce qu’il faut garder dans un seul fichier chiffré : la base de données, les images et documents, les éditions imprimées. Les secrets de cette installation vont dans un second fichier, à côté.

  pnpm backup [fichier.tar.gz.age]

Trame peut rester en marche. Sans nom de fichier, la sauvegarde va dans le dossier des sauvegardes (variable BACKUP_DIR, sinon « backups » dans le dossier des données), où la dernière de chacun des 7 derniers jours, des 4 dernières semaines et des 12 derniers mois est gardée. « npx pnpm@12 start » en fait une de lui-même chaque nuit.

Rien ne s’ouvre sans la clé (backup.key, dans le dossier des données) : gardez-en une copie ailleurs, et copiez les sauvegardes sur une autre machine.`,
  restoreHelp: `Remet Trame dans l’état d’une sauvegarde. Ce qui s’y trouve maintenant est remplacé.

  pnpm restore fichier.tar.gz.age --yes

  --key fichier        la clé des sauvegardes, si elle n’est pas dans le dossier des données (backup.key)
  --secrets fichier    les secrets qui vont avec, s’ils ne sont pas à côté de la sauvegarde (….secrets.age)
  --without-secrets    les secrets sont perdus : les liens des lettres déjà envoyées ne s’ouvriront plus

Trame doit être arrêté.`,
  saved: (file: string, rows: number, size: string, duration: string) =>
    `Sauvegarde faite en ${duration} : ${file} (${rows} lignes, ${size}).`,
  savedSecrets: (file: string, key: string) =>
    `Les secrets de cette installation sont à part, dans ${file}. L’une et l’autre s’ouvrent avec la clé de ${key} : gardez-en une copie ailleurs.`,
  newKey: (identity: string, file: string) =>
    `Une clé des sauvegardes vient d’être faite. Elle n’est montrée que cette fois, et gardée dans ${file} :\n\n  ${identity}\n\nNotez-la ailleurs que sur cette machine : sans elle, aucune sauvegarde ne s’ouvre.\n`,
  erased: (count: number) =>
    count === 1
      ? 'Une sauvegarde plus ancienne a été effacée, selon la règle.'
      : `${count} sauvegardes plus anciennes ont été effacées, selon la règle.`,
  pgDump: (dumped: PgDumped): string => {
    switch (dumped.outcome) {
      case 'made':
        return 'La copie de « pg_dump » y est aussi (database.pgdump), pour qui veut remettre la base sans Trame.';
      case 'absent':
        return 'Le programme « pg_dump » n’est pas installé ici : sa copie n’y est pas. La sauvegarde est complète sans elle.';
      case 'old':
        return `Le programme « pg_dump » installé ici (version ${dumped.tool}) est trop ancien pour ce PostgreSQL (version ${dumped.server}) : sa copie n’y est pas. La sauvegarde est complète sans elle.`;
      case 'failed':
        return `Le programme « pg_dump » a échoué (${maskSecrets(dumped.detail)}) : sa copie n’y est pas. La sauvegarde est complète sans elle.`;
    }
  },
  noRoom: (folder: string) =>
    `Il n’y a plus assez de place pour une sauvegarde (${folder}, ou le dossier des données). Aucune n’a été faite ; celles qui existent sont gardées. Libérez de la place, ou donnez un autre disque aux sauvegardes (variable BACKUP_DIR).`,
  noFolder: (folder: string) => `Le dossier ${folder} n’existe pas. Créez-le, ou indiquez un autre fichier.`,
  underWay: (pid: number) =>
    `Une sauvegarde ou une remise en place est déjà en cours sur ces données (processus ${pid}). Attendez sa fin, puis recommencez.`,
  restored: (rows: number, duration: string) => `Sauvegarde remise en place en ${duration} (${rows} lignes).`,
  registerWhole: (madeAt: string) =>
    `Les retraits et les suppressions demandés depuis la sauvegarde (${madeAt}) seront refaits au prochain démarrage, avant toute mise en ligne.`,
  registerMissing: (madeAt: string | null) =>
    `ATTENTION : ce qui a été retiré ou supprimé depuis la sauvegarde${madeAt ? ` (${madeAt})` : ''} n’est pas connu ici, le registre des retraits de cette installation manque. ` +
    'Le site ne sera pas mis en ligne avant qu’une personne de l’office n’ait donné son accord dans l’administration, page « Remise en place ».',
  registerUnproven: (madeAt: string, until: string | null) =>
    `ATTENTION : le registre des retraits qui se trouve ici est peut-être une copie, et rien ne prouve qu’il aille jusqu’au bout. ` +
    (until === null
      ? `Il ne connaît aucun retrait depuis la sauvegarde (${madeAt}). `
      : `Ce qu’il connaît sera refait au prochain démarrage\u00a0; le dernier retrait connu est du ${until}. `) +
    'Le site ne sera pas mis en ligne avant qu’une personne de l’office n’ait donné son accord dans l’administration, page « Remise en place ».',
  pressLinksClosed: (count: number) =>
    count === 1
      ? 'Un lien d’imprimeur venu de la sauvegarde a été fermé\u00a0: il avait peut-être été retiré depuis. Faites-en un nouveau s’il le faut.'
      : `${count} liens d’imprimeur venus de la sauvegarde ont été fermés\u00a0: ils avaient peut-être été retirés depuis. Faites-en de nouveaux s’il le faut.`,
  lettersHeld:
    'Aucune lettre en attente ne partira d’elle-même : certaines sont peut-être déjà parties depuis la sauvegarde. L’administration demande quoi en faire.',
  next: 'Démarrez maintenant Trame (« npx pnpm@12 start », ou ses unités).',
  noCounts:
    'Cette sauvegarde est d’un ancien format, qui ne dit pas ce qu’elle doit contenir : une sauvegarde incomplète ne se verrait pas.',
  notNow:
    'La remise en place ne peut pas être interrompue maintenant : arrêtée au milieu, elle mélangerait deux états de Trame. Elle va à son terme, patientez.',
  needsFile: 'Indiquez le fichier de sauvegarde : pnpm restore fichier.tar.gz.age --yes',
  badOption: 'Cette option n’existe pas.',
  needsYes:
    'La base de données, les images et les éditions actuelles seront remplacées. Pour le confirmer, ajoutez --yes à la commande.',
  noFile: (file: string) => `Le fichier ${file} n’existe pas ou n’est pas lisible.`,
  noBackup: (file: string) => `${file} n’est pas une sauvegarde de Trame.`,
  running: (pid: number) => `Trame est en marche (processus ${pid}). Arrêtez-le avec Ctrl-C, puis recommencez.`,
  databaseInUse: (machine: string | null) =>
    `Un Trame en marche${machine === null ? '' : ` (depuis ${machine})`} travaille sur cette base de données. Rien n’a été changé. Arrêtez-le d’abord, où qu’il soit, puis recommencez.`,
  wrongKey: (file: string, key: string) =>
    `La sauvegarde ${file} ne s’ouvre pas avec la clé de ${key} : elle a été faite avec une autre clé, ou ses premiers octets sont abîmés. Rien n’a été changé. Indiquez la bonne clé avec --key, ou copiez la sauvegarde de nouveau.`,
  publicKeyOnly: (key: string) =>
    `${key} ne contient que la moitié publique de la clé, qui ferme les sauvegardes et n’en ouvre aucune. Rien n’a été changé. Indiquez avec --key le fichier qui contient la ligne AGE-SECRET-KEY-1….`,
  secretsMissing: (file: string) =>
    `Les secrets qui vont avec cette sauvegarde manquent : ${file} n’est pas là, et ceux de cette installation sont autres. Rien n’a été changé. ` +
    'Remettez ce fichier à côté de la sauvegarde, ou indiquez où il se trouve avec --secrets. ' +
    'S’il est perdu, ajoutez --without-secrets : les liens des lettres déjà envoyées ne s’ouvriront plus, chacun devra se reconnecter, et qui se connecte à l’administration avec un second facteur devra l’installer de nouveau.',
  badSecrets: (file: string) =>
    `Le fichier de secrets ${file} est abîmé, ou s’ouvre avec une autre clé. Rien n’a été changé. Copiez-le de nouveau, ou indiquez-en un autre avec --secrets.`,
  otherSecrets: (file: string) =>
    `Le fichier de secrets ${file} va avec une autre sauvegarde. Rien n’a été changé. Indiquez celui qui a le même nom que la sauvegarde, avec --secrets.`,
  newerBackup: (migrations: string) =>
    `Cette sauvegarde vient d’une version plus récente de Trame (migrations inconnues ici\u00a0: ${migrations}). Rien n’a été changé. Mettez d’abord Trame à jour.`,
  newerFormat: (file: string) =>
    `${file} est une sauvegarde d’une version plus récente de Trame. Rien n’a été changé. Mettez d’abord Trame à jour.`,
  incomplete: (table: string) =>
    `Cette sauvegarde est abîmée\u00a0: il manque des lignes de «\u00a0${table}\u00a0». Rien n’a été changé. Prenez une autre sauvegarde.`,
  damaged: (file: string) =>
    `Cette sauvegarde est abîmée\u00a0: «\u00a0${file}\u00a0» n’est pas ce qui avait été enregistré. Rien n’a été changé. Prenez une autre sauvegarde.`,
  cutShort: (file: string) =>
    `La sauvegarde ${file} est abîmée\u00a0: elle ne se déballe pas jusqu’au bout. Rien n’a été changé. Copiez-la de nouveau, ou prenez une autre sauvegarde.`,
  needsBuild:
    'Cette sauvegarde est d’un ancien format, qui a besoin du programme construit. Rien n’a été changé. Lancez une première fois « npx pnpm@12 start », arrêtez avec Ctrl-C quand le site est là, puis recommencez.',
  noRights: (account: string) =>
    `Le compte «\u00a0${account}\u00a0» de DATABASE_URL n’a pas le droit de créer des tables. Rien n’a été changé. Donnez-lui ce droit (GRANT CREATE ON SCHEMA public), ou utilisez un autre compte.`,
  notOwner: (account: string, table: string) =>
    `Le compte «\u00a0${account}\u00a0» de DATABASE_URL ne peut pas remplacer la table «\u00a0${table}\u00a0», qui appartient à un autre compte. Rien n’a été changé. Utilisez le compte qui a créé ces tables, ou une base vide.`,
  diskFull: (folder: string) =>
    `Il n’y a pas assez de place dans ${folder} pour déballer la sauvegarde. Rien n’a été changé. Libérez de la place, puis recommencez.`,
  unreadableRegister: (file: string) =>
    `Le registre des retraits ${file} ne peut pas être relu. Il a été mis de côté sous le nom ${file}.illisible\u00a0: gardez-le.`,
  otherVersion: (detail: string) =>
    `Cette sauvegarde vient d’une autre version de Trame (${detail}). Restaurez-la avec la version qui l’a faite, puis mettez Trame à jour.`,
  tarFailed: (detail: string) => `Le programme « tar » a échoué : ${detail}`,
  needsSuperuser:
    'Le compte de DATABASE_URL n’a pas le droit de suspendre les contrôles entre tables pendant la restauration. Utilisez un compte administrateur de PostgreSQL.',
} as const;
