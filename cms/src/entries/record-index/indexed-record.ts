/** What the index knows of a record. */
import type { RecordGap } from '../../domain/vocabulary/record-gaps.ts';
import type { RecordState } from '../../domain/vocabulary/record-states.ts';

/** A contact by which two records may be one and the same. */
export interface IndexedContact {
  readonly name: string;
  /** E.164 */
  readonly phone: string;
  readonly email: string;
}

/** A record as editors see it: its draft. */
export interface IndexedRecord {
  readonly uid: string;
  readonly documentId: string;
  readonly title: string;
  /** What tells it from another of its name: where it is, or when. Empty when nothing does. */
  readonly detail: string;
  /** Null for a type without drafts: what is saved is what residents see. */
  readonly state: RecordState | null;
  /** Other names, the official one, an acronym. */
  readonly names: readonly string[];
  readonly rnaId: string | null;
  readonly siret: string | null;
  readonly website: string | null;
  /** documentId */
  readonly commune: string | null;
  /** Where it is and where it is active: documentIds. */
  readonly communes: readonly string[];
  readonly themes: readonly string[];
  readonly contacts: readonly IndexedContact[];
  readonly gaps: readonly RecordGap[];
  /** `YYYY-MM-DD`, for associations. */
  readonly verifiedOn: string | null;
  /** Whether a booklet may print it; false for what no booklet prints as an entry. */
  readonly inPrint: boolean;
  /** Days on which it takes place, `YYYY-MM-DD`. */
  readonly days: readonly string[];
  /** An event that was called off. */
  readonly calledOff: boolean;
}
