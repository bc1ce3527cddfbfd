import type { Core } from '@strapi/strapi';
import type { EntryForm } from '../domain/entry/entry-form.ts';
import type { JournalAct } from '../domain/vocabulary/journal-acts.ts';
import { createProgramRecord } from '../program-records/program-record.ts';
import type { ReadEntry, StoredContact } from '../submissions/entry-of-record.ts';

export const JOURNAL = 'api::journal-entry.journal-entry';

/** A published state of an entry as the journal keeps it: enough to put it back, agreements and logo included. */
export interface KeptState {
  readonly entry: EntryForm;
  readonly contacts: readonly StoredContact[];
  /** Of the media library. */
  readonly logo: number | null;
}

export const keptState = ({ entry, record }: ReadEntry): KeptState => ({
  entry,
  contacts: record.contacts,
  logo: record.logo?.id ?? null,
});

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
}

/** Adds a line, in the caller's transaction when there is one: the decision and its trace are one act. */
export async function writeJournal(strapi: Core.Strapi, record: JournalRecord): Promise<string> {
  return createProgramRecord(strapi, JOURNAL, { ...record, at: new Date() });
}
