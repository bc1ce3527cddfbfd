import type { Core } from '@strapi/strapi';
import type { Audience } from '../../../domain/contract/site/territory.ts';
import { publishedRows } from '../../../platform/database/content-rows.ts';
import { valueOrNull } from './values.ts';

export const readAudiences = (strapi: Core.Strapi) =>
  publishedRows(strapi, 'api::audience.audience', { fields: ['slug', 'name', 'position', 'ageMin', 'ageMax'] });

type Row = Awaited<ReturnType<typeof readAudiences>>[number];

export const toAudience = (row: Row): Audience => ({
  id: row.documentId,
  slug: row.slug ?? '',
  name: row.name ?? '',
  position: row.position ?? 1,
  ageMin: valueOrNull(row.ageMin),
  ageMax: valueOrNull(row.ageMax),
});
