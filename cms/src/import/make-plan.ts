/** A file, what an editor said of it and the directory as it stands today, as a plan: computed anew each time, and named by what it says. */
import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { dayOf } from '../domain/dates.ts';
import { associationsOf } from '../domain/import/associations.ts';
import { isColumnKey, isFaultsHead, type ColumnKey } from '../domain/import/columns.ts';
import { EVENTS_HEAD_LINE, EVENTS_SHEET } from '../domain/import/events/foreign-event.ts';
import { planImport } from '../domain/import/plan.ts';
import type { PlannedRecord } from '../domain/import/planned.ts';
import { contentOfOffice } from '../domain/entry/office-form.ts';
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
import { planAgenda, type SaidByLine } from './events/plan-agenda.ts';
import { ASSOCIATION, readDirectory } from './known-associations.ts';
import { EVENT } from './events/known-events.ts';
import type { KnownState } from './known-state.ts';
import { readTerritoryLists, type TerritoryLists } from './territory-lists.ts';

export interface ImportPlan {
  readonly table: Table;
  /** Rows of the register that are too old. */
  readonly older: number;
  readonly mapping: ColumnMapping;
  /** Of what type the records are. */
  readonly uid: string;
  readonly planned: readonly PlannedRecord[];
  readonly lists: TerritoryLists;
  /** Records as they stand, by documentId. */
  readonly states: ReadonlyMap<string, KnownState>;
  /** Of events: what their source said, by line, to be kept with what is taken over. */
  readonly said: SaidByLine;
  /** French sentences about what is planned. */
  readonly remarks: readonly string[];
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
    // A file of lines to mend has the shape of the file that it comes from.
    .update(
      JSON.stringify(
        columns.filter(({ head }) => !isFaultsHead(head)).map(({ index, head }) => [index, plainWords(head)]),
      ),
    )
    .digest('hex')
    .slice(0, 32);

const isKnownField = (field: string): field is ColumnKey | 'note' | 'leave' =>
  isColumnKey(field) || field === 'note' || field === 'leave';

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

/** The same of an agenda, whose table is our own: nothing is guessed, and what an editor changed by hand stays. */
export const agendaDecisions = (): ImportDecisions => ({
  sheet: EVENTS_SHEET,
  headLine: EVENTS_HEAD_LINE,
  columns: {},
  cells: {},
  values: { themes: {}, audiences: {}, communes: {} },
  lines: {},
  policy: 'complete',
  consent: null,
  register: null,
});

/** Exported for its test. */
export function nameOf(planned: readonly PlannedRecord[]): string {
  const hash = createHash('sha256');
  // Whatever a page shows of a line: a correction that is wrong in another way is another plan.
  for (const { line, act, documentId, after, faults, remarks, missing, candidates } of planned)
    hash.update(JSON.stringify([line, act, documentId, after, faults, remarks, missing, candidates]));
  return hash.digest('hex').slice(0, 32);
}

/** Reads the territory and the directory, and plans. */
export async function makePlan(
  strapi: Core.Strapi,
  workbook: Workbook,
  decisions: ImportDecisions,
  memo: Map<string, readonly string[]> = new Map(),
): Promise<ImportPlan> {
  const lists = await readTerritoryLists(strapi);
  if (workbook.format === 'agenda') {
    const table = tableFor(workbook, decisions);
    const { planned, ...rest } = await planAgenda(strapi, table, decisions, lists);
    return { ...rest, table, older: 0, mapping: {}, uid: EVENT, planned, lists, name: nameOf(planned) };
  }
  const [directory, isTakenBack] = [await readDirectory(strapi), await readTakenBack(strapi)];
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
  }).map(({ before, after, ...one }) => ({
    ...one,
    before: before && contentOfOffice(before),
    after: after && contentOfOffice(after),
  }));
  const older = whole.rows.length - table.rows.length;
  const { states } = directory;
  const none = { said: new Map(), remarks: [] } as const;
  return { ...none, table, older, mapping, uid: ASSOCIATION, planned, lists, states, name: nameOf(planned) };
}
