/** The French sentences of `pnpm import`. */
import type { CommandAnswer } from '@trame/cms/domain/import/command';
import { plural, typography } from '@trame/cms/domain/french';
import { rankOfLine } from '@trame/cms/domain/import/events/foreign-event';
import { also, counted, countOf, lineNounOf, nounOf } from '@trame/cms/domain/import/imported-words';

type Done = Exclude<CommandAnswer, { kind: 'refused' }>;

/** Lines that are named; the page « Importer » shows all of them. */
const MOST = 20;

export const messages = {
  help: `Usage : pnpm import FICHIER [--dry-run | --apply] [--publish]

Fait entrer dans l’annuaire une liste d’associations (Excel, LibreOffice, CSV), un fichier du Répertoire national des
associations (CSV, ou ZIP du ministère), ou les événements d’un agenda (ICS, OpenAgenda, Apidae, Tourinsoft,
Opendatasoft). Le fichier est reconnu de lui-même.

  --dry-run   dit ce qui serait fait, et ne change rien (ce qui se passe sans option)
  --apply     le fait, d’un seul coup : tout, ou rien si quelque chose casse
  --publish   avec --apply : met en ligne les fiches complètes. Celles du Répertoire national restent en brouillon
  --help      cette aide

Les lignes à corriger ou à décider ne sont pas reprises : reprenez le fichier dans l’admin, page « Importer », où ce qui
a été fait ici peut aussi être annulé.

Code de fin : 0 si tout est repris, 3 s’il reste des lignes à corriger, 1 si le fichier n’a pas pu être lu.
`,
  badOption: (detail: string) => `Option inconnue ou incomplète : ${detail}. Voyez --help.`,
  noFile: 'Indiquez un fichier : pnpm import FICHIER (--help pour l’aide).',
  oneFile: 'Un seul fichier à la fois : le suivant tient compte du précédent.',
  bothModes: 'Choisissez --dry-run ou --apply, pas les deux.',
  publishWithoutApply: 'L’option --publish ne vaut qu’avec --apply.',
  missing: (file: string) => `Le fichier « ${file} » n’existe pas, ou ne peut pas être lu.`,
  oldBuild: 'Le CMS construit est d’une version plus ancienne. Relancez « npx pnpm@12 start ».',
} as const;

/** What was done, or would be, as lines of text. */
export function answerInWords(answer: Done): string[] {
  const { kind, created, changed, published, same, older, left, remarks, source } = answer;
  const [noun, lineNoun] = [nounOf(source), lineNounOf(source)];
  const isDone = kind === 'applied';
  const counts = [
    isDone ? counted(created, noun, 'créé') : `${countOf(created, noun)} à créer`,
    isDone ? also(changed, noun, 'modifié') : plural(changed, 'à modifier', 'à modifier'),
    also(same, noun, 'inchangé'),
    ...(isDone ? [plural(published, 'mise en ligne', 'mises en ligne')] : []),
  ].join(', ');
  const named = left
    .slice(0, MOST)
    .map(
      ({ line, name, reason }) =>
        `  ${source === 'events' ? `événement ${rankOfLine(line)}` : `ligne ${line}`}${name && `, ${name}`} : ${reason}`,
    );
  return [
    ...remarks,
    ...(older > 0 ? [`${plural(older, 'association')} sans déclaration depuis dix ans, laissées de côté.`] : []),
    `${isDone ? 'Fait' : 'Ce qui serait fait'} : ${counts}.`,
    ...(left.length > 0 ? [`${counted(left.length, lineNoun, 'non repris')} :`, ...named] : []),
    ...(left.length > MOST ? [`  … et ${left.length - MOST} autres.`] : []),
  ].map((line) => (line.startsWith('  ') ? `  ${typography(line.trim())}` : typography(line)));
}

/** 0 when every line is taken over, 3 when some are not. */
export const exitCodeOf = ({ left }: Pick<Done, 'left'>): 0 | 3 => (left.length === 0 ? 0 : 3);
