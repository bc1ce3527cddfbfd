import type { Core } from '@strapi/strapi';
import { storedKeptChanges, type KeptChanges } from '../domain/stored/kept-changes.ts';
import { storedKeptState, type KeptState } from '../domain/stored/kept-state.ts';
import type { JournalAct } from '../domain/vocabulary/journal-acts.ts';
import { createProgramRecord } from '../platform/program-records/program-record.ts';
import { readRow } from '../platform/program-records/unreadable-rows.ts';
import type { ReadEntry } from './entry-of-record.ts';

export const JOURNAL = 'api::journal-entry.journal-entry';

/** A published state as the journal keeps it: enough to put it back, agreements and logo included. */
export const keptState = ({ entry, record }: ReadEntry): KeptState => ({
  entry,
  contacts: [...record.contacts],
  logo: record.logo?.id ?? null,
});

/** The document of a state for a column of the journal, with its version. */
export const keptDocument = (state: KeptState | null | undefined) => (state ? storedKeptState.write(state) : null);

/** The states that a line of the journal keeps. */
export interface KeptStates {
  readonly before: KeptState | null;
  readonly after: KeptState | null;
  /** True when one of them is there and cannot be understood: then both are null. */
  readonly unreadable: boolean;
  /** What is changed of a record by its attributes; of an association what its form does not have. */
  readonly changes: KeptChanges | null;
}

/** Reads what a line of the journal keeps: `before` and `after` as their columns hold them. */
export function readKeptStates(line: {
  documentId: string;
  before: unknown;
  after: unknown;
  changes?: unknown;
}): KeptStates {
  const read = (column: 'before' | 'after') =>
    line[column] === null || line[column] === undefined
      ? null
      : storedKeptState.read(line[column], `journal_entries ${line.documentId}, ${column}`);
  return readRow<KeptStates>(
    () => ({
      before: read('before'),
      after: read('after'),
      changes:
        line.changes === null || line.changes === undefined
          ? null
          : storedKeptChanges.read(line.changes, `journal_entries ${line.documentId}, changes`),
      unreadable: false,
    }),
    () => ({ before: null, after: null, changes: null, unreadable: true }),
  );
}

export interface JournalRecord {
  readonly who: string;
  readonly whoId: string | null;
  readonly act: JournalAct;
  /** What it is about, by its name at that time. */
  readonly subject: string;
  readonly associationId?: string | null;
  readonly submissionId?: string | null;
  readonly campaignId?: string | null;
  readonly note?: string | null;
  readonly before?: KeptState | null;
  readonly after?: KeptState | null;
  /** documentId of the record that the changes are of. */
  readonly recordId?: string | null;
  readonly changes?: KeptChanges | null;
}

/** Adds a line, in the caller's transaction when there is one: the decision and its trace are one act. */
export async function writeJournal(strapi: Core.Strapi, record: JournalRecord): Promise<string> {
  return createProgramRecord(strapi, JOURNAL, {
    ...record,
    before: keptDocument(record.before),
    after: keptDocument(record.after),
    changes: record.changes ? storedKeptChanges.write(record.changes) : null,
    at: new Date(),
  });
}
