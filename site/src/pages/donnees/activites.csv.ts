import { csv } from '../../features/open-data/csv.ts';
import { openRecords } from '../../features/open-data/published-records.ts';
import { ACTIVITY_COLUMNS, activityRows } from '../../features/open-data/records.ts';

export const GET = (): Response =>
  new Response(csv(ACTIVITY_COLUMNS, openRecords.flatMap(activityRows)), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
