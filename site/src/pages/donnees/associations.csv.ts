import { csv } from '@trame/cms/domain/csv';
import { openRecords } from '../../features/open-data/published-records.ts';
import { ASSOCIATION_COLUMNS, associationRow } from '../../view/open-data/records.ts';

export const GET = (): Response =>
  new Response(csv(ASSOCIATION_COLUMNS, openRecords.map(associationRow), 'spreadsheet'), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
