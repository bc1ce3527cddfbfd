import type { Core } from '@strapi/strapi';
import type { Commune } from '../../../domain/contract/site/territory.ts';
import { publishedRows } from '../../../platform/database/content-rows.ts';
import { linesUnder, numberOrNull, textOrNull, valueOrNull } from './values.ts';

export const readCommunes = (strapi: Core.Strapi) =>
  publishedRows(strapi, 'api::commune.commune', {
    fields: [
      'slug',
      'name',
      'inseeCode',
      'postalCodes',
      'otherNames',
      'population',
      'latitude',
      'longitude',
      'description',
      'website',
    ],
  });

type Row = Awaited<ReturnType<typeof readCommunes>>[number];

export const toCommune = (row: Row): Commune => ({
  id: row.documentId,
  slug: row.slug ?? '',
  name: row.name ?? '',
  inseeCode: row.inseeCode ?? '',
  postalCodes: row.postalCodes?.split(/[\s,;]+/).filter(Boolean) ?? [],
  ...linesUnder('otherNames', row.otherNames),
  population: valueOrNull(row.population),
  latitude: numberOrNull(row.latitude),
  longitude: numberOrNull(row.longitude),
  description: textOrNull(row.description),
  website: textOrNull(row.website),
});
