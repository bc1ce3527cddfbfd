/** The French sentences of the production commands, and of what they say in the journal. */
export const messages = {
  buildHelp: `Prépare cette copie de Trame : compile le serveur d’édition et construit son administration.

  pnpm production:build

Ne touche à aucune donnée : une autre version peut rester en marche pendant ce temps.`,
  built: (duration: string) => `Cette copie de Trame est prête (${duration}).`,
  prepareHelp: `Prépare les données avant un démarrage : dossier, base, secrets, premier compte, clé des sauvegardes. Peut être relancé sans rien perdre.

  pnpm production:prepare

Le mot de passe et la clé neufs sont montrés une seule fois, et seulement dans un terminal.`,
  needsDatabase:
    'La variable DATABASE_URL manque. En production, Trame travaille avec un PostgreSQL de la machine : indiquez son adresse, par exemple « postgres:///trame?host=/run/postgresql ».',
  notBuilt:
    'Cette copie de Trame n’est pas préparée, ou a changé depuis. Lancez d’abord « npx pnpm@12 production:build » dans son dossier.',
  notPrepared: (dataDir: string) =>
    `Les secrets manquent dans ${dataDir}. Lancez d’abord « trame prepare », ou démarrez trame-cms, qui le fait.`,
  unknownProgram: (names: readonly string[]) => `Indiquez un programme : ${names.join(', ')}.`,
  noExecve: 'Ce système ne sait pas remplacer un programme par un autre : il faut Linux ou macOS.',

  filesHelp: `Écrit les fichiers d’une mise en production : unités systemd, Caddy, conteneurs, réglages. Aucun secret n’y est écrit.

  pnpm production:files --domain annuaire.example.org --to dossier

  --domain nom           l’adresse du site
  --to dossier           où écrire ; les fichiers qui s’y trouvent sont remplacés
  --cms-domain nom       l’adresse de l’administration (sinon gestion.<domain>)
  --app dossier          où se trouve Trame, ou le lien vers la version en service (sinon /opt/trame/current)
  --data dossier         les données (sinon /var/lib/trame)
  --backups dossier      les sauvegardes (sinon /var/backups/trame)
  --settings dossier     les réglages (sinon /etc/trame)
  --user nom             le compte des programmes (sinon trame)
  --database adresse     PostgreSQL, sans mot de passe (sinon par la prise /run/postgresql)
  --operator adresse     qui s’occupe du serveur : prévenu par courrier électronique
  --mail-from adresse    qui écrit les lettres, par exemple "Annuaire <annuaire@example.org>"
  --site-port, --cms-port, --deployer-port   sinon 8080, 1337, 8081`,
  badOption: (name: string, reason: string) => `L’option --${name} ne va pas : ${reason}.`,
  unknownOption: 'Une option est inconnue, ou il lui manque sa valeur.',
  domain: 'un nom de domaine en minuscules, comme annuaire.example.org, sans https:// ni chemin',
  folder: 'un dossier par son chemin complet, en lettres, chiffres, points, tirets et barres',
  account: 'le nom d’un compte du système',
  port: 'un nombre de 1024 à 65535',
  samePort: 'les trois ports doivent être différents',
  sameDomain: 'le site et l’administration ont chacun leur adresse',
  database:
    'une adresse postgres://… sans mot de passe ni guillemets : avec un mot de passe, elle s’écrit dans le fichier secrets.env des réglages',
  email: 'une adresse électronique',
  sender: 'une adresse électronique, ou un nom suivi d’elle entre < et >, sans guillemets ni $',
  missing: 'elle manque',
  written: (files: readonly string[], folder: string) =>
    `${files.length} fichiers écrits dans ${folder} :\n${files.map((file) => `  ${file}`).join('\n')}\n\nOù les mettre : scripts/production/README.md.`,
  templateWords: (file: string, names: readonly string[]) => `${file} : ${names.join(', ')} n’a pas de valeur.`,

  /** By what systemd calls them in `SERVICE_RESULT`. */
  reasons: {
    'exit-code': 'il a rendu une erreur, que les lignes au-dessus disent',
    signal: 'il a été tué',
    'core-dump': 'il s’est effondré',
    'oom-kill': 'il a pris plus de mémoire qu’il n’en a le droit (MemoryMax)',
    timeout: 'il n’a pas répondu à temps',
    resources: 'le système n’a pas pu le démarrer',
  } as Readonly<Record<string, string>>,
  otherReason: (result: string) => `systemd dit « ${result} »`,
  stopped: (program: string, reason: string, status: string, first: number, longest: number) =>
    `${program} : arrêt inattendu, ${reason}${status === '' ? '' : ` (${status})`}. Nouveau démarrage dans ${first} s, puis après une pause qui grandit jusqu’à ${longest} s ; le reste continue.`,
} as const;
