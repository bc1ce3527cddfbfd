import type { Core } from '@strapi/strapi';
import type { z } from 'zod';
import type { Resource } from '../../../domain/contract/site/resource.ts';
import { filePopulate, toAttachments, toImages } from './media.ts';
import { publishedRows } from '../../../platform/database/content-rows.ts';
import { numberOrNull, referenceOrNull, references, textOrNull, unorderedReferences, valueOrNull } from './values.ts';

export const readResources = (strapi: Core.Strapi) =>
  publishedRows(strapi, 'api::resource.resource', {
    fields: [
      'slug',
      'title',
      'kind',
      'summary',
      'description',
      'ownerName',
      'quantity',
      'capacity',
      'conditions',
      'howToGet',
      'deposit',
      'price',
      'bookable',
    ],
    populate: {
      owner: { fields: ['id'] },
      commune: { fields: ['id'] },
      photos: filePopulate(),
      attachments: filePopulate(),
      themes: { fields: ['id'] },
      actions: { fields: ['id'] },
    },
  });

type Row = Awaited<ReturnType<typeof readResources>>[number];

export const toResource = (row: Row): z.input<typeof Resource> => ({
  id: row.documentId,
  slug: row.slug ?? '',
  title: row.title ?? '',
  kind: row.kind ?? 'matériel',
  summary: row.summary ?? '',
  description: textOrNull(row.description),
  owner: referenceOrNull(row.owner),
  ownerName: textOrNull(row.ownerName),
  quantity: valueOrNull(row.quantity),
  capacity: valueOrNull(row.capacity),
  conditions: textOrNull(row.conditions),
  howToGet: textOrNull(row.howToGet),
  deposit: numberOrNull(row.deposit),
  price: textOrNull(row.price),
  commune: referenceOrNull(row.commune),
  bookable: row.bookable === true,
  photos: toImages(row.photos),
  attachments: toAttachments(row.attachments),
  themes: references(row.themes),
  actions: unorderedReferences(row.actions),
});
