/** What the readers of each format share. */
import type { Cell, SheetRow } from '../../domain/import/workbook.ts';

/** A file that is not read, with the sentence that says why and how to mend it. */
export class Refusal extends Error {}

/** One for all empty cells: a sheet has many. */
export const EMPTY: Cell = { text: '' };

export type FoundRow = SheetRow;
