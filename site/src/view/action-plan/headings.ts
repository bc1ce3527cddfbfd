import type { Action } from '@trame/cms/domain/contract/site/action-plan';
import { readItems } from './text-items.ts';

/** The nine written headings of the French "fiche action", in the official order; the tenth, the indicators, closes the page. */
export const writtenHeadings = [
  'diagnosis',
  'targetAudience',
  'stake',
  'implementation',
  'objectives',
  'deadlines',
  'services',
  'expectedResults',
  'partners',
] as const satisfies readonly (keyof Action)[];

export type WrittenHeading = (typeof writtenHeadings)[number];

/** What stands under one heading. No item: the plan says nothing, and the sheet shows that too, as the paper one does. */
export interface HeadingContent {
  readonly heading: WrittenHeading;
  readonly items: readonly string[];
}

/** All nine, in order, filled or not. */
export function headingsOf(action: Action): HeadingContent[] {
  return writtenHeadings.map((heading) => ({ heading, items: readItems(action[heading]) }));
}
