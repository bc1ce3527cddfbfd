/** A file, what an editor said of it and the directory as it stands today, as a plan: computed anew each time, and named by what it says. */
import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { dayOf } from '../domain/dates.ts';
import { associationsOf } from '../domain/import/associations.ts';
import { columnFields, type ColumnKey } from '../domain/import/columns.ts';
import { planImport, type PlannedAssociation } from '../domain/import/plan.ts';
import { recogniseColumns, type ColumnMapping, type ColumnTarget } from '../domain/import/recognise.ts';
import { plainWords } from '../domain/import/cells/words.ts';
import { yearsBefore } from '../domain/import/rna/dates.ts';
import {
  isSince,
  REGISTER_HEAD_LINE,
  REGISTER_SHEET,
  registerColumns,
} from '../domain/import/rna/register-workbook.ts';
import { chooseSheet, findHeads, tableOf, type Table } from '../domain/import/table.ts';
import type { Workbook } from '../domain/import/workbook.ts';
import type { ImportDecisions } from '../domain/stored/import-file.ts';
import { readTakenBack } from '../platform/suppressions/register.ts';
import { readDirectory, type Directory } from './known-associations.ts';
import { readTerritoryLists, type TerritoryLists } from './territory-lists.ts';

export interface ImportPlan {
  readonly table: Table;
  /** Rows of the register that are too old. */
  readonly older: number;
  readonly mapping: ColumnMapping;
  readonly planned: readonly PlannedAssociation[];
  readonly lists: TerritoryLists;
  readonly directory: Directory;
  /** Names the plan: another one says something else. */
  readonly name: string;
}

const EMPTY_TABLE: Table = { sheet: '', headLine: null, columns: [], rows: [] };

export function tableFor(workbook: Workbook, { sheet, headLine }: Pick<ImportDecisions, 'sheet' | 'headLine'>): Table {
  const chosen = workbook.sheets.find(({ name }) => name === sheet);
  return chosen ? tableOf(chosen, headLine) : EMPTY_TABLE;
}

/** What tells files with the same heads: what was said of one holds for the next. */
export const shapeOf = ({ columns }: Table): string =>
  createHash('sha256')
    .update(JSON.stringify(columns.map(({ index, head }) => [index, plainWords(head)])))
    .digest('hex')
    .slice(0, 32);

const isKnownField = (field: string): field is ColumnKey | 'note' | 'leave' =>
  field in columnFields || field === 'note' || field === 'leave';

/** The stored columns: what a field is called that this program does not know is kept as a note. */
export const mappingOf = (decisions: ImportDecisions): ColumnMapping =>
  Object.fromEntries(
    Object.entries(decisions.columns).map(([index, { field, ...rest }]): [string, ColumnTarget] => [
      index,
      { field: isKnownField(field) ? field : 'note', ...rest },
    ]),
  );

/** What is decided of a file before anybody looked at it. */
export function firstDecisions(workbook: Workbook, lists: TerritoryLists): ImportDecisions {
  const sheet = chooseSheet(workbook);
  const headLine = sheet ? findHeads(sheet) : null;
  const table = sheet ? tableOf(sheet, headLine) : EMPTY_TABLE;
  return {
    sheet: sheet?.name ?? null,
    headLine,
    columns: { ...recogniseColumns(table, lists) },
    cells: {},
    values: { themes: {}, audiences: {}, communes: {} },
    lines: {},
    policy: 'replace',
    consent: null,
    register: null,
  };
}

/** Of how many years back declarations count, until an editor says otherwise. */
const REGISTER_YEARS = 10;

/** The same of a file of the register, whose columns are known. */
export const registerDecisions = (asOf: string | null, today: string): ImportDecisions => ({
  sheet: REGISTER_SHEET,
  headLine: REGISTER_HEAD_LINE,
  columns: registerColumns(),
  cells: {},
  values: { themes: {}, audiences: {}, communes: {} },
  lines: {},
  policy: 'complete',
  consent: null,
  register: { since: yearsBefore(today, REGISTER_YEARS), asOf },
});

/** Reads the territory and the directory, and plans. */
export async function makePlan(
  strapi: Core.Strapi,
  workbook: Workbook,
  decisions: ImportDecisions,
  memo: Map<string, readonly string[]> = new Map(),
): Promise<ImportPlan> {
  const [lists, directory, isTakenBack] = [
    await readTerritoryLists(strapi),
    await readDirectory(strapi),
    await readTakenBack(strapi),
  ];
  const whole = tableFor(workbook, decisions);
  const { register } = decisions;
  const table = register ? { ...whole, rows: whole.rows.filter((row) => isSince(row, register.since)) } : whole;
  const mapping = mappingOf(decisions);
  const planned = planImport(associationsOf(table, mapping, lists, decisions), directory.known, {
    policy: decisions.policy,
    consent: decisions.consent,
    isRegister: register !== null,
    isTakenBack,
    memo,
    today: dayOf(new Date()),
    lines: decisions.lines,
    communeName: lists.communeName,
  });
  const hash = createHash('sha256');
  for (const { line, act, documentId, after, faults } of planned)
    hash.update(JSON.stringify([line, act, documentId, after, faults.length]));
  const older = whole.rows.length - table.rows.length;
  return { table, older, mapping, planned, lists, directory, name: hash.digest('hex').slice(0, 32) };
}
