import type { Guide } from '@trame/cms/domain/contract/site/guide';
import { sortByName } from '@trame/cms/domain/french';
import { guideKinds, type GuideKind } from '@trame/cms/domain/vocabulary/guide-kinds';

export interface GuideGroup {
  readonly kind: GuideKind;
  /** Name of the section in the address: `/guides/#experiences`. */
  readonly anchor: string;
  readonly guides: readonly Guide[];
}

const ANCHORS: Readonly<Record<GuideKind, string>> = {
  'guide pratique': 'guides-pratiques',
  expérience: 'experiences',
  actualité: 'actualites',
};

/** By kind, empty kinds left out: practical guides in order of title, what is dated with the latest first. */
export function groupByKind(guides: readonly Guide[]): GuideGroup[] {
  const byTitle = sortByName(guides, ({ title }) => title);
  return guideKinds.values
    .map((kind) => {
      const ofKind = byTitle.filter((guide) => guide.kind === kind);
      return { kind, anchor: ANCHORS[kind], guides: kind === 'guide pratique' ? ofKind : latestFirst(ofKind) };
    })
    .filter(({ guides: found }) => found.length > 0);
}

/** The day that counts for a reader: when it was brought up to date, else when it was written. */
export const freshOn = ({ date, updatedOn }: Pick<Guide, 'date' | 'updatedOn'>): string | null =>
  updatedOn !== null && (date === null || updatedOn > date) ? updatedOn : date;

/** What happened last comes first; what has no date comes last. Guides of one day stay in order. */
function latestFirst(guides: readonly Guide[]): Guide[] {
  return [...guides].sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''));
}
