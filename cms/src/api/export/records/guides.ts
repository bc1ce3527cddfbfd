import type { Core } from '@strapi/strapi';
import type { z } from 'zod';
import type { Guide } from '../../../domain/contract/site/guide.ts';
import { filePopulate, toAttachments, toImage, type MaybeFile } from './media.ts';
import { toRichText, type CurrentFiles } from './rich-text.ts';
import { publishedRows } from '../../../platform/database/content-rows.ts';
import type { ExportChannel } from '../../../domain/vocabulary/consent-channels.ts';
import { dayOrNull, easyTextFor, references, textOrNull, unorderedReferences } from './values.ts';

export const readGuides = (strapi: Core.Strapi) =>
  publishedRows(strapi, 'api::guide.guide', {
    fields: ['slug', 'title', 'kind', 'date', 'updatedOn', 'place', 'summary', 'body', 'easyText'],
    populate: {
      image: filePopulate(),
      attachments: filePopulate(),
      source: { fields: ['label', 'url'] },
      themes: { fields: ['id'] },
      associations: { fields: ['id'] },
      actions: { fields: ['id'] },
      guides: { fields: ['id'] },
    },
  });

type Row = Awaited<ReturnType<typeof readGuides>>[number];

export const toGuide = (row: Row, files: CurrentFiles, channel: ExportChannel): z.input<typeof Guide> => ({
  id: row.documentId,
  slug: row.slug ?? '',
  title: row.title ?? '',
  kind: row.kind ?? 'guide pratique',
  date: dayOrNull(row.date),
  updatedOn: dayOrNull(row.updatedOn),
  place: textOrNull(row.place),
  summary: row.summary ?? '',
  body: toRichText(row.body, files),
  ...easyTextFor(channel, row.easyText),
  image: toImage(row.image as MaybeFile),
  attachments: toAttachments(row.attachments),
  source: row.source ? { label: row.source.label ?? '', url: textOrNull(row.source.url) } : null,
  themes: references(row.themes),
  associations: references(row.associations),
  actions: unorderedReferences(row.actions),
  guides: references(row.guides),
});
