/** What « Fiches modifiées récemment » says of a record. Pure. */
import { z } from 'zod';
import { typeName } from '../kit/record-types.ts';
import { formatMoment } from '../kit/words.ts';

/** As Strapi's `GET /content-manager/homepage/recent-documents` tells a record, as far as it is shown. */
export const RecentRecord = z.object({
  documentId: z.string(),
  title: z.union([z.string(), z.number()]).nullish(),
  contentTypeUid: z.string(),
  contentTypeDisplayName: z.string(),
  kind: z.enum(['collectionType', 'singleType']),
  updatedAt: z.string(),
  status: z.enum(['draft', 'published', 'modified']).optional(),
});
export type RecentRecord = z.infer<typeof RecentRecord>;

const STATES: Readonly<Record<NonNullable<RecentRecord['status']>, string>> = {
  published: 'en ligne',
  modified: 'modifications non publiées',
  draft: 'pas en ligne',
};

/** A page of the site, such as the home page, is called by its type. */
export const recentTitle = ({ kind, title, contentTypeDisplayName }: RecentRecord): string =>
  kind === 'singleType' ? contentTypeDisplayName : String(title ?? '').trim() || 'Sans nom';

/** "Événement · en ligne · aujourd’hui à 14 h 32" */
export const recentDetail = (record: RecentRecord, now: Date): string =>
  [
    record.kind === 'singleType' ? 'Page' : (typeName(record.contentTypeUid)?.one ?? record.contentTypeDisplayName),
    record.status === undefined ? null : STATES[record.status],
    record.updatedAt === '' ? null : formatMoment(record.updatedAt, now),
  ]
    .filter((part) => part !== null)
    .join(' · ');
