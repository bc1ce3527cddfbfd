import type { Core } from '@strapi/strapi';
import type { z } from 'zod';
import type { Event, Timing } from '../../../domain/contract/site/event.ts';
import { dayInWords } from '../../../domain/day-in-words.ts';
import { parisInstant } from '../../../domain/paris-instant.ts';
import { isWholeDay } from '../../../domain/whole-day.ts';
import { filePopulate, toImage, type MaybeFile } from './media.ts';
import { accessibilityPopulate, toAccessibility } from './place.ts';
import { publishedRows } from '../../../platform/database/content-rows.ts';
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
      timings: { fields: ['begin', 'end', 'atMidnight', 'state', 'newBegin', 'newEnd'] },
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

/** @param atMidnight as its editor said of the date; absent on dates of before it was asked */
function toDates(begin: string | Date, end: string | Date | null | undefined, atMidnight: boolean) {
  const [first, last] = [instant(begin), end ? instant(end) : null];
  return { begin: first, end: last, allDay: isWholeDay(first, last, atMidnight) };
}

/** One day without hours: what a period says when it is the date itself ("8 mars 2017"). */
const dayOfPeriod = (period: string | null): Timing[] => {
  const day = period === null ? null : dayInWords(period);
  return day === null
    ? []
    : [{ begin: parisInstant(day, '00:00'), end: null, allDay: true, state: 'prévu', moved: null }];
};

const toTimings = (stored: Row['timings']): Timing[] =>
  (stored ?? [])
    .flatMap(({ begin, end, atMidnight, state, newBegin, newEnd }) =>
      begin
        ? [
            {
              ...toDates(begin, end, atMidnight === true),
              state: state ?? 'prévu',
              moved: state === 'reporté' && newBegin ? toDates(newBegin, newEnd, atMidnight === true) : null,
            },
          ]
        : [],
    )
    .sort((a, b) => a.begin.localeCompare(b.begin));

/** When the event is: its dates; else its period, as a date when it is one, else in words. */
function toWhen(row: Row): Pick<Event, 'timings' | 'period'> {
  const timings = toTimings(row.timings);
  const period = textOrNull(row.period);
  if (timings.length > 0) return { timings, period };
  const dated = dayOfPeriod(period);
  return { timings: dated, period: dated.length > 0 ? null : period };
}

export const toEvent = (row: Row): z.input<typeof Event> => ({
  id: row.documentId,
  slug: row.slug ?? '',
  title: row.title ?? '',
  kind: row.kind ?? 'autre',
  state: row.state ?? 'prévu',
  summary: row.summary ?? '',
  description: textOrNull(row.description),
  ...toWhen(row),
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
  image: toImage(row.image as MaybeFile),
  externalIds: (row.externalIds ?? []).map(({ source, externalId }) => ({
    source: source ?? '',
    id: externalId ?? '',
  })),
  actions: unorderedReferences(row.actions),
});
