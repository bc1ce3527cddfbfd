/** The French sentences of `start` and `dev`: for someone who has never opened a terminal before. */
export const messages = {
  starting: (dataDir: string) => `Trame démarre. Les données sont dans ${dataDir}`,
  steps: {
    preflight: 'Vérification de la machine',
    database: 'Base de données',
    server: 'Préparation du serveur d’édition',
    admin: 'Construction de l’administration en français (environ une minute, seulement quand le programme a changé)',
    seed: 'Contenu de démonstration (la première fois seulement)',
    cms: 'Démarrage du serveur d’édition',
    deployer: 'Démarrage de la publication',
    site: 'Mise en ligne du site',
    dev: 'Démarrage du serveur d’édition et du site en mode développement',
  },
  begins: (step: string) => `  … ${step}`,
  done: (step: string, duration: string) => `  ✓ ${step} : ${duration}`,
  unchanged: (step: string) => `  ✓ ${step} : déjà fait`,
  notPrivate: (folder: string, reason: string) =>
    `ATTENTION : les fichiers de ${folder} n’ont pas pu être fermés aux autres comptes de cette machine (${reason}). Ils contiennent des coordonnées et des clés : placez-les sur un disque qui connaît les droits des fichiers.`,
  interrupted: 'Arrêt demandé : un instant, tout se ferme proprement…',
  stopped: 'Trame est arrêté.',
  ready: (summary: {
    siteUrl: string;
    /** Why nothing is online yet, when an editor has to say so. */
    waitsFor: string | null;
    adminUrl: string;
    account: readonly string[];
    mailbox: string | null;
    dataDir: string;
    database: string;
    logs: string;
    backups: readonly string[];
    total: string;
  }) => `
Trame est prêt (${summary.total}).${summary.waitsFor === null ? '' : `\n\n  ATTENTION              ${summary.waitsFor}`}

  Le site                ${summary.siteUrl}/
  L’administration       ${summary.adminUrl}
${summary.account.map((line) => `    ${line}\n`).join('')}  Les lettres            ${summary.mailbox ?? messages.realLetters}

  Les données            ${summary.dataDir}
  La base de données     ${summary.database}
  Les journaux           ${summary.logs}
  Les sauvegardes        ${summary.backups.join('\n    ')}

Pour arrêter : Ctrl-C. Les données restent ; le prochain démarrage prend quelques secondes.`,
  readyDev: (summary: {
    siteUrl: string;
    adminUrl: string;
    account: readonly string[];
    mailbox: string | null;
    logs: string;
  }) => `
Mode développement prêt.

  Le site (Astro)        ${summary.siteUrl}/
  L’administration       ${summary.adminUrl}
${summary.account.map((line) => `    ${line}\n`).join('')}  Les lettres            ${summary.mailbox ?? messages.realLetters}
  Les journaux           ${summary.logs}

Pour arrêter : Ctrl-C.`,
  account: {
    email: (email: string) => `adresse électronique ${email}`,
    password: (password: string, file: string) =>
      `mot de passe         ${password}  (affiché cette fois seulement, gardé dans ${file})`,
    kept: (file: string) => `mot de passe         celui du premier démarrage, gardé dans ${file}`,
    given: 'mot de passe         celui de la variable TRAME_ADMIN_PASSWORD',
    unknown: 'compte               le vôtre\u00a0: la base de données a déjà ses comptes',
  },
  backups: {
    where: (folder: string) => `chaque nuit, chiffrées, dans ${folder}`,
    newKey: (identity: string, file: string) =>
      `clé                  ${identity}\n                         (affichée cette fois seulement, gardée dans ${file}\u00a0: notez-la ailleurs, sans elle rien ne s’ouvre)`,
    key: (file: string) => `clé                  ${file}\u00a0: gardez-en une copie ailleurs`,
    step: 'Sauvegarde de la nuit',
    failed: (reason: string) => `La sauvegarde de la nuit n’a pas été faite. ${reason} Nouvel essai dans une heure.`,
  },
  /** @param missing files of the media library that are not there */
  newDataDir: (dataDir: string, missing: number) =>
    `ATTENTION : la base de données de DATABASE_URL a déjà un annuaire, et le dossier de données ${dataDir} est nouveau. Trame démarre avec de nouvelles clés. Ce qui est perdu :\n` +
    '  - les liens des lettres déjà envoyées ne s’ouvrent plus (fiches, retraits, connexions, imprimeur), et chacun doit se reconnecter ;\n' +
    '  - les épreuves et les éditions figées, et les logos envoyés qui attendaient une décision ;\n' +
    (missing === 0 ? '' : `  - ${missing} images ou documents de la médiathèque : les pages s’en passent ;\n`) +
    '  - la certitude que cette base est la plus récente : le site n’est mis en ligne qu’après un accord donné dans l’administration.\n' +
    'Si l’ancien dossier ou une sauvegarde existe encore, arrêtez avec Ctrl-C, remettez-le en place (variable DATA_DIR, ou « pnpm restore »), puis recommencez.',
  realLetters: 'envoyées pour de bon, par le serveur de SMTP_URL',
  embeddedDatabase: (folder: string) => `PostgreSQL embarqué, ${folder}`,
  externalDatabase: (host: string) => `PostgreSQL de ${host} (DATABASE_URL)`,

  names: {
    cms: 'Le serveur d’édition',
    deployer: 'Le déployeur',
    site: 'Le serveur du site',
    postgres: 'La base de données',
    siteDev: 'Le serveur Astro',
    mailCatcher: 'La boîte aux lettres d’essai',
  },
  /** @param reason its own sentence, when it left one */
  died: (name: string, log: string, reason: string | null) =>
    `${name} : arrêt inattendu. Tout le reste va être fermé.${reason === null ? ' ' : `\n\n${reason}\n\n`}Les détails sont dans ${log}`,
  logsNotPutAside: (folder: string, reason: string) =>
    `Les vieux journaux de ${folder} n’ont pas pu être rangés : ${reason}. Ils continuent de grandir ; nouvel essai dans une heure.`,
  postgresPortTaken: (port: number) => `un autre programme a pris son port, ${port}`,
  startsAgain: (name: string, log: string, reason: string | null, seconds: number) =>
    `${name} : arrêt inattendu${reason === null ? '' : ` (${reason})`}. Nouveau démarrage dans ${seconds} s ; le reste continue. Les détails sont dans ${log}`,
  stepFailed: (step: string, log: string, reason: string | null) =>
    `L’étape « ${step} » a échoué.${reason === null ? ' ' : `\n\n${reason}\n\n`}Les détails sont dans ${log}`,
  tooSlow: (name: string, seconds: number, log: string) =>
    `${name} n’a pas répondu en ${seconds} s. Les détails sont dans ${log}`,
  firstReleaseFailed: (reason: string, log: string) =>
    `La première mise en ligne a échoué : ${reason}\nLes détails sont dans ${log}`,

  ports: {
    site: 'le site',
    cms: 'l’administration',
    deployer: 'la publication',
    mail: 'les lettres à envoyer',
    mailbox: 'la boîte aux lettres d’essai',
  },
  portTaken: (port: number, purpose: string, owner: string | null, variable: string, free: number) =>
    `Le port ${port}, prévu pour ${purpose}, est déjà utilisé${owner ? ` par ${owner}` : ''}. ` +
    `Fermez ce programme, ou choisissez un autre port : ${variable}=${free} npx pnpm@12 start`,
  portForbidden: (port: number, purpose: string, variable: string) =>
    `Le port ${port}, prévu pour ${purpose}, est réservé au système. Choisissez-en un au-dessus de 1024 avec la variable ${variable}.`,
  samePort: (port: number) =>
    `Le port ${port} est demandé deux fois : SITE_PORT, CMS_PORT, DEPLOYER_PORT, MAIL_PORT et MAILBOX_PORT doivent être différents.`,
  processOwner: (name: string, pid: number) => `le programme « ${name} » (processus ${pid})`,
  notWritable: (folder: string, user: string) =>
    `Trame ne peut pas écrire dans ${folder} avec le compte « ${user} ». Donnez-lui ce droit, ou choisissez un autre dossier avec la variable DATA_DIR.`,
  cloneNotWritable: (folder: string, user: string) =>
    `Trame doit construire son administration dans ${folder}, où le compte « ${user} » ne peut pas écrire. Donnez-lui ce droit, ou recopiez Trame dans un dossier à lui.`,
  diskFull: (folder: string, freeMb: number, neededMb: number) =>
    `Il reste ${freeMb} Mo sur le disque de ${folder} et Trame a besoin de ${neededMb} Mo. Libérez de la place, ou choisissez un autre disque avec la variable DATA_DIR.`,
  alreadyStarted: (pid: number) =>
    `Trame est déjà démarré sur ces données (processus ${pid}). Arrêtez-le d’abord avec Ctrl-C dans sa fenêtre, ou choisissez d’autres données avec la variable DATA_DIR.`,
  database: {
    refused: (host: string) =>
      `Aucune base de données ne répond à l’adresse de DATABASE_URL (${host}). Vérifiez que PostgreSQL est démarré et que l’adresse et le port sont justes.`,
    unknownHost: (host: string) =>
      `La machine ${host}, nommée dans DATABASE_URL, est introuvable. Vérifiez son nom et votre réseau.`,
    timeout: (host: string) =>
      `La base de données de DATABASE_URL (${host}) n’a pas répondu en 8 s. Vérifiez l’adresse, le port et le pare-feu.`,
    credentials: (host: string) =>
      `La base de données de ${host} refuse le nom ou le mot de passe donnés dans DATABASE_URL. Corrigez-les.`,
    missing: (name: string, host: string) =>
      `La base « ${name} », nommée dans DATABASE_URL, n’existe pas sur ${host}. Créez-la (createdb ${name}), ou corrigez le nom.`,
    noRights: (user: string, name: string) =>
      `Le compte « ${user} » de DATABASE_URL n’a pas le droit de créer des tables dans la base « ${name} ». Donnez-lui ce droit (GRANT CREATE ON SCHEMA public).`,
    old: (version: string) =>
      `La base de données de DATABASE_URL est un PostgreSQL ${version} ; il faut la version 14 ou une plus récente.`,
    other: (host: string, reason: string) =>
      `La base de données de DATABASE_URL (${host}) n’est pas utilisable : ${reason}`,
  },
} as const;
