import type { Core } from '@strapi/strapi';
import type { Theme } from '../../../domain/contract/site/territory.ts';
import { publishedRows } from '../../../platform/database/content-rows.ts';
import { linesUnder, referenceOrNull, textOrNull } from './values.ts';

export const readThemes = (strapi: Core.Strapi) =>
  publishedRows(strapi, 'api::theme.theme', {
    fields: ['slug', 'name', 'description', 'position', 'colour', 'rnaCodes', 'words'],
    populate: { parent: { fields: ['id'] } },
  });

type Row = Awaited<ReturnType<typeof readThemes>>[number];

export const toTheme = (row: Row): Theme => ({
  id: row.documentId,
  slug: row.slug ?? '',
  name: row.name ?? '',
  description: textOrNull(row.description),
  parent: referenceOrNull(row.parent),
  position: row.position ?? 1,
  colour: textOrNull(row.colour),
  rnaCodes: row.rnaCodes?.split(/\s+/).filter(Boolean) ?? [],
  ...linesUnder('words', row.words),
});
