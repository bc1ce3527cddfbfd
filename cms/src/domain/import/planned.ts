/** What becomes of a line of a file, whatever it is about. */
import type { CellFault } from './associations.ts';

export type PlannedAct =
  /** A new record. */
  | 'new'
  /** One of the directory changes. */
  | 'changed'
  /** It says already what the file says. */
  | 'same'
  /** Something has to be mended first. */
  | 'refused'
  /** It may be one of the directory, or another: somebody decides. */
  | 'asked'
  /** It is set aside. */
  | 'left';

/** @typeParam Content how a record of the kind is held: as a form, or as data */
export interface Planned<Content> {
  /** The first of its lines names it. */
  readonly line: number;
  readonly lines: readonly number[];
  readonly name: string;
  readonly act: PlannedAct;
  /** Of the record that changes, or stays. */
  readonly documentId: string | null;
  /** By what it was recognised. */
  readonly by: 'rna' | 'siret' | 'name' | 'contact' | 'id' | 'chosen' | null;
  readonly candidates: readonly {
    readonly documentId: string;
    readonly name: string;
    /** What tells it from another of the same name: its commune, the day of an event. */
    readonly commune: string | null;
  }[];
  readonly faults: readonly CellFault[];
  /** French: what was supposed, by line. */
  readonly remarks: readonly { readonly line: number; readonly column: number | null; readonly message: string }[];
  /** Fields that change, by name. */
  readonly changed: readonly string[];
  /** The record before and after; null when nothing would be written. */
  readonly before: Content | null;
  readonly after: Content | null;
  /** French: what it lacks to be published; it stays a draft until then. */
  readonly missing: readonly string[];
  readonly isPublished: boolean;
}

/** A line whose record is data (`entries/record-content.ts`): what is shown, written and undone. */
export type PlannedRecord = Planned<Readonly<Record<string, unknown>>>;
