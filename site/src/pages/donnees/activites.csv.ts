import { csv } from '@trame/cms/domain/csv';
import { openRecords } from '../../features/open-data/published-records.ts';
import { ACTIVITY_COLUMNS, activityRows } from '../../view/open-data/records.ts';

export const GET = (): Response =>
  new Response(csv(ACTIVITY_COLUMNS, openRecords.flatMap(activityRows), 'spreadsheet'), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
