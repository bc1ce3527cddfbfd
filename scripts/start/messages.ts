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
  interrupted: 'Arrêt demandé : un instant, tout se ferme proprement…',
  stopped: 'Trame est arrêté.',
  ready: (summary: {
    siteUrl: string;
    adminUrl: string;
    email: string;
    password: string;
    mailbox: string | null;
    dataDir: string;
    database: string;
    logs: string;
    total: string;
  }) => `
Trame est prêt (${summary.total}).

  Le site                ${summary.siteUrl}/
  L’administration       ${summary.adminUrl}
    adresse électronique ${summary.email}
    mot de passe         ${summary.password}
  Les lettres            ${summary.mailbox ?? messages.realLetters}

  Les données            ${summary.dataDir}
  La base de données     ${summary.database}
  Les journaux           ${summary.logs}

Pour arrêter : Ctrl-C. Les données restent ; le prochain démarrage prend quelques secondes.`,
  readyDev: (summary: {
    siteUrl: string;
    adminUrl: string;
    email: string;
    password: string;
    mailbox: string | null;
    logs: string;
  }) => `
Mode développement prêt.

  Le site (Astro)        ${summary.siteUrl}/
  L’administration       ${summary.adminUrl}  (${summary.email} / ${summary.password})
  Les lettres            ${summary.mailbox ?? messages.realLetters}
  Les journaux           ${summary.logs}

Pour arrêter : Ctrl-C.`,
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
  died: (name: string, log: string) =>
    `${name} s’est arrêté de lui-même. Tout le reste va être fermé. Les détails sont dans ${log}`,
  stepFailed: (step: string, log: string) => `L’étape « ${step} » a échoué. Les détails sont dans ${log}`,
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
