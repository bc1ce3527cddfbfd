import type { Core } from '@strapi/strapi';
import type { Venue } from '../../../domain/contract/site/territory.ts';
import { accessibilityPopulate, toAccessibility } from './place.ts';
import { publishedRows } from '../../../platform/database/content-rows.ts';
import { numberOrNull, referenceOrNull, textOrNull } from './values.ts';

export const readVenues = (strapi: Core.Strapi) =>
  publishedRows(strapi, 'api::venue.venue', {
    fields: ['slug', 'name', 'street', 'postalCode', 'city', 'latitude', 'longitude'],
    populate: { commune: { fields: ['id'] }, accessibility: accessibilityPopulate() },
  });

type Row = Awaited<ReturnType<typeof readVenues>>[number];

export const toVenue = (row: Row): Venue => ({
  id: row.documentId,
  slug: row.slug ?? '',
  name: row.name ?? '',
  street: textOrNull(row.street),
  postalCode: textOrNull(row.postalCode),
  city: textOrNull(row.city),
  commune: referenceOrNull(row.commune),
  latitude: numberOrNull(row.latitude),
  longitude: numberOrNull(row.longitude),
  accessibility: toAccessibility(row.accessibility),
});
