import type { Core } from '@strapi/strapi';
import type { VerificationSource } from '../domain/vocabulary/verification-sources.ts';

/** An entry that its association found right. */
export interface ConfirmedEntry {
  readonly associationId: string;
  /** The day on which it said so, `YYYY-MM-DD`. */
  readonly day: string;
  readonly source: VerificationSource;
}

/**
 * Notes that entries were checked, on the draft and on what is published, in one statement however many they are. Nothing
 * that a rule of content is about changes, so nothing is published anew: an editor's unfinished draft stays unfinished, and
 * an entry of before a stricter rule can still be confirmed. A later verification is never replaced by an earlier one.
 *
 * The change wakes the deployer like any other (`platform/content-version/`): one transaction, one build.
 */
export async function confirmEntries(strapi: Core.Strapi, entries: readonly ConfirmedEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await strapi.db.transaction(({ trx }) =>
    trx.raw(
      `update associations set verified_on = given.day, verified_by = given.source
         from json_to_recordset(?::json) as given ("associationId" text, day date, source text)
        where associations.document_id = given."associationId"
          and (associations.verified_on is null or associations.verified_on <= given.day)`,
      [JSON.stringify(entries)],
    ),
  );
}
