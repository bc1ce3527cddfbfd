const UNTOUCHED = 'Le site en ligne n’est pas touché.';

/** The French sentences of the deployer: the admin's home page shows them to editors, who are not computer people. */
export const messages = {
  steps: {
    pages: 'Mise en page du site',
    search: 'Préparation de la recherche',
    annuaire: 'Composition de l’annuaire PDF',
    precompress: 'Compression des pages',
    checks: 'Vérifications',
    switch: 'Mise en ligne',
    edition: 'Impression d’une édition',
    entry: 'Aperçu d’une fiche imprimée',
    letters: 'Mise en page des lettres',
    preview: 'Aperçu d’une page',
    searches: 'Recherches enregistrées',
  },
  noSuchDoor:
    'Le service de publication ne connaît pas cette demande : les deux programmes ne sont sans doute pas de la même version.',
  internal:
    'Le service de publication a rencontré un problème : réessayez, puis prévenez la personne qui s’occupe du serveur.',
  unreachable: (seconds: number) =>
    `Le serveur d’édition ne répond pas depuis ${seconds} s. Le site en ligne n’est pas touché ; la publication reprendra d’elle-même.`,
  refusedToken: () =>
    `Le serveur d’édition refuse le jeton du constructeur du site (TRAME_EXPORT_TOKEN). ` +
    `Prévenez la personne qui administre la machine : un redémarrage de Trame remet d’ordinaire les deux en accord.`,
  exportFailed: (status: number) =>
    `Le serveur d’édition n’a pas pu fournir le contenu du site (erreur ${status}). Le site en ligne n’est pas touché ; nouvel essai dans un moment.`,
  unreadableExport: () =>
    `Le contenu reçu du serveur d’édition est illisible. Le site en ligne n’est pas touché. Prévenez la personne qui administre la machine.`,
  otherFormat: (received: string) =>
    `Le serveur d’édition et le constructeur du site ne sont pas de la même version (« ${received} »). ` +
    `Prévenez la personne qui administre la machine : les deux se mettent à jour ensemble.`,
  badRecord: (record: string, field: string) =>
    `La publication s’arrête sur ${record} : le champ « ${field} » n’a pas une valeur valable. Corrigez cette fiche, puis publiez-la de nouveau.`,
  badField: (field: string) =>
    `La publication s’arrête sur une valeur non valable dans « ${field} ». Corrigez-la, puis publiez de nouveau.`,
  stepFailed: (step: string, detail: string | null) =>
    `La publication s’est arrêtée à l’étape « ${step} »${detail ? ` : ${detail}` : '.'} ` +
    `Le site en ligne n’est pas touché. Si cela se répète, prévenez la personne qui administre la machine.`,
  stepTooLong: (step: string, limit: string) =>
    `La publication s’est arrêtée à l’étape « ${step} », qui n’avait toujours pas fini après ${limit}. ` +
    `Le site en ligne n’est pas touché, et la publication sera retentée toute seule. Si cela se répète, prévenez la personne qui administre la machine.`,
  refused: (findings: readonly string[], more: number) =>
    `La nouvelle version du site n’a pas été mise en ligne, car les vérifications ont trouvé : ${findings.join(' ; ')}` +
    `${more > 0 ? ` ; et ${more} autre${more > 1 ? 's' : ''}` : ''}. Le site en ligne n’est pas touché.`,
  /** @param message says at its end that the site online is not touched */
  refusedButWithdrawn: (message: string) =>
    `${message.replace(UNTOUCHED, '').trim()} En attendant, le site montre ce qu’il montrait, sans ce qui a été retiré depuis (coordonnées, fiches, images).`,
  withdrawnStays: (message: string) =>
    `${message} Attention : ce qui a été retiré depuis (coordonnées, fiches, images) est encore en ligne. Corrigez sans attendre, ou prévenez la personne qui administre la machine.`,
  /** @param builtAt moment, in words, of the booklet that can be read; null when there is none */
  bookletFailed: (builtAt: string | null, reason: string) =>
    `Le site est à jour, mais ${
      builtAt === null
        ? 'l’annuaire PDF manque jusqu’à ce qu’il puisse être refait'
        : `l’annuaire PDF date du ${builtAt}`
    } : ${reason}`,
  damaged: (file: string) =>
    `Un fichier du site en ligne a été changé ou effacé sur la machine (${file}). Le site est refait à partir du contenu. ` +
    `Si ce message revient, prévenez la personne qui administre la machine.`,
  diskFull: () =>
    `Le disque de la machine est plein : la nouvelle version du site n’a pas pu être écrite. ` +
    `Le site en ligne n’est pas touché. Prévenez la personne qui administre la machine.`,
  records: {
    associations: (name: string) => `l’association « ${name} »`,
    events: (name: string) => `l’événement « ${name} »`,
    guides: (name: string) => `le guide « ${name} »`,
    resources: (name: string) => `la ressource « ${name} »`,
    actionPlans: (name: string) => `le plan d’actions « ${name} »`,
    themes: (name: string) => `le thème « ${name} »`,
    audiences: (name: string) => `le public « ${name} »`,
    communes: (name: string) => `la commune « ${name} »`,
    venues: (name: string) => `le lieu « ${name} »`,
  },
  singles: {
    settings: 'les réglages du site',
    home: 'la page d’accueil',
    legal: 'les mentions légales',
  },
  rollback: {
    help: `Remet en ligne une version précédente du site, sans rien reconstruire.

  pnpm rollback             la version d’avant celle qui est en ligne
  pnpm rollback --list      les versions gardées
  pnpm rollback <version>   celle-ci

Une version construite avant qu’une personne, une fiche ou une image n’ait été retirée du site ne peut plus être remise en ligne, et n’est pas gardée. Une version qui montre d’autres coordonnées que celles du contenu actuel est refusée ; pour la remettre en ligne malgré tout, coordonnées comprises :

  pnpm rollback [version] --accept-withdrawn

La version remise en ligne le reste jusqu’à la prochaine modification publiée.`,
    withdrawn: (release: string, findings: readonly string[], more: number) =>
      `La version ${release} n’a pas été remise en ligne : elle montre des coordonnées qui ne sont plus publiques.\n` +
      `${findings.map((finding) => `  - ${finding}\n`).join('')}${more > 0 ? `  - et ${more} autre${more > 1 ? 's' : ''}\n` : ''}` +
      `Choisissez une version plus récente (pnpm rollback --list), ou corrigez le contenu et publiez-le. ` +
      `Pour la remettre en ligne malgré tout, coordonnées comprises : pnpm rollback ${release} --accept-withdrawn`,
    takenOff: (release: string, count: number, last: string) =>
      `La version ${release} ne peut plus être remise en ligne : depuis qu’elle a été construite, ` +
      `${count === 1 ? `quelque chose a été retiré du site (le ${last})` : `${count} choses ont été retirées du site (la dernière le ${last})`}, qu’elle montre encore. ` +
      `Choisissez une version plus récente (pnpm rollback --list), ou corrigez le contenu et publiez-le.`,
    noRegister: (release: string) =>
      `La version ${release} n’a pas été remise en ligne : le registre des retraits (suppressions.jsonl) manque ou est illisible, donc rien ne dit si elle montre ce qui a été retiré depuis. ` +
      `Démarrez Trame, puis recommencez ; ou corrigez le contenu et publiez-le.`,
    otherRegister: (release: string) =>
      `La version ${release} n’a pas été remise en ligne : elle a été construite avant que le registre des retraits ne soit perdu ou remplacé, donc rien ne dit si elle montre ce qui a été retiré depuis. ` +
      `Choisissez une version plus récente (pnpm rollback --list), ou corrigez le contenu et publiez-le.`,
    cannotCompare: (release: string) =>
      `La version ${release} n’a pas été remise en ligne : le contenu actuel (deployer/export.json) manque ou est illisible, donc rien ne dit si elle montre des coordonnées retirées depuis. ` +
      `Démarrez Trame pour qu’il soit relu, puis recommencez. ` +
      `Pour la remettre en ligne sans cette vérification : pnpm rollback ${release} --accept-withdrawn`,
    none: 'Aucune version du site n’a encore été mise en ligne.',
    oldest: (release: string) =>
      `La version en ligne (${release}) est la plus ancienne qui soit gardée : il n’y a rien avant elle.`,
    unknown: (release: string) => `Il n’y a pas de version « ${release} ». La liste : pnpm rollback --list`,
    already: (release: string) => `La version ${release} est déjà en ligne.`,
    done: (release: string, builtAt: string) =>
      `C’est fait : la version ${release}, construite le ${builtAt}, est en ligne. Elle le reste jusqu’à la prochaine modification publiée.`,
    /** @param booklet moment of its booklet, when that is of an earlier content; null when it has none */
    line: (
      release: string,
      builtAt: string,
      state: 'live' | 'allowed' | 'refused',
      booklet: 'own' | { readonly builtAt: string } | null,
    ) =>
      `${state === 'live' ? '→' : ' '} ${release}  construite le ${builtAt}${
        booklet === 'own' ? '' : booklet === null ? ', sans annuaire PDF' : `, annuaire PDF du ${booklet.builtAt}`
      }${state === 'live' ? '  (en ligne)' : state === 'refused' ? '  (montre ce qui a été retiré depuis)' : ''}`,
  },
  buildSite: {
    help: `Construit une version du site et la met en ligne.

  pnpm build:site                 avec toutes les vérifications
  pnpm build:site --accept-loss   même si beaucoup de pages disparaissent

Si Trame est démarré, la demande est confiée à son déployeur ; sinon la version est construite ici, et il faut que le serveur d’édition réponde.`,
    unknownOption: (option: string) => `Option inconnue : ${option}. L’aide : pnpm build:site --help`,
    asked: 'Demande confiée au déployeur de Trame, qui est en marche…',
    done: (release: string, duration: string) => `La version ${release} est en ligne (${duration}).`,
    noCms: (url: string) =>
      `Le serveur d’édition ne répond pas à l’adresse ${url}. Démarrez Trame (npx pnpm@12 start), ou corrigez CMS_URL.`,
  },
  badRequest: 'Requête non comprise.',
  alreadyRunning: (pid: number) => `Un déployeur travaille déjà sur ce dossier de données (processus ${pid}).`,
} as const;
