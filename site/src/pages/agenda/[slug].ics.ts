import type { Event } from '@trame/cms/domain/contract/site/event';
import type { APIRoute, GetStaticPaths } from 'astro';
import { content } from '../../content/content.ts';
import { calendarHeaders, calendarOf } from '../../features/agenda/calendar-entries.ts';

/** An event without a date has nothing to put in a calendar. */
export const getStaticPaths = (() =>
  content.events.all
    .filter(({ timings }) => timings.length > 0)
    .map((event) => ({ params: { slug: event.slug }, props: { event } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ event: Event }> = ({ props }) =>
  new Response(calendarOf([props.event]), { headers: calendarHeaders });
