/** The types whose records have a page of their own in the admin, and what that page may change of them. */
import type { RecordPageName } from '../domain/contract/desk/record.ts';

export interface RecordType {
  readonly page: RecordPageName;
  readonly uid: string;
  /** Attributes that only the program writes: a page neither gets nor sends them. */
  readonly ofTheProgram: readonly string[];
}

export const recordTypes: readonly RecordType[] = [
  { page: 'associations', uid: 'api::association.association', ofTheProgram: ['missedEditions'] },
  { page: 'events', uid: 'api::event.event', ofTheProgram: [] },
  { page: 'guides', uid: 'api::guide.guide', ofTheProgram: [] },
  { page: 'resources', uid: 'api::resource.resource', ofTheProgram: [] },
];
