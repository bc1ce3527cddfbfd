import { csv } from '../../features/open-data/csv.ts';
import { openRecords } from '../../features/open-data/published-records.ts';
import { ASSOCIATION_COLUMNS, associationRow } from '../../features/open-data/records.ts';

export const GET = (): Response =>
  new Response(csv(ASSOCIATION_COLUMNS, openRecords.map(associationRow)), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
