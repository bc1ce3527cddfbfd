/** A file brought in from the command line: the same plan and the same transaction as on « Importer », where it can be undone. */
import type { Core } from '@strapi/strapi';
import type { CommandAnswer, CommandLine, RunImportCommand } from '../domain/import/command.ts';
import type { PlannedRecord } from '../domain/import/planned.ts';
import { Refused } from '../platform/http/refused.ts';
import { applyImport, notTaken } from './apply-import.ts';
import { findImport, readWorkbookOf, removeImport } from './import-store.ts';
import { makePlan } from './make-plan.ts';
import { rnaLimits, rnaPatience } from './read/rna/rna-limits.ts';
import { takeIn } from './take-in.ts';

const EDITOR = { name: 'Ligne de commande', id: '' };
const WITHIN = { milliseconds: rnaPatience.alone, heapMegabytes: rnaLimits.heapMegabytes };

const count = (planned: readonly PlannedRecord[], act: PlannedRecord['act']): number =>
  planned.filter((one) => one.act === act).length;

/** Runs it on the compiled CMS that `strapi` is: another copy of these modules would not know whose transaction is open. */
export const runImportCommand: RunImportCommand<Core.Strapi> = async (strapi, command): Promise<CommandAnswer> => {
  const { connection } = strapi.db;
  let id: string | null = null;
  try {
    id = await takeIn(strapi, { ...command, editor: EDITOR, within: WITHIN });
    const [found, workbook] = [await findImport(connection, id), await readWorkbookOf(connection, id)];
    if (!found || !workbook) throw new Error(`import ${id} was taken in and is not there`);
    const plan = await makePlan(strapi, workbook, found.decisions);
    // What is changed in many records at once comes from a page, never from here.
    const source = found.source === 'bulk' ? ('spreadsheet' as const) : found.source;
    const common = { source, remarks: [...workbook.remarks, ...plan.remarks], older: plan.older };
    const same = count(plan.planned, 'same');
    const left: readonly CommandLine[] = notTaken(plan, found.decisions, source);
    const [created, changed] = [count(plan.planned, 'new'), count(plan.planned, 'changed')];
    if (!command.apply || created + changed === 0)
      return { kind: 'planned', ...common, created, changed, published: 0, same, left };
    const { publish } = command;
    const done = await applyImport(strapi, {
      id,
      workbook,
      plan: plan.name,
      publish,
      editor: EDITOR,
      onProgress: () => undefined,
    });
    return { kind: 'applied', ...common, ...done };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { kind: 'refused', message: error.message };
  } finally {
    // What was applied stays, with its way back; what was only looked at does not wait for anybody.
    if (id !== null) await removeImport(connection, id);
  }
};
