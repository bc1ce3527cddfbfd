/** What an editor reads when a file is no table, or when something in it was noticed. */
import { fileSize } from '../../domain/file-size.ts';
import { limits } from './limits.ts';

const integer = new Intl.NumberFormat('fr-FR');
const RESAVE =
  'Ouvrez-le dans Excel ou LibreOffice, puis «\u00a0Enregistrer sous…\u00a0» au format Excel (.xlsx), et déposez ce nouveau fichier.';
/** Names come from other people’s disks and ZIPs: they are cut, and keep no character that would break the line. */
const named = (name: string): string =>
  `«\u00a0${
    name
      .replace(/\p{Cc}/gu, ' ')
      .slice(0, 80)
      .trim() || 'sans nom'
  }\u00a0»`;
const some = (items: readonly string[]): string =>
  items.slice(0, 8).join(', ') + (items.length > 8 ? ` et ${items.length - 8} autres` : '');

export const refusals = {
  empty: 'Ce fichier est vide\u00a0: vérifiez que c’est le bon, enregistrez-le à nouveau, puis déposez-le.',
  noText: 'Ce fichier ne contient aucune cellule remplie\u00a0: vérifiez que c’est le bon.',
  tooLarge: (bytes: number) =>
    `Ce fichier pèse ${fileSize(bytes)}\u00a0: ${fileSize(limits.fileBytes)} au plus. Enlevez-en les images et les feuilles inutiles, ou enregistrez la feuille en CSV, puis déposez-le à nouveau.`,
  inflatesTooMuch: `Ce fichier contient plus de ${fileSize(limits.inflatedBytes)} une fois décompressé\u00a0: copiez les lignes utiles dans un classeur neuf, enregistrez-le, puis déposez-le.`,
  tooHeavy:
    'Ce fichier demande trop de mémoire pour être lu\u00a0: copiez les lignes utiles dans un classeur neuf, ou enregistrez la feuille en CSV, puis déposez ce nouveau fichier.',
  tooLong:
    'Ce fichier est trop long à lire\u00a0: copiez les lignes utiles dans un classeur neuf, ou enregistrez la feuille en CSV, puis déposez ce nouveau fichier.',
  rows: (sheet: string | null) =>
    `${sheet === null ? 'Une feuille' : `La feuille ${named(sheet)}`} a plus de ${integer.format(limits.rows)} lignes remplies\u00a0: gardez celles du territoire, ou partagez-la en plusieurs fichiers.`,
  columns: (sheet: string) =>
    `La feuille ${named(sheet)} a plus de ${limits.columns} colonnes remplies\u00a0: enlevez celles qui ne servent pas, puis déposez-la à nouveau.`,
  cells: `Ce fichier a plus de ${integer.format(limits.cells)} cellules\u00a0: enlevez les lignes et les colonnes qui ne servent pas, ou partagez-le en plusieurs fichiers.`,
  sheets: (count: number) =>
    `Ce classeur a ${integer.format(count)} feuilles\u00a0: ${limits.sheets} au plus. Copiez celles qui servent dans un classeur neuf, puis déposez-le.`,
  pdf: 'C’est un PDF\u00a0: on n’y retrouve pas les lignes et les colonnes. Demandez le fichier Excel ou LibreOffice dont il vient.',
  image:
    'C’est une image\u00a0: on n’y lit pas de tableau. Demandez le fichier Excel ou LibreOffice, ou recopiez le tableau dans un tableur.',
  word: 'C’est un document de traitement de texte (Word, Writer)\u00a0: ouvrez-le, sélectionnez le tableau, copiez-le dans Excel ou LibreOffice Calc, enregistrez au format .xlsx, puis déposez ce fichier.',
  slides:
    'C’est une présentation (PowerPoint, Impress)\u00a0: copiez son tableau dans un tableur, enregistrez au format .xlsx, puis déposez ce fichier.',
  otherOffice: `Ce document n’est pas un classeur que l’on sait lire. ${RESAVE}`,
  html: `C’est une page web enregistrée sous un nom d’Excel (beaucoup de logiciels exportent ainsi). ${RESAVE}`,
  xml: `C’est un fichier XML, pas un classeur. ${RESAVE}`,
  xlsb: `C’est un classeur Excel binaire (.xlsb). ${RESAVE}`,
  json: 'C’est un fichier JSON, mais pas un agenda que l’on sait lire (OpenAgenda, Apidae, Tourinsoft, Opendatasoft)\u00a0: exportez à nouveau depuis le logiciel d’origine en choisissant ICS, Excel ou CSV.',
  damagedJson:
    'Ce fichier JSON est abîmé ou incomplet\u00a0: téléchargez-le à nouveau, en entier, depuis le logiciel d’origine.',
  contacts:
    'C’est un carnet de contacts (.vcf), pas un tableau\u00a0: exportez à nouveau depuis la messagerie en choisissant CSV.',
  email: 'C’est un courriel enregistré\u00a0: ouvrez-le, enregistrez sa pièce jointe, puis déposez celle-ci.',
  password:
    'Ce classeur est protégé par un mot de passe\u00a0: ouvrez-le, retirez le mot de passe (Excel\u00a0: Fichier, Informations, Protéger le classeur, Chiffrer avec mot de passe), enregistrez-le, puis déposez-le.',
  zipPassword:
    'Ce ZIP est protégé par un mot de passe\u00a0: ouvrez-le sur votre ordinateur, puis déposez le fichier qui est dedans.',
  numbers:
    'C’est un fichier d’Apple (Numbers)\u00a0: ouvrez-le dans Numbers, choisissez Fichier, Exporter vers, Excel, puis déposez le fichier obtenu.',
  zipOfTables: (names: readonly string[]) =>
    `C’est un ZIP de plusieurs tableaux (${some(names.map(named))})\u00a0: ouvrez-le sur votre ordinateur et déposez-les un par un.`,
  zipWithoutTable:
    'C’est un ZIP sans tableau\u00a0: ouvrez-le sur votre ordinateur et déposez le fichier Excel, LibreOffice ou CSV.',
  archive: 'C’est une archive compressée\u00a0: ouvrez-la sur votre ordinateur et déposez le fichier qui est dedans.',
  database:
    'C’est une base de données (Access, SQLite)\u00a0: exportez-en la table au format Excel ou CSV, puis déposez ce fichier.',
  shortcut:
    'C’est un raccourci, pas le fichier lui-même\u00a0: ouvrez-le, enregistrez le classeur sur votre ordinateur (Google Sheets\u00a0: Fichier, Télécharger, Microsoft Excel), puis déposez celui-ci.',
  lockFile:
    'C’est un fichier de verrou ou d’accompagnement (son nom commence par ~$, .~lock ou ._), pas le classeur\u00a0: déposez celui qui a le même nom sans ce début.',
  sound: 'C’est un son ou une vidéo, pas un tableau\u00a0: vérifiez que c’est le bon fichier.',
  program: 'C’est un programme, pas un tableau\u00a0: vérifiez que c’est le bon fichier.',
  unknown: `Ce fichier n’est ni un classeur (Excel, LibreOffice) ni un CSV. ${RESAVE}`,
  damaged: `Ce fichier est abîmé ou incomplet\u00a0: téléchargez-le ou demandez-le à nouveau. S’il s’ouvre chez vous\u00a0: ${RESAVE.charAt(0).toLowerCase()}${RESAVE.slice(1)}`,
};

const ENCODINGS: Readonly<Record<string, string>> = {
  'windows-1252': 'Windows-1252',
  'iso-8859-1': 'Latin-1',
  macintosh: 'Mac Roman',
  cp850: 'MS-DOS (page 850)',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
};
const onSheet = (sheet: string | null): string => (sheet === null ? '' : `Feuille ${named(sheet)}\u00a0: `);
const plural = (count: number, one: string, many: string): string =>
  count === 1 ? one : `${integer.format(count)}\u00a0${many}`;

export const remarks = {
  guessed: (encoding: string) =>
    `Les accents sont lus comme du ${ENCODINGS[encoding] ?? encoding}, que le fichier ne dit pas\u00a0: vérifiez quelques noms.`,
  mixed: (count: number) =>
    `${plural(count, 'Un caractère du fichier n’est', 'caractères du fichier ne sont')} pas en UTF-8 comme les autres\u00a0: lus comme du Windows-1252, vérifiez-les.`,
  nulls: 'Des caractères nuls, qui ne se voient pas, ont été laissés de côté.',
  openQuote: (lines: readonly number[]) =>
    `Un guillemet ouvert n’est jamais refermé (ligne ${some(lines.map(String))})\u00a0: il est lu comme un guillemet ordinaire, vérifiez ces lignes.`,
  manyLines: (line: number, count: number) =>
    `Ligne ${line}\u00a0: une cellule contient ${integer.format(count)} lignes de texte. Si ce n’est pas voulu, un guillemet y est de trop.`,
  inZip: (name: string) => `Le fichier était dans un ZIP\u00a0: ${named(name)} a été lu.`,
  errors: (sheet: string, cells: readonly string[]) =>
    `${onSheet(sheet)}${plural(cells.length, 'une cellule en erreur', 'cellules en erreur')} dans le tableur (${some(cells)})\u00a0: ce que chacune devait dire est demandé à sa ligne.`,
  noResult: (sheet: string, cells: readonly string[]) =>
    `${onSheet(sheet)}${plural(cells.length, 'une formule n’a', 'formules n’ont')} pas de résultat enregistré (${some(cells)})\u00a0: ouvrez le fichier dans Excel ou LibreOffice, enregistrez-le, puis déposez-le à nouveau.`,
  unreadableSheet: (sheet: string) => `La feuille ${named(sheet)} est abîmée et n’a pas pu être lue. ${RESAVE}`,
  mergedCut: (sheet: string) =>
    `${onSheet(sheet)}une fusion de cellules dépasse le tableau\u00a0: sa valeur n’est répétée que jusqu’à la dernière ligne et la dernière colonne remplies.`,
};
