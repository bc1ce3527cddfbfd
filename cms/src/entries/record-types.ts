/** The types whose records have a page of their own in the admin, and what that page may change of them. */
import type { RecordPageName } from '../domain/contract/desk/record.ts';
import { entryTexts } from '../domain/entry/texts.ts';
import { eventTexts, guideTexts, resourceTexts } from '../domain/records/written-texts.ts';
import type { PlacedText } from '../domain/said-contacts.ts';
import type { Values } from '../domain/visit.ts';

export interface RecordType {
  readonly page: RecordPageName;
  readonly uid: string;
  /** Attributes that only the program writes: a page neither gets nor sends them. */
  readonly ofTheProgram: readonly string[];
  /** The words of a record as data that everybody reads. */
  readonly texts: (content: Values) => PlacedText[];
}

export const recordTypes: readonly RecordType[] = [
  { page: 'associations', uid: 'api::association.association', ofTheProgram: ['missedEditions'], texts: entryTexts },
  { page: 'events', uid: 'api::event.event', ofTheProgram: [], texts: eventTexts },
  { page: 'guides', uid: 'api::guide.guide', ofTheProgram: [], texts: guideTexts },
  { page: 'resources', uid: 'api::resource.resource', ofTheProgram: [], texts: resourceTexts },
];
