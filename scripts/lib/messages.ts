/** The French sentences of `scripts/lib`. */
export const messages = {
  postgresUnsupported: (platform: string) =>
    `Aucun PostgreSQL embarqué n’existe pour cette machine (${platform}). ` +
    `Installez PostgreSQL et indiquez son adresse dans la variable DATABASE_URL.`,
  postgresDoesNotRun: (binary: string, reason: string) =>
    `Le PostgreSQL embarqué (${binary}) ne s’exécute pas sur cette machine : ${reason}. ` +
    `Installez PostgreSQL et indiquez son adresse dans la variable DATABASE_URL.`,
  noFolderForPostgres: (tried: string) =>
    `PostgreSQL ne peut pas fonctionner au nom de « root », et aucun dossier accessible à un autre compte n’a pu être créé (${tried}). ` +
    `Lancez Trame avec un compte ordinaire, ou indiquez une base dans la variable DATABASE_URL.`,
  noUnprivilegedUser: () =>
    `PostgreSQL refuse de fonctionner au nom de « root », et aucun autre compte n’est utilisable sur cette machine. ` +
    `Lancez Trame avec un compte ordinaire, ou indiquez une base dans la variable DATABASE_URL.`,
  clusterMissing: (data: string, memory: string) =>
    `La base de données se trouvait dans ${data}, et ce dossier n’existe plus. ` +
    `Remettez-le en place ; ou, pour repartir d’une base vide, supprimez le fichier ${memory} et relancez.`,
  initdbFailed: (output: string) => `La base de données n’a pas pu être créée : ${output}`,
  postgresStopped: (log: string, tail: string) =>
    `PostgreSQL s’est arrêté au démarrage. Détails dans ${log} :\n${tail}`,
  postgresTooSlow: (seconds: number, log: string) => `PostgreSQL n’a pas répondu en ${seconds} s. Détails dans ${log}.`,
  badVariables: (names: readonly string[]) =>
    `Variables d’environnement mal écrites : ${names.join(', ')}. ` +
    `Un port est un nombre de 1 à 65535, une adresse commence par http:// ou https://, celle d’une base par postgresql://, celle d’un serveur d’envoi par smtp:// ou smtps://.`,
  unreadableFile: (file: string) =>
    `Le fichier ${file} ne peut pas être relu : il manque, il est abîmé, ou il vient d’une autre version de Trame. ` +
    'Rien n’a été effacé ni remplacé. Prévenez la personne qui administre la machine : la dernière sauvegarde le contient ' +
    '(« pnpm restore »), et le journal dit ce qui le rend illisible.',
  noSecrets: (file: string) =>
    `Trame n’a pas encore été démarré ici : ${file} n’existe pas. Lancez d’abord « npx pnpm@12 start », ou « trame prepare » sur un serveur.`,
  noBackupKey: (file: string) =>
    `La clé des sauvegardes ${file} n’existe pas ou n’est pas lisible. C’est le fichier d’une ligne AGE-SECRET-KEY-1…, montrée au premier démarrage : indiquez où il se trouve avec --key.`,
  badBackupKey: (file: string) =>
    `${file} ne contient pas de clé de sauvegarde : il y faut une ligne qui commence par AGE-SECRET-KEY-1, recopiée sans faute.`,
  backupKeyText: (day: string, recipient: string, identity: string) =>
    [
      `# Clé des sauvegardes de Trame, faite le ${day}. Sans elle, aucune sauvegarde ne s’ouvre :`,
      '# gardez-en une copie ailleurs que sur cette machine, et ailleurs que les sauvegardes.',
      `# public key: ${recipient}`,
      identity,
      '',
    ].join('\n'),
} as const;
