/** What an editor says of a file, put into what was said before. */
import { dayOf } from '../domain/dates.ts';
import type { DecideQuestion } from '../domain/contract/desk/import.ts';
import { cellKey } from '../domain/import/associations.ts';
import { fileConsentFault } from '../domain/import/file-consent.ts';
import { recogniseColumns } from '../domain/import/recognise.ts';
import { findHeads } from '../domain/import/table.ts';
import type { Workbook } from '../domain/import/workbook.ts';
import type { ImportDecisions } from '../domain/stored/import-file.ts';
import { Refused } from '../platform/http/refused.ts';
import type { ImportPlan } from './make-plan.ts';
import { tableFor } from './make-plan.ts';

/** A record in which null takes a key away. */
function patched<Value>(before: Readonly<Record<string, Value>>, changes: Readonly<Record<string, Value | null>> = {}) {
  const after: Record<string, Value> = { ...before };
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) delete after[key];
    else after[key] = value;
  }
  return after;
}

/** Another sheet or other heads: columns are recognised anew, and what was said of cells and lines is of another table. */
function anotherTable(
  before: ImportDecisions,
  asked: DecideQuestion,
  workbook: Workbook,
  plan: ImportPlan,
): ImportDecisions {
  const sheet = asked.sheet ?? before.sheet;
  const found = workbook.sheets.find(({ name }) => name === sheet);
  const headLine =
    asked.headLine !== undefined
      ? asked.headLine
      : sheet !== before.sheet && found
        ? findHeads(found)
        : before.headLine;
  if (sheet === before.sheet && headLine === before.headLine) return before;
  const table = tableFor(workbook, { sheet, headLine });
  return { ...before, sheet, headLine, columns: { ...recogniseColumns(table, plan.lists) }, cells: {}, lines: {} };
}

/**
 * @param plan as it was made from `before`
 * @throws {Refused} for an agreement that nobody can vouch for
 */
export function decide(
  before: ImportDecisions,
  asked: DecideQuestion,
  workbook: Workbook,
  plan: ImportPlan,
): ImportDecisions {
  const fault = asked.consent ? fileConsentFault(asked.consent, dayOf(new Date())) : null;
  if (fault !== null) throw new Refused('invalid', fault);
  const decisions = anotherTable(before, asked, workbook, plan);
  const faulty = asked.leaveFaultyCells
    ? plan.planned.flatMap(({ act, faults }) =>
        act === 'refused'
          ? faults.flatMap(({ line, column }) => (column === null ? [] : [[cellKey(line, column), '']]))
          : [],
      )
    : [];
  const values = structuredClone(decisions.values) as Record<string, Record<string, string[]>>;
  for (const { list, key, ids } of asked.values ?? []) {
    const of = (values[list] ??= {});
    if (ids === null) delete of[key];
    else of[key] = ids;
  }
  return {
    ...decisions,
    columns: { ...decisions.columns, ...asked.columns },
    cells: patched({ ...decisions.cells, ...Object.fromEntries(faulty as [string, string][]) }, asked.cells),
    lines: patched(decisions.lines, asked.lines),
    values: values as ImportDecisions['values'],
    policy: asked.policy ?? decisions.policy,
    register:
      decisions.register === null || asked.since === undefined
        ? decisions.register
        : { ...decisions.register, since: asked.since },
    consent: asked.consent === undefined ? decisions.consent : asked.consent,
  };
}
