import type { Core } from '@strapi/strapi';
import type { z } from 'zod';
import type { Event, Timing } from '../../../domain/contract/event.ts';
import { filePopulate, toImage } from './media.ts';
import { accessibilityPopulate, toAccessibility } from './place.ts';
import { publishedRows } from '../site-export/published-rows.ts';
import { instant, referenceOrNull, references, textOrNull, unorderedReferences } from './values.ts';

export const readEvents = (strapi: Core.Strapi) =>
  publishedRows(strapi, 'api::event.event', {
    fields: [
      'slug',
      'title',
      'kind',
      'state',
      'summary',
      'description',
      'period',
      'place',
      'onlineUrl',
      'organiserName',
      'price',
      'free',
    ],
    populate: {
      timings: { fields: ['begin', 'end'] },
      venue: { fields: ['id'] },
      organisers: { fields: ['id'] },
      participants: { fields: ['id'] },
      themes: { fields: ['id'] },
      registration: { fields: ['kind', 'value'] },
      accessibility: accessibilityPopulate(),
      image: filePopulate(),
      externalIds: { fields: ['source', 'externalId'] },
      actions: { fields: ['id'] },
    },
  });

type Row = Awaited<ReturnType<typeof readEvents>>[number];

const toTimings = (stored: Row['timings']): Timing[] =>
  (stored ?? [])
    .flatMap(({ begin, end }) => (begin ? [{ begin: instant(begin), end: end ? instant(end) : null }] : []))
    .sort((a, b) => a.begin.localeCompare(b.begin));

export const toEvent = (row: Row): z.input<typeof Event> => ({
  id: row.documentId,
  slug: row.slug ?? '',
  title: row.title ?? '',
  kind: row.kind ?? 'autre',
  state: row.state ?? 'prévu',
  summary: row.summary ?? '',
  description: textOrNull(row.description),
  timings: toTimings(row.timings),
  period: textOrNull(row.period),
  venue: referenceOrNull(row.venue),
  place: textOrNull(row.place),
  onlineUrl: textOrNull(row.onlineUrl),
  organisers: references(row.organisers),
  organiserName: textOrNull(row.organiserName),
  participants: references(row.participants),
  themes: references(row.themes),
  registration: (row.registration ?? []).flatMap(({ kind, value }) => (kind ? [{ kind, value: value ?? '' }] : [])),
  price: textOrNull(row.price),
  free: row.free === true,
  accessibility: toAccessibility(row.accessibility),
  image: toImage(row.image),
  externalIds: (row.externalIds ?? []).map(({ source, externalId }) => ({
    source: source ?? '',
    id: externalId ?? '',
  })),
  actions: unorderedReferences(row.actions),
});
