/** An import as its page shows it. */
import type { Core } from '@strapi/strapi';
import type {
  ImportChange,
  ImportColumn,
  ImportView,
  ListedImport as ListedAnswer,
  PlannedLine,
  PlannedLines,
} from '../domain/contract/desk/import.ts';
import { nameKey } from '../domain/import/cells/choose-names.ts';
import { tidyLine } from '../domain/import/cells/words.ts';
import type { CellFault } from '../domain/import/associations.ts';
import type { PlannedRecord } from '../domain/import/planned.ts';
import { cellAt, type Table } from '../domain/import/table.ts';
import { valuesInWords, type AttributeValue } from '../entries/content-words.ts';
import { fieldLabel } from '../entries/field-words.ts';
import { contentAttributes } from '../entries/record-content.ts';
import { planOf, progressOf, workbookOf, type UnderWay } from './current-imports.ts';
import { changesOf, decisionsForShape, type FoundImport, type ListedImport } from './import-store.ts';
import type { ImportPlan } from './make-plan.ts';
import { stateOfChange } from './undo-import.ts';

const PAGE = 50;
const SAMPLES = 3;
const LONGEST_SAMPLE = 80;

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

export const toListed = (one: ListedImport): ListedAnswer => ({
  id: one.id,
  at: one.at.toISOString(),
  who: one.who,
  source: one.source,
  fileName: one.fileName,
  stage: one.stage,
  appliedAt: iso(one.appliedAt),
  undoneAt: iso(one.undoneAt),
  undoneBy: one.undoneBy,
  result: one.result,
});

function columnsOf({ table, mapping }: ImportPlan): ImportColumn[] {
  return table.columns.map((column) => {
    const samples = new Set<string>();
    for (const row of table.rows) {
      const text = tidyLine(cellAt(row, column.index).text);
      if (text !== '') samples.add(text.length > LONGEST_SAMPLE ? `${text.slice(0, LONGEST_SAMPLE)}…` : text);
      if (samples.size === SAMPLES) break;
    }
    const target = mapping[column.index] ?? { field: 'leave', group: '', role: '', day: null };
    return { ...column, samples: [...samples], target };
  });
}

const isIncomplete = ({ act, missing, documentId, isPublished }: PlannedRecord): boolean =>
  missing.length > 0 && (act === 'new' || (act === 'changed' && (documentId === null || isPublished)));

function countsOf(planned: readonly PlannedRecord[]): NonNullable<ImportView['counts']> {
  const counts = { new: 0, changed: 0, same: 0, refused: 0, asked: 0, left: 0, incomplete: 0 };
  for (const one of planned) {
    counts[one.act] += 1;
    if (isIncomplete(one)) counts.incomplete += 1;
  }
  return counts;
}

/** Names that are none of a list, with the lines that bear them; the most frequent first. */
function unknownNames(planned: readonly PlannedRecord[]): ImportView['unknown'] {
  const found = new Map<string, ImportView['unknown'][number]>();
  for (const { unknown } of planned.flatMap(({ faults }) => faults)) {
    for (const name of unknown?.names ?? []) {
      if (!unknown) continue;
      const key = nameKey(name);
      if (key === '') continue;
      const id = `${unknown.list} ${key}`;
      // As the first of its lines writes it.
      const before = found.get(id);
      found.set(id, { list: unknown.list, key, name: before?.name ?? name, lines: (before?.lines ?? 0) + 1 });
    }
  }
  return [...found.values()].sort((a, b) => b.lines - a.lines);
}

/**
 * @param underWay what is being done with it, asked before `found` was read: what ends in between would seem not to have been done
 * @throws {Unreadable} when what is kept of it cannot be understood
 */
export async function viewOf(
  strapi: Core.Strapi,
  found: FoundImport,
  underWay: UnderWay = progressOf(found.id),
): Promise<ImportView> {
  const workbook = await workbookOf(strapi, found.id);
  const plan = found.stage === 'draft' ? await planOf(strapi, found) : null;
  const earlier = found.stage === 'draft' ? await decisionsForShape(strapi.db.connection, found.shape) : null;
  const { decisions } = found;
  return {
    ...toListed(found),
    ...underWay,
    remarks: [...(workbook?.remarks ?? []), ...(plan?.remarks ?? [])],
    sheets: (workbook?.sheets ?? []).map(({ name, hidden, rows }) => ({ name, hidden, rows: rows.length })),
    sheet: decisions.sheet,
    headLine: decisions.headLine,
    // The table of an agenda is our own: nothing of it is to be chosen.
    columns: plan && found.source !== 'events' ? columnsOf(plan) : [],
    remembered: earlier !== null && found.source === 'spreadsheet',
    policy: decisions.policy,
    consent: decisions.consent,
    counts: plan ? countsOf(plan.planned) : null,
    unknown: plan ? unknownNames(plan.planned) : [],
    register: decisions.register && { ...decisions.register, older: plan?.older ?? 0 },
    choices: plan
      ? {
          themes: [...plan.lists.choices.themes],
          audiences: [...plan.lists.choices.audiences],
          communes: [...plan.lists.choices.communes],
        }
      : { themes: [], audiences: [], communes: [] },
    plan: plan?.name ?? null,
  };
}

const columnAt = ({ columns }: Table, index: number | null) =>
  index === null ? undefined : columns.find((column) => column.index === index);

const faultOf = (table: Table, { line, column, text, message }: CellFault): PlannedLine['faults'][number] => ({
  line,
  column,
  letter: columnAt(table, column)?.letter ?? null,
  head: columnAt(table, column)?.head ?? null,
  text,
  message,
});

/** What changes of each, before and after, in words: one query a type for a whole page. */
async function differencesOf(strapi: Core.Strapi, uid: string, planned: readonly PlannedRecord[]) {
  const attributes = new Map(contentAttributes(strapi, uid));
  const wanted = planned.flatMap((one) => {
    if (!one.after) return [];
    const { before, after } = one;
    return one.changed.flatMap((name) => {
      const attribute = attributes.get(name);
      return attribute
        ? [
            {
              one,
              name,
              pair: [
                [attribute, before?.[name]],
                [attribute, after[name]],
              ] as const satisfies readonly AttributeValue[],
            },
          ]
        : [];
    });
  });
  const words = await valuesInWords(
    strapi,
    wanted.flatMap(({ pair }) => [...pair]),
  );
  const found = new Map<PlannedRecord, PlannedLine['differences'][number][]>(planned.map((one) => [one, []]));
  wanted.forEach(({ one, name }, rank) =>
    found.get(one)?.push({
      field: name,
      label: fieldLabel(uid, name),
      before: words[2 * rank] ?? [],
      after: words[2 * rank + 1] ?? [],
      conflict: null,
    }),
  );
  return found;
}

export async function linesOf(
  strapi: Core.Strapi,
  { planned, table, uid }: ImportPlan,
  { act, page }: { readonly act: PlannedLine['act'] | 'incomplete'; readonly page: number },
): Promise<PlannedLines> {
  const all = planned.filter((one) => (act === 'incomplete' ? isIncomplete(one) : one.act === act));
  const pages = Math.max(1, Math.ceil(all.length / PAGE));
  const at = Math.min(page, pages);
  const shown = all.slice((at - 1) * PAGE, at * PAGE);
  const differences = await differencesOf(strapi, uid, shown);
  return {
    page: at,
    pages,
    total: all.length,
    lines: shown.map((one) => ({
      line: one.line,
      lines: [...one.lines],
      name: one.name,
      act: one.act,
      documentId: one.documentId,
      by: one.by,
      candidates: [...one.candidates],
      faults: one.faults.map((fault) => faultOf(table, fault)),
      remarks: one.remarks.map(({ line, column, message }) => ({
        line,
        letter: columnAt(table, column)?.letter ?? null,
        message,
      })),
      differences: differences.get(one) ?? [],
      missing: [...one.missing],
      isPublished: one.isPublished,
    })),
  };
}

/** What an import did, and what of it can still be taken back. */
export async function changesInView(strapi: Core.Strapi, id: string): Promise<ImportChange[]> {
  const shown: ImportChange[] = [];
  for (const change of await changesOf(strapi.db.connection, id)) {
    shown.push({
      id: change.id,
      line: change.line,
      documentId: change.documentId,
      uid: change.uid,
      title: change.title,
      isNew: change.act === 'content' && change.before === null && change.undoneAt === null,
      act: change.act,
      published: change.published,
      state: await stateOfChange(strapi, change),
      undoneBy: change.undoneBy,
    });
  }
  return shown;
}
