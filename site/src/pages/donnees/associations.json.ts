import { buildEnv } from '../../build-env.ts';
import { content } from '../../content/content.ts';
import { LICENCE } from '../../features/open-data/licence.ts';
import { openRecords } from '../../features/open-data/published-records.ts';

export const GET = (): Response =>
  Response.json({
    territoire: content.settings.territoryName,
    producteur: content.settings.operatorName,
    licence: LICENCE,
    date: buildEnv.TRAME_BUILT_AT,
    associations: openRecords,
  });
