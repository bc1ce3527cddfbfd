/** The register's rows as a table with heads of our own, so that everything else is done as for any file. */
import { formatDay } from '../../dates.ts';
import { listInWords, plural, typography } from '../../french.ts';
import { plainWords } from '../cells/words.ts';
import type { ColumnTarget } from '../recognise.ts';
import type { Cell, SheetRow, Workbook } from '../workbook.ts';
import { lastOf } from './dates.ts';
import type { KeptRecord, RnaReading } from './reading.ts';
import { recase, splitSigle } from '../cells/recase.ts';
import { suggestTheme, type CodedTheme } from './theme.ts';

const to = (field: ColumnTarget['field']): ColumnTarget => ({ field, group: '', role: '', day: null });

/** The columns, in their order. What the register calls « objet » goes to the internal note, with this head before it. */
const COLUMNS = [
  ['Nom', to('name')],
  ['Nom officiel', to('officialName')],
  ['Sigle', to('acronym')],
  ['Numéro RNA', to('rnaId')],
  ['Ancien numéro RNA', to('formerRnaId')],
  ['Année de création', to('foundedYear')],
  ['Forme juridique', to('legalForm')],
  ['Commune', to('commune')],
  ['Thème proposé', to('themes')],
  ['Site internet', to('links')],
  ['Objet déclaré au Répertoire national', to('note')],
  ['Dernière déclaration', to('leave')],
] as const;

export const REGISTER_SHEET = 'Répertoire national';
export const REGISTER_HEAD_LINE = 1;
const LAST_SEEN = COLUMNS.length - 1;

/** What each column holds: known, not guessed. */
export const registerColumns = (): Record<string, ColumnTarget> =>
  Object.fromEntries(COLUMNS.map(([, target], index) => [String(index), target]));

export interface RegisterLists {
  readonly themes: readonly CodedTheme[];
  readonly communeName: (documentId: string) => string | null;
  /** Names that are written in one way. */
  readonly properNames: readonly string[];
}

/** A short title that is a sigle: one word of letters, and no word of the title. */
function acronymOf({ title, shortTitle }: KeptRecord): string {
  const isOne = /^(?:\p{Lu}|\p{Lu}\.|\d){2,12}$/u.test(shortTitle.replace(/\s/g, ''));
  const words = title.toUpperCase().split(/[^\p{L}\p{N}]+/u);
  return isOne && words.length > 2 && !words.includes(shortTitle.toUpperCase()) ? shortTitle.replace(/\s/g, '') : '';
}

const cellsOf = (texts: readonly string[], day: string | null): Cell[] => [
  ...texts.map((text): Cell => ({ text })),
  day === null ? { text: '' } : { text: formatDay(day), day },
];

function rowOf(record: KeptRecord, { themes, communeName, properNames }: RegisterLists): SheetRow {
  const { title, acronym } = splitSigle(record.title, (text) =>
    properNames.some((name) => plainWords(name) === plainWords(text)),
  );
  const texts = [
    recase(title, properNames),
    record.title,
    acronym || acronymOf(record),
    record.rnaId ?? '',
    record.formerId ?? '',
    record.createdOn?.slice(0, 4) ?? '',
    record.legalForm,
    communeName(record.commune) ?? '',
    suggestTheme(record, themes)?.theme.name ?? '',
    record.website,
    record.object,
  ];
  return { line: record.line, hidden: false, cells: cellsOf(texts, record.lastSeenOn) };
}

const LAYOUTS = { waldec: 'déclarées depuis 2009', import: 'déclarées avant 2009' } as const;

/** What the file is and what was kept of it: French sentences. */
export function registerRemarks({ layouts, asOf, counts, malformedLines, isCut }: RnaReading): string[] {
  const which = listInWords(layouts.map((layout) => LAYOUTS[layout]));
  const left = [
    counts.elsewhere > 0 && `${plural(counts.elsewhere, 'hors du territoire', 'hors du territoire')}`,
    counts.dissolved > 0 && plural(counts.dissolved, 'dissoute ou supprimée', 'dissoutes ou supprimées'),
    counts.replaced > 0 &&
      plural(counts.replaced, 'remplacée par un nouveau numéro', 'remplacées par un nouveau numéro'),
  ].filter((part) => part !== false);
  return [
    `C’est un fichier du Répertoire national des associations (associations ${which})${asOf === null ? '' : `, à jour au ${formatDay(asOf)}`} : ${plural(counts.rows, 'ligne lue', 'lignes lues')}, ${plural(counts.taken, 'association active de vos communes', 'associations actives de vos communes')}.`,
    ...(left.length > 0 ? [`N’ont pas été gardées : ${listInWords(left)}.`] : []),
    'Le fichier ne donne ni adresse ni nom de personne à l’annuaire. Les nouvelles fiches restent en brouillon : leur présentation est à écrire avec l’association.',
    ...(counts.malformed > 0
      ? [
          `${plural(counts.malformed, 'ligne abîmée', 'lignes abîmées')}, laissée${counts.malformed > 1 ? 's' : ''} de côté : ${malformedLines.join(', ')}${counts.malformed > malformedLines.length ? '…' : ''}.`,
        ]
      : []),
    ...(isCut ? ['Le fichier s’arrête au milieu d’une ligne : téléchargez-le à nouveau s’il vous en manque.'] : []),
  ].map(typography);
}

/** @returns a workbook of one sheet, in the order of the file */
export function registerWorkbook(reading: RnaReading, lists: RegisterLists): Workbook {
  const heads: SheetRow = {
    line: REGISTER_HEAD_LINE,
    hidden: false,
    cells: COLUMNS.map(([head]) => ({ text: head })),
  };
  const given = new Set(reading.kept.map(({ rnaId }) => rnaId));
  // An entry of the directory that bears an identifier of before: the number of today, and nothing else, unless its row is there too.
  const replaced = reading.aliases
    .filter(({ rnaId }) => !given.has(rnaId))
    .map(({ line, formerId, rnaId, title }): SheetRow => {
      const texts = [recase(splitSigle(title).title, lists.properNames), '', '', rnaId, formerId];
      return { line, hidden: false, cells: texts.map((text) => ({ text })) };
    });
  const former = new Map(reading.aliases.map(({ rnaId, formerId }) => [rnaId, formerId]));
  const rows = reading.kept.map((record) =>
    rowOf({ ...record, formerId: record.formerId ?? former.get(record.rnaId ?? '') ?? null }, lists),
  );
  return {
    format: 'csv',
    encoding: null,
    separator: null,
    sheets: [
      {
        name: REGISTER_SHEET,
        hidden: false,
        rows: [heads, ...[...rows, ...replaced].sort((a, b) => a.line - b.line)],
        hiddenColumns: [],
      },
    ],
    remarks: registerRemarks(reading),
  };
}

/** Was there a declaration since that day, or is none known? */
export function isSince(row: SheetRow, since: string | null): boolean {
  const day = lastOf([row.cells[LAST_SEEN]?.day ?? null]);
  return since === null || day === null || day >= since;
}
